import type { Segment } from '../../../../server/domain/segments.ts';
import { HUES } from '../../lib/theme.ts';

/** Nobody needs to act: as quiet as paper allows. */
const CONNECTED = '#cfd8cb';

export function segmentColor(segment: Segment): string {
  return segment === 'connected' ? CONNECTED : HUES[segment];
}

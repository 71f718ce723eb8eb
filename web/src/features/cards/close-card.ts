import type { MapSession } from '../../map/session.ts';

/** Closes the card and gives the focus back to the map. */
export function closeCard({ views, commands }: MapSession): void {
  views.change({ selection: undefined });
  commands.withMap((map) => map.focus());
}

/**
 * Remembers, while this tab is open, that somebody left to prepare a file: on return they mean to upload it. The two pages
 * exchange nothing else. A browser that keeps nothing only asks again to prepare.
 */
import { read, TAB, write } from '../../../lib/shelf.ts';

const PREPARING = 'gapmap.collect.preparing';

export function rememberPreparing(leaId: string): void {
  write(TAB, PREPARING, leaId);
}

export function wasPreparing(leaId: string): boolean {
  return read(TAB, PREPARING) === leaId;
}

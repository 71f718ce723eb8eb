/** The district whose file is prepared on this computer: its number is public, and kept for next time. */
import { isLeaId } from '../../../server/domain/anonymize/key-file.ts';
import { BROWSER, read, write } from './shelf.ts';

const DISTRICT = 'gapmap.prepare.district';

/** @param linked the number in a district's link */
export function rememberedDistrict(linked: string | undefined, shelf = BROWSER): string {
  const text = linked ?? read(shelf, DISTRICT) ?? '';
  return isLeaId(text) ? text : '';
}

export function rememberDistrict(leaId: string, shelf = BROWSER): void {
  if (isLeaId(leaId)) write(shelf, DISTRICT, leaId);
}

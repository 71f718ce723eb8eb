/** New links as text to save. They exist nowhere else: the server stores only their hashes. */

import type { DistrictStatus, LinksAnswer } from '../../../../../server/features/collect/contract.ts';
import { csvHeader, csvLine } from '../../../../../server/platform/csv/write.ts';

export interface MadeLink {
  readonly leaId: string;
  readonly name: string;
  readonly url: string;
  readonly expiresAt: string;
}

export function named({ links }: LinksAnswer, districts: readonly DistrictStatus[]): MadeLink[] {
  const names = new Map(districts.map(({ leaId, name }) => [leaId, name]));
  return links.map(({ leaId, url, expiresAt }) => ({ leaId, name: names.get(leaId) ?? leaId, url, expiresAt }));
}

/** For a mail merge: one row per district. */
export function linksCsv(links: readonly MadeLink[]): string {
  const rows = links.map(({ leaId, name, url, expiresAt }) => csvLine([leaId, name, url, expiresAt.slice(0, 10)]));
  return csvHeader(['lea_id', 'district', 'link', 'good_until']) + rows.join('');
}

export function linksText(links: readonly MadeLink[]): string {
  return links.map(({ name, url }) => `${name}\t${url}\n`).join('');
}

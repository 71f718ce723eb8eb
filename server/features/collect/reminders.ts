import { csvHeader, csvLine } from '../../platform/csv/write.ts';
import type { CollectionDetail, DistrictState } from './contract.ts';

const WORDS: Record<DistrictState, string> = {
  not_started: 'not started',
  taken_back: 'taken back, nothing sent since',
  prepared: 'prepared',
  received: 'received, not accepted yet',
  accepted: 'accepted',
  accepted_with_notes: 'accepted with notes',
};

/** One row per district for a mail merge. Without links: a table of links opens doors and gets forwarded. */
export function remindersCsv(detail: CollectionDetail, only: readonly DistrictState[]): string {
  const rows = detail.districtStates.filter(({ state }) => only.includes(state));
  return [
    csvHeader([
      'lea_id',
      'district',
      'collection',
      'state',
      'opens_on',
      'closes_on',
      'last_seen_on',
      'link_good_until',
    ]),
    ...rows.map((district) =>
      csvLine([
        district.leaId,
        district.name,
        detail.name,
        WORDS[district.state],
        detail.opensOn,
        detail.closesOn,
        district.lastSeenAt?.slice(0, 10),
        district.link?.expiresAt.slice(0, 10),
      ]),
    ),
  ].join('');
}

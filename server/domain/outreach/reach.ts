/** What is known of those whom a plan tells, in words. */
import type { OutreachMessages } from '../messages/en/outreach.ts';

export interface Reached {
  readonly districts: number;
  /** Of the window, its first and last included; null: it has none. */
  readonly windowDays: number | null;
  readonly withoutContact: readonly string[];
  /** Null: no collection came before. */
  readonly before: (Before & { readonly expected: number | null }) | null;
}

interface Before {
  readonly collection: string;
  readonly accepted: number;
  readonly districts: number;
  readonly halfAfterDays: number | null;
}

/**
 * Districts expected to be done by the last day, by the pace of the collection before; null: half took longer there than this
 * window lasts.
 */
export function expectedOf(
  { districts, windowDays }: Pick<Reached, 'districts' | 'windowDays'>,
  { accepted, districts: of, halfAfterDays }: Before,
): number | null {
  if (windowDays !== null && halfAfterDays !== null && halfAfterDays >= windowDays) return null;
  return Math.round((districts * accepted) / Math.max(1, of));
}

/** The last sentence introduces the names of districts without a contact. */
export function reachInWords(
  { districts, windowDays, withoutContact, before }: Reached,
  messages: OutreachMessages['reach'],
): string[] {
  const count = withoutContact.length;
  return [
    ...(before
      ? [
          messages.before({ collection: before.collection, accepted: before.accepted, of: before.districts }),
          ...(before.halfAfterDays === null ? [] : [messages.half({ dayNumber: before.halfAfterDays + 1 })]),
          before.expected === null
            ? messages.longer({ days: windowDays ?? 0 })
            : messages.expected({ count: before.expected, districtCount: districts }),
        ]
      : [messages.noBefore]),
    count === 0 ? messages.allKnown : messages.unknown({ count, districtCount: districts }),
  ];
}

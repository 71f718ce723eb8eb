/** What is known of those whom a plan tells, in words. */
import type { OutreachMessages } from '../messages/en/outreach.ts';

export interface Reached {
  readonly districts: number;
  readonly withoutContact: readonly string[];
  /** Null: no collection came before. */
  readonly before: {
    readonly collection: string;
    readonly accepted: number;
    readonly districts: number;
    readonly halfAfterDays: number | null;
    readonly expected: number;
  } | null;
}

/** The sentence before the names of districts without a contact comes last. */
export function reachInWords(
  { districts, withoutContact, before }: Reached,
  messages: OutreachMessages['reach'],
): string[] {
  const count = withoutContact.length;
  return [
    ...(before
      ? [
          messages.before({ collection: before.collection, accepted: before.accepted, of: before.districts }),
          ...(before.halfAfterDays === null ? [] : [messages.half({ days: before.halfAfterDays })]),
          messages.expected({ count: before.expected, districtCount: districts }),
        ]
      : [messages.noBefore]),
    count === 0 ? messages.allKnown : messages.unknown({ count, districtCount: districts }),
  ];
}

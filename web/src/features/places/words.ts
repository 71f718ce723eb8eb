/** What is said of a place, from its published numbers: never more than they claim. */

import { boundsOf, sumOfBounds } from '../../../../server/domain/count-bounds.ts';
import type { PlacePageMessages } from '../../../../server/domain/messages/en/place-pages.ts';
import { codedPercent } from '../../../../server/domain/protect/percent.ts';
import type { PlaceProfile, Segment } from '../../../../server/features/profiles/contract.ts';
import { placeName } from '../../lib/place-name.ts';

type Shown = Pick<Segment, 'students' | 'hidden'>;

export function shownInWords(messages: PlacePageMessages, { students, hidden }: Shown): string {
  return students === null ? messages.hidden[hidden ?? 'either'] : messages.count({ students });
}

type Told = Pick<PlaceProfile, 'kind' | 'id' | 'name' | 'totals' | 'segments' | 'withoutNumbers'> & {
  readonly edition: Pick<PlaceProfile['edition'], 'floor'>;
};

/** The sentence a member would repeat, and a second one for those who were not heard. */
export function sentencesOf(messages: PlacePageMessages, profile: Told): string[] {
  const { place: said } = messages;
  const place = placeName(profile);
  const { totals, segments, edition } = profile;
  const students = totals?.students;
  if (students == null) return [profile.withoutNumbers ?? said.hidden({ place, fewest: edition.floor })];
  if (segments.length === 0) return [said.noFilings({ place, students })];
  const proven = provenOf(segments, students, edition.floor);
  const asked = segments.find(({ segment }) => segment === 'ask')?.students;
  const rest = asked == null ? [] : [said.notHeard({ students: asked })];
  return [provenInWords(messages, { place, students, ...proven }), ...rest];
}

function provenInWords(
  { place: said }: PlacePageMessages,
  { place, students, least, most }: { place: string; students: number; least: number; most: number },
): string {
  if (least === 0) return said.provenHidden({ place, students });
  const coded = codedPercent(least, students);
  if (least !== most || !coded) return said.provenAtLeast({ place, proven: least, students });
  const part = said.part({ percent: coded.percent, bound: coded.bound ?? '' });
  return said.provenExactly({ place, proven: least, students, part });
}

function provenOf(segments: readonly Segment[], students: number, floor: number): { least: number; most: number } {
  const proven = segments.filter(({ standing }) => standing === 'proven');
  return sumOfBounds(proven.map((one) => boundsOf(one.students, one.hidden, students, floor)));
}

/** For sorting and bars: the middle of what a count may be. */
export function middleOf({ students, hidden }: Shown, group: number, floor: number): number {
  const { least, most } = boundsOf(students, hidden, group, floor);
  return (least + most) / 2;
}

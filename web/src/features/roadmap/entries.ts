/** What stands on the time line, in order of days. */
import type { RoadmapMessages } from '../../../../server/domain/messages/en/roadmap.ts';
import type { Roadmap } from './queries.ts';

export const ROWS = ['collections', 'filings', 'releases'] as const;

export interface Entry {
  readonly key: string;
  readonly row: (typeof ROWS)[number];
  /** YYYY-MM-DD; the same day twice where it takes one. */
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly standing: 'past' | 'now' | 'planned' | 'missed';
}

export function entriesOf(roadmap: Roadmap, messages: RoadmapMessages): Entry[] {
  const { today } = roadmap;
  const collections = (roadmap.collections ?? []).flatMap(({ id, name, opensOn, closesOn }): Entry[] =>
    opensOn === null || closesOn === null
      ? []
      : [
          {
            key: `c${id}`,
            row: 'collections',
            from: opensOn,
            to: closesOn,
            what: messages.collection({ name }),
            standing: closesOn < today ? 'past' : opensOn > today ? 'planned' : 'now',
          },
        ],
  );
  const filings = roadmap.filings.map(({ asOf, issued }): Entry => {
    const [first = asOf] = issued;
    const what = messages.filing({ asOf, issued });
    return { key: `f${asOf}`, row: 'filings', from: first, to: issued.at(-1) ?? first, what, standing: 'past' };
  });
  const windows = roadmap.windows.map(({ asOf, aboutOut }): Entry => {
    const standing = aboutOut <= today ? 'missed' : 'planned';
    return {
      key: `w${asOf}`,
      row: 'filings',
      from: aboutOut,
      to: aboutOut,
      what: messages.window({ asOf, aboutOut }),
      standing,
    };
  });
  const releases = roadmap.releases.map(({ id, name, collection, releasedAt }): Entry => {
    const day = releasedAt.slice(0, 10);
    return {
      key: `r${id}`,
      row: 'releases',
      from: day,
      to: day,
      what: messages.release({ name, collection }),
      standing: 'past',
    };
  });
  return [...collections, ...filings, ...windows, ...releases].sort((one, other) => one.from.localeCompare(other.from));
}

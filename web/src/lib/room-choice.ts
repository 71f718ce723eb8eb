/** What a provider asks its room, in the address bar, without the defaults. */
import type { DemandQuery } from '../../../server/features/room/contract.ts';

export const MILES = [2, 5, 10, 20, 40, 60] as const;
export const LEAST_STUDENTS = [0, 10, 25, 50, 100] as const;

const OFFERED = {
  of: ['unserved', 'underserved'],
  source: ['agreed', 'fcc', 'puc'],
  sort: ['miles', 'students', 'households', 'locations', 'density', 'schools', 'rank'],
  rivals: ['any', 'none', 'slow'],
} as const satisfies { readonly [Part in 'of' | 'source' | 'sort' | 'rivals']: readonly DemandQuery[Part][] };

export interface RoomChoice {
  readonly miles: number;
  readonly students: number;
  readonly of: (typeof OFFERED)['of'][number];
  readonly source: (typeof OFFERED)['source'][number];
  readonly sort: (typeof OFFERED)['sort'][number];
  readonly rivals: (typeof OFFERED)['rivals'][number];
  /** Of a release; undefined = the current one. */
  readonly release: string | undefined;
}

const USUAL: RoomChoice = {
  miles: 10,
  students: 0,
  of: 'unserved',
  source: 'agreed',
  sort: 'miles',
  rivals: 'any',
  release: undefined,
};

export function roomChoiceOf(asked: URLSearchParams): RoomChoice {
  const number = (name: string, least: number, most: number, usual: number) => {
    const value = Number(asked.get(name) ?? Number.NaN);
    return Number.isInteger(value) && value >= least && value <= most ? value : usual;
  };
  const word = <W extends string>(name: string, words: readonly W[], usual: W) =>
    words.find((one) => one === asked.get(name)) ?? usual;
  const release = asked.get('release') ?? '';
  return {
    miles: number('miles', 1, 60, USUAL.miles),
    students: number('students', 0, 1_000_000, USUAL.students),
    of: word('of', OFFERED.of, USUAL.of),
    source: word('source', OFFERED.source, USUAL.source),
    sort: word('sort', OFFERED.sort, USUAL.sort),
    rivals: word('rivals', OFFERED.rivals, USUAL.rivals),
    release: /^\d{1,9}$/.test(release) ? release : undefined,
  };
}

export function queryOfRoomChoice(choice: RoomChoice): Record<string, string> {
  return Object.fromEntries(
    Object.entries(choice).flatMap(([name, value]) =>
      value === undefined || value === USUAL[name as keyof RoomChoice] ? [] : [[name, String(value)]],
    ),
  );
}

export { OFFERED as ROOM_WORDS };

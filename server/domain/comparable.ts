/** What two collections, or two releases, that follow each other have in common, and what not. */
import { type Break, breaksBetween, type Method } from './trend.ts';

export interface CollectionAsked {
  readonly questions: readonly string[];
  /** LEAIDs of districts whose file was accepted; undefined until it is closed. */
  readonly accepted: readonly string[] | undefined;
}

export interface CollectionsCompared {
  readonly added: string[];
  readonly dropped: string[];
  /** Districts in the earlier alone, and in the later alone. */
  readonly missing: string[];
  readonly joined: string[];
}

export function collectionsCompared(before: CollectionAsked, after: CollectionAsked): CollectionsCompared {
  const without = (some: readonly string[], others: readonly string[]) => some.filter((one) => !others.includes(one));
  const [earlier, later] = before.accepted && after.accepted ? [before.accepted, after.accepted] : [[], []];
  return {
    added: without(after.questions, before.questions),
    dropped: without(before.questions, after.questions),
    missing: without(earlier, later),
    joined: without(later, earlier),
  };
}

export interface ReleaseMade extends Method {
  readonly floors: { readonly students: number; readonly households: number; readonly townStudents: number };
  readonly collection: string;
}

export interface ReleasesCompared {
  /** Why numbers that follow from filings do not compare. */
  readonly breaks: Break[];
  /** Numbers are hidden by other floors. */
  readonly otherFloors: boolean;
  /** The same families' answers: only filings differ. */
  readonly sameAnswers: boolean;
}

export function releasesCompared(before: ReleaseMade, after: ReleaseMade): ReleasesCompared {
  const floors = ({ floors: { students, households, townStudents } }: ReleaseMade) =>
    [students, households, townStudents].join();
  return {
    breaks: breaksBetween(before, after),
    otherFloors: floors(before) !== floors(after),
    sameAnswers: before.collection === after.collection,
  };
}

/** What a coordinator fills in about a collection, and what is wrong with it before the server says so. */
import { QUESTIONS, type Question } from '../../../../../server/domain/survey.ts';
import type { Collection, CollectionFields } from '../../../../../server/features/collect/contract.ts';

export interface Draft {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly questions: readonly Question[];
}

export type Faults = Partial<Record<keyof Draft, string>>;

export function draftOf(collection: Collection | undefined): Draft {
  return {
    name: collection?.name ?? '',
    opensOn: collection?.opensOn ?? '',
    closesOn: collection?.closesOn ?? '',
    questions: collection?.questions ?? QUESTIONS,
  };
}

/** @param taken names of the other collections */
export function faultsOf(draft: Draft, taken: readonly string[]): Faults {
  const name = draft.name.trim();
  const faults: { -readonly [F in keyof Draft]?: string } = {};
  if (name === '') faults.name = 'Give it a name, such as “spring 2027”.';
  else if (name.length > 80) faults.name = 'Use at most 80 characters.';
  else if (taken.some((other) => other.toLowerCase() === name.toLowerCase()))
    faults.name = 'There is a collection of this name. Choose another.';
  if (!isDay(draft.opensOn)) faults.opensOn = 'Say the first day on which districts may send.';
  if (!isDay(draft.closesOn)) faults.closesOn = 'Say the last day on which districts may send.';
  else if (isDay(draft.opensOn) && draft.closesOn < draft.opensOn)
    faults.closesOn = 'It closes before it opens. Choose a later day, or an earlier first one.';
  if (draft.questions.length === 0) faults.questions = 'Choose at least one question.';
  return faults;
}

export function fieldsOf({ name, opensOn, closesOn, questions }: Draft): CollectionFields {
  return {
    name: name.trim(),
    opensOn,
    closesOn,
    questions: QUESTIONS.filter((question) => questions.includes(question)),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** A coordinator's form for a collection, validated before the server does. */
import type { CoordinatorMessages } from '../../../../../server/domain/messages/en/collect/coordinator.ts';
import { QUESTIONS, type Question } from '../../../../../server/domain/survey.ts';
import type { Collection, CollectionFields } from '../../../../../server/features/collect/contract.ts';

export interface Draft {
  readonly name: string;
  readonly opensOn: string;
  readonly closesOn: string;
  readonly questions: readonly Question[];
  readonly contact: string;
}

/** Keyed by the page's name of the field. */
export type Fault = keyof CoordinatorMessages['form']['faults'];
export type Faults = Partial<Record<keyof Draft, Fault>>;

export function draftOf(collection: Collection | undefined): Draft {
  return {
    name: collection?.name ?? '',
    opensOn: collection?.opensOn ?? '',
    closesOn: collection?.closesOn ?? '',
    questions: collection?.questions ?? QUESTIONS,
    contact: collection?.contact ?? '',
  };
}

/** @param taken names of the other collections */
export function faultsOf(draft: Draft, taken: readonly string[]): Faults {
  const name = draft.name.trim();
  const faults: Partial<Record<keyof Draft, Fault>> = {};
  if (name === '') faults.name = 'nameMissing';
  else if (name.length > 80) faults.name = 'nameLong';
  else if (taken.some((other) => other.toLowerCase() === name.toLowerCase())) faults.name = 'nameTaken';
  if (!isDay(draft.opensOn)) faults.opensOn = 'firstDay';
  if (!isDay(draft.closesOn)) faults.closesOn = 'lastDay';
  else if (isDay(draft.opensOn) && draft.closesOn < draft.opensOn) faults.closesOn = 'closesFirst';
  if (draft.questions.length === 0) faults.questions = 'noQuestion';
  return faults;
}

export function fieldsOf({ name, opensOn, closesOn, questions, contact }: Draft): CollectionFields {
  return {
    name: name.trim(),
    opensOn,
    closesOn,
    questions: QUESTIONS.filter((question) => questions.includes(question)),
    contact: contact.trim(),
  };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

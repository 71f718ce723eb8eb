/** What a provider says of itself once, for all rounds of a state. Documents lie beside it. */
import { isMailAddress } from '../mail-address.ts';

export interface QualificationFacts {
  readonly legalName: string;
  /** FCC registration number, ten digits. */
  readonly frn: string;
  /** Unique Entity Identifier of SAM.gov, twelve characters; empty: none. */
  readonly uei: string;
  readonly address: string;
  readonly website: string;
  readonly yearsInService: number | null;
  /** Subscribers in the state. */
  readonly subscribers: number | null;
  /** BDC codes of technologies it builds. */
  readonly technologies: readonly number[];
  /** What it has built before, in its own words. */
  readonly experience: string;
  /** How it would pay for what it builds, in its own words. */
  readonly finances: string;
}

export interface Contact {
  readonly name: string;
  /** Such as "may sign", "engineering". */
  readonly part: string;
  readonly email: string;
  readonly phone: string;
  /** That the person is written to in. Undefined: kept before it was asked for; English. */
  readonly language?: 'en' | 'es';
}

/** Renewed yearly. */
export const GOOD_FOR_DAYS = 365;

export function isComplete(facts: QualificationFacts, contacts: readonly Contact[]): boolean {
  return (
    facts.legalName.trim() !== '' &&
    /^[0-9]{10}$/.test(facts.frn) &&
    facts.address.trim() !== '' &&
    facts.experience.trim() !== '' &&
    facts.technologies.length > 0 &&
    contacts.some(({ name, email }) => name.trim() !== '' && isMailAddress(email.trim()))
  );
}

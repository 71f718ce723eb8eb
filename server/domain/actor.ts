/**
 * Who there is, and as whom the database answers each. Every list of roles and audiences in code and in the tables'
 * checks follows from here (tests/db/roles.test.ts).
 */
import type { Audience } from './audience.ts';

/** A scope is a state, by its FIPS code of two digits, and below it a provider or a district. A LEAID begins with its state's. */
export type Agency = { readonly role: 'agency'; readonly stateFips: string };
export type Provider = { readonly role: 'provider'; readonly stateFips: string; readonly providerId: number };
export type District = { readonly role: 'district'; readonly leaId: string };
export type Coordinator = { readonly role: 'coordinator'; readonly stateFips: string };
/** A district at the door of a collection, where it reads and writes what is its own. */
export type Collector = { readonly role: 'collector'; readonly leaId: string };

/** Somebody a token was given to. */
export type Caller = Agency | Provider | District | Coordinator;

/** Whoever reads a release. A coordinator reads the public's: running a collection needs no number about students. */
export type Viewer = { readonly role: 'public' } | Exclude<Caller, Coordinator>;

/** Who a piece of work is done for. `intake` is the machine itself, jobs and commands; `unknown` whose token is being looked up. */
export type Actor = { readonly role: 'intake' | 'unknown' } | Viewer | Coordinator | Collector;

export const CALLERS = ['agency', 'provider', 'district', 'coordinator'] as const satisfies readonly Caller['role'][];

export const ASKABLE_AUDIENCES = [
  'public',
  'agency',
  'provider',
  'district',
] as const satisfies readonly Viewer['role'][];
export type AskedAudience = (typeof ASKABLE_AUDIENCES)[number];

/** Whoever something may be disclosed to. */
export const DISCLOSED_TO = ['public', ...CALLERS] as const;

/** FIPS code of the state that a LEAID belongs to: its first two digits. */
export function stateOfLeaId(leaId: string): string {
  return leaId.slice(0, 2);
}

/** FIPS code of the state an actor acts within; undefined for those that have no scope. */
export function stateOf(actor: Actor): string | undefined {
  switch (actor.role) {
    case 'intake':
    case 'unknown':
    case 'public':
      return undefined;
    case 'district':
    case 'collector':
      return stateOfLeaId(actor.leaId);
    default:
      return actor.stateFips;
  }
}

/** Every audience a caller may ask for, the finest first. */
export function audiencesOf(caller: Caller | undefined): AskedAudience[] {
  return caller && caller.role !== 'coordinator' ? [caller.role, 'public'] : ['public'];
}

/** The audience whose rows of a release answer: a district reads its own rows of the provider's, whose filings are public. */
export function rowsOf(asked: AskedAudience): Audience {
  return asked === 'district' ? 'provider' : asked;
}

/** The audience whose filings are named: a district is shown the public's. */
export function sourcesFor(asked: AskedAudience): Audience {
  return asked === 'district' ? 'public' : asked;
}

/** What a transaction runs under, so that grants and row level security decide what it may read and write. */
export interface DatabaseIdentity {
  readonly role: 'gapmap_intake' | 'gapmap_public' | 'gapmap_desk' | 'gapmap_collect';
  /** Settings that row level security reads: letters, digits and underscores. */
  readonly settings: Readonly<Record<string, string>>;
}

const DATABASE_ROLES = {
  intake: 'gapmap_intake',
  unknown: 'gapmap_desk',
  public: 'gapmap_public',
  agency: 'gapmap_desk',
  provider: 'gapmap_desk',
  district: 'gapmap_desk',
  coordinator: 'gapmap_collect',
  collector: 'gapmap_collect',
} as const satisfies Record<Actor['role'], DatabaseIdentity['role']>;

/** @throws Error when a LEAID has not seven digits, or a state not two */
export function databaseIdentity(actor: Actor): DatabaseIdentity {
  const settings: Record<string, string> = { 'gapmap.audience': actor.role === 'collector' ? 'district' : actor.role };
  const state = stateOf(actor);
  if (state !== undefined) {
    if (!/^\d{2}$/.test(state)) throw new Error('an actor acts within a state of two digits');
    settings['gapmap.state_fips'] = state;
  }
  if (actor.role === 'district' || actor.role === 'collector') {
    if (!/^\d{7}$/.test(actor.leaId)) throw new Error('a district actor needs a seven-digit LEAID');
    settings['gapmap.lea_id'] = actor.leaId;
  }
  if (actor.role === 'provider') settings['gapmap.provider_id'] = String(Math.trunc(actor.providerId));
  return { role: DATABASE_ROLES[actor.role], settings };
}

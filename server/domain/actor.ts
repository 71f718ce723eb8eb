/**
 * All actors, and the database identity of each. Every list of roles and audiences, in code and in the tables' checks,
 * derives from here (tests/db/roles.test.ts).
 */
import type { Audience } from './audience.ts';

/** A scope is a state, by its two-digit FIPS code, and below it a provider or a district. A LEAID begins with its state's code. */
export type Agency = { readonly role: 'agency'; readonly stateFips: string };
export type Provider = { readonly role: 'provider'; readonly stateFips: string; readonly providerId: number };
export type District = { readonly role: 'district'; readonly leaId: string };
export type Coordinator = { readonly role: 'coordinator'; readonly stateFips: string };
/** A district in a collection, where it reads and writes its own data. */
export type Collector = { readonly role: 'collector'; readonly leaId: string };

/** A district's file on its way in: what a request stores, replaces or deletes for its own district, without reading a home. */
export type Receiver = { readonly role: 'receiver'; readonly leaId: string };
/** A coordinator's request that gives or ends links of districts. */
export type Issuer = { readonly role: 'issuer'; readonly stateFips: string };

/** The utility commission: reads the agency's view and, in its workbench alone, filings that are restricted. */
export type Commission = { readonly role: 'puc'; readonly stateFips: string };
/** Looks after the people of a state, and reads the public's view. */
export type Admin = { readonly role: 'admin'; readonly stateFips: string };
/** A chief or a legislator: opens what is shared, and reads the public's view. */
export type Guest = { readonly role: 'viewer'; readonly stateFips: string };
/** An agency's request that writes what its state asks for on a brief. It reads nothing. */
export type Author = { readonly role: 'author'; readonly stateFips: string };

/** An agency's request about its saved scenarios of cost. It reads nothing else. */
export type Planner = { readonly role: 'planner'; readonly stateFips: string };

/** An agency's request about the links to its stories. It reads nothing else. */
export type Teller = { readonly role: 'teller'; readonly stateFips: string };

/** A coordinator's request about its outreach plans. It reads nothing else. */
export type Outreacher = { readonly role: 'outreacher'; readonly stateFips: string };

/** A provider's request that writes in its own room: plans it alone reads, corrections its state's agency decides. */
export type Resident = { readonly role: 'resident'; readonly stateFips: string; readonly providerId: number };

/** Staff's request about the mail of their state. */
export type Outboxer = { readonly role: 'outbox'; readonly stateFips: string };

/** Staff of the education agency or the commission in a round. It reads releases as a provider does: no lot is finer than what providers are shown. */
export type Buyer = { readonly role: 'buyer'; readonly stateFips: string };
/** A provider in a round: what it is shown of rounds, and what it writes itself. */
export type Bidder = { readonly role: 'bidder'; readonly stateFips: string; readonly providerId: number };

export type TokenHolder = Agency | Provider | District | Coordinator;

/** Who asks: the holder of a token, or a person in one of the person's roles. */
export type Caller = TokenHolder | Commission | Admin | Guest;

/** A reader of a release. Those who need no number about students read the public's; the commission reads as the agency. */
export type Viewer = { readonly role: 'public' } | Agency | Provider | District;

/**
 * The actor of a piece of work. `intake` is the machine itself, jobs and commands; `unknown` is a caller whose token is being looked up;
 * `sweeper` learns which uploads are due to be deleted; `doorkeeper` lets people in; `postman` sends mail;
 * `keeper` sees days pass and filings come.
 */
export type Actor =
  | { readonly role: 'intake' | 'unknown' | 'sweeper' | 'doorkeeper' | 'postman' | 'keeper' }
  | Viewer
  | Coordinator
  | Collector
  | Receiver
  | Issuer
  | Author
  | Planner
  | Outboxer
  | Teller
  | Outreacher
  | Resident
  | Buyer
  | Bidder
  | Commission
  | Admin;

export const TOKEN_ROLES = [
  'agency',
  'provider',
  'district',
  'coordinator',
] as const satisfies readonly TokenHolder['role'][];

/** Roles of people, as an invitation names them. The education agency's, `sea`, is that of an agency's token. */
export const PERSON_ROLES = ['admin', 'sea', 'puc', 'coordinator', 'district', 'provider', 'viewer'] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

export const ASKABLE_AUDIENCES = [
  'public',
  'agency',
  'provider',
  'district',
] as const satisfies readonly Viewer['role'][];
export type AskedAudience = (typeof ASKABLE_AUDIENCES)[number];

/** Possible recipients of a disclosure. */
export const DISCLOSED_TO = ['public', ...TOKEN_ROLES] as const;

/** FIPS code of a LEAID's state: its first two digits. */
export function stateOfLeaId(leaId: string): string {
  return leaId.slice(0, 2);
}

/** FIPS code of an actor's state; undefined for actors without a scope. */
export function stateOf(actor: Actor): string | undefined {
  switch (actor.role) {
    case 'intake':
    case 'unknown':
    case 'sweeper':
    case 'doorkeeper':
    case 'postman':
    case 'keeper':
    case 'public':
      return undefined;
    case 'district':
    case 'collector':
    case 'receiver':
      return stateOfLeaId(actor.leaId);
    default:
      return actor.stateFips;
  }
}

/** FIPS code of a caller's state. */
export function stateOfCaller(caller: Caller): string {
  return caller.role === 'district' ? stateOfLeaId(caller.leaId) : caller.stateFips;
}

/** Every audience a caller may request, finest first. */
export function audiencesOf(caller: Caller | undefined): AskedAudience[] {
  const own = caller && readerOf(caller);
  return own ? [own.role, 'public'] : ['public'];
}

/** As whom a caller reads a release; undefined: as the public. */
export function readerOf(caller: Caller): Agency | Provider | District | undefined {
  switch (caller.role) {
    case 'agency':
    case 'provider':
    case 'district':
      return caller;
    case 'puc':
      return { role: 'agency', stateFips: caller.stateFips };
    default:
      return undefined;
  }
}

/** The audience whose rows answer: a district reads its own rows of the provider's, whose filings are public. */
export function rowsOf(asked: AskedAudience): Audience {
  return asked === 'district' ? 'provider' : asked;
}

/** The audience whose filings are named: a district sees the public's. */
export function sourcesFor(asked: AskedAudience): Audience {
  return asked === 'district' ? 'public' : asked;
}

/** Role and settings of a transaction, by which grants and row level security decide what it may read and write. */
export interface DatabaseIdentity {
  readonly role: (typeof DATABASE_ROLES)[Actor['role']];
  /** Settings for row level security: letters, digits and underscores. */
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
  receiver: 'gapmap_receive',
  sweeper: 'gapmap_receive',
  issuer: 'gapmap_issue',
  puc: 'gapmap_commission',
  admin: 'gapmap_people',
  doorkeeper: 'gapmap_signin',
  author: 'gapmap_author',
  planner: 'gapmap_planner',
  teller: 'gapmap_teller',
  outreacher: 'gapmap_outreach',
  resident: 'gapmap_room',
  outbox: 'gapmap_outbox',
  postman: 'gapmap_postman',
  keeper: 'gapmap_keeper',
  buyer: 'gapmap_buyer',
  bidder: 'gapmap_bidder',
} as const satisfies Record<Actor['role'], `gapmap_${string}`>;

/** Audiences that row level security knows: of those who act for a district or a coordinator, theirs. */
const SETTINGS: Partial<Record<Actor['role'], string>> = {
  collector: 'district',
  receiver: 'district',
  issuer: 'coordinator',
  puc: 'agency',
  author: 'agency',
  planner: 'agency',
  outbox: 'agency',
  teller: 'agency',
  outreacher: 'coordinator',
  resident: 'provider',
  buyer: 'provider',
  bidder: 'provider',
};

/** @throws Error when a LEAID does not have seven digits, or a state two */
export function databaseIdentity(actor: Actor): DatabaseIdentity {
  const settings: Record<string, string> = { 'gapmap.audience': SETTINGS[actor.role] ?? actor.role };
  const state = stateOf(actor);
  if (state !== undefined) {
    if (!/^\d{2}$/.test(state)) throw new Error('an actor acts within a state of two digits');
    settings['gapmap.state_fips'] = state;
  }
  if ('leaId' in actor) {
    if (!/^\d{7}$/.test(actor.leaId)) throw new Error('a district actor needs a seven-digit LEAID');
    settings['gapmap.lea_id'] = actor.leaId;
  }
  if ('providerId' in actor) settings['gapmap.provider_id'] = String(Math.trunc(actor.providerId));
  return { role: DATABASE_ROLES[actor.role], settings };
}

/** Every address of the application that may be asked for, made from what it says of itself and from what there is. */
import { cellToParent } from 'h3-js';
import { LAYERS } from '../../server/features/tiles/contract.ts';
import { worldX, worldY } from '../../server/features/tiles/outlines.ts';
import { hexesOf, type StateOfTwo } from './two-states.ts';

/** A state with the numbers that the database gave it. */
export interface Known {
  readonly state: StateOfTwo;
  readonly release: number;
  readonly collection: number;
  readonly upload: string;
  readonly link: number;
  readonly clusters: readonly string[];
}

export interface Address {
  readonly method: string;
  readonly route: string;
  readonly url: string;
  readonly audience: string;
  /** FIPS codes of the states whose release it asks for by number or by `state`; of two that contradict each other, both. */
  readonly selected: ReadonlySet<string>;
  /** Whether it asks for a release at all. */
  readonly isOfRelease: boolean;
}

interface Operation {
  parameters?: { name: string; in: string; schema?: { enum?: string[] } }[];
}
export type Paths = Record<string, Record<string, Operation>>;

/** What a part of a path or query is filled with, and the state it names as the one to be read. */
type Filling = readonly [text: string, selects?: string];

const ZOOMS = [5, 8, 11];
const AUDIENCES: readonly Filling[] = [['public'], ['agency'], ['provider'], ['district']];

/** Briefs on paper, which are set from what the brief as data and its map say: nobody reads a word in their bytes. */
const SET_FROM_TEXT = /^\/api\/v1\/(briefs|stories|collect)\/.*(\{file\}|\.zip|\.pdf|\.docx|\.png)$/;

/** @throws Error on a part of a path that is not known here: a new route has to be crawled too */
export function addressesOf(paths: Paths, known: readonly Known[]): Address[] {
  return Object.entries(paths)
    .filter(([path]) => !SET_FROM_TEXT.test(path))
    .flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { parameters = [] }]) => {
        const asked = new Set(parameters.filter((one) => one.in === 'query').map(({ name }) => name));
        const isOfRelease = asked.has('release') || path.includes('{release}');
        return fillPath(path, known).flatMap(([filled, inPath]) =>
          fillQuery(asked, known).map(([query, inQuery, audience]) => ({
            method: method.toUpperCase(),
            route: path,
            url: `${filled}${query === '' ? '' : `?${query}`}`,
            audience,
            selected: new Set([...inPath, ...inQuery]),
            isOfRelease,
          })),
        );
      }),
    );
}

function fillPath(path: string, known: readonly Known[]): [string, string[]][] {
  if (path.includes('{z}'))
    return known.flatMap(({ state }) =>
      ZOOMS.flatMap((z) => {
        const [lng, lat] = state.center;
        const tile = `${z}/${Math.floor(worldX(lng) * 2 ** z)}/${Math.floor(worldY(lat) * 2 ** z)}`;
        return fillPath(path.replace('{z}/{x}/{y}', tile), known);
      }),
    );
  if (path.includes('{kind}'))
    return known.flatMap(({ state: { fips, leaId, county, town } }) =>
      [
        `state/${fips}`,
        `county/${county}`,
        `school_district/${leaId}`,
        `senate_district/${fips}001`,
        `town/${town}`,
      ].map((place): [string, string[]] => [path.replace('{kind}/{id}', place), []]),
    );
  const part = /\{(\w+)\}/.exec(path)?.[1];
  if (part === undefined) return [[path, []]];
  return valuesOf(part, path, known).flatMap(([text, selects]) =>
    fillPath(path.replace(`{${part}}`, text), known).map(([filled, others]): [string, string[]] => [
      filled,
      selects === undefined ? others : [selects, ...others],
    ]),
  );
}

function valuesOf(part: string, path: string, known: readonly Known[]): Filling[] {
  const each = (value: (one: Known) => readonly (string | number)[]): Filling[] =>
    known.flatMap((one) => value(one).map((text): Filling => [String(text)]));
  if (part === 'release') return [['current'], ...releases(known)];
  if (part === 'layer') return LAYERS.map((layer): Filling => [layer]);
  if (part === 'h3')
    return each(({ state }) => {
      const [hex = ''] = hexesOf(state);
      return [hex, cellToParent(hex, 7), cellToParent(hex, 5)];
    });
  if (part === 'leaId') return known.map(({ state: { fips, leaId } }): Filling => [leaId, fips]);
  if (part === 'tokenId') return each(({ link }) => [link]);
  if (part === 'token') return [['nobody-was-given-this']];
  if (part === 'file') return [['dictionary.csv'], ['survey-es.html']];
  if (part === 'code') return [['nobody-made1']];
  if (part === 'issuer') return [['none']];
  if (part === 'state') return known.map(({ state: { fips } }): Filling => [fips, fips]);
  if (part === 'version') return [['0123456789abcdef']];
  if (part === 'id' && /^\/(sessions|people|sign-in)\//.test(path)) return [['1']];
  if (part === 'id' && /\/(plans|alerts|corrections|notes|windows|mail)\//.test(path)) return [['1']];
  if (part === 'attachment') return [['00000000-0000-4000-8000-000000000000']];
  if (/\/(rounds|qualifications?|commitments)\//.test(path)) return [[part === 'move' ? 'open' : '1']];
  if (part === 'id' && path.includes('/clusters/')) return each(({ clusters }) => clusters.slice(0, 2));
  if (part === 'id' && path.includes('/uploads/')) return each(({ upload }) => [upload]);
  if (part === 'id' && path.includes('/scenarios/')) return [['00000000-0000-4000-8000-000000000000']];
  if (part === 'id' && path.includes('/collections/')) return each(({ collection }) => [collection]);
  throw new Error(`what to ask ${path} for is not known`);
}

function releases(known: readonly Known[]): Filling[] {
  return known.map(({ release, state }): Filling => [String(release), state.fips]);
}

const FILLINGS: Record<string, (known: readonly Known[]) => readonly Filling[]> = {
  audience: () => AUDIENCES,
  release: (known) => [['current'], ...releases(known)],
  state: (known) => [[''], ...known.map(({ state: { fips } }): Filling => [fips, fips])],
  format: () => [['json'], ['csv'], ['geojson']],
  q: () => [[''], ['r']],
  outline: () => [['true']],
  place: (known) => known.map(({ state: { county } }): Filling => [`county:${county}`]),
  statistics: () => [['all']],
  limit: () => [['500']],
  provider: () => [['130001']],
};

/** All combinations; parts of a query that say nothing of whose numbers are meant stay as they are when left out. */
function fillQuery(asked: ReadonlySet<string>, known: readonly Known[]): [string, string[], string][] {
  let filled: [string, string[], string][] = [['', [], 'public']];
  for (const [name, fillings] of Object.entries(FILLINGS)) {
    if (!asked.has(name)) continue;
    filled = filled.flatMap(([query, selected, audience]) =>
      fillings(known).map(([text, selects]): [string, string[], string] => [
        text === '' ? query : `${query}${query === '' ? '' : '&'}${name}=${text}`,
        selects === undefined ? selected : [...selected, selects],
        name === 'audience' ? text : audience,
      ]),
    );
  }
  return filled;
}

/**
 * A cluster's name in another language. Releases and rounds store names in English, so a name is taken apart by the grammar it was made
 * by: those of earlier releases need no migration, and a name that somebody writes by the same grammar is read like one.
 */
import { isCountyName } from '../county-name.ts';
import { type ClusterNameMessages, clusterNames as english } from '../messages/en/cluster-names.ts';
import type { Direction, NameParts, Side } from './name-parts.ts';

export function nameOf(words: ClusterNameMessages, { within, town, away, number }: NameParts): string {
  const ground = within ? words.within(within) : words.nowhere;
  const name =
    town === undefined ? ground : away ? words.away({ ground, town, ...away }) : words.near({ ground, town });
  return number === undefined ? name : words.numbered({ name, number });
}

/** @param name of a cluster, or of a lot; unchanged if it is no name that a cluster is given */
export function clusterNameIn(words: ClusterNameMessages, name: string): string {
  if (words === english) return name;
  const parts = partsOf(name);
  return parts ? nameOf(words, parts) : name;
}

/** Whether a name is one that a cluster is given; else somebody chose its words. */
export function isClusterName(name: string): boolean {
  return partsOf(name) !== undefined;
}

const SIDES = inverse(english.sides);
const DIRECTIONS = inverse(english.directions);

const GRAMMAR = new RegExp(
  [
    `^(?:${english.nowhere}|(?<side>${[...SIDES.keys()].join('|')}) (?<county>.+?))`,
    `(?:, (?:near|(?<miles>\\d+) miles? (?<direction>${[...DIRECTIONS.keys()].join('|')}) of) (?<town>.+?))?`,
    '(?: \\((?<number>\\d+)\\))?$',
  ].join(''),
);

function partsOf(name: string): NameParts | undefined {
  const found = GRAMMAR.exec(name)?.groups;
  if (!found) return undefined;
  const { county, town, miles, number } = found;
  const side = SIDES.get(found.side ?? '');
  const direction = DIRECTIONS.get(found.direction ?? '');
  if (county !== undefined && !isCountyName(county)) return undefined;
  const parts = {
    within: side && county !== undefined ? { side, county } : undefined,
    town,
    away: direction && { miles: Number(miles), direction },
    number: number === undefined ? undefined : Number(number),
  };
  return nameOf(english, parts) === name ? parts : undefined;
}

function inverse<Code extends Direction | Side>(words: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> {
  return new Map(Object.entries<string>(words).map(([code, word]) => [word, code as Code]));
}

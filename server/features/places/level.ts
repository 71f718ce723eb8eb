/** Grades that a school district teaches: elementary and secondary districts share land, unified ones do not. */
import type { Properties } from '../../platform/gis/read.ts';
import { plainName } from './column-names.ts';
import { plainText } from './identifier.ts';

export type Level = 'elementary' | 'secondary' | 'unified';

export const LEVEL_COLUMNS = ['mtfcc', 'unsdlea', 'elsdlea', 'scsdlea'];

/** From the feature's class (MTFCC), the one code it has of three (UNSDLEA, ELSDLEA, SCSDLEA), or its name. */
export function levelOf(properties: Properties, name: string): Level | undefined {
  const filled = (column: string) =>
    Object.entries(properties).some(([field, value]) => plainName(field) === column && /[1-9]/.test(plainText(value)));
  const coded = BY_COLUMN.filter(([column]) => filled(column));
  const [only] = coded;
  return BY_CLASS[classOf(properties)] ?? (coded.length === 1 ? only?.[1] : undefined) ?? levelOfName(name);
}

/** From the name of a file or layer: tl_2024_06_elsd. */
export function levelOfFile(name: string): Level | undefined {
  const [code] = /(?<![a-z])(unsd|elsd|scsd)(?![a-z])/i.exec(name) ?? [];
  return BY_COLUMN.find(([column]) => column === `${code?.toLowerCase()}lea`)?.[1];
}

/** Whether districts of these levels teach different grades to the same homes. */
export function mayShareGround(one: Level | null, other: Level | null): boolean {
  return one !== null && other !== null && one !== other && one !== 'unified' && other !== 'unified';
}

const BY_CLASS: Readonly<Record<string, Level>> = { G5400: 'elementary', G5410: 'secondary', G5420: 'unified' };
const BY_COLUMN = [
  ['unsdlea', 'unified'],
  ['elsdlea', 'elementary'],
  ['scsdlea', 'secondary'],
] as const;

function classOf(properties: Properties): string {
  const [, value] = Object.entries(properties).find(([field]) => plainName(field) === 'mtfcc') ?? [];
  return plainText(value);
}

function levelOfName(name: string): Level | undefined {
  if (/\(0?9-12\)/.test(name)) return 'secondary';
  if (/\((pk|k|kg)-0?[5-8]\)/i.test(name)) return 'elementary';
  if (/\bunified\b/i.test(name)) return 'unified';
  if (/\b(elementary|elem|k-?8|grammar)\b/i.test(name)) return 'elementary';
  if (/\b(high school|union high|secondary|joint high|uhsd|hsd)\b/i.test(name)) return 'secondary';
  return undefined;
}

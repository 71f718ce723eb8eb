/** Why a list of members is not loaded. */
import { stateNameOf } from '../../../states.ts';
import { kinds } from '../kinds.ts';

const MOST_TOLD = 10;

export const memberRefusals = {
  'members.not-found': ({ path }: { path: string }) => `${path}: there is no such file. Check the path and try again.`,
  'members.empty': ({ file }: { file: string }) =>
    `${file}: there is no member of the chamber in it. Nothing was changed. Give a table with the columns district and name, and the right --chamber.`,
  'members.state': 'It is not clear which state these members are of. Give it with --state, for example --state WV.',
  'members.header': ({
    file,
    line,
    missing,
    fields,
  }: {
    file: string;
    line: number;
    missing: readonly string[];
    fields: readonly string[];
  }) =>
    `${file}, line ${line}: the header has no column ${missing.join(' and no ')}; it has ${fields.join(', ')}. Name the columns chamber, district and name.`,
  'members.faults': ({ file, faults }: { file: string; faults: readonly string[] }) =>
    [
      `${file} cannot be loaded, and the members loaded before stay:`,
      ...faults.slice(0, MOST_TOLD).map((fault) => `  - ${fault}`),
      ...(faults.length > MOST_TOLD ? [`  - and ${faults.length - MOST_TOLD} more`] : []),
    ].join('\n'),
  'members.fault': ({ file, line, column, what }: { file: string; line: number; column: string; what: string }) =>
    `${file}, line ${line}, column ${column}: ${what}`,
  'members.chamber': ({ text }: { text: string }) =>
    `"${text}" is no chamber. Write senate, house or congress, or leave the row out.`,
  'members.name': ({ most }: { most: number }) => `a name of 1 to ${most} characters is wanted. Fill it in.`,
  'members.twice': ({ name }: { name: string }) => `${name} is there twice for the same district. Leave one out.`,
  'members.district': ({ text, kind, stateFips }: { text: string; kind: string; stateFips: string }) =>
    `"${text}" is none of the ${kinds[kind] ?? kind} of ${stateNameOf(stateFips) ?? stateFips}. Write its number, as 5, or its GEOID, as ${stateFips}005; or load its outline first.`,
};

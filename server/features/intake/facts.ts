import { cellToChildren } from 'h3-js';
import { cellFromText, cellToText } from '../../domain/cell.ts';
import { type FileFacts, MOST_IN_HOUSEHOLD } from '../../domain/survey/quality.ts';
import { QUESTIONS, type Question, SURVEY_CODES } from '../../domain/survey.ts';
import type { Reader } from '../../platform/reader.ts';
import { cellsInside, cellsWithSchools } from '../places/index.ts';
import type { CheckedFile } from './file-check.ts';
import { ANSWERS } from './homes-table.ts';
import { KeyIndex } from './key-index.ts';
import { KEY_BYTES } from './pseudonym.ts';

export interface CountedFile extends CheckedFile {
  /** By LEAID. */
  readonly facts: ReadonlyMap<string, FileFacts>;
}

/** Counts a checked file beside the places that are loaded, which takes longer than storing it: before the transaction, not in it. */
export async function counted(reader: Reader, file: CheckedFile): Promise<CountedFile> {
  const facts = new Map<string, FileFacts>();
  for (const { leaId } of file.districts) facts.set(leaId, await factsOf(reader, file, leaId));
  return { ...file, facts };
}

/** A checked file in numbers, one district at a time. */
async function factsOf(reader: Reader, file: CheckedFile, leaId: string): Promise<FileFacts> {
  const { homes, districts, findings } = file;
  const district = districts.findIndex((each) => each.leaId === leaId);
  const inCell = new Map<bigint, number>();
  const alike = new Map<number, { homes: number; at: number }>();
  const households = new KeyIndex();
  const inHousehold: number[] = [];
  let count = 0;
  for (let i = 0; i < homes.count; i++) {
    if (homes.lea[i] !== district) continue;
    count++;
    increase(inCell, homes.cells[i] ?? 0n);
    const household = households.add(homes.households, i * KEY_BYTES);
    inHousehold[household] = (inHousehold[household] ?? 0) + 1;
    const number = answersNumber(homes.answers, i * ANSWERS);
    const same = alike.get(number);
    if (same) same.homes++;
    else alike.set(number, { homes: 1, at: i * ANSWERS });
  }
  const sets = [...alike.values()].map(({ homes: students, at }) => ({
    students,
    answers: homes.answers.subarray(at, at + ANSWERS),
  }));
  const answering = sets.filter(({ answers }) => answers.some((code) => code > 0));
  return {
    homes: count,
    answered: sum(answering.map(({ students }) => students)),
    questions: Object.fromEntries(QUESTIONS.map((question) => [question, askedAndAnswered(sets, question)])) as Record<
      Question,
      { asked: number; answered: number }
    >,
    cells: inCell.size,
    inFullestCell: largest(inCell.values()),
    atSchools: await homesAtSchools(reader, leaId, inCell),
    mostAlike: largest(answering.map(({ students }) => students)),
    outside: await homesOutside(reader, leaId, inCell),
    crowded: sum(inHousehold.filter((students) => students > MOST_IN_HOUSEHOLD)),
    duplicates: findings.filter(({ kind }) => kind === 'duplicate').length,
    rows: districts[district]?.rows ?? 0,
    without: sum(sets.filter(({ answers }) => codeOf(answers, 'internet_access') === false).map((s) => s.students)),
  };
}

interface AnswerSet {
  readonly students: number;
  readonly answers: Uint8Array;
}

/** Earlier answers decide which students a question is asked of, as in the blueprint. */
function askedAndAnswered(sets: readonly AnswerSet[], question: Question): { asked: number; answered: number } {
  const asked = sets.filter(({ answers }) => isAsked(answers, question));
  return {
    asked: sum(asked.map(({ students }) => students)),
    answered: sum(asked.filter(({ answers }) => codeOf(answers, question) !== null).map(({ students }) => students)),
  };
}

function isAsked(answers: Uint8Array, question: Question): boolean {
  switch (question) {
    case 'internet_access':
    case 'device':
      return true;
    case 'barrier':
      return codeOf(answers, 'internet_access') === false;
    case 'internet_type':
    case 'performance':
      return codeOf(answers, 'internet_access') === true;
    case 'device_access':
    case 'device_provider':
      return codeOf(answers, 'device') !== null && codeOf(answers, 'device') !== 'None';
  }
}

function codeOf(answers: Uint8Array, question: Question): string | boolean | null {
  return SURVEY_CODES[question][(answers[QUESTIONS.indexOf(question)] ?? 0) - 1] ?? null;
}

function answersNumber(answers: Uint8Array, at: number): number {
  let number = 0;
  for (let q = 0; q < ANSWERS; q++) number = number * 16 + (answers[at + q] ?? 0);
  return number;
}

/** Homes in hexagons wholly outside the district: in a border hexagon the home may be on either side. */
async function homesOutside(
  reader: Reader,
  leaId: string,
  inCell: ReadonlyMap<bigint, number>,
): Promise<number | null> {
  const parts = [...inCell.keys()].flatMap((cell) =>
    cellToChildren(cellToText(cell), 9).map((child) => ({ cell, child: cellFromText(child) })),
  );
  const inside = await cellsInside(reader, {
    kind: 'school_district',
    id: leaId,
    cells: parts.map(({ child }) => child),
  });
  if (!inside) return null;
  const reached = new Set(parts.flatMap(({ cell }, i) => (inside[i] === 1 ? [cell] : [])));
  return sum([...inCell].map(([cell, homes]) => (reached.has(cell) ? 0 : homes)));
}

async function homesAtSchools(
  reader: Reader,
  leaId: string,
  inCell: ReadonlyMap<bigint, number>,
): Promise<FileFacts['atSchools']> {
  const held = await cellsWithSchools(reader, { stateFips: leaId.slice(0, 2), cells: [...inCell.keys()] });
  return held && { homes: sum([...held].map((cell) => inCell.get(cell) ?? 0)), cells: held.size };
}

function largest(numbers: Iterable<number>): number {
  let most = 0;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

function increase(counts: Map<bigint, number>, key: bigint): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

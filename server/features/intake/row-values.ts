import { isValidCell } from 'h3-js';
import { cellAsWritten } from '../../domain/cell.ts';
import { readAnswer, type SomeAnswers } from '../../domain/survey/answer.ts';
import { readGrade } from '../../domain/survey/grade.ts';
import { GRADES } from '../../domain/survey/grades.ts';
import { type Answers, contradict, QUESTIONS, type Question, SURVEY_CODES } from '../../domain/survey.ts';
import { looksLikeKey, sameKey } from './pseudonym.ts';

/**
 * Caches the parsed value of columns with few distinct values. Only values that parse are cached, so that
 * a column of free text does not fill the memory.
 */
export function remembering<T>(read: (text: string) => T | undefined): (text: string) => T | undefined {
  const known = new Map<string, T>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = read(text);
      // A slice of a file's text would keep the whole block alive.
      if (value !== undefined) known.set(structuredClone(text), value);
    }
    return value;
  };
}

/** LEAID: seven digits. Six digits have lost their leading zero in a spreadsheet. */
export function readLeaId(text: string): string | undefined {
  const value = text.trim();
  if (/^\d{7}$/.test(value)) return value;
  return /^[1-9]\d{5}$/.test(value) ? `0${value}` : undefined;
}

export type CellFault = 'cell' | 'resolution';

/**
 * Every res-8 cell reads 88, eight digits that identify it, and fffff. A res-9 cell, from earlier anonymizers, is read as
 * its parent. h3-js validates each distinct cell once, as homes share cells.
 *
 * @param finer called for each res-9 cell
 */
export function cellReader(finer: () => void = () => undefined): (text: string) => number | CellFault {
  const exists = { '8': new Map<number, boolean>(), '9': new Map<number, boolean>() };
  return (text) => {
    const value = text.length === 15 ? text : (cellAsWritten(text) ?? text.trim());
    if (!HOME_CELL.test(value)) {
      return /^8[0-9a-f]{14}$/i.test(value) && isValidCell(value.toLowerCase()) ? 'resolution' : 'cell';
    }
    const isFiner = value.charAt(1) === '9';
    const known = exists[isFiner ? '9' : '8'];
    const which = Number.parseInt(value.slice(2, isFiner ? 11 : 10), 16);
    let there = known.get(which);
    if (there === undefined) {
      there = isValidCell(value.toLowerCase());
      known.set(which, there);
    }
    if (!there) return 'cell';
    if (!isFiner) return which;
    finer();
    const withoutLast = Math.floor(which / 16);
    return withoutLast + 1 - (withoutLast % 2);
  };
}

const HOME_CELL = /^8(?:8[0-9a-f]{8}f|9[0-9a-f]{9})ffff$/i;

/** @param which the eight digits that identify a res-8 cell */
export function highWord(which: number): number {
  return 0x08800000 + Math.floor(which / 0x1000);
}

export function lowWord(which: number): number {
  return (((which & 0xfff) << 20) | 0xfffff) >>> 0;
}

/** The answer that one value of a survey column gives: positions of question and code, from 1. */
export interface CodedAnswers {
  readonly own: number;
  /** Answers to other questions that the code implies: they fill blanks only. */
  readonly besides: readonly (readonly [question: number, code: number])[];
}

/** No spelling holds a null byte, and no database stores it in text. */
export function codedAnswer(question: Question, text: string): CodedAnswers | undefined {
  const answers = text.includes('\0') ? undefined : readAnswer(question, text);
  if (!answers) return undefined;
  return {
    own: codeNumber(question, answers),
    besides: QUESTIONS.flatMap((other, index) => {
      const code = other === question ? 0 : codeNumber(other, answers);
      return code > 0 ? [[index, code] as const] : [];
    }),
  };
}

function codeNumber(question: Question, answers: SomeAnswers): number {
  const codes: readonly (string | boolean)[] = SURVEY_CODES[question];
  const code = answers[question];
  return code === undefined || code === null ? 0 : codes.indexOf(code) + 1;
}

/** Whether coded answers contradict each other; each combination is evaluated once. */
export function contradictionFinder(): (answers: Uint8Array, at: number) => boolean {
  const judged = new Map<number, boolean>();
  return (answers, at) => {
    let combination = 0;
    for (const [i, question] of QUESTIONS.entries())
      combination = combination * (SURVEY_CODES[question].length + 1) + (answers[at + i] ?? 0);
    let verdict = judged.get(combination);
    if (verdict === undefined) {
      verdict = contradict(
        Object.fromEntries(
          QUESTIONS.map((question, i) => [question, SURVEY_CODES[question][(answers[at + i] ?? 0) - 1] ?? null]),
        ) as Answers,
      );
      judged.set(combination, verdict);
    }
    return verdict;
  };
}

/** A pseudonym as files write it; undefined when the text is none. */
export function keyIn(text: string): string | undefined {
  if (looksLikeKey(text)) return sameKey(text);
  const trimmed = text.trim();
  return looksLikeKey(trimmed) ? sameKey(trimmed) : undefined;
}

/** Position in GRADES from 1; 0 = not given. */
export function gradeNumber(text: string): number | undefined {
  const grade = readGrade(text);
  return grade === undefined ? undefined : grade === null ? 0 : GRADES.indexOf(grade) + 1;
}

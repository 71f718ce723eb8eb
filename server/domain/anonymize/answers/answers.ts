/** Reads the survey columns of a row into numbered codes; parses each distinct value once. */
import { readAnswer } from '../../survey/answer.ts';
import { readTicked } from '../../survey/ticked.ts';
import { QUESTIONS, type Question, SURVEY_CODES } from '../../survey.ts';
import { plainSigns } from '../../typography.ts';
import type { Mapping } from '../fields.ts';
import { ANSWER_COUNT } from '../home-table.ts';

interface Reading {
  readonly own: number;
  readonly areSeveral: boolean;
  /** Answers to other questions that a code implies: they fill blanks only. */
  readonly besides: readonly (readonly [place: number, code: number])[];
}

export interface AnswerColumn {
  readonly question: Question;
  readonly column: number;
}

export interface ReadAnswers {
  /** Unreadable columns; their answers stay blank. */
  readonly unread: readonly AnswerColumn[];
  /** Columns with several ticked answers. */
  readonly several: readonly AnswerColumn[];
}

const NOTHING_TO_TELL: ReadAnswers = { unread: [], several: [] };
const MOST_REMEMBERED = 10_000;

export class AnswerReader {
  readonly columns: readonly AnswerColumn[];
  readonly #known: Map<string, Reading | undefined>[];

  constructor(mapping: Mapping) {
    this.columns = QUESTIONS.flatMap((question) => {
      const column = mapping[question];
      return column === undefined ? [] : [{ question, column }];
    });
    this.#known = this.columns.map(() => new Map());
  }

  /** Writes the answers of a row. */
  read(row: readonly string[], out: Uint8Array, offset: number): ReadAnswers {
    out.fill(0, offset, offset + ANSWER_COUNT);
    let told: { unread: AnswerColumn[]; several: AnswerColumn[] } | undefined;
    let besides: Reading['besides'] = [];
    for (const [i, column] of this.columns.entries()) {
      const reading = this.#reading(i, column.question, row[column.column] ?? '');
      if (!reading || reading.areSeveral) {
        told ??= { unread: [], several: [] };
        (reading ? told.several : told.unread).push(column);
      }
      if (!reading) continue;
      out[offset + QUESTIONS.indexOf(column.question)] = reading.own;
      if (reading.besides.length > 0) besides = [...besides, ...reading.besides];
    }
    for (const [place, code] of besides) if (out[offset + place] === 0) out[offset + place] = code;
    return told ?? NOTHING_TO_TELL;
  }

  #reading(i: number, question: Question, text: string): Reading | undefined {
    const known = this.#known[i];
    if (known?.has(text)) return known.get(text);
    const reading = understand(question, text);
    if (known && known.size < MOST_REMEMBERED) known.set(text, reading);
    return reading;
  }
}

function understand(question: Question, text: string): Reading | undefined {
  const whole = isNothing(text) ? {} : (readAnswer(question, text) ?? (saysNothing(text) ? {} : undefined));
  const read = whole ? { answers: whole, areSeveral: false } : readTicked(question, text);
  if (!read) return undefined;
  const { answers, areSeveral } = read;
  const code = (other: Question) => {
    const codes: readonly (string | boolean)[] = SURVEY_CODES[other];
    const answer = answers[other];
    return answer === undefined || answer === null ? 0 : codes.indexOf(answer) + 1;
  };
  return {
    own: code(question),
    areSeveral,
    besides: QUESTIONS.flatMap((other, place) =>
      other !== question && code(other) > 0 ? [[place, code(other)] as const] : [],
    ),
  };
}

/** Notations for "no answer" in exports. "None" is an answer. */
function isNothing(text: string): boolean {
  return /^\s*(n\/?a|null|#n\/a|-+|\(blank\)|no response|not answered|no answer|declined)?\s*$/i.test(plainSigns(text));
}

/** "Don't know" is no answer to a question without a code for it. */
function saysNothing(text: string): boolean {
  return /^\s*(i )?(don'?t know|do not know|not sure|unsure|prefer not to (say|answer)|no s[eé])\.?\s*$/i.test(
    plainSigns(text),
  );
}

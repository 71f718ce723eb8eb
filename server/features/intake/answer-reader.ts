import { sameCode } from '../../domain/survey/answer.ts';
import { QUESTIONS, type Question } from '../../domain/survey.ts';
import type { Layout } from './columns.ts';
import { ANSWERS, type HomesTable } from './homes-table.ts';
import { type CodedAnswers, codedAnswer, remembering } from './row-values.ts';

export type Spellings = Partial<Record<Question, Record<string, string>>>;

/** Reads the answers row by row, and records nonstandard spellings of codes. */
export class AnswerReader {
  /** Codes in another spelling than ours. */
  readonly spellings: Spellings = {};
  readonly #survey: readonly { index: number; place: number; read: (text: string) => CodedAnswers | undefined }[];

  constructor(layout: Layout) {
    this.#survey = layout.survey.map(({ question, index }) => ({
      index,
      place: QUESTIONS.indexOf(question),
      read: remembering((text) => {
        const answer = codedAnswer(question, text);
        if (answer) this.#noteSpelling(question, text.trim());
        return answer;
      }),
    }));
  }

  /** Writes the answers to the slot of the next home. @returns false when one is unreadable */
  read(fields: readonly string[], { answers, count }: HomesTable): boolean {
    const at = count * ANSWERS;
    answers.fill(0, at, at + ANSWERS);
    let allRead = true;
    let besides: CodedAnswers['besides'] | undefined;
    for (const { index, place, read } of this.#survey) {
      const answer = read(fields[index] ?? '');
      if (answer === undefined) allRead = false;
      else if (answer.own > 0) answers[at + place] = answer.own;
      if (answer && answer.besides.length > 0) besides = besides ? [...besides, ...answer.besides] : answer.besides;
    }
    for (const [place, code] of besides ?? []) if (answers[at + place] === 0) answers[at + place] = code;
    return allRead;
  }

  #noteSpelling(question: Question, written: string): void {
    const code = sameCode(question, written);
    // The part before a '#' could be free text; only a URI keeps its spelling.
    if (code === undefined || code === written || (written.includes('#') && !/^\w+:\/\/\S+#[\w ./-]+$/.test(written)))
      return;
    const known = this.spellings[question] ?? {};
    known[written] = code;
    this.spellings[question] = known;
  }
}

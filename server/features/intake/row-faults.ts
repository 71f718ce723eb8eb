import { codeValueSays, type Identifying, keyValueSays, valueSays } from '../../domain/identifying.ts';
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { isDamaged } from '../../domain/spreadsheet.ts';
import { readGrade } from '../../domain/survey/grade.ts';
import { SURVEY_CODES } from '../../domain/survey.ts';
import type { Layout } from './columns.ts';
import { looksLikeKey } from './pseudonym.ts';
import { described, type Finding } from './report.ts';
import { type CellFault, codedAnswer, readLeaId } from './row-values.ts';

export interface RowFaults {
  /** One row of the report. */
  readonly finding: Finding;
  /** Columns whose values could identify somebody. */
  readonly identifying: readonly (readonly [column: string, says: Identifying])[];
}

type Fault = Pick<Finding, 'column' | 'kind' | 'found' | 'advice' | 'leftOut'>;

/** What is wrong with a row that could not be read in full. @param cellOf as in row-values */
export function faultsOf(
  line: number,
  fields: readonly string[],
  layout: Layout,
  cellOf: (text: string) => number | CellFault,
): RowFaults {
  const faults: Fault[] = [];
  const identifying: [string, Identifying][] = [];
  const nameOf = (index: number) => layout.names[index] ?? '';
  const sniff = (index: number, text: string, says: (text: string) => Identifying | undefined) => {
    const said = says(text);
    if (said) identifying.push([nameOf(index), said]);
  };
  const wrong = (index: number, fault: Omit<Fault, 'column' | 'leftOut'>, leftOut: Fault['leftOut'] = 'row') =>
    faults.push({ column: nameOf(index), leftOut, ...fault });
  const missing = (index: number, advice: Phrase) =>
    wrong(index, { kind: 'missing', found: phrase('found.nothing'), advice });

  const leaText = fields[layout.leaId] ?? '';
  if (leaText.trim() === '') missing(layout.leaId, phrase('advice.lea-id'));
  else if (readLeaId(leaText) === undefined) {
    sniff(layout.leaId, leaText, codeValueSays);
    wrong(layout.leaId, {
      kind: 'lea_id',
      found: described(leaText),
      advice: phrase(isDamaged(leaText) ? 'advice.lea-id/spreadsheet' : 'advice.lea-id'),
    });
  }

  for (const index of [layout.studentKey, layout.householdKey]) {
    const text = fields[index] ?? '';
    if (text.trim() === '') missing(index, phrase('advice.key/missing'));
    else if (!looksLikeKey(text.trim())) {
      sniff(index, text, keyValueSays);
      wrong(index, { kind: 'key', found: described(text), advice: phrase('advice.key') });
    }
  }

  const cellText = fields[layout.cell] ?? '';
  const cell = cellOf(cellText);
  if (cellText.trim() === '') missing(layout.cell, phrase('advice.cell/missing'));
  else if (cell === 'resolution')
    wrong(layout.cell, {
      kind: 'resolution',
      found: phrase('found.resolution', { resolution: Number.parseInt(cellText.trim().charAt(1), 16) }),
      advice: phrase('advice.resolution'),
    });
  else if (cell === 'cell') {
    sniff(layout.cell, cellText, codeValueSays);
    wrong(layout.cell, {
      kind: 'cell',
      found: described(cellText),
      advice: phrase('advice.cell'),
    });
  }

  if (layout.gradeLevel !== undefined) {
    const text = fields[layout.gradeLevel] ?? '';
    if (readGrade(text) === undefined) {
      sniff(layout.gradeLevel, text, valueSays);
      wrong(layout.gradeLevel, { kind: 'grade', found: described(text), advice: phrase('advice.grade') }, 'answer');
    }
  }

  for (const { question, index } of layout.survey) {
    const text = fields[index] ?? '';
    if (codedAnswer(question, text)) continue;
    sniff(index, text, valueSays);
    wrong(
      index,
      {
        kind: 'code',
        found: codeLike(text) ? phrase('found.code', { text: text.trim() }) : described(text),
        advice: phrase('advice.code', { words: SURVEY_CODES[question].map(String) }),
      },
      'answer',
    );
  }

  // Faults that cost the row come first; the person who fixes it should see the others too.
  faults.sort((a, b) => Number(b.leftOut === 'row') - Number(a.leftOut === 'row'));
  const [first, ...others] = faults;
  if (!first) throw new Error('a row that could not be read has nothing wrong with it');
  return { finding: { line, ...first, also: others.map((fault) => fault.column) }, identifying };
}

/** A row whose student appeared before. */
export function repeated(line: number, layout: Layout, firstLine: number, also: readonly string[]): Finding {
  return {
    line,
    column: layout.names[layout.studentKey] ?? '',
    kind: 'duplicate',
    found: phrase('found.repeated', { line: firstLine }),
    advice: phrase('advice.duplicate'),
    leftOut: 'row',
    also,
  };
}

const SURVEY_WORDS = new Set(
  (
    'yes no not true false available affordable desired other residential broadband cellular network hot spot hotspot ' +
    'community provided wi fi wifi satellite dial up dialup none unknown sometimes desktop laptop computer tablet ' +
    'chromebook smartphone phone shared personal school dedicated always never device internet cable dsl fiber mobile'
  ).split(' '),
);

/** Whether an unknown code may be shown: short, and made of the survey's own vocabulary or a small number. */
function codeLike(text: string): boolean {
  const value = text.trim();
  if (/^\d{1,2}$/.test(value)) return true;
  if (value.length > 40 || !/^[A-Za-z][A-Za-z /–-]*$/.test(value)) return false;
  const words = value.toLowerCase().split(/[^a-z]+/);
  return words.filter((word) => SURVEY_WORDS.has(word)).length * 2 >= words.length;
}

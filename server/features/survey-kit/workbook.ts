import writeXlsxFile, { type CellObject, type Sheet, type SheetData } from 'write-excel-file/node';
import { ELEMENTS, writtenCode } from '../../domain/survey/element.ts';
import { answerLabel } from '../../domain/survey/wording.ts';
import { type Question, SURVEY_CODES } from '../../domain/survey.ts';
import { askedWhen } from './dictionary.ts';
import { OWN_COLUMNS, templateColumns } from './template.ts';
import { WORKBOOK_WORDS } from './words.ts';

/** The library exports the type without its result in Node. */
type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsxFile>[1]>['features']>[number];

const ANSWERS = 'Answers';
const CODES = 'Codes';
/** Rows with dropdown lists: as many as the largest file of the anonymizer, and the header. */
const LAST_ROW = 200_001;

/** The template as a workbook: dropdown lists, codes with their meaning, and instructions, in two languages. */
export function templateXlsx(questions: readonly Question[]): Promise<Buffer> {
  const sheets: Sheet<Buffer>[] = [
    { sheet: ANSWERS, data: answersData(questions), columns: widths(questions), stickyRowsCount: 1 },
    {
      sheet: CODES,
      data: codesData(questions),
      columns: [{ width: 18 }, { width: 28 }, { width: 52 }, { width: 58 }, { width: 28 }, { width: 10 }],
      stickyRowsCount: 1,
    },
    ...(['en', 'es'] as const).map((language) => ({
      sheet: WORKBOOK_WORDS[language].sheet,
      data: WORKBOOK_WORDS[language].lines.map((line, i): CellObject[] => [
        { value: line, type: String, wrap: true, ...(i === 0 ? { fontWeight: 'bold' as const } : {}) },
      ]),
      columns: [{ width: 100 }],
    })),
  ];
  return writeXlsxFile(sheets, { features: [choices(questions)] }).toBuffer();
}

/** The header, and one empty row that formats its columns as text: spreadsheets strip the zeros of numbers. */
function answersData(questions: readonly Question[]): SheetData {
  const columns = templateColumns(questions);
  return [columns.map(heading), columns.map(() => ({ value: '', type: String, format: '@' }))];
}

function codesData(questions: readonly Question[]): SheetData {
  return [
    ['column', 'code', 'English', 'Español', 'asked when', 'CEDS'].map(heading),
    ...questions.flatMap((question) =>
      SURVEY_CODES[question].map((code) => {
        const label = answerLabel(question, code);
        return [question, writtenCode(code), label.en, label.es, askedWhen(question), ELEMENTS[question].ceds].map(
          (value) => ({ value, type: String }),
        );
      }),
    ),
  ];
}

function heading(value: string): CellObject {
  return { value, type: String, fontWeight: 'bold', backgroundColor: '#dfe8f1', format: '@' };
}

function widths(questions: readonly Question[]) {
  return templateColumns(questions).map((name) => ({ width: name === 'address' ? 32 : Math.max(14, name.length + 3) }));
}

/** Adds dropdown lists under the questions, and formats every column as text. The library supports neither, but allows both. */
function choices(questions: readonly Question[]): Feature {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { sheet }) => (sheet === ANSWERS ? withChoices(textColumns(xml), questions) : xml),
        },
      },
    },
  };
}

function textColumns(xml: string): string {
  const style = /<c r="A2"[^>]*\bs="(\d+)"/.exec(xml)?.[1];
  return style === undefined ? xml : xml.replaceAll(/<col /g, `<col style="${style}" `);
}

/** The schema fixes the element's position: after rows and merged cells, before margins and drawings. */
function withChoices(xml: string, questions: readonly Question[]): string {
  let firstRow = 2;
  const lists = questions.map((question, i) => {
    const lastRow = firstRow + SURVEY_CODES[question].length - 1;
    const column = columnLetter(OWN_COLUMNS.length + i);
    const range = `${CODES}!$B$${firstRow}:$B$${lastRow}`;
    firstRow = lastRow + 1;
    return (
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning" ` +
      `sqref="${column}2:${column}${LAST_ROW}"><formula1>${range}</formula1></dataValidation>`
    );
  });
  const element = `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
  return xml.replace('</sheetData>', `</sheetData>${element}`);
}

function columnLetter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

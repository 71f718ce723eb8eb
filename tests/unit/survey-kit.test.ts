import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Fastify from 'fastify';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { describe, expect, it, vi } from 'vitest';
import { guessMapping } from '../../server/domain/anonymize/index.ts';
import { LANGUAGES } from '../../server/domain/messages/language.ts';
import { readAnswer } from '../../server/domain/survey/answer.ts';
import { isAsked, questionAfter } from '../../server/domain/survey/asked.ts';
import { questionOfColumn } from '../../server/domain/survey/column.ts';
import {
  type Answers,
  type Code,
  contradict,
  homeStatus,
  QUESTIONS,
  type Question,
  SURVEY_CODES,
} from '../../server/domain/survey.ts';
import { surveyKitCommand } from '../../server/features/survey-kit/commands.ts';
import { KIT_FILES, questionsAsked, templateColumns } from '../../server/features/survey-kit/index.ts';
import { surveyKitRoutes } from '../../server/features/survey-kit/routes.ts';
import { readCsv } from '../../server/platform/csv/read.ts';
import { messagesIn } from '../../server/platform/messages.ts';
import { answerWithProblems } from '../../server/platform/problem-json.ts';

const everyCode = QUESTIONS.flatMap((question) =>
  SURVEY_CODES[question].map((code) => ({ question, code: code as string | boolean })),
);

async function made(name: string, questions: readonly Question[] = QUESTIONS): Promise<Buffer> {
  const file = KIT_FILES.find((known) => known.name === name);
  if (!file) throw new Error(`the kit has no ${name}`);
  return await file.make(questions);
}

async function rowsOf(csv: Buffer): Promise<Record<string, string>[]> {
  const rows: string[][] = [];
  for await (const batch of readCsv(ReadableStream.from([csv]))) rows.push(...batch.map(({ fields }) => fields));
  const [header = [], ...others] = rows;
  return others.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])));
}

describe('the survey kit', () => {
  it('offers in its dictionary every code, each of which reads back in every spelling to itself', async () => {
    const rows = await rowsOf(await made('dictionary.csv'));
    expect(rows).toHaveLength(everyCode.length);
    for (const [i, { question, code }] of everyCode.entries()) {
      const row = rows[i] ?? {};
      expect(row.column).toBe(question);
      for (const name of [row.column, row.edfi_element, row.ceds_id])
        expect(questionOfColumn(name ?? '')).toBe(question);
      for (const name of ['code', 'ceds_code', 'answer_en', 'answer_es'])
        expect(readAnswer(question, row[name] ?? ''), `${name} of ${question}`).toEqual({ [question]: code });
      if (typeof code === 'string')
        expect(readAnswer(question, row.edfi_descriptor ?? '')).toEqual({ [question]: code });
      expect(row.definition).not.toBe('');
    }
  });

  it('asks in its templates for columns that the validator knows', async () => {
    const [header] = (await made('template.csv')).toString().split('\r\n');
    const questions = (header ?? '')
      .split(',')
      .map(questionOfColumn)
      .filter((question) => question !== undefined);
    expect(questions).toEqual(QUESTIONS);
    const sheet = await readSheet(await made('template.xlsx'), 'Answers');
    expect(`\ufeff${sheet[0]?.join()}`).toBe(header);
  });

  it('asks in its templates for what the anonymizer takes them for, column by column', () => {
    const columns = templateColumns(QUESTIONS);
    expect(guessMapping(columns, []).mapping).toEqual(Object.fromEntries(columns.map((name, i) => [name, i])));
  });

  it('lists in its workbook the codes to choose from, where each question says they are', async () => {
    const workbook = await made('template.xlsx');
    const codes = await readSheet(workbook, 'Codes');
    const xml = strFromU8(unzipSync(workbook)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    const lists = [...xml.matchAll(/Codes!\$B\$(\d+):\$B\$(\d+)/g)];
    expect(lists).toHaveLength(QUESTIONS.length);
    for (const [i, question] of QUESTIONS.entries()) {
      const [, from, to] = lists[i] ?? [];
      const offered = codes.slice(Number(from) - 1, Number(to));
      expect(offered.map(([column]) => column)).toEqual(SURVEY_CODES[question].map(() => question));
      for (const [n, code] of SURVEY_CODES[question].entries())
        for (const place of [1, 2, 3])
          expect(readAnswer(question, String(offered[n]?.[place]))).toEqual({ [question]: code });
    }
  });

  it.each(LANGUAGES.flatMap((language) => [`survey-${language}.html`, `phone-${language}.html`]))(
    'offers in %s every question and every code, and nothing else',
    async (name) => {
      const html = (await made(name)).toString();
      const offered = html
        .split('data-question="')
        .slice(1)
        .map((part) => ({
          question: part.slice(0, part.indexOf('"')),
          codes: [...part.matchAll(/data-code="([^"]+)"/g)].map((match) => match[1]),
        }));
      expect(offered).toEqual(QUESTIONS.map((question) => ({ question, codes: SURVEY_CODES[question].map(String) })));
      expect(html).toContain(`<html lang="${name.slice(-7, -5)}">`);
      expect(html).not.toMatch(/<script|src=|href="(?!data:)|url\((?!data:)/);
    },
  );

  it('of fewer questions asks those, and leads past the ones that are left out', async () => {
    const html = (await made('survey-en.html', questionsAsked('performance, internet_access,barrier'))).toString();
    expect([...html.matchAll(/data-question="(\w+)"/g)].map((match) => match[1])).toEqual([
      'internet_access',
      'barrier',
      'performance',
    ]);
    expect(html).toContain('Yes <span class="go">→ Go to question 3</span>');
    expect(html).toContain('no internet at home? <span class="go">→ You are done</span>');
    const script = (await made('phone-en.html')).toString();
    expect(script).toContain('<b>Yes</b> <span class="go">→ Go to question 3</span>');
    expect(script.split('→ Go to question 5')).toHaveLength(2);
    expect(() => questionsAsked('barrier,age')).toThrow('internet_access, barrier');
  });

  it('is served to everybody, file by file, and kept by browsers until it changes', async () => {
    const app = Fastify();
    answerWithProblems(app);
    await app.register(surveyKitRoutes);
    const list = (await app.inject('/api/v1/survey-kit?questions=device')).json();
    expect(list.questions).toEqual(['device']);
    for (const { url, bytes } of list.files) {
      const response = await app.inject(url);
      expect(response.statusCode).toBe(200);
      expect(response.rawPayload).toHaveLength(bytes);
      const again = await app.inject({ url, headers: { 'if-none-match': String(response.headers.etag) } });
      expect(again.statusCode).toBe(304);
    }
    expect((await app.inject('/api/v1/survey-kit/..%2F..%2Fpackage.json')).json().code).toBe('survey-kit.unknown');
    expect((await app.inject('/api/v1/survey-kit?questions=age')).json().code).toBe('survey-kit.questions');
    await app.close();
  });

  it('is written to a folder by the command, which names each file in the language asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gapmap-kit-'));
    const said = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    try {
      const command = surveyKitCommand(() => messagesIn('es').terminal.lines);
      await command.parseAsync(['--out', join(folder, 'new')], { from: 'user' });
      expect(said.mock.calls[0]).toEqual([
        `${join(folder, 'new', 'dictionary.csv')}  Diccionario de datos: columnas, códigos, Ed-Fi y CEDS\n`,
      ]);
    } finally {
      said.mockRestore();
    }
    expect(readdirSync(join(folder, 'new')).sort()).toEqual(KIT_FILES.map(({ name }) => name).sort());
    rmSync(folder, { recursive: true });
  });
});

const anyAnswers = fc.record(
  Object.fromEntries(QUESTIONS.map((question) => [question, fc.constantFrom(null, ...SURVEY_CODES[question])])),
) as fc.Arbitrary<Answers>;

describe('the order of the questions', () => {
  it('leads along every path to exactly the questions that apply', () => {
    fc.assert(
      fc.property(anyAnswers, (said) => {
        const path: Question[] = [];
        let given: Partial<Answers> = {};
        for (let at: Question | null = 'internet_access'; at; ) {
          path.push(at);
          const code: Code<Question> = said[at] ?? SURVEY_CODES[at][0];
          given = { ...given, [at]: code };
          at = questionAfter(at, code, QUESTIONS);
        }
        expect(path).toEqual(QUESTIONS.filter((question) => isAsked(question, given)));
      }),
    );
  });

  it('rules out contradictions, except for "None" as the kind of an existing connection', () => {
    fc.assert(
      fc.property(anyAnswers, (said) => {
        const followed = Object.fromEntries(
          QUESTIONS.map((question) => [question, isAsked(question, said) ? said[question] : null]),
        ) as Answers;
        expect(contradict(followed)).toBe(followed.internet_access === true && followed.internet_type === 'None');
        expect(homeStatus(followed)).toBe(homeStatus({ ...followed, ...accessBranch(said) }));
      }),
    );
  });

  it('is broken by every other contradiction', () => {
    fc.assert(
      fc.property(anyAnswers, (said) => {
        if (!contradict(said)) return;
        const strays = QUESTIONS.some((question) => said[question] !== null && !isAsked(question, said));
        expect(strays || said.internet_type === 'None').toBe(true);
      }),
    );
  });
});

/** Where access was answered, what was answered off its branch must not matter to the status. */
function accessBranch(said: Answers): Partial<Answers> {
  if (said.internet_access === null) return {};
  return { barrier: said.barrier, internet_type: said.internet_type, performance: said.performance };
}

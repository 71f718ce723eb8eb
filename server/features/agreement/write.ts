/** The agreement as a Word document: headings, paragraphs, tables with header rows, so that lawyers mark it up as their own. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import type { AgreementMessages } from '../../domain/messages/en/agreement.ts';
import { promise as promiseEn } from '../../domain/messages/en/promise.ts';
import { promise as promiseEs } from '../../domain/messages/es/promise.ts';
import type { Language } from '../../domain/messages/language.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import type { AgreementSettings } from './settings.ts';

export interface AgreementWords {
  readonly language: Language;
  readonly agreement: AgreementMessages;
  readonly people: ServerMessages['people'];
  readonly questionNames: Readonly<Record<string, string>>;
}

type Block = Paragraph | Table;

export async function agreementDocx(settings: AgreementSettings, words: AgreementWords): Promise<Buffer> {
  const { agreement: messages, language } = words;
  const document = new Document({
    title: messages.title,
    creator: 'Gapmap',
    styles: {
      default: {
        document: {
          run: { font: 'Calibri', size: 22, language: { value: language === 'es' ? 'es-US' : 'en-US' } },
          paragraph: { spacing: { after: 120 } },
        },
      },
    },
    sections: [{ children: [...opening(settings, words), ...terms(settings, words), ...signatures(words)] }],
  });
  return Packer.toBuffer(document);
}

function opening({ day, stateName, districtName, collection }: AgreementSettings, words: AgreementWords): Block[] {
  const { title, draft, made, parties, purpose } = words.agreement;
  const { name, opensOn, closesOn, questions } = collection;
  return [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    said(draft),
    said(made({ day })),
    heading(parties.title),
    said(parties.agency({ stateName })),
    said(districtName === undefined ? parties.every : parties.district({ districtName })),
    heading(purpose.title),
    said(purpose.words({ collection: name })),
    ...(opensOn !== null && closesOn !== null ? [said(purpose.window({ opensOn, closesOn }))] : []),
    said(purpose.asked({ names: questions.map((question) => words.questionNames[question] ?? question) })),
    said(purpose.only),
  ];
}

function terms(settings: AgreementSettings, { agreement, people, language }: AgreementWords): Block[] {
  const { taken, shown, kept, readers, log, readerOf } = agreement;
  const { floors, deviation, rounding, keepHours, hoursUntouched, linkDays, columns, roles } = settings;
  const promised = language === 'es' ? promiseEs : promiseEn;
  return [
    heading(taken.title),
    said(taken.lead),
    table(
      [taken.column, taken.holds],
      columns.map((column) => [column, taken.columns[column]]),
    ),
    said(taken.never),
    heading(shown.title),
    said(shown.floors(floors)),
    said(shown.noise({ deviation, rounding })),
    heading(shown.promise, HeadingLevel.HEADING_2),
    said(promised.promise),
    heading(shown.not, HeadingLevel.HEADING_2),
    ...promised.notPromised.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
    heading(kept.title),
    said(keepHours === 0 ? kept.atOnce : kept.hours({ hours: keepHours })),
    said(kept.untouched({ hours: hoursUntouched })),
    said(kept.rows),
    said(kept.certificate),
    said(kept.links({ days: linkDays })),
    heading(readers.title),
    said(readers.lead),
    table(
      [readers.role, readers.reads],
      roles.map((role) => [readerOf[role], people.opens[role]]),
    ),
    heading(log.title),
    ...[log.acts, log.disclosures, log.nothing].map(said),
  ];
}

function signatures({ agreement: { signed } }: AgreementWords): Block[] {
  return [heading(signed.title), ...[signed.agency, signed.line, signed.district, signed.line].map(said)];
}

function heading(
  text: string,
  level: (typeof HeadingLevel)[keyof typeof HeadingLevel] = HeadingLevel.HEADING_1,
): Paragraph {
  return new Paragraph({ text, heading: level, keepNext: true });
}

function said(text: string): Paragraph {
  return new Paragraph(text);
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const cell = (text: string, bold: boolean) =>
    new TableCell({ children: [new Paragraph({ children: [new TextRun({ text, bold })] })] });
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text) => cell(text, isHead)) });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  });
}

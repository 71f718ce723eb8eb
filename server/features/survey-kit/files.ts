import type { KitFileName } from '../../domain/messages/en/kit.ts';
import { LANGUAGES, type Language } from '../../domain/messages/language.ts';
import type { Question } from '../../domain/survey.ts';
import type { KitFormat } from './contract.ts';
import { dictionaryCsv } from './dictionary.ts';
import { paperForm } from './paper.ts';
import { phoneScript } from './phone.ts';
import { templateCsv } from './template.ts';
import { templateXlsx } from './workbook.ts';

export interface KitFile {
  readonly name: KitFileName;
  readonly format: KitFormat;
  readonly languages: readonly Language[];
  make(questions: readonly Question[]): Buffer | Promise<Buffer>;
}

const text = (make: (questions: readonly Question[]) => string) => (questions: readonly Question[]) =>
  Buffer.from(make(questions));

/** All files of the kit, generated from the definitions that also read the answers. */
export const KIT_FILES: readonly KitFile[] = [
  {
    name: 'dictionary.csv',
    format: 'csv',
    languages: LANGUAGES,
    make: text(dictionaryCsv),
  },
  {
    name: 'template.xlsx',
    format: 'xlsx',
    languages: LANGUAGES,
    make: templateXlsx,
  },
  {
    name: 'template.csv',
    format: 'csv',
    languages: ['en'],
    make: text(templateCsv),
  },
  ...LANGUAGES.flatMap((language): KitFile[] => [
    {
      name: `survey-${language}.html`,
      format: 'html',
      languages: [language],
      make: text((questions) => paperForm(language, questions)),
    },
    {
      name: `phone-${language}.html`,
      format: 'html',
      languages: [language],
      make: text((questions) => phoneScript(language, questions)),
    },
  ]),
];

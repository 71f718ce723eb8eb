/** Words of the lists to save. The worker holds both languages, because it can fetch nothing. */
import { fields } from '../../../../server/domain/messages/es/fields.ts';
import { phrases } from '../../../../server/domain/messages/es/phrases.ts';
import { rows } from '../../../../server/domain/messages/es/rows.ts';
import type { Language } from '../../../../server/domain/messages/language.ts';
import { ENGLISH, type ListWords } from '../../../../server/features/anonymize/report.ts';

export const LIST_WORDS: Readonly<Record<Language, ListWords>> = { en: ENGLISH, es: { fields, rows, phrases } };

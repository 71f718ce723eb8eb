import { describe, expect, it } from 'vitest';
import { fieldOfName } from '../../../server/domain/anonymize/column-names.ts';
import { FIELD_WORDS, FIELDS } from '../../../server/domain/anonymize/index.ts';
import { LANGUAGES, WORDING } from '../../../server/domain/survey/wording.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';
import { QUESTION_WORDS } from '../../../web/src/features/collect/words.ts';
import { LEAVING_WORDS } from '../../../web/src/features/prepare/leaving.ts';

describe('the name of a column', () => {
  it('is understood as the pages themselves write it', () => {
    for (const field of FIELDS) expect(fieldOfName(FIELD_WORDS[field].name)?.field, field).toBe(field);
    for (const question of QUESTIONS) {
      expect(fieldOfName(QUESTION_WORDS[question])?.field, question).toBe(question);
      expect(fieldOfName(LEAVING_WORDS[question])?.field, question).toBe(question);
    }
  });

  it('is understood as the survey kit asks, in both languages and with a number before it', () => {
    for (const question of QUESTIONS)
      for (const language of LANGUAGES)
        for (const number of ['', 'Q3: ', '3. ', 'Pregunta 3. '])
          expect(fieldOfName(number + WORDING[question].ask[language])?.field).toBe(question);
  });

  it.each([
    ['Gr Lvl', 'grade_level'],
    ['Hm City', 'city'],
    ['Hm ZIP', 'zip'],
    ['Hm Addr Line 1', 'address'],
    ['Hm Apt', 'unit'],
    ['STU_NBR', 'student_id'],
    ['Do you have internet at home?', 'internet_access'],
    ['Q1: Do you have internet at home?', 'internet_access'],
    ['Does your household have Wi-Fi at home?', 'internet_access'],
    ['Home internet', 'internet_access'],
    ['Q2 why not', 'barrier'],
    ['If no, why not?', 'barrier'],
    ['Reason for no internet', 'barrier'],
    ['Q3 what kind', 'internet_type'],
    ['Connection type', 'internet_type'],
    ['Q4 how well does it work', 'performance'],
    ['Q5 device used most', 'device'],
    ['Primary device', 'device'],
    ['Q6 shared?', 'device_access'],
    ['Shared', 'device_access'],
    ['Q7 where from', 'device_provider'],
    ['Provider', 'device_provider'],
    ['Who provides the device?', 'device_provider'],
  ])('%s is %s', (name, field) => {
    expect(fieldOfName(name)?.field).toBe(field);
  });

  it.each([
    ...['Internet Use Agreement', 'Internet permission', 'Internet Provider', 'Device Serial Number', 'Device ID'],
    ...['Chromebook issued flag', 'Laptop fee flag', 'Exit reason', 'Reason for withdrawal', 'Insurance provider'],
    ...['Q1 Grade', 'District', 'Home', 'Home Phone', 'Shared custody', 'Level of support', '504 flag'],
  ])('%s is none that is read', (name) => {
    expect(fieldOfName(name)).toBeUndefined();
  });
});

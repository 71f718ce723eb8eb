import { describe, expect, it } from 'vitest';
import { fieldOfName } from '../../../server/domain/anonymize/headers/column-names.ts';
import { FIELDS } from '../../../server/domain/anonymize/index.ts';
import { fields as en } from '../../../server/domain/messages/en/fields.ts';
import { leaving } from '../../../server/domain/messages/en/prepare/leaving.ts';
import { fields as es } from '../../../server/domain/messages/es/fields.ts';
import { LANGUAGES } from '../../../server/domain/messages/language.ts';
import { WORDING } from '../../../server/domain/survey/wording.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';

describe('the name of a column', () => {
  it('is understood as the pages themselves write it', () => {
    for (const words of [en, es])
      for (const field of FIELDS) expect(fieldOfName(words[field].name)?.field, words[field].name).toBe(field);
    for (const question of QUESTIONS) {
      expect(fieldOfName(leaving.columns[question])?.field, question).toBe(question);
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
    ['Do you have internet at home? / ¿Tiene internet en casa?', 'internet_access'],
    ['¿Tiene internet en casa?\nDo you have internet at home?', 'internet_access'],
    ['4. Do you have high-speed internet at home? *', 'internet_access'],
    ['Do you have Wi-Fi at home? (not counting a phone) - Selected Choice', 'internet_access'],
    ['<p>Does your child have reliable internet access at home?&nbsp;</p>', 'internet_access'],
    ['Is your child able to access the internet in their primary place of residence?', 'internet_access'],
    ['If no, what is the main reason you do not have internet at home?', 'barrier'],
    ['What, if any, is the main barrier to reliable internet in your child’s residence?', 'barrier'],
    ['Si no tiene internet, ¿por qué no?', 'barrier'],
    ['How does your family access the internet at home? (choose one)', 'internet_type'],
    ['¿Cómo se conecta a internet en casa? / How do you connect to the internet at home?', 'internet_type'],
    ['Is your home internet reliable enough for video?', 'performance'],
    ['Can your child upload schoolwork without interruptions caused by slow internet?', 'performance'],
    ['What device does your child use most often to learn away from school?', 'device'],
    ['¿Qué dispositivo usa el estudiante en casa? (Which device is used?)', 'device'],
    ['Is the primary learning device (question 2) shared with anyone else?', 'device_access'],
    ['¿Quién proporcionó el dispositivo?', 'device_provider'],
    ['Student number / Número de estudiante', 'student_id'],
    ['Número de estudiante (Student ID)', 'student_id'],
    ['Student ID\nNúmero de identificación del estudiante', 'student_id'],
    ['1) Your student’s identification number (if you know it) *', 'student_id'],
    ['Grade / Grado', 'grade_level'],
    ['¿En qué grado está su hijo?', 'grade_level'],
    ['What grade is your student in?', 'grade_level'],
    ['Home address / Dirección de casa', 'address'],
    ['Physical Address (not mailing)', 'address'],
    ['Home location latitude', 'latitude'],
    ['Latitud / Latitude', 'latitude'],
  ])('%s is %s', (name, field) => {
    expect(fieldOfName(name)?.field).toBe(field);
  });

  it.each([
    ...['Internet Use Agreement', 'Internet permission', 'Internet Provider', 'Device Serial Number', 'Device ID'],
    ...['Chromebook issued flag', 'Laptop fee flag', 'Exit reason', 'Reason for withdrawal', 'Insurance provider'],
    ...[
      'Do you need internet at home?',
      'Is your internet slow?',
      'No internet at home',
      'Does the student have internet at school?',
    ],
    ...[
      'Do you have a device and internet at home?',
      'Does your child have their own device?',
      'Internet speed (Mbps)',
    ],
    ...['What type of internet do you have at home? - Other (please specify)', 'How many devices are at home?'],
    ...[
      'Grade - Math',
      'Grade: Algebra 1',
      'Grade 10',
      'Sibling: Student ID',
      'Student phone number',
      'City, State, Zip',
    ],
    ...[
      'School Latitude',
      'Latitude (School)',
      'School - Latitude',
      'Location Latitude',
      'Geolocation',
      'Latitud de la escuela',
    ],
    ...[
      'Stop Lat',
      'Latitude (bus stop)',
      'IP Latitude',
      'Centroid Lat',
      'Address (mailing)',
      'Bus Stop: Address',
      'Work Address',
    ],
    ...['Q1 Grade', 'District', 'Home', 'Home Phone', 'Shared custody', 'Level of support', '504 flag'],
  ])('%s names no column that is read', (name) => {
    expect(fieldOfName(name)).toBeUndefined();
  });
});

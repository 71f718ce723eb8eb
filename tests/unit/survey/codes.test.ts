import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyAnswer, readAnswer } from '../../../server/domain/survey/answer.ts';
import { questionOfColumn } from '../../../server/domain/survey/column.ts';
import { LIKELY, SYNONYMS } from '../../../server/domain/survey/everyday.ts';
import { readGrade } from '../../../server/domain/survey/grade.ts';
import { GRADES } from '../../../server/domain/survey/grades.ts';
import { QUESTIONS, type Question, SURVEY_CODES } from '../../../server/domain/survey.ts';

const everyCode = QUESTIONS.flatMap((question) =>
  SURVEY_CODES[question].map((code) => ({ question, code: code as string | boolean })),
);
const messy = (text: string) =>
  fc
    .tuple(fc.constantFrom('', ' ', '\t'), fc.constantFrom('-', '–', ' - ', ' – ', ' ', ''), fc.boolean())
    .map(([edge, dash, upper]) => {
      const joined = edge + text.replace(/[ -]+/g, dash) + edge;
      return upper ? joined.toUpperCase() : joined;
    });

describe('a survey code', () => {
  it('is read in any spelling of spaces, dashes and capitals, and behind any descriptor URI', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...everyCode).chain((entry) =>
          fc.record({
            entry: fc.constant(entry),
            text: messy(String(entry.code)),
            namespace: fc.constantFrom('', 'uri://ed-fi.org/SomeDescriptor#', 'uri://state.example/v1/X#'),
          }),
        ),
        ({ entry: { question, code }, text, namespace }) => {
          expect(readAnswer(question, namespace + text)).toEqual({ [question]: code });
        },
      ),
    );
  });

  it.each<[Question, string, object]>([
    ['barrier', 'NotAffordable', { barrier: 'Not Affordable' }],
    ['internet_type', 'CommunityProvidedWi-Fi', { internet_type: 'Community Provided Wi-Fi' }],
    ['internet_type', 'Dialup', { internet_type: 'Dial-up' }],
    ['internet_type', 'SchoolProvidedHotSpot', { internet_type: 'Hot Spot' }],
    ['internet_access', 'No - Not Available', { internet_access: false, barrier: 'Not Available' }],
    ['internet_access', 'No – Not Affordable', { internet_access: false, barrier: 'Not Affordable' }],
    ['internet_access', 'FALSE', { internet_access: false }],
    ['performance', 'Yes - But not consistent', { performance: 'Sometimes' }],
    ['performance', 'Yes – No issues', { performance: 'Yes' }],
    ['device', 'Desktop/Laptop', { device: 'Laptop Computer' }],
    ['device', 'SmartPhone', { device: 'Smartphone' }],
    ['device_access', 'School Provided - Shared', { device_access: 'Shared', device_provider: 'School' }],
    ['device_access', 'Personal-Dedicated', { device_access: 'Not Shared', device_provider: 'Personal' }],
    ['device_access', 'None', { device: 'None' }],
  ])('of CEDS or of 2020 for %s, "%s", is read', (question, text, answers) => {
    expect(readAnswer(question, text)).toEqual(answers);
  });

  it.each<[Question, string, string]>([
    ['barrier', 'too expensive', 'Not Affordable'],
    ['barrier', 'cost', 'Not Affordable'],
    ['barrier', 'Can’t afford it', 'Not Affordable'],
    ['barrier', 'Not available at address', 'Not Available'],
    ['barrier', 'don’t want it', 'Not Desired'],
    ['internet_type', 'Starlink', 'Satellite'],
    ['device', 'phone', 'Smartphone'],
    ['device', 'iPad', 'Tablet'],
    ['device_access', '1:1', 'Not Shared'],
    ['device_access', 'shared with siblings', 'Shared'],
    ['device_provider', 'Personally owned', 'Personal'],
  ])('to %s may be the everyday words %s for %s', (question, text, code) => {
    expect(readAnswer(question, text)).toEqual({ [question]: code });
  });

  it.each<[Question, string, string]>([
    ['internet_access', 'Yes - but unreliable', 'true'],
    ['internet_type', 'phone', 'Cellular Network'],
    ['performance', 'yes, some issues', 'Sometimes'],
    ['performance', 'NO - buffering', 'No'],
    ['device_access', 'yes', 'Shared'],
    ['device_provider', '1:1', 'School'],
  ])('to %s is no code when it is %s, and suggests %s', (question, text, code) => {
    expect(readAnswer(question, text)).toBeUndefined();
    expect(likelyAnswer(question, text)).toBe(code);
  });

  it('means access where it names a kind of connection, as the order of the questions has it', () => {
    for (const text of ['DSL', 'Cable', 'Fiber', 'satellite', 'Hotspot', 'Starlink']) {
      expect(readAnswer('internet_access', text), text).toBeUndefined();
      expect(likelyAnswer('internet_access', text), text).toBe('true');
    }
    for (const text of ['Other', 'Unknown', 'too expensive', 'Satellite?'])
      expect(likelyAnswer('internet_access', text), text).toBeUndefined();
    expect(likelyAnswer('internet_access', 'None')).toBe('false');
    expect(readAnswer('barrier', 'can’t afford')).toEqual({ barrier: 'Not Affordable' });
  });

  it('is suggested as a code that reads back to itself, and only where nothing is read', () => {
    for (const words of [SYNONYMS, LIKELY])
      for (const question of QUESTIONS)
        for (const [code, texts] of Object.entries(words[question] ?? {})) {
          expect(SURVEY_CODES[question].map(String)).toContain(code);
          for (const text of texts)
            expect(readAnswer(question, text), text).toEqual(words === LIKELY ? undefined : { [question]: code });
        }
    expect(readAnswer('device_access', '11')).toBeUndefined();
  });

  it.each<[Question, string]>([
    ['internet_access', '-1'],
    ['internet_access', '+1'],
    ['internet_access', '1.5'],
    ['internet_access', '10'],
    ['internet_access', '①'],
    ['internet_access', 'Yes?'],
    ['internet_access', 'see note #1'],
    ['internet_access', 'Apt #0'],
    ['device_access', 'Shared?'],
    ['barrier', 'Other #2'],
  ])('to %s is not made of "%s" by leaving something of it out', (question, text) => {
    expect(readAnswer(question, text)).toBeUndefined();
  });

  it('is read in other typography and as spreadsheets write numbers', () => {
    expect(readAnswer('internet_access', '1.0')).toEqual({ internet_access: true });
    expect(readAnswer('internet_access', '0,00')).toEqual({ internet_access: false });
    expect(readAnswer('internet_access', 'No\u00a0— Not\u202fAvailable')).toEqual({
      internet_access: false,
      barrier: 'Not Available',
    });
    for (const text of ['Don’t know', "don't know", 'DON´T KNOW', 'No sé'])
      expect(readAnswer('device_access', text)).toEqual({ device_access: 'Unknown' });
    expect(likelyAnswer('internet_access', '-1')).toBe('true');
    expect(likelyAnswer('internet_access', 'Yes?')).toBe('true');
  });

  it('left blank is no answer, and a word of another list is no code', () => {
    for (const question of QUESTIONS) {
      expect(readAnswer(question, ' ')).toEqual({});
      expect(readAnswer(question, 'Blackboard')).toBeUndefined();
    }
    expect(readAnswer('barrier', '--')).toBeUndefined();
  });
});

describe('a survey column', () => {
  it.each<[string, Question]>([
    ['internetAccessInResidence', 'internet_access'],
    ['Internet Access in Residence', 'internet_access'],
    ['001934', 'internet_access'],
    ['1937', 'performance'],
    ['barrierToInternetAccessInResidenceDescriptor', 'barrier'],
    ['InternetPerformance', 'performance'],
    ['DigitalDevice', 'device'],
    ['DeviceAccess', 'device_access'],
    ['Primary Learning Device Away From School', 'device'],
    ['primary_learning_device_provider', 'device_provider'],
  ])('named %s asks about %s', (header, question) => {
    expect(questionOfColumn(header)).toBe(question);
  });

  it('is not recognized by an unknown name', () => {
    expect(questionOfColumn('school_code')).toBeUndefined();
    expect(questionOfColumn('')).toBeUndefined();
    expect(questionOfColumn('constructor')).toBeUndefined();
  });
});

describe('a grade', () => {
  it.each([
    ['KG', 'KG'],
    ['Kindergarten', 'KG'],
    ['1', '01'],
    ['01', '01'],
    ['2nd', '02'],
    ['Tenth grade', '10'],
    ['uri://ed-fi.org/GradeLevelDescriptor#Twelfth grade', '12'],
    ['Preschool/Prekindergarten', 'PK'],
    ['Grade 13', '13'],
  ])('written %s is %s', (text, grade) => {
    expect(readGrade(text)).toBe(grade);
  });

  it('is read from each of its codes, and from no blank or other text', () => {
    for (const grade of GRADES) expect(readGrade(grade)).toBe(grade);
    expect(readGrade('')).toBeNull();
    expect(readGrade('Elm Street')).toBeUndefined();
    expect(readGrade('99')).toBeUndefined();
  });
});

describe('an answer that stands in two languages', () => {
  it.each<[Question, string, object]>([
    ['internet_access', 'Yes / Sí', { internet_access: true }],
    ['internet_access', 'Yes (Sí)', { internet_access: true }],
    ['internet_access', 'Sí (Yes)', { internet_access: true }],
    ['internet_access', 'Yes - Sí', { internet_access: true }],
    ['internet_access', 'Sí – Yes', { internet_access: true }],
    ['internet_access', 'Yes\nSí', { internet_access: true }],
    ['internet_access', 'Y/S', { internet_access: true }],
    ['internet_access', 'No (No)', { internet_access: false }],
    ['internet_type', 'Residential Broadband / Banda ancha residencial', { internet_type: 'Residential Broadband' }],
    ['internet_type', 'Satellite (Satélite)', { internet_type: 'Satellite' }],
    ['performance', 'Sometimes | A veces', { performance: 'Sometimes' }],
    ['device', 'Tablet - Tableta', { device: 'Tablet' }],
    ['device_access', 'Yes, it is shared (Sí, se comparte)', { device_access: 'Shared' }],
    ['barrier', 'Too expensive / Demasiado caro', { barrier: 'Not Affordable' }],
  ])('to %s, "%s", is read', (question, text, answers) => {
    expect(readAnswer(question, text)).toEqual(answers);
  });

  it.each<[Question, string]>([
    ['internet_access', 'Yes / No'],
    ['internet_access', 'Yes (No)'],
    ['internet_access', 'Sí - a veces'],
    ['internet_access', 'Yes (at school)'],
    ['device', 'Tablet (Laptop)'],
    ['internet_access', '/'],
  ])('to %s, "%s", is none where its halves differ or one is no answer', (question, text) => {
    expect(readAnswer(question, text)).toBeUndefined();
  });
});

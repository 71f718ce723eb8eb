import { describe, expect, it } from 'vitest';
import { FIELDS, FILE_COLUMNS, guessMapping, residenceKey } from '../../../server/domain/anonymize/index.ts';
import { fields } from '../../../server/domain/messages/en/fields.ts';
import { leaving } from '../../../server/domain/messages/en/prepare/leaving.ts';
import { QUESTION_NAMES } from '../../../server/domain/survey/question-name.ts';
import { QUESTIONS } from '../../../server/domain/survey.ts';
import { becomingOf } from '../../../web/src/features/prepare/becoming.ts';
import { FIELD_GROUPS } from '../../../web/src/features/prepare/columns.ts';
import { exampleOf } from '../../../web/src/features/prepare/leaving.ts';
import { rememberChoices, rememberedChoices } from '../../../web/src/features/prepare/remembered.ts';
import { placeOf } from '../../../web/src/features/prepare/requests.ts';
import { type Done, stepAt } from '../../../web/src/features/prepare/steps.ts';
import { rememberDistrict, rememberedDistrict } from '../../../web/src/lib/remembered-district.ts';

function shelf() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => void kept.set(name, text),
  };
}

describe('what a browser remembers', () => {
  const header = ['Stu No', 'Street', 'Lat', 'Lng'];

  it('is the columns of a file with the very same header', () => {
    const store = shelf();
    const choices = { mapping: { student_id: 0, latitude: 2, longitude: 3 }, residences: {} };
    rememberChoices(header, choices, store);
    expect(rememberedChoices(header, store)).toEqual(choices);
    expect(rememberedChoices([...header, 'Grade'], store)).toBeUndefined();
  });

  it('is what address types mean, without the types', () => {
    const store = shelf();
    const residences = { [residenceKey('Foster care')]: 'none' } as const;
    rememberChoices(header, { mapping: { student_id: 0 }, residences }, store);
    expect(rememberedChoices(header, store)?.residences).toEqual(residences);
    expect([...store.kept.values()].join()).not.toMatch(/foster/i);
    store.setItem('gapmap.prepare.columns', [...store.kept.values()].join().replace('"none"', '"nowhere"'));
    expect(rememberedChoices(header, store)?.residences).toEqual({});
  });

  it('is every column of homelessness, and that none was chosen', () => {
    const store = shelf();
    const mapping = { student_id: 0, homeless: [1, 3] };
    rememberChoices(header, { mapping, residences: {} }, store);
    expect(rememberedChoices(header, store)).toEqual({ mapping, residences: {} });
    // As a browser kept it before there could be any: those of the file are then still to be taken.
    store.setItem('gapmap.prepare.columns', [...store.kept.values()].join().replace(/,"homeless":\[1,3\]/, ''));
    expect(rememberedChoices(header, store)?.neverAskedOfHomelessness).toBe(true);
  });

  it('never holds the header itself, which may be a row of data', () => {
    const store = shelf();
    const choices = { mapping: { student_id: 0 }, residences: {} };
    rememberChoices(['900000001', 'Invented Name', '37.81', '-80.41'], choices, store);
    expect([...store.kept.values()].join()).not.toMatch(/900000001|Invented|37\.81/);
  });

  it('is forgotten rather than believed when it is damaged', () => {
    const store = shelf();
    store.setItem('gapmap.prepare.columns', '[{"signature":1},7,null]');
    expect(rememberedChoices(header, store)).toBeUndefined();
    store.setItem('gapmap.prepare.columns', '{');
    expect(rememberedChoices(header, store)).toBeUndefined();
  });

  it('is the district, unless a link names another', () => {
    const store = shelf();
    rememberDistrict('5400390', store);
    expect(rememberedDistrict(undefined, store)).toBe('5400390');
    expect(rememberedDistrict('5400030', store)).toBe('5400030');
    expect(rememberedDistrict('<script>', store)).toBe('');
  });
});

describe('the steps of preparing a file', () => {
  const nothing: Done = { hasFile: false, hasKey: false, isMapped: false, isChecked: false, isFinished: false };

  it('open one after the other, whatever the address asks for', () => {
    expect(stepAt('save', nothing)).toBe('file');
    expect(stepAt('save', { ...nothing, hasFile: true, hasKey: true })).toBe('columns');
    expect(stepAt('save', { hasFile: true, hasKey: true, isMapped: true, isChecked: true, isFinished: false })).toBe(
      'problems',
    );
    expect(stepAt(undefined, nothing)).toBe('file');
  });
});

describe('the network log', () => {
  const base = 'https://gapmap.example/collect/prepare';

  it('names origin and path of a request and never its query', () => {
    expect(placeOf('/api/v1/x?student=1', base)).toBe('https://gapmap.example/api/v1/x');
    expect(placeOf('wss://elsewhere.example/y?z', base)).toBe('wss://elsewhere.example/y');
  });

  it('passes over what stays in the browser', () => {
    expect(placeOf('blob:https://gapmap.example/1', base)).toBeUndefined();
    expect(placeOf('data:,x', base)).toBeUndefined();
  });
});

describe('the choice of columns', () => {
  it('offers every field that the anonymizer can read, once', () => {
    expect(FIELD_GROUPS.flatMap(({ fields }) => fields).sort()).toEqual([...FIELDS].sort());
  });
});

describe('the preview of what leaves', () => {
  it('is explained column by column, for every column there is', () => {
    expect(Object.keys(leaving.columns)).toEqual([...FILE_COLUMNS]);
  });

  it('calls each question as the choice of columns and the answer rates do', () => {
    for (const question of QUESTIONS) {
      expect(fields[question].name).toBe(QUESTION_NAMES[question]);
      expect(leaving.columns[question]).toBe(QUESTION_NAMES[question]);
    }
  });

  it('is shown by the line that says most', () => {
    const example = exampleOf([
      ['lea_id', 'cell'],
      ['5400390', ''],
      ['5400390', '892a8e4cd6fffff'],
    ]);
    expect(example.map(({ value }) => value)).toEqual(['5400390', '892a8e4cd6fffff']);
  });

  it('does not include a column nobody chose', () => {
    const columns = ['Student ID', 'Last Name', 'Latitude', 'Longitude'].map((name) => ({ name, samples: [] }));
    const { mapping } = guessMapping(
      columns.map(({ name }) => name),
      [],
    );
    expect(becomingOf(columns, mapping).filter(({ use }) => use === undefined)).toEqual([
      { column: { name: 'Last Name', samples: [] }, use: undefined },
    ]);
  });
});

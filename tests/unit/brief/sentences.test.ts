/** A brief never says more than was published: each way of knowing changes its sentence, in both languages. */
import { describe, expect, it } from 'vitest';
import { besideEarlier, briefFacts, briefIn, type Changed } from '../../support/brief-facts.ts';

const BOTH = 'by what providers filed with the FCC and the PSC or by their families’ own answers.';
const AMBAS =
  'según lo que los proveedores informaron a la FCC y a la PSC o según las respuestas de sus propias familias.';
const HIDDEN = { 'lever.build': null, 'lever.upgrade': null, 'lever.connect': null };
const LOW = { 'lever.build': 'low', 'lever.upgrade': 'low', 'lever.connect': 'low' } as const;
const ESTIMATED = 'bead_2022.agreed.100_20';

const CASES: readonly { readonly name: string; readonly changed: Changed; readonly en: string; readonly es: string }[] =
  [
    {
      name: 'a sum of shown counts, with the share that their error leaves',
      changed: {},
      en: `About 1,250 of the 5,000 students in Senate District 3, about 25 in 100, have no adequate internet at home, ${BOTH}`,
      es: `Unos 1,250 de los 5,000 estudiantes de Senate District 3, unos 25 de cada 100, no tienen internet adecuado en casa, ${AMBAS}`,
    },
    {
      name: 'rounding and noise that leave several percents',
      changed: {
        students: 100,
        counts: { 'lever.build': 10, 'lever.upgrade': 10, 'lever.connect': 10, 'home.unanswered': 10 },
      },
      en: `About 30 of the 100 students in Senate District 3, between 18 and 42 in 100, have no adequate internet at home, ${BOTH}`,
      es: `Unos 30 de los 100 estudiantes de Senate District 3, entre 18 y 42 de cada 100, no tienen internet adecuado en casa, ${AMBAS}`,
    },
    {
      name: 'a hidden count in the sum',
      changed: { counts: { 'lever.upgrade': null }, hidden: { 'lever.upgrade': 'low' } },
      en: `At least about 950 of the 5,000 students in Senate District 3, at least 18 in 100, have no adequate internet at home, ${BOTH}`,
      es: `Al menos unos 950 de los 5,000 estudiantes de Senate District 3, al menos 18 de cada 100, no tienen internet adecuado en casa, ${AMBAS}`,
    },
    {
      name: 'one source alone',
      changed: { filers: ['fcc'] },
      en: 'About 1,250 of the 5,000 students in Senate District 3, about 25 in 100, have no adequate internet at home, by what providers filed with the FCC alone or by their families’ own answers.',
      es: 'Unos 1,250 de los 5,000 estudiantes de Senate District 3, unos 25 de cada 100, no tienen internet adecuado en casa, según lo que los proveedores informaron solo a la FCC o según las respuestas de sus propias familias.',
    },
    {
      name: 'the commission alone',
      changed: { filers: ['puc'] },
      en: 'About 1,250 of the 5,000 students in Senate District 3, about 25 in 100, have no adequate internet at home, by what providers filed with the PSC alone or by their families’ own answers.',
      es: 'Unos 1,250 de los 5,000 estudiantes de Senate District 3, unos 25 de cada 100, no tienen internet adecuado en casa, según lo que los proveedores informaron solo a la PSC o según las respuestas de sus propias familias.',
    },
    {
      name: 'no filing at all',
      changed: { filers: [] },
      en: 'About 700 of the 5,000 students in Senate District 3, about 14 in 100, have no adequate internet at home, by their families’ answers alone: no filing says what can be bought.',
      es: 'Unos 700 de los 5,000 estudiantes de Senate District 3, unos 14 de cada 100, no tienen internet adecuado en casa, solo según las respuestas de sus familias: ningún informe dice qué se puede contratar.',
    },
    {
      name: 'few answers',
      changed: { counts: { 'home.unanswered': 3_100 } },
      en: `About 1,250 of the 5,000 students in Senate District 3, about 25 in 100, have no adequate internet at home, ${BOTH} Families of only 38 in 100 students have answered, so there may be more.`,
      es: `Unos 1,250 de los 5,000 estudiantes de Senate District 3, unos 25 de cada 100, no tienen internet adecuado en casa, ${AMBAS} Solo han respondido las familias de 38 de cada 100 estudiantes, así que puede haber más.`,
    },
    {
      name: 'hardly any answers',
      changed: { counts: { 'home.unanswered': null }, hidden: { 'home.unanswered': 'high' } },
      en: `About 1,250 of the 5,000 students in Senate District 3, about 25 in 100, have no adequate internet at home, ${BOTH} Nearly no family has answered, so there may be more.`,
      es: `Unos 1,250 de los 5,000 estudiantes de Senate District 3, unos 25 de cada 100, no tienen internet adecuado en casa, ${AMBAS} Casi ninguna familia ha respondido, así que puede haber más.`,
    },
    {
      name: 'an estimate where every count is hidden',
      changed: { counts: HIDDEN, hidden: LOW },
      en: 'By share of locations, about 35 of the 5,000 students in Senate District 3 have no adequate internet at home: an estimate by what providers filed with the FCC and the PSC, as the counts are hidden.',
      es: 'Por proporción de ubicaciones, unos 35 de los 5,000 estudiantes de Senate District 3 no tienen internet adecuado en casa: una estimación según lo que los proveedores informaron a la FCC y a la PSC, porque los conteos están ocultos.',
    },
    {
      name: 'an estimate of fewer than the floor',
      changed: {
        counts: HIDDEN,
        hidden: LOW,
        estimates: {
          [`estimated_lever.${ESTIMATED}.build`]: 4,
          [`estimated_lever.${ESTIMATED}.upgrade`]: 2,
          [`estimated_lever.${ESTIMATED}.connect`]: 0,
        },
      },
      en: 'By share of locations, fewer than 10 of the 5,000 students in Senate District 3 have no adequate internet at home: an estimate by what providers filed with the FCC and the PSC, as the counts are hidden.',
      es: 'Por proporción de ubicaciones, menos de 10 de los 5,000 estudiantes de Senate District 3 no tienen internet adecuado en casa: una estimación según lo que los proveedores informaron a la FCC y a la PSC, porque los conteos están ocultos.',
    },
    {
      name: 'nothing that may be said',
      changed: {
        filers: [],
        counts: Object.fromEntries(
          ['inadequate', 'unavailable', 'unaffordable', 'undesired', 'other'].map((status) => [`home.${status}`, null]),
        ),
      },
      en: 'How many of the 5,000 students in Senate District 3 have no adequate internet at home is hidden, as too few of them were counted to say.',
      es: 'Cuántos de los 5,000 estudiantes de Senate District 3 no tienen internet adecuado en casa está oculto, pues se contaron muy pocos para decirlo.',
    },
    {
      name: 'a place without numbers',
      changed: { isWithoutNumbers: true },
      en: 'Senate District 3 has too few students for numbers of its own.',
      es: 'Senate District 3 tiene muy pocos estudiantes para tener números propios.',
    },
    {
      name: 'a place published together with its neighbor',
      changed: { facts: { together: ['Senate District 4 (illustrative)'] } },
      en: `About 1,250 of the 5,000 students in Senate District 3 and Senate District 4, about 25 in 100, have no adequate internet at home, ${BOTH}`,
      es: `Unos 1,250 de los 5,000 estudiantes de Senate District 3 y Senate District 4, unos 25 de cada 100, no tienen internet adecuado en casa, ${AMBAS}`,
    },
  ];

describe('the sentence of a brief', () => {
  it.each(CASES)('says $name', ({ changed, en, es }) => {
    const facts = briefFacts(changed);
    expect(briefIn('en', facts).sentence).toBe(en);
    expect(briefIn('es', facts).sentence).toBe(es);
  });

  it.each(CASES)('has the number of its figure, where it has one: $name', ({ changed }) => {
    for (const language of ['en', 'es'] as const) {
      const { figure, sentence, map } = briefIn(language, briefFacts(changed));
      if (/\d/.test(figure.value)) expect(sentence.toLowerCase()).toContain(`${figure.lead} ${figure.value}`);
      expect(map.alt.endsWith(sentence)).toBe(true);
    }
  });
});

describe('the change of a brief', () => {
  const now = briefFacts({ counts: { 'lever.build': 700 } });
  const said = (before: Changed) => {
    const facts = besideEarlier(now, briefFacts(before));
    return [briefIn('en', facts).figure.change, briefIn('es', facts).figure.change];
  };

  it('is a number only beyond the error of both releases', () => {
    expect(said({})).toEqual(['100 fewer than in “Spring 2026”.', '100 menos que en “Spring 2026”.']);
    expect(said({ counts: { 'lever.build': 600 } })).toEqual([
      '100 more than in “Spring 2026”.',
      '100 más que en “Spring 2026”.',
    ]);
    expect(said({ counts: { 'lever.build': 724 } })).toEqual([
      'No change since “Spring 2026” beyond the published error.',
      'Sin cambio desde “Spring 2026” mayor que el error publicado.',
    ]);
  });

  it('is said to come of other filings where both releases count one collection', () => {
    const facts = besideEarlier(now, briefFacts(), true);
    expect(briefIn('en', facts).figure.change).toBe(
      '100 fewer than in “Spring 2026”, by other filings; the answers are of the same collection.',
    );
    expect(briefIn('es', facts).figure.change).toBe(
      '100 menos que en “Spring 2026”, según otros informes; las respuestas son de la misma recolección.',
    );
  });

  it.each<[string, Changed]>([
    ['a hidden count', { counts: { 'lever.build': null } }],
    ['other filings', { filers: ['fcc'] }],
  ])('is left out beside %s', (_, before) => {
    expect(said(before)[0]).toContain('Not compared with “Spring 2026”');
  });

  it('says where there is no earlier release', () => {
    expect(briefIn('en', now).figure.change).toBe('No earlier release to compare with.');
  });
});

describe('the tables of a brief', () => {
  it('show a hidden count in words, never as zero or blank', () => {
    const hidden = { 'lever.build': 'low', 'home.unanswered': 'high', 'lever.check': 'either' } as const;
    const counts = Object.fromEntries(Object.keys(hidden).map((key) => [key, null]));
    const { why, answers, small, sources } = briefIn('en', briefFacts({ counts, hidden }));
    const cells = [...why.rows, ...answers.rows].map(([name, value]) => [name?.split(/[:,]/)[0], value]);
    expect(cells).toContainEqual(['Build', 'few or none']);
    expect(cells).toContainEqual(['Check', 'too few to say']);
    expect(cells).toContainEqual(['No answer', 'nearly all']);
    expect(small.map(({ value }) => value)).toContain('few or none');
    expect(sources.lines).toContain('Hidden here: Build (few or none); Check (too few to say).');
    for (const row of [...why.rows, ...answers.rows]) for (const cell of row) expect(cell).not.toMatch(/^0?$/);
  });

  it('give the public none but the public’s address, and a finer view its own', () => {
    const link = (facts: ReturnType<typeof briefFacts>) => briefIn('en', facts).link;
    expect(link(briefFacts()).address).toBe('https://gapmap.example.org/b/7-sn54003');
    const agency = briefFacts({ facts: { viewer: { role: 'agency', stateFips: '54' } } });
    expect(link(agency)).toMatchObject({
      address: 'https://gapmap.example.org/b/7-sn54003?audience=agency',
      permanent: 'https://gapmap.example.org/brief/senate_district/54003?release=7&audience=agency',
    });
    expect(briefIn('en', agency).marks).toContain('Agency’s view');
  });
});

import { describe, expect, it } from 'vitest';
import type { PrivacyReport } from '../../../server/features/releases/contract-report.ts';
import { reportInWords } from '../../../server/features/releases/report-words.ts';
import { messagesIn } from '../../../server/platform/messages.ts';

const figure = { counts: 40, meanRelative: 0.1 };
const REPORT: PrivacyReport = {
  release: { id: 7, name: 'Fall 2026', releasedAt: '2026-12-01T00:00:00.000Z' },
  audience: 'public',
  floors: { students: 10, households: 5 },
  agreedBy: ['fcc', 'puc'],
  filings: { used: 2, of: 2, older: 0, byPublic: 2 },
  method: { noise: { deviation: 8, variance: 16 }, rounding: 5, percentCoding: [], keptUnder: 10 },
  hidden: { rows: 2210, counts: 41_520, share: 0.8123, aboveFloor: { counts: 12, share: 0.0049 } },
  kept: { patches: 3 },
  errors: [
    { ...figure, family: 'lever', level: 'patch', meanAbsolute: 3.14, p95Absolute: 8 },
    { ...figure, family: 'lever', level: 'state', meanAbsolute: 2, p95Absolute: 5 },
    { ...figure, family: 'home', level: 'county', meanAbsolute: null, p95Absolute: null, meanRelative: null },
  ],
  approximated: [
    { kind: 'school_district', share: 0.004 },
    { kind: 'tribal', share: 0.123 },
  ],
  noFixedResidence: { shown: null },
};

describe('the privacy report on a terminal', () => {
  it('is said in English', () => {
    expect(reportInWords(REPORT, messagesIn('en')).split('\n')).toEqual([
      'Privacy report of release 7 "Fall 2026", for the public',
      '  Filings       service rests on FCC and utility commission filings',
      '  Floors        10 students and 5 households in each patch; no count under 10, nor one that leaves fewer',
      '  Noise         up to 8 more or fewer, by itself 4.0 as a rule, the same for the same question; then to the nearest 5',
      '  Hidden        41,520 counts of 2,210 rows (81.2 %), most of them zero; of those that meet the floor 0.5 %',
      '  Kept          3 patches are counted as in the release before, fewer than 10 of their students having changed',
      '  No residence  hidden: none, or too few',
      '  Approximated  students who count to another place than around their home: school district under 1 %, tribal 12 %',
      '  Off by        on average, and 95 of 100 by no more than:',
      '    what would help     patches 3.1 (8), the state 2.0 (5)',
      '    the same, estimated too few counts to say',
      '    connection at home  too few counts to say',
      '    devices             too few counts to say',
    ]);
  });

  it('is said in Spanish', () => {
    const shown = { ...REPORT, noFixedResidence: { shown: 1240 } };
    expect(reportInWords(shown, messagesIn('es')).split('\n')).toEqual([
      'Informe de privacidad de la publicación 7 "Fall 2026", para el público',
      '  Informes      para juzgar el servicio, informes de la FCC y de la comisión de servicios públicos',
      '  Mínimos       10 estudiantes y 5 hogares en cada parcela; ningún conteo menor de 10, ni que deje menos',
      '  Ruido         hasta 8 más o menos, por sí solo 4.0 por lo regular, el mismo para la misma pregunta; después, al múltiplo de 5 más cercano',
      '  Ocultos       41,520 conteos de 2,210 filas (81.2 %), la mayoría cero; de los que alcanzan el mínimo, 0.5 %',
      '  Conservadas   3 parcelas se cuentan como en la publicación anterior, por haber cambiado menos de 10 de sus estudiantes en cada una',
      '  Sin vivienda  1,240',
      '  Aproximados   estudiantes que se cuentan en otro lugar que el de su vivienda: distrito escolar menos de 1 %, área tribal 12 %',
      '  Desviación    en promedio, y en 95 de 100 casos no más de:',
      '    lo que ayudaría     parcelas 3.1 (8), el estado 2.0 (5)',
      '    lo mismo, estimado  muy pocos conteos para decirlo',
      '    conexión en casa    muy pocos conteos para decirlo',
      '    aparatos            muy pocos conteos para decirlo',
    ]);
  });
});

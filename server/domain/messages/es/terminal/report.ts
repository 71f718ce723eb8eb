import type { ReportMessages } from '../../en/terminal/report.ts';
import { wordingIn } from '../../wording.ts';
import { kindNames } from '../kinds.ts';

const { agree, decimal, grouped, plural, wholePercent } = wordingIn('es');

const AUDIENCES: Readonly<Record<string, string>> = {
  public: 'el público',
  agency: 'las agencias estatales',
  provider: 'los proveedores',
  district: 'los distritos',
};

const FAMILIES: Readonly<Record<string, string>> = {
  lever: 'lo que ayudaría',
  estimated_lever: 'lo mismo, estimado',
  home: 'conexión en casa',
  device: 'aparatos',
};

const LEVELS: Readonly<Record<string, string>> = {
  patch: 'parcelas',
  county: 'condados',
  school_district: 'distritos',
  state: 'el estado',
};

const percent = (share: number) => `${decimal(100 * share, 1)} %`;

export const report = {
  title: ({ number, release, audience }) =>
    `Informe de privacidad de la publicación ${number} "${release}", para ${AUDIENCES[audience] ?? audience}`,
  filings: ({ said }) => `  Informes      para juzgar el servicio, ${said}`,
  floors: ({ students, households }) =>
    `  Mínimos       ${plural(students, 'estudiante', 'estudiantes')} y ${plural(households, 'hogar', 'hogares')} en cada parcela; ningún conteo menor de ${grouped(students)}, ni que deje menos`,
  noise: ({ deviation, usual, multiple }) =>
    `  Ruido         hasta ${grouped(deviation)} más o menos, por sí solo ${decimal(usual, 1)} por lo regular, el mismo para la misma pregunta${multiple > 1 ? `; después, al múltiplo de ${grouped(multiple)} más cercano` : ''}`,
  hidden: ({ counts, rows, share, shareOfLarge }) =>
    `  Ocultos       ${plural(counts, 'conteo', 'conteos')} de ${plural(rows, 'fila', 'filas')} (${percent(share)}), la mayoría cero; de los que alcanzan el mínimo, ${percent(shareOfLarge)}`,
  kept: ({ patches, students }) =>
    `  Conservadas   ${plural(patches, 'parcela se cuenta', 'parcelas se cuentan')} como en la publicación anterior, por haber cambiado menos de ${grouped(students)} de sus estudiantes${agree(patches, '', ' en cada una')}`,
  noResidence: ({ noFixedResidence }) => `  Sin vivienda  ${grouped(noFixedResidence)}`,
  noResidenceHidden: '  Sin vivienda  oculto: ninguno, o muy pocos',
  approximated: ({ pieces }) =>
    `  Aproximados   estudiantes que se cuentan en otro lugar que el de su vivienda: ${pieces.join(', ')}`,
  approximatedAt: ({ kind, share }) =>
    `${kindNames[kind] ?? kind} ${share < 0.01 ? 'menos de 1 %' : wholePercent(share)}`,
  offBy: '  Desviación    en promedio, y en 95 de 100 casos no más de:',
  offByOf: ({ family, pieces }) =>
    `    ${(FAMILIES[family] ?? family).padEnd(19)} ${pieces.length > 0 ? pieces.join(', ') : 'muy pocos conteos para decirlo'}`,
  offByAt: ({ level, mean, most }) => `${LEVELS[level] ?? level} ${decimal(mean, 1)} (${grouped(most)})`,
} satisfies ReportMessages;

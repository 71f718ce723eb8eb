import type { fccNotes as English } from '../../en/notes/fcc.ts';

export const fccNotes = {
  'fcc.no-satellite':
    'Entre ellos no hay ningún archivo de satélite: las partes son de las ubicaciones informadas, no de todas las ubicaciones.',
  'fcc.later-lacks': ({ asOf, missing }) =>
    `El informe al ${asOf}, cargado antes, no tiene ${missing.join(', ni ')}. Si la FCC publicó un archivo, impórtelo.`,
  'fcc.no-revision': ({ name }) =>
    `${name} no dice ninguna revisión: cuenta como la más antigua, de la fecha de su informe. --revision dice cuándo se emitió.`,
  'fcc.same-rows': ({ names, technology }) =>
    `${names.join(', ')}: las mismas filas de ${technology} que están cargadas, empacadas de otra manera.`,
  'fcc.several-technologies': 'varias tecnologías',
  'fcc.passed-over': ({ name, why }) => `${name}: se omitió, ${why}.`,
  'fcc.why/not-availability': 'su nombre no es el de un archivo de disponibilidad fija',
  'fcc.why/not-a-table': 'no es un .csv, .csv.gz ni .zip, o su descarga no ha terminado',
  'fcc.why/archive': 'de un archivo comprimido se leen solo archivos .csv',
  'fcc.why/twin': ({ name }) => `es igual a ${name} byte a byte`,
} satisfies typeof English;

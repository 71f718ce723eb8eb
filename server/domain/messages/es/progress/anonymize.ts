import type { anonymizeProgress as English } from '../../en/progress/anonymize.ts';
import { wordingIn } from '../../wording.ts';
import { fields } from '../fields.ts';
import { rows as rowWords } from '../rows.ts';

const { agree, grouped, plural } = wordingIn('es');

const studentsOf = (count: number) => plural(count, 'estudiante', 'estudiantes');
const withAnswers = (count: number) => `${grouped(count)} con respuestas`;
const withoutHome = (count: number) => `${grouped(count)} sin vivienda fija`;
const fieldOf = (use: string) => fields[use as keyof typeof fields] ?? { name: use, becomes: '' };
const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(({ length }) => length));

/** How homes were found by their address, by the code of each way. */
const QUALITIES: Readonly<Record<string, string>> = {
  exact: 'por la misma dirección',
  normalized: 'por la misma dirección con otras palabras',
  building: 'por el edificio',
  'street-zip': 'por la calle y el código postal',
  'street-city': 'por la calle y la ciudad',
  'census-exact': 'por el Censo',
  'census-near': 'por el Censo, aproximadamente',
};

function tableOf(title: string, { uses, columns }: Parameters<(typeof English)['anonymize.read-as']>[0]): string {
  const named = uses.map(fieldOf);
  const [names, froms] = [widest(named.map(({ name }) => name)), widest(columns)];
  const lines = named.map(
    ({ name, becomes }, i) => `  ${name.padEnd(names)}  de ${(columns[i] ?? '').padEnd(froms)}  ${becomes}`,
  );
  return [title, ...lines].join('\n');
}

function fault(
  { rows, line, isOfAnswers, problemFound }: Parameters<(typeof English)['anonymize.fault']>[0],
  of = '',
): string {
  const { name, advice } = rowWords.problems[problemFound];
  const where = `la línea ${line}${isOfAnswers ? ' de las respuestas' : ''}`;
  return `${rows === 1 ? `1 fila, en ${where}` : `${grouped(rows)} filas, la primera en ${where}`}: ${name}${of}. ${advice}`;
}

const indented = (lines: readonly string[]) => lines.map((line) => `\n  ${line}`).join('');

export const anonymizeProgress = {
  'anonymize.read-as': (read) => tableOf('Columnas:', read),
  'anonymize.read-as/answers': (read) => tableOf('Columnas de las respuestas:', read),
  'anonymize.nameless': ({ columnNumber }) => `columna ${columnNumber}`,
  'anonymize.namesake': ({ name, columnNumber }) => `${name} (columna ${columnNumber})`,
  'anonymize.above-header': ({ line, firstLine, flag }) =>
    `Los nombres de las columnas están en la línea ${line}. La línea ${firstLine}, más arriba, contiene varios valores y no se lee. Si los nombres están allí, ejecute de nuevo con ${flag} ${firstLine}.`,
  'anonymize.in-one-place': rowWords.onePlace,

  'anonymize.written': ({ file, students, answered, noFixedResidence }) =>
    `${file}: ${studentsOf(students)}, ${withAnswers(answered)}, ${withoutHome(noFixedResidence)}.`,
  'anonymize.sparse': rowWords.sparse,
  'anonymize.joined': ({ students }) =>
    `Respuestas unidas: ${plural(students, 'estudiante tiene', 'estudiantes tienen')} alguna.`,
  'anonymize.unjoined': ({ rows, isOfAnswers, reasonFound, onLines, isCut }) =>
    `  ${grouped(rows)} de ${isOfAnswers ? 'las respuestas' : 'la exportación'}: ${rowWords.unjoined[reasonFound]}. ${agree(rows, 'Línea', 'Líneas')} ${onLines.join(', ')}${isCut ? ' ...' : ''}`,
  'anonymize.unjoined-listed': ({ path }) => `  Todas las líneas están en ${path}.`,
  'anonymize.unjoined-listed/unasked': '  --unjoined FILE.csv enumera todas las líneas.',
  'anonymize.no-residence':
    'Ninguna columna dice qué estudiantes no tienen vivienda fija, así que todos cuentan como en casa. Si la exportación tiene alguna, nómbrela: --columns homeless=...',
  'anonymize.repeated': ({ rows }) =>
    `${plural(rows, 'fila repitió', 'filas repitieron')} a un estudiante con los mismos datos y ${agree(rows, 'cuenta', 'cuentan')} una vez.`,
  'anonymize.stray': ({ strayLines }) =>
    `${strayLines === 1 ? 'Una línea no era fila' : `${grouped(strayLines)} líneas no eran filas`}, como un total, y se ${agree(strayLines, 'omitió', 'omitieron')}.`,
  'anonymize.blank': ({ blankLines }) =>
    `Se ${agree(blankLines, 'omitió', 'omitieron')} ${plural(blankLines, 'línea en blanco', 'líneas en blanco')}.`,
  'anonymize.mailing': ({ addressCount }) =>
    `Se ${agree(addressCount, 'omitió', 'omitieron')} ${plural(addressCount, 'dirección postal', 'direcciones postales')}.`,
  'anonymize.located': ({ homesFound }) => `Viviendas ubicadas por su dirección: ${homesFound.join(', ')}.`,
  'anonymize.located/by': ({ homes, quality }) => `${grouped(homes)} ${QUALITIES[quality] ?? quality}`,
  'anonymize.left-out': ({ bad, lines }) =>
    `${bad === 1 ? 'Se omitió una fila' : `Se omitieron ${grouped(bad)} filas`}:${indented(lines)}`,
  'anonymize.kept-without': ({ lines }) => `Conservadas sin lo que no se pudo leer:${indented(lines)}`,
  'anonymize.plain': ({ rows }) =>
    `En ${grouped(rows)} de ellas está claro lo que se quiso decir: --accept-suggestions las corrige.`,
  'anonymize.faults': ({ lines }) => lines.join(' '),
  'anonymize.fault': (found) => fault(found),
  'anonymize.fault/column': (found) => fault(found, `: ${found.name}`),
  'anonymize.fault/answer': (found) => fault(found, `: ${fieldOf(found.use).name}`),

  'edfi.written': ({ file, students, answered, bad, noFixedResidence }) =>
    `${file}: ${studentsOf(students)}, ${withAnswers(answered)}, ${plural(bad, 'omitido', 'omitidos')}, ${withoutHome(noFixedResidence)}.`,
  'edfi.fault': ({ rows, problemFound }) => `${grouped(rows)} x ${rowWords.problems[problemFound].name}`,
  'edfi.fault/field': ({ rows }) => `${grouped(rows)} x Campo de otra forma que la que dice Ed-Fi`,
  'edfi.next': ({ since }) => `La próxima vez, --since ${since} lee solo si algo ha cambiado.`,
} satisfies typeof English;

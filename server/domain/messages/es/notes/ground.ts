import type { groundNotes as English } from '../../en/notes/ground.ts';
import { wordingIn } from '../../wording.ts';

const { agree, plural } = wordingIn('es');

/** By the names that GeoJSON has for shapes. */
const SHAPES: Readonly<Record<string, string>> = {
  Point: 'un punto',
  MultiPoint: 'un grupo de puntos',
  LineString: 'una línea',
  MultiLineString: 'un grupo de líneas',
  Polygon: 'un polígono',
  MultiPolygon: 'un grupo de polígonos',
  GeometryCollection: 'una mezcla de formas',
};

/** By the words that the columns of awards are known under. */
const MEANINGS: Readonly<Record<string, string>> = {
  program: 'programa',
  holder: 'titular',
  technology: 'tecnología',
  download: 'bajada',
  upload: 'subida',
  due: 'plazo',
};

export const groundNotes = {
  'ground.names': ({ column }) => `Nombres de ${column}.`,
  'ground.names/none': 'Ninguna columna tiene nombres, así que no se dibuja ninguno.',
  'ground.left-out': ({ featureCount, why }) =>
    `${plural(featureCount, 'elemento', 'elementos')} ${agree(featureCount, 'omitido', 'omitidos')}: ${why}.`,
  'ground.why/shape': ({ shapeFound }) => `${SHAPES[shapeFound] ?? shapeFound}, que no se dibuja para esta clase`,
  'ground.why/no-geometry': 'sin geometría',
  'ground.why/outside': 'fuera del estado',
  'ground.why/not-driven': 'un camino por el que nadie maneja, según su código',
  'ground.drawn-to': ({ maxZoom }) =>
    `Se dibuja hasta el acercamiento ${maxZoom}; las vistas más cercanas se dibujan a partir de ese.`,

  'funded.columns': ({ columnsRead }) =>
    `Columnas: ${columnsRead.map(({ meaning, column }) => `${MEANINGS[meaning] ?? meaning} de ${column}`).join(', ')}.`,
  'funded.columns/none': 'Columnas: ninguna conocida.',
} satisfies typeof English;

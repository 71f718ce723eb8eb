import type { commitmentRefusals as English } from '../../en/refusals/commitments.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

export const commitmentRefusals = {
  'commitments.no-award': 'Ninguna adjudicación de este lote espera su firma.',
  'commitments.unknown': 'Usted no tiene tal compromiso.',
  'commitments.standing': 'Esto no se puede hacer con el compromiso como está ahora. Léalo otra vez.',
  'commitments.no-evidence': 'Agregue primero un archivo: un informe necesita pruebas.',
  'commitments.no-reason': 'Diga por qué.',
  'commitments.not-a-photograph': 'Esto no es una fotografía que podamos leer. Envíe un archivo JPEG, PNG o WebP.',
  'commitments.no-speeds':
    'Esta tabla no tiene columnas de velocidad de descarga y de subida. Llámelas download_mbps y upload_mbps.',
  'commitments.files-enough': ({ most }) => `Esta etapa ya tiene ${grouped(most)} archivos.`,
  'commitments.tests-enough': ({ most }) => `Un archivo puede tener como máximo ${grouped(most)} pruebas.`,
} satisfies typeof English;

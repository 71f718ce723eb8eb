import type { Filer } from '../../verdict.ts';
import type { FilingsMessages } from '../en/filings.ts';
import { wordingIn } from '../wording.ts';
import { views } from './views.ts';

const { list } = wordingIn('es');

const FILERS: Readonly<Record<Filer, string>> = { fcc: 'la FCC', puc: 'la comisión de servicios públicos' };

function noFiling({ filer, isAgency }: { filer: Filer; isAgency: boolean }): string {
  if (filer === 'fcc') return 'esta publicación no contiene ningún informe de la FCC';
  return isAgency
    ? 'esta publicación no contiene ningún informe de la comisión de servicios públicos'
    : 'no hay ningún informe público de la comisión de servicios públicos';
}

export const filings = {
  views,
  noFiling,
  missing: ({ missing, isAgency }) => list(missing.map((filer) => noFiling({ filer, isAgency }))),
  both: 'informes de la FCC y de la comisión de servicios públicos',
  alone: ({ filer, missing }) => `solo informes de ${FILERS[filer]}: ${missing}`,
  none: ({ missing }) => `ningún informe: ${missing}`,
} satisfies FilingsMessages;

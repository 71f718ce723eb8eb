import type { PrintMessages } from '../../en/map/print.ts';
import { wordingIn } from '../../wording.ts';

const { date } = wordingIn('es');

export const print = {
  notReady: 'El mapa no estaba listo cuando se imprimió: imprima de nuevo cuando esté dibujado.',
  printed: ({ release, releasedAt, printedAt }) =>
    `Publicación “${release}”, ${date(releasedAt)}. Impreso el ${date(printedAt)}.`,
} satisfies PrintMessages;

import type { EditionMessages } from '../../en/map/edition.ts';
import { wordingIn } from '../../wording.ts';

const { date, list, plural } = wordingIn('es');

const NAMED = 3;

export const edition = {
  named: ({ stateNames }) =>
    stateNames.length > NAMED ? plural(stateNames.length, 'estado', 'estados') : list(stateNames),
  whichStates: 'Qué estados',
  shown: 'Se ven: <states/>',
  all: 'todos los estados',
  howMuch: 'Cuántos, en cada estado',
  coming: 'El número del estado está en camino.',
  failed: ({ stateName }) => `No llegó ${stateName}`,
  notDrawn: ({ why }) => `Para esta pregunta no se dibuja ni se cuenta: ${why}.`,
  nothingDisputed: 'una sola fuente informó, y pocas familias o ninguna dicen otra cosa',
  alone: ({ source, why }) => `Solo ${source}: ${why}.`,
  whereFirst: ({ stateName }) => `Dónde primero, ${stateName}`,
  vintages: ({ dated }) => {
    const [first] = dated;
    const said = (asOf: string | undefined) => (asOf ? date(asOf) : 'día aún por fijar');
    if (dated.every(({ asOf }) => asOf === first?.asOf)) return said(first?.asOf);
    return list(dated.map(({ stateName, asOf }) => `${said(asOf)} (${stateName})`));
  },
  tableOfOne: 'La tabla es de un estado',
  chooseForTable: 'Cada estado cuenta y ordena sus propios lugares. Elija de cuál leer la tabla.',
} satisfies EditionMessages;

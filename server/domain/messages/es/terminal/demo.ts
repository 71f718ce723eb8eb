import type { DemoMessages } from '../../en/terminal/demo.ts';
import { wordingIn } from '../../wording.ts';

const { decimal } = wordingIn('es');

export const demo = {
  answers: ({ address, seconds }) =>
    `Gapmap responde en ${address}   (${decimal(seconds, 0)} s, datos sintéticos de demostración)`,
  linksOnlyHere:
    'Los enlaces para las vistas de la agencia, del proveedor, del distrito y de la coordinación se muestran solo cuando HOST es una dirección de este equipo.',
  people: 'Personas de la demostración, para elegir una:',
  links: 'Vistas más detalladas, por enlace (cada uno vale un día):',
  agency: 'agencia estatal',
  provider: ({ name }) => `proveedor ${name}`,
  itsRoom: 'su sala',
  district: ({ name }) => `distrito ${name}`,
  itsCollection: 'su recolección',
  coordinator: 'coordinador o coordinadora',
  stops: 'Ctrl-C detiene todo.',
  collection: 'Una recolección ficticia está en curso: /collect.',
  round: 'Una ronda ficticia está abierta: /rounds.',
  olderRelease: 'También está la publicación con los informes de diciembre de 2025.',
  history: 'También están los informes anteriores y la publicación de otoño de 2025: /change los compara.',
} satisfies DemoMessages;

import type { OptionMessages } from '../../en/map/options.ts';
import { ended, wordingIn } from '../../wording.ts';

const { list } = wordingIn('es');

export const options = {
  title: 'En el mapa',
  whatHexesShow: 'Qué muestran los hexágonos',
  layers: { hexes: 'Estudiantes', coverage: 'Cobertura informada a la FCC' },
  areas: 'Contornos de los informes públicos del estado',
  areasInView: ({ providers }) => ended(`En esta vista: ${list(providers)}`),
  noAreaInView: 'En esta vista no hay contornos de informes públicos. Acerque o mueva el mapa.',
  onlyFiled: ({ why }) => `Solo se puede mostrar lo que se informó: ${why}.`,
  look: 'Aspecto',
  themes: { light: 'Papel', dark: 'Oscuro', contrast: 'Alto contraste' },
  table: 'Tabla',
  map: 'Mapa',
  copyLink: 'Copiar enlace',
  copied: 'Enlace copiado. Abre exactamente esta vista.',
  copyByHand: 'Copie la dirección de la barra de direcciones: contiene esta vista.',
  print: 'Imprimir',
  printing: 'El mapa se está preparando para el papel.',
} satisfies OptionMessages;

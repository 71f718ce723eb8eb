import type { ShellMessages } from '../en/shell.ts';

export const shell = {
  pages: 'Páginas',
  map: 'Mapa',
  prepare: 'Preparar un archivo',
  collect: 'Recolección',
  workbench: 'Mesa de trabajo',
  privacy: 'Qué tan exacto es esto',
  brief: 'Un resumen en una página',
  language: 'Idioma',
  skipToContent: 'Ir al contenido',
  synthetic: 'Datos ficticios de demostración',
  draft: 'Borrador: sin publicar',
  withdrawn: 'Esta publicación se retiró',
  showCurrent: 'Mostrar la publicación vigente',
  nothingCurrent: 'Aquí no hay ninguna publicación vigente',
  onItsWay: 'La página está en camino.',
  tryAgain: 'Intentar de nuevo',
  scrollHint: 'Hay más a la derecha: desplace hacia un lado para verlo.',
  sessions: 'Dónde está abierto su enlace',
  ended: {
    title: 'Su sesión terminó',
    body: 'El enlace con que entró venció o fue anulado, o alguien terminó la sesión. Usted ve lo que es público. Para ver más, abra su enlace otra vez o pida uno nuevo a quien se lo dio.',
    read: 'Ya lo leí',
  },
  noAnswer: 'El servidor no responde.',
  answered: ({ status }) => `El servidor respondió ${status}.`,
} satisfies ShellMessages;

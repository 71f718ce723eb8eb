import type { briefRefusals as inEnglish } from '../../en/refusals/briefs.ts';

export const briefRefusals = {
  'brief.not-counted': 'De este lugar no se cuenta nada, así que no tiene resumen.',
  'brief.none-of-kind': ({ kind }) => `Esta publicación no cuenta ningún lugar de la clase ${kind}.`,
  'brief.short': 'Esta dirección corta no lleva a ningún resumen.',
  'brief.due': ({ day }) => `${day} no es un día. Un día se escribe como 2027-02-28.`,
  'story.steps': 'Estos no son pasos de una historia. Cada uno se nombra una vez, separados por comas.',
  'story.ends-on': ({ day }) => `${day} no es un día por venir. Un día se escribe como 2027-02-28.`,
  'story.link': 'Este enlace no abre ninguna historia: puede haber vencido, o alguien lo terminó.',
} satisfies typeof inEnglish;

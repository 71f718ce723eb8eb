import type { placeProgress as English } from '../../en/progress/places.ts';
import { wordingIn } from '../../wording.ts';

const { agree, grouped, plural } = wordingIn('es');

const features = (count: number) => plural(count, 'elemento', 'elementos');
const members = (count: number) => plural(count, 'integrante', 'integrantes');
const wereThere = (count: number) => agree(count, 'ya estaba', 'ya estaban');

export const placeProgress = {
  'step.gis': ({ file }) => `Lectura de ${file}`,
  'done.gis': ({ featureCount, aSecond }) => `${features(featureCount)}, ${grouped(aSecond)} por segundo`,

  'step.places': ({ file }) => `Lugares de ${file}`,
  'done.places': ({ places, addedCount, updatedCount, removedCount, keptCount }) => {
    const parts = [
      [addedCount, agree(addedCount, 'nuevo', 'nuevos')],
      [updatedCount, agree(updatedCount, 'actualizado', 'actualizados')],
      [removedCount, agree(removedCount, 'quitado', 'quitados')],
      [keptCount, agree(keptCount, 'conservado que el archivo no tiene', 'conservados que el archivo no tiene')],
    ] as const;
    const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${grouped(count)} ${what}`);
    return `${grouped(places)} (${told.join(', ')})`;
  },
  'done.places/unchanged': ({ places }) =>
    `${agree(places, 'el mismo', 'los mismos')} ${grouped(places)} ${wereThere(places)}; nada cambió`,

  'step.members': ({ file }) => `Integrantes de ${file}`,
  'done.members': ({ memberCount, beforeCount }) => `${members(memberCount)}, en lugar de ${grouped(beforeCount)}`,
  'done.members/unchanged': ({ memberCount }) =>
    `${agree(memberCount, 'el mismo', 'los mismos')} ${members(memberCount)} ${wereThere(memberCount)}; nada cambió`,

  'step.ground': ({ file }) => `Terreno de ${file}`,
  'done.ground': ({ featureCount }) => features(featureCount),
  'done.ground/unchanged': ({ featureCount }) =>
    `${agree(featureCount, 'el mismo', 'los mismos')} ${features(featureCount)} ${wereThere(featureCount)}; nada cambió`,

  'step.funded': ({ file }) => `Tierra ya pagada, de ${file}`,
  'done.funded': ({ areaCount }) => plural(areaCount, 'área', 'áreas'),
  'done.funded/dry-run': ({ areaCount }) => `${plural(areaCount, 'área', 'áreas')}: no se cambió nada, según lo pedido`,
} satisfies typeof English;

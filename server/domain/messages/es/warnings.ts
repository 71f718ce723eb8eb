import type { warnings as English } from '../en/warnings.ts';
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('es');

export const warnings = {
  'share.percent': ({ percent }) => `${percent} %`,
  'share.some': 'Una parte',
  'share.at-least': ({ percent }) => `${percent} % o más`,
  'share.at-most': ({ percent }) => `${percent} % o menos`,
  'warning.at-schools': ({ part }) =>
    `${part} de las viviendas están donde hay escuelas: en hexágonos de unos 180 acres que contienen una, muchas más en cada uno que en otras partes. A menudo se tomaron las coordenadas de la escuela de cada estudiante por las de su vivienda.`,
  'warning.one-cell': ({ part }) =>
    `${part} de las viviendas están en un solo hexágono de unos 180 acres. A menudo se puso en la escuela toda vivienda que no se pudo ubicar, o se tomaron las coordenadas de la escuela o de la parada del autobús por las de la vivienda.`,
  'warning.outside-district': ({ part }) =>
    `${part} de las viviendas están fuera del distrito. Puede que la latitud y la longitud estén intercambiadas, o que las viviendas sean de otro distrito.`,
  'warning.crowded-homes': ({ part, most }) =>
    `${part} de los estudiantes viven en hogares de más de ${most} estudiantes. Puede que una dirección represente a muchas: una escuela, un edificio de apartamentos sin sus unidades.`,
  'warning.answers-alike': ({ part }) =>
    `${part} de quienes contestaron dieron exactamente las mismas respuestas. Puede que las respuestas se hayan llenado sin preguntar.`,
  'warning.nobody-without':
    'De todos los que contestaron, nadie está sin internet en casa. Puede que no se haya llegado a quienes no lo tienen, o que su respuesta se haya perdido en el camino.',
  'warning.rate-fallen': ({ part, before }) =>
    `${part} de los estudiantes tienen una respuesta; la recolección anterior tuvo ${before}.`,
  'warning.duplicates': ({ part }) =>
    `${part} de las filas repiten a un estudiante; se tomó la primera fila de cada uno.`,
  'warning.fewer-than-enrolled': ({ enrolled }) =>
    `Se enviaron menos estudiantes con vivienda en el mapa que los ${grouped(enrolled)} que la coordinación sabe inscritos.`,
  'warning.more-than-enrolled': ({ enrolled }) =>
    `Se enviaron más estudiantes con vivienda en el mapa que los ${grouped(enrolled)} que la coordinación sabe inscritos.`,
  'warning.sent-and-enrolled': ({ sent, enrolled }) =>
    `El archivo tiene ${plural(sent, 'estudiante', 'estudiantes')}, y la coordinación sabe de ${grouped(enrolled)} inscritos.`,
  'warning.enrollment/too-few': ({ comparison }) =>
    `${comparison} Puede que en el archivo falten escuelas o grados, o que la matrícula esté mal.`,
  'warning.enrollment/too-many': ({ comparison, isRateOfSent }) =>
    `${comparison} Puede que el archivo tenga estudiantes de otros distritos o de años anteriores, o que la matrícula esté mal.${
      isRateOfSent
        ? ' Contestaron más estudiantes de los inscritos, así que la tasa de respuesta es de los enviados.'
        : ''
    }`,
  'warning.kept': ({ message }) => message,
  'warning.of-district': ({ leaId, found }) => `Distrito ${leaId}: ${found}`,
} satisfies typeof English;

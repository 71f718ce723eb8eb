import type { PromiseMessages } from '../en/promise.ts';

export const promise = {
  promise:
    'A partir de todo lo publicado y de los totales exactos no se puede demostrar ningún grupo de uno a nueve estudiantes que dieron una respuesta, o que no la dieron, sean cuales sean los informes públicos; tampoco puede hacerlo un distrito que conoce a sus propios estudiantes. Las estimaciones se calculan con informes públicos y totales: dicen dónde faltan conexiones, no a quién.',
  notPromised: [
    'Que no se pueda adivinar un número pequeño. Quien junta todos los niveles del mapa acierta dos de cada tres conteos ocultos de las áreas más pequeñas, y la mayoría de esos son ceros. De los conteos ocultos de uno a nueve acierta uno de cada cuatro; sin este mapa acertaría uno de cada doce.',
    'Nada frente a quien conoce por su nombre a la mayoría de las familias de un área.',
    'Ocultar cuántos estudiantes no tienen vivienda en el mapa donde la matrícula se conoce por otra vía: es la matrícula menos el total del mapa.',
    'Ocultar los cambios donde cambiaron más de diez respuestas de un área entre dos publicaciones: la segunda puede mostrar entonces qué respuestas se movieron.',
  ],
} satisfies PromiseMessages;

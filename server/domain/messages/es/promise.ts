import type { PromiseMessages } from '../en/promise.ts';

export const promise = {
  promise:
    'A partir de todo lo publicado y de los totales exactos no se puede demostrar ningún grupo de uno a nueve estudiantes que dieron una respuesta, o que no la dieron, sean cuales sean los informes públicos; tampoco puede hacerlo un distrito que conoce a sus propios estudiantes. Las estimaciones se calculan con informes públicos y totales: dicen dónde faltan conexiones, no a quién.',
  notPromised: [
    'Que no se pueda adivinar un número pequeño. Quien junta todos los niveles del mapa acierta un conteo oculto de las áreas más pequeñas dos de cada tres veces, casi siempre un cero; uno de uno a nueve estudiantes, una de cada cuatro veces, frente a una de cada doce sin este mapa.',
    'Nada frente a quien conoce por su nombre a la mayoría de las familias de un área.',
    'Ocultar cuántos estudiantes no tienen vivienda en el mapa donde la matrícula se conoce por otra vía: es la matrícula menos el total del mapa.',
    'Ocultar que una undécima respuesta cambió junto con otras diez: una publicación puede mostrar qué respuestas se movieron.',
  ],
} satisfies PromiseMessages;

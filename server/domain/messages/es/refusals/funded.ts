import type { fundedRefusals as English } from '../../en/refusals/funded.ts';

export const fundedRefusals = {
  'funded.empty':
    'El archivo no contiene ninguna zona. Las líneas y los puntos no dicen nada del terreno: conviértalos antes en zonas.',
} satisfies typeof English;

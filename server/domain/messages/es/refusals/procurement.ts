import type { procurementRefusals as English } from '../../en/refusals/procurement.ts';

export const procurementRefusals = {
  'procurement.unknown': 'Usted no tiene tal ronda ni tal lote.',
} satisfies typeof English;

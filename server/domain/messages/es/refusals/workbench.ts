import type { workbenchRefusals as English } from '../../en/refusals/workbench.ts';

export const workbenchRefusals = {
  'workbench.no-filing': 'No hay cargada ninguna declaración con esos nombres que usted pueda leer.',
  'workbench.no-note': 'No existe tal nota vigente.',
  'workbench.no-provider': 'Ninguna declaración que usted pueda leer nombra a este proveedor a esta velocidad.',
  'workbench.day': ({ day }) => `${day} no es un día. Escríbalo así: 2026-12-31.`,
  'workbench.doubt-of-whom': 'Una duda se refiere a un solo proveedor: diga a cuál.',
  'workbench.window': 'Un plazo se cierra el mismo día en que se abre o después.',
} satisfies typeof English;

import type { providerRefusals as English } from '../../en/refusals/providers.ts';

export const providerRefusals = {
  'providers.not-found': ({ path }) => `${path}: no hay tal archivo. Revise la ruta e inténtelo de nuevo.`,
  'providers.file': ({ file, refused }) => `${file}: ${refused}`,
  'providers.empty': ({ file }) => `${file}: no contiene ningún proveedor. Descargue la lista de nuevo.`,
  'providers.header': ({ file, missing }) =>
    `${file}, línea 1: al encabezado le falta la columna ${missing.join(', ')}. Dé la lista de proveedores de la FCC como CSV.`,
  'providers.bad-value': ({ file, line, column, characters, wanted }) =>
    `${file}, línea ${line}, columna ${column}: se encontró ${characters === 0 ? 'nada' : `un texto de ${characters} caracteres`} ` +
    `donde se esperaba ${wanted}. No se cargó nada. Corrija la línea o descargue la lista de nuevo.`,
  'providers.shortened': ({ file, line, column }) =>
    `${file}, línea ${line}, columna ${column}: una hoja de cálculo acortó el número (1.3E+05) y sus dígitos se perdieron. No se cargó nada. Descargue la lista de nuevo y déla tal como está, sin guardarla desde una hoja de cálculo.`,
  'providers.width': ({ file, line, valueCount, columnCount }) =>
    `${file}, línea ${line}: la línea tiene ${valueCount} valores y el encabezado ${columnCount} columnas. No se cargó nada. Descargue la lista de nuevo.`,
} satisfies typeof English;

import type { accountRefusals as English } from '../../en/refusals/accounts.ts';

export const accountRefusals = {
  'token.lea-id': 'Un token de distrito necesita --lea-id, un LEAID de siete dígitos.',
  'token.provider-id':
    'Un token de proveedor necesita --provider-id, el número de proveedor de la FCC en dígitos, como 130317.',
  'token.role': 'Un token es para --role agency, provider, district o coordinator.',
  'token.label': 'Un token necesita una etiqueta (--label) de 1 a 100 caracteres que diga para quién es.',
  'token.days': ({ most }) => `Un token vale de 1 a ${most} días.`,
  'token.unknown': ({ id }) => `No hay ningún token ${id} que siga vigente. «gapmap token list» muestra los que hay.`,
  'token.state': 'Un token necesita un estado, por su código FIPS de dos dígitos.',
  'token.no-state': 'Todavía no hay nada cargado de ningún estado: diga con --state para cuál es el token.',
  'token.which-state': ({ fips }) =>
    `Hay varios estados cargados (FIPS ${fips.join(', ')}): diga con --state para cuál es el token.`,
} satisfies typeof English;

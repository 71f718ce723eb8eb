import { FILERS } from '../../../verdict.ts';
import type { apiRefusals as English } from '../../en/refusals/api.ts';
import { filings } from '../filings.ts';

const VIEWS: Readonly<Record<string, string>> = {
  public: 'pública',
  agency: 'de la agencia estatal',
  provider: 'de proveedores',
  district: 'de distritos',
  coordinator: 'de coordinación',
};

const viewOf = (role: string) => VIEWS[role] ?? role;

function instead(filer: string): string {
  return FILERS.some((one) => one === filer)
    ? `Pregunte por ${filer} o por agreed, que aquí dicen lo mismo.`
    : 'Solo se puede preguntar lo que las familias contestaron: estadísticas home.*, device.* y equip.';
}

function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}

export const apiRefusals = {
  'address.unknown': 'No hay nada en esta dirección. /docs dice lo que hay.',
  'request.invalid': ({ fault }) => `No se entendió la solicitud: ${fault}`,
  'request.refused': ({ fault }) => `Se rechazó la solicitud: ${fault}`,
  'request.too-large': 'La solicitud tiene más bytes de los que se aceptan en esta dirección.',
  'request.too-many': 'Demasiadas solicitudes desde esta dirección o con este token; espere un minuto.',
  'server.stopping':
    'El servidor se está deteniendo, quizá para arrancar de nuevo. Inténtelo otra vez en unos segundos.',
  'server.unexpected': 'Algo falló de nuestro lado. Quedó anotado en el registro; inténtelo de nuevo.',
  'access.foreign-origin':
    'Esta solicitud no vino de una página de Gapmap. Use sus páginas o envíe el token como bearer token.',
  'access.token-needed': ({ audience }) =>
    `Para la vista ${viewOf(audience)} hay que iniciar sesión: inicie sesión o abra el enlace que le dieron. Un programa envía su token como bearer token.`,
  'access.token-needed/collections':
    'Usted no ha iniciado sesión aquí: inicie sesión o abra el enlace que le dieron. Un programa envía su token como bearer token.',
  'access.token-needed/sessions':
    'Nadie ha iniciado sesión aquí, así que no hay ninguna sesión: inicie sesión o abra el enlace que le dieron. Un programa envía su token como bearer token.',
  'access.session-ended':
    'Su sesión terminó, o el enlace con que entró ya no vale. Inicie sesión de nuevo o abra su enlace otra vez.',
  'access.no-such-session': 'Su enlace no tiene esa sesión; puede que ya haya terminado.',
  'access.needs-https':
    'En esta dirección nadie inicia sesión, porque lo que se envía puede leerse en el camino. Quien administra Gapmap aquí tiene que servirlo por https y poner esa dirección en PUBLIC_URL.',
  'access.needs-https/public': ({ address }) =>
    `En esta dirección nadie inicia sesión, porque lo que se envía puede leerse en el camino. Use ${address}. Si quien administra Gapmap allí también lee esto, tiene que nombrar en TRUSTED_PROXIES el proxy que sirve https.`,
  'access.other-role': ({ role, audience }) =>
    `Su token abre la vista ${viewOf(role)}, no la vista ${viewOf(audience)}.`,
  'access.other-role/coordinator': 'Esto es para quien coordina una recolección; su enlace es de un distrito.',
  'access.other-role/district': 'Esto es para un distrito y su propio archivo; quien coordina no envía ni lee ninguno.',
  'access.other-role/collections': ({ role }) =>
    `Su token abre la vista ${viewOf(role)}; las recolecciones son para quienes coordinan y para los distritos.`,
  'access.token-invalid': 'Este token no se conoce, venció o fue anulado. Pida uno nuevo a quien se lo dio.',
  'access.token-invalid/link': 'Este enlace no se conoce, venció o fue anulado. Pida uno nuevo a quien se lo dio.',
  'bbox.invalid': 'bbox espera cuatro números en grados: oeste,sur,este,norte.',
  'place.invalid': 'place espera un tipo y un identificador: county:54015.',
  'place.unknown':
    'No hay tal lugar en el estado de la publicación. /api/v1/places?q= encuentra lugares por su nombre.',
  'cursor.invalid': 'cursor espera lo que la página anterior dio como `next`.',
  'cell.not-a-cell': 'Esto no es una celda H3. Una celda son 15 caracteres hexadecimales, por ejemplo 882aac4411fffff.',
  'cell.resolution': ({ resolution }) => `Se contestan celdas de resolución 5 a 9; esta tiene ${resolution}.`,
  'verdicts.no-district': ({ leaId }) =>
    `No hay cargados ni contorno ni estudiantes de un distrito ${leaId}, así que no hay hexágonos a su alrededor. /api/v1/places?q= encuentra distritos por su nombre.`,
  'cluster.unknown': 'Esta publicación no incluye ese grupo para esta medida.',
  'source.silent': ({ missing, isAgency, filer }) =>
    `${asSentence(filings.missing({ missing, isAgency }))} ${instead(filer)}`,
  'release.none': 'Todavía no se ha publicado nada. `gapmap release` hace la primera publicación.',
  'release.unknown': 'No hay tal publicación. /api/v1/releases dice cuáles hay.',
  'release.unknown/named': ({ asked }) => `No hay ninguna publicación ${asked}. /api/v1/releases dice cuáles hay.`,
  'statistic.unknown': ({ key }) => `"${key}" no es una estadística; /api/v1/release dice cuáles hay.`,
  'statistic.places-only': ({ key, instead: other }) =>
    `${key} se cuenta solo de condados, distritos, pueblos grandes y el estado. De áreas más pequeñas se estima: pregunte por ${other}.`,
  'privacy.none': 'Esta publicación se hizo antes de que las publicaciones dijeran cómo están protegidas.',
  'migration.changed': ({ name }) =>
    `La migración ${name} se cambió después de ejecutarse en esta base de datos. Restablezca el archivo como se publicó y haga el cambio en una migración nueva.`,
  'migration.not-owner':
    'La base de datos necesita una migración que este usuario no puede ejecutar. Ejecute `gapmap migrate` con DATABASE_OWNER_URL y vuelva a iniciar.',
  'release.none/state': ({ stateFips }) => `Todavía no se ha publicado nada del estado ${stateFips}.`,
  'release.which-state': ({ states }) =>
    `Hay publicaciones vigentes de varios estados. Diga de cuál: ${states.map(({ fips, name }) => `state=${fips} (${name})`).join(', ')}.`,
} satisfies typeof English;

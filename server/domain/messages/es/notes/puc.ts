import { stateNameOf } from '../../../states.ts';
import type { pucNotes as English } from '../../en/notes/puc.ts';
import { wordingIn } from '../../wording.ts';

const { grouped, plural, agree } = wordingIn('es');

const areas = (count: number) => plural(count, 'área', 'áreas');

export const pucNotes = {
  'puc.read/columns': ({ columnsRead }) =>
    `Columnas: ${columnsRead.map(({ meaning, column }) => `${meaning} de ${column}`).join(', ')}.`,
  'puc.read/standing': ({ columns }) => `Si un área está en servicio: de ${columns.join(', ')}.`,
  'puc.read/unit': ({ unit }) => `Las velocidades están en ${unit}.`,
  'puc.read/tiers':
    'Las velocidades son niveles de la State Broadband Initiative; se tomó la velocidad más baja de cada nivel.',
  'puc.read/no-latency': 'Ninguna columna dice la latencia: se supuso baja, excepto para el satélite geoestacionario.',
  'puc.read/no-residential':
    'Ninguna columna dice si es para empresas o residencial: todas las áreas se tomaron como ofrecidas a viviendas.',
  'puc.again': 'Para que se lea de nuevo como usted dice ahora, agregue --replace.',

  'puc.called/followed': ({ word }) => `El archivo se llama "${word}"; se siguió lo que cada área dice de sí misma.`,
  'puc.called/loaded': ({ word }) => `El archivo se llama "${word}"; se cargó como servicio, según lo pedido.`,

  'puc.against/column': ({ column, value }) => `${column} "${value}"`,
  'puc.against/technology': ({ value }) => `tecnología "${value}"`,
  'puc.against/layer': ({ layer }) => `capa "${layer}"`,
  'puc.against/asked': ({ value }) => `tecnología "${value}", según lo pedido`,

  'puc.left-out/layer': ({ layer, word }) =>
    `La capa "${layer}" se omitió: por su nombre, es un servicio que aún no existe o que ya no existe ("${word}"). Agregue --planned include para cargarla como servicio.`,
  'puc.left-out/layer/page': ({ layer, word }) =>
    `La capa "${layer}" se omitió: por su nombre, es un servicio que aún no existe o que ya no existe ("${word}").`,
  'puc.left-out/mobile': ({ areaCount }) =>
    areaCount === 1
      ? 'Se omitió un área de servicio móvil, que no es una conexión para la casa.'
      : `Se omitieron ${areas(areaCount)} de servicio móvil, que no es una conexión para la casa.`,
  'puc.left-out/of': ({ against, areaCount }) => `${against} (${areas(areaCount)})`,
  'puc.left-out/asked': ({ leftOut }) => `Se omitió: ${leftOut.join(', ')}.`,
  'puc.left-out/against': ({ areaCount, leftOut }) =>
    `Se ${agree(areaCount, 'omitió', 'omitieron')} ${areas(areaCount)} sin servicio, según lo que dice el informe: ${leftOut.join(', ')}. Agregue --planned include para cargar esas áreas como servicio.`,
  'puc.left-out/against/page': ({ areaCount, leftOut }) =>
    `Se ${agree(areaCount, 'omitió', 'omitieron')} ${areas(areaCount)} sin servicio, según lo que dice el archivo: ${leftOut.join(', ')}.`,

  'puc.assumed/fixed-wireless': ({ value, areaCount }) =>
    `"${value}" no dice si tiene licencia o no, y se tomó por sin licencia, lo más débil (${areas(areaCount)}). Para decir otra cosa: --technology "${value}=71".`,
  'puc.assumed/fixed-wireless/page': ({ value, areaCount }) =>
    `"${value}" no dice si tiene licencia o no, y se tomó por sin licencia, lo más débil (${areas(areaCount)}).`,
  'puc.assumed/range': ({ value, areaCount }) =>
    `De las velocidades "${value}" se tomó la más baja (${areas(areaCount)}).`,
  'puc.assumed/latency': ({ value, areaCount }) =>
    `"${value}" no dice si la latencia es baja o alta; se tomó por la tecnología (${areas(areaCount)}).`,
  'puc.assumed/residential': ({ value, areaCount }) =>
    `"${value}" no dice si es para empresas o residencial; se tomó como ofrecido a viviendas (${areas(areaCount)}).`,
  'puc.assumed/planned': ({ value, areaCount }) =>
    `Cargado como servicio, según lo pedido, aunque el informe dice otra cosa: ${value} (${areas(areaCount)}).`,
  'puc.assumed/more': ({ more }) => `Y ${plural(more, 'valor más tomado', 'valores más tomados')} así.`,

  'puc.upside-down': ({ count, areaCount }) =>
    `La subida es más rápida que la bajada en ${grouped(count)} de ${areas(areaCount)}. Si las columnas están intercambiadas, nómbrelas con --columns maxdown=...,maxup=... y --replace.`,
  'puc.upside-down/page': ({ count, areaCount }) =>
    `La subida es más rápida que la bajada en ${grouped(count)} de ${areas(areaCount)}.`,
  'puc.unlisted': ({ names }) =>
    `No están en la lista de proveedores de la FCC, así que solo se guarda su nombre: ${names.join('; ')}.`,
  'puc.outside': ({ count, areaCount, stateFips }) =>
    `${grouped(count)} de ${areas(areaCount)} ${agree(count, 'queda', 'quedan')} fuera de ${stateNameOf(stateFips) ?? stateFips}.`,

  'puc.fault/shortened': ({ meaning, value }) =>
    `una hoja de cálculo acortó su ${meaning} a "${value}"; escriba todos sus dígitos`,
  'puc.fault/too-long': ({ meaning, value }) =>
    `su ${meaning} "${value}" no puede serlo; el de un proveedor tiene 6 dígitos, un FRN 10`,
  'puc.fault/no-provider': 'no nombra ningún proveedor; dé uno con --provider',
  'puc.fault/no-provider/page': 'no nombra ningún proveedor',
  'puc.fault/letters-lost':
    'letras del nombre de su proveedor se perdieron antes de llegar aquí; expórtelo de nuevo en UTF-8',
} satisfies typeof English;

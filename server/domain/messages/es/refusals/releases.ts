import type { releaseRefusals as English } from '../../en/refusals/releases.ts';
import { wordingIn } from '../../wording.ts';

const { date, grouped } = wordingIn('es');

export const releaseRefusals = {
  'release.floors': ({ fault }) => `Los mínimos no se pueden usar: ${fault}`,
  'release.town-students': ({ fewest }) =>
    `Los pueblos tienen números propios a partir de un número entero de al menos ${grouped(fewest)} estudiantes.`,
  'release.town-students-lowered': ({ fewest, most }) =>
    `Una publicación anterior del estado da números propios a los pueblos a partir de ${grouped(most)} estudiantes, y las posteriores no pueden hacerlo con menos: ${grouped(fewest)} mostraría lo que aquella ocultó. Pida ${grouped(most)} o más.`,
  'release.name-empty': 'Una publicación necesita un nombre, por ejemplo "fall 2026".',
  'release.name-taken': ({ name }) =>
    `El estado ya tiene una publicación "${name}", y una publicación nunca cambia. Elija otro nombre.`,
  'release.busy':
    'Se está haciendo otra publicación del estado. Espere a que termine, o termínela, e inténtelo de nuevo.',
  'release.changed-meanwhile':
    'Mientras se hacía esta publicación cambiaron viviendas, informes, lugares o publicaciones, así que no se publicó nada. Hágala de nuevo.',
  'release.unproven': ({ cell }) =>
    `Oculte lo que oculte esta publicación, con ella y las anteriores se podría descubrir a unos pocos estudiantes alrededor del hexágono ${cell}, así que no se publicó nada. Hágala de nuevo cuando allí hayan cambiado más viviendas, o con mínimos más altos.`,
  'release.taking-back':
    'En este momento un distrito está retirando su archivo. Inténtelo de nuevo en un minuto: entonces la publicación se hace sin él.',
  'release.no-homes': 'Todavía no hay viviendas cargadas. Cargue primero un distrito con `gapmap import homes`.',
  'release.no-collection': ({ name }) => `No hay ninguna recolección "${name}" con viviendas.`,
  'release.no-vintage': ({ asOf }) =>
    `No hay ningún informe de la FCC al ${asOf} cargado para este estado. \`gapmap status\` dice lo que hay.`,
  'release.several-states': ({ fips }) =>
    `La recolección tiene viviendas de varios estados (FIPS ${fips.join(', ')}). Una publicación es de uno solo: cargue cada uno en su propia recolección.`,
  'release.too-few': ({ students, households }) =>
    `Todas las viviendas juntas son menos de ${students} estudiantes en ${households} hogares, así que no se puede publicar nada sobre ellas.`,
  'release.which-state/homes': ({ fips }) =>
    `Hay viviendas cargadas de varios estados (FIPS ${fips.join(', ')}), y una publicación es de uno solo: diga cuál con --state.`,
  'release.unknown/of-name': ({ asked }) =>
    `No hay ninguna publicación "${asked}", ni por nombre ni por número. \`gapmap status\` dice cuáles hay.`,
  'release.several-named': ({ asked, ids }) =>
    `"${asked}" es el nombre o el número de varias publicaciones. Diga cuál por su número o con --state: ${ids.join(', ')}.`,
  'release.no-draft/published': ({ name }) => `La publicación "${name}" ya está publicada.`,
  'release.no-draft/withdrawn': ({ name }) =>
    `La publicación "${name}" se retiró, y eso es definitivo. Haga una publicación con otro nombre.`,
  'release.later-is-current': ({ name, later }) =>
    `Está vigente "${later}", que se hizo después de "${name}", y los números anteriores no sustituyen a los nuevos. Retire primero "${later}" o haga una publicación nueva.`,
  'release.no-reason':
    'Diga por qué con --reason. Lo lee quien llega a una dirección de la publicación: escríbalo para esa persona y no nombre a nadie.',
  'release.is-withdrawn': ({ name }) => `La publicación "${name}" ya está retirada.`,
  'release.draft': ({ name }) =>
    `La publicación "${name}" es un borrador. Se escriben archivos de lo publicado: \`gapmap publish\` la publica.`,
  'release.withdrawn': ({ name, withdrawnAt, reason }) =>
    `La publicación "${name}" se retiró el ${date(withdrawnAt)}. La razón que se dio: ${reason}`,
  'release.none/withdrawn': ({ name, withdrawnAt, reason }) =>
    `Ahora no hay ninguna publicación vigente. La última, "${name}", se retiró el ${date(withdrawnAt)}. La razón que se dio: ${reason}`,
} satisfies typeof English;

import type { edfiRefusals as English } from '../../en/refusals/edfi.ts';
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('es');

const READS = 'Tiene que poder leer studentEducationOrganizationAssociations y, donde los haya, studentDirectories.';

export const edfiRefusals = {
  'edfi.url': ({ option }) => `${option} no es una dirección. Escríbala como https://api.example.org/v7.1/api.`,
  'edfi.not-secure': ({ option, host }) =>
    `${option} lleva a ${host} sin https, lo que enviaría sin cifrar el secreto y los datos de los estudiantes. Use https.`,
  'edfi.no-secret':
    'No hay secreto de cliente. Póngalo en el entorno como GAPMAP_EDFI_SECRET o en un archivo nombrado con --client-secret-file.',
  'edfi.no-secret-file': ({ path }) => `No hay ningún archivo ${path} de donde leer el secreto de cliente.`,
  'edfi.no-discovery': ({ host }) =>
    `${host} no dice dónde están su token y sus datos (no hay urls.oauth ni urls.dataManagementApi en la dirección base). Revise --base-url, o dé --token-url y --data-url.`,
  'edfi.credentials': ({ answered }) =>
    `La API no aceptó el identificador ni el secreto de cliente (${answered}). Revise ambos con quien opera la API; pueden haber vencido.`,
  'edfi.no-token': 'La dirección de los tokens contestó sin ningún token. Revise --base-url o --token-url.',
  'edfi.token-refused': ({ resource }) =>
    `La API rechazó un token que acababa de dar, para ${resource}. Su reloj o su dirección de tokens puede estar mal; avise a quien la opera.`,
  'edfi.forbidden': ({ resource, problem }) =>
    `El cliente no puede leer ${resource}${problem ? ` (${problem})` : ''}. ${READS} Pida a quien opera la API un conjunto de permisos y una organización educativa que lo permitan.`,
  'edfi.no-resource': ({ resource }) =>
    `La API no tiene ${resource}. Revise --base-url: es la dirección sin /data/v3 y sin el recurso.`,
  'edfi.redirected': ({ resource }) =>
    `La API envía a otra parte la pregunta por ${resource}. Dé como --base-url la dirección adonde lleva.`,
  'edfi.unexpected': ({ resource, answered, problem }) =>
    `La API contestó ${answered}${problem ? ` (${problem})` : ''} para ${resource}. Avise a quien la opera.`,
  'edfi.unanswered': ({ resource, reason }) =>
    `La API no dio ${resource}: ${reason}. No se escribió nada; ejecute de nuevo más tarde.`,
  'edfi.keeps-changing': ({ resource }) =>
    `En la API, ${resource} sigue cambiando mientras se lee, así que algo podría faltar. Ejecute de nuevo cuando nadie cargue datos.`,
  'edfi.turns-in-circles': ({ resource }) =>
    `La API lleva de una página de ${resource} a otra que ya se leyó, así que no tiene fin. Avise a quien la opera.`,
  'edfi.several-districts': ({ leaId, count }) =>
    `El cliente lee ${count} distritos, y ninguno dice que su número de NCES sea ${leaId}. Nombre el número del distrito en la API con --education-organization.`,
  'edfi.other-district': ({ leaId, others }) =>
    `El cliente lee el distrito ${others.join(', ')}, no ${leaId}. Revise --district, o nombre el número del distrito en la API con --education-organization.`,
  'edfi.too-many-bad': ({ bad, rows, report }) =>
    `Quedarían fuera ${grouped(bad)} de ${grouped(rows)} estudiantes, lo que es más de uno de cada cinco; no se escribió ningún archivo. ${report === undefined ? 'Escriba un informe con --report para ver por qué' : `${report} dice por qué`}, o acéptelo con --leave-out-bad-rows.`,
  'edfi.one-place': ({ question }) =>
    `${question} No se escribió ningún archivo. Si es así, ejecute de nuevo con --many-in-one-place. Si no, haga corregir las direcciones de los estudiantes en el sistema que llena la API.`,
  'edfi.no-changes': 'La API no puede decir qué ha cambiado (no tiene consultas de cambios). Deje fuera --since.',
  'edfi.no-collection': 'Nombre la recolección en que carga --import: --collection "fall 2026".',
  'edfi.empty': ({ leaId }) =>
    `La API no tiene ninguna studentEducationOrganizationAssociations del distrito ${leaId} que este cliente pueda leer.`,
} satisfies typeof English;

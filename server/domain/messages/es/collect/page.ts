import type { PageMessages, SaidRate } from '../../en/collect/page.ts';
import { wordingIn } from '../../wording.ts';
import { collectionChoice } from '../collection-choice.ts';
import { kit } from '../kit.ts';

const { date, grouped, list, plural, size, wholePercent } = wordingIn('es');

/** "72 %", "95 % o más" */
export const rateInWords = ({ rate, bound }: SaidRate) =>
  `${wholePercent(rate)}${bound === 'least' ? ' o más' : bound === 'most' ? ' o menos' : ''}`;

const LANGUAGES: Readonly<Record<string, string>> = { en: 'inglés', es: 'español' };
const FORMATS: Readonly<Record<string, string>> = { csv: 'CSV', xlsx: 'Excel', html: 'para imprimir' };
const KIT: Readonly<Record<string, string>> = kit;

export const page = {
  title: 'Recolección',
  lead: 'Qué envió cada distrito y qué falta.',
  onItsWay: 'La recolección está en camino.',
  didNotCome: 'La recolección no llegó.',
  noCollection: 'Todavía no hay ninguna recolección.',
  ...collectionChoice,
  cancel: 'Cancelar',

  noWindow: 'Abierta, sin fechas fijadas.',
  opens: ({ opensOn, closesOn }) =>
    `Abre el ${date(opensOn)}${closesOn === null ? '' : `, hasta el ${date(closesOn)}`}.`,
  closed: ({ closesOn }) => `Cerrada desde el ${date(closesOn)}.`,
  open: ({ opensOn, closesOn, daysLeft }) => {
    const from = opensOn === null ? '' : ` desde el ${date(opensOn)}`;
    const to = closesOn === null ? '' : ` hasta el ${date(closesOn)}`;
    if (daysLeft === undefined) return `Abierta${from}${to}.`;
    if (daysLeft <= 0) return `Abierta${from}${to}; hoy es el último día.`;
    return `Abierta${from}${to}; ${daysLeft === 1 ? 'queda un día' : `quedan ${grouped(daysLeft)} días`}.`;
  },

  states: {
    not_started: 'Sin comenzar',
    taken_back: 'Retirado',
    prepared: 'Preparado',
    received: 'Recibido',
    accepted: 'Aceptado',
    accepted_with_notes: 'Aceptado con observaciones',
  },
  meanings: {
    not_started: 'no se envió nada, y el distrito no ha dicho que esté listo',
    taken_back: 'el distrito retiró su archivo aceptado: ninguna publicación posterior lo cuenta',
    prepared: 'el distrito dice que su archivo está listo, y no lo ha enviado',
    received: 'el archivo está aquí, y el distrito no ha aceptado lo que encontró la revisión',
    accepted: 'se revisó y se aceptó',
    accepted_with_notes:
      'se aceptó, con algo que conviene saber: filas o respuestas que no se tomaron, o números que conviene mirar',
  },
  rate: ({ rate }) => rateInWords(rate),
  tooFewToTell: 'muy pocos para decirlo',
  notYet: 'todavía no',
  count: ({ count }) => grouped(count),

  notes: 'Observaciones',
  noteOfRows:
    'Algunas filas o respuestas no se tomaron, o se corrigieron, como mostró la revisión antes de que se aceptara el archivo.',

  ofDistrict: ({ districtName, expiresAt }) =>
    `Usted entró con el enlace de ${districtName}, válido hasta el ${date(expiresAt)}.`,
  ofCoordinator: ({ label, expiresAt }) =>
    `Usted entró con el enlace de quien coordina (${label}), válido hasta el ${date(expiresAt)}.`,
  ofPerson: ({ label }) => `Usted inició sesión como ${label}.`,
  signOut: 'Salir en esta computadora',

  kit: {
    title: 'Materiales de la encuesta',
    lead: 'Formularios en papel y por teléfono en inglés y español, plantillas y el diccionario de datos. Salen de las mismas definiciones con que se revisan los archivos.',
    onItsWay: 'Los materiales están en camino.',
    didNotCome: 'Los materiales no llegaron.',
    file: ({ file, title }) => KIT[file] ?? title,
    about: ({ languages, format, bytes }) =>
      [list(languages.map((language) => LANGUAGES[language] ?? language)), FORMATS[format] ?? format, size(bytes)].join(
        ' · ',
      ),
  },

  visitor: {
    lead: 'Cómo los distritos escolares dicen a su estado qué estudiantes no tienen internet en casa, sin decir a nadie quiénes son.',
    opensTheMap: 'Su enlace abre el mapa, no la recolección.',
    opensByLink: 'La recolección se abre con un enlace para un distrito o para quien la coordina.',
    how: 'Cómo se hace',
    prepare: 'Preparar.',
    prepareIs:
      'Un distrito convierte su propia exportación en un archivo sin nombres, direcciones ni coordenadas. Eso ocurre en su propia computadora; no se envía nada.',
    upload: 'Enviar.',
    uploadIs: 'Abre su propio enlace y envía ese archivo. Se revisa cada fila, y todavía no se toma nada.',
    accept: 'Aceptar.',
    acceptIs: 'Mira lo que se encontró y lo acepta. El archivo se borra, y un certificado lo dice.',
    withoutLink: 'Preparar funciona sin enlace y sin conexión.',
    whereLinks: 'De dónde viene el enlace',
    linksCome:
      'Quien coordina la recolección en su estado envía a cada distrito un enlace propio. Ábralo en esta computadora, y esta página muestra su recolección. Si un enlace venció, no se pierde nada: quien coordina hace otro.',
  },
  districts: ({ districtCount }) => plural(districtCount, 'distrito', 'distritos'),
} satisfies PageMessages;

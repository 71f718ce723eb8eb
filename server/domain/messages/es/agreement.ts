import type { AgreementMessages } from '../en/agreement.ts';
import { wordingIn } from '../wording.ts';

const { date, list, plural } = wordingIn('es');

export const agreement = {
  title: 'Acuerdo para compartir datos (borrador)',
  draft:
    'Un borrador para abogados. Está escrito con los ajustes de esta instalación en el día de abajo, y no obliga a nadie hasta que se firme.',
  made: ({ day }) => `Escrito el ${date(day)}.`,
  parties: {
    title: 'Entre quiénes',
    agency: ({ stateName }) => `La agencia estatal de educación de ${stateName} (“la agencia”).`,
    district: ({ districtName }) => `${districtName} (“el distrito”).`,
    every: 'Cada distrito escolar que envía un archivo (“el distrito”).',
  },
  purpose: {
    title: 'Para qué',
    words: ({ collection }) =>
      `La agencia averigua dónde los estudiantes no pueden aprender en casa y ayuda a conectarlos. Este acuerdo trata de la recolección “${collection}”.`,
    window: ({ opensOn, closesOn }) => `Recibe archivos del ${date(opensOn)} al ${date(closesOn)}.`,
    asked: ({ names }) => `Pregunta a las familias por: ${list(names)}.`,
    only: 'La agencia no usa los datos para nada más, no los vende y no da ninguna fila a nadie.',
  },
  taken: {
    title: 'Qué se toma',
    lead: 'La propia computadora del distrito prepara el archivo, en su navegador, antes de que se envíe nada. Estas son todas las columnas que el archivo puede tener:',
    column: 'Columna',
    holds: 'Qué contiene',
    columns: {
      lea_id: 'El número del distrito.',
      student_key: 'Un seudónimo hecho con una clave que guarda el distrito.',
      household_key: 'Un seudónimo del hogar, hecho con la misma clave.',
      cell: 'Un hexágono de unos 180 acres. La coordenada y la dirección se quedan en el distrito.',
      residence:
        'Que un estudiante no tiene residencia fija, y entonces ni hexágono, ni hogar, ni grado, ni respuesta.',
      grade_level: 'El grado.',
      internet_access: 'Si hay internet en casa.',
      barrier: 'Por qué no hay.',
      internet_type: 'De qué tipo es.',
      performance: 'Si alcanza para aprender.',
      device: 'En qué dispositivo aprende el estudiante.',
      device_access: 'Si se comparte.',
      device_provider: 'Quién lo dio.',
    },
    never:
      'No se toman nombres, direcciones, coordenadas, números de estudiante, fechas de nacimiento, teléfonos ni correos. El servidor rechaza un archivo que contenga otras columnas.',
  },
  shown: {
    title: 'Qué se muestra',
    floors: ({ students, households }) =>
      `Cada número es una suma de áreas con al menos ${plural(students, 'estudiante', 'estudiantes')} en ${plural(households, 'hogar', 'hogares')}. Las áreas menores se juntan hasta que tienen tantos.`,
    noise: ({ deviation, rounding }) =>
      `Antes de mostrarse, un conteo se cambia en hasta ${plural(deviation, 'estudiante', 'estudiantes')}; lo que lee todo el mundo se redondea a un múltiplo de ${rounding}. Los conteos pequeños se ocultan.`,
    promise: 'Qué promete eso',
    not: 'Qué no promete',
  },
  kept: {
    title: 'Cuánto tiempo se guarda',
    atOnce: 'El archivo mismo se borra en el momento en que el distrito acepta lo que se leyó de él.',
    hours: ({ hours }) =>
      `El archivo mismo se borra ${plural(hours, 'hora', 'horas')} después de que el distrito acepta lo que se leyó de él.`,
    untouched: ({ hours }) =>
      `Un archivo que nadie acepta se borra tras ${plural(hours, 'hora', 'horas')} sin trabajo en él.`,
    rows: 'El archivo va cifrado mientras la base de datos lo guarda. Las filas que se leyeron de él se guardan para las publicaciones. El distrito retira lo que envió en la página de su recolección; el operador de la agencia borra a petición lo que envió un distrito, o lo que se envió para una recolección, con un certificado.',
    certificate:
      'Cada borrado de un archivo tiene un certificado, firmado, que dice qué llegó, qué fue de ello y cuándo se borraron sus bytes. El distrito lo lee y lo comprueba en su página.',
    links: ({ days }) =>
      `El enlace de un distrito termina ${plural(days, 'día', 'días')} después del último día de la recolección, salvo que su coordinador diga otra cosa o lo termine antes.`,
  },
  readers: {
    title: 'Quién lee qué',
    lead: 'Ningún papel de una persona, ni ningún acceso que responda peticiones, puede leer la fila de un estudiante. La propia base de datos lo niega.',
    role: 'Papel',
    reads: 'Qué puede hacer',
  },
  log: {
    title: 'Qué queda escrito',
    acts: 'Cada acto de una persona o de un enlace está en un registro con quién, qué y cuándo. La base de datos se niega a cambiar o borrar una entrada. Un administrador del estado lo lee.',
    disclosures: 'Lo que se dio y a quién está en un registro de divulgaciones, que el coordinador lee y exporta.',
    nothing: 'Ni un registro, ni un error, ni una dirección contienen nada de un estudiante.',
  },
  signed: {
    title: 'Firmado',
    agency: 'Por la agencia: nombre, cargo, fecha',
    district: 'Por el distrito: nombre, cargo, fecha',
    line: '____________________________________________',
  },
  readerOf: {
    admin: 'Administrador',
    sea: 'Agencia de educación',
    puc: 'Comisión de servicios públicos',
    coordinator: 'Coordinador de recolecciones',
    district: 'Distrito escolar',
    provider: 'Proveedor',
    viewer: 'Invitado',
  },
} satisfies AgreementMessages;

import type { OutreachMessages } from '../en/outreach.ts';
import { wordingIn } from '../wording.ts';

const { date, grouped, plural } = wordingIn('es');

export const outreach = {
  told: {
    districts: 'Distritos',
    schools: 'Escuelas',
    families: 'Familias',
    providers: 'Proveedores',
    legislators: 'Legisladores',
  },
  steps: {
    announce: ({ collection, opensOn }) =>
      `Diga a los miembros que “${collection}” empieza el ${date(opensOn)}, y qué va a responder.`,
    invite: ({ districtCount, opensOn, closesOn }) =>
      `Invite a ${plural(districtCount, 'distrito', 'distritos')}: del ${date(opensOn)} al ${date(closesOn)}. Pregunte quién enviará el archivo.`,
    how: () => 'Envíe el juego de encuesta, y cómo se prepara un archivo en diez minutos.',
    letter: ({ closesOn }) =>
      `Envíe la carta a casa, en los dos idiomas. Las respuestas cuentan hasta el ${date(closesOn)}.`,
    open: ({ districtCount }) => `Dé su enlace a ${plural(districtCount, 'distrito', 'distritos')}.`,
    remind: ({ closesOn }) => `Recuerde a los distritos que no han empezado: el último día es el ${date(closesOn)}.`,
    last_call: ({ closesOn }) => `Último aviso a los que faltan: ${date(closesOn)}.`,
    telephone: () => 'Llame por teléfono a los distritos que no han enviado, primero a los más grandes.',
    thank: ({ collection }) => `Agradezca a los distritos por “${collection}”, con el número que llegó.`,
    results: () => 'Dé a cada miembro el resumen de su propio distrito.',
    offer: () => 'Muestre a los proveedores dónde viven estudiantes sin servicio cerca de su red.',
  },
  who: { coordinator: 'Coordinador', district: 'Oficina del distrito', agency: 'Agencia de educación' },
  title: ({ collection }) => `Plan de difusión: ${collection}`,
  window: ({ opensOn, closesOn }) => `Se reciben archivos del ${date(opensOn)} al ${date(closesOn)}.`,
  day: ({ on }) => date(on),
  calendar: ({ collection }) => `Difusión: ${collection}`,
  columns: { on: 'El', told: 'A quién', what: 'Qué', who: 'Por quién', done: 'Hecho' },
  reach: {
    title: 'Contactos y qué esperar',
    allKnown: 'En cada distrito se sabe a quién escribir.',
    unknown: ({ count, districtCount }) =>
      `En ${count} de ${plural(districtCount, 'distrito', 'distritos')} no se sabe a quién escribir:`,
    before: ({ collection, accepted, of }) =>
      `En “${collection}” ${accepted} de ${plural(of, 'distrito', 'distritos')} tenían un archivo aceptado al final.`,
    half: ({ dayNumber }) => `La mitad de sus archivos aceptados se aceptó hasta el día ${grouped(dayNumber)}.`,
    longer: ({ days }) =>
      `Entonces tomó más de lo que dura este plazo de ${plural(days, 'día', 'días')}, así que nada dice cuántos distritos habrán terminado el último día.`,
    expected: ({ count, districtCount }) =>
      `Si va como entonces, ${count} de ${plural(districtCount, 'distrito', 'distritos')} habrán terminado el último día.`,
    noBefore: 'Antes no hubo ninguna recolección, así que nada dice qué esperar.',
  },
  files: {
    readMe: 'LEAME.txt',
    about:
      'merge.csv tiene una fila por mensaje, para combinar correspondencia. Cada archivo .eml se abre en un programa de correo, listo para enviar. El enlace de un mensaje es el de su distrito: quien lo tiene actúa por el distrito. Envíe cada mensaje solo a su distrito, y después borre esta carpeta.',
    aboutFamilies:
      'merge.csv tiene una fila por distrito e idioma. Los distritos entregan estos mensajes a las familias: nadie más conoce sus direcciones.',
  },
  log: {
    nobody: 'nadie está anotado',
    outcome: ({ way, mailState, reached, isLinkEnded }) => {
      if (way === 'telephone') return reached ? 'contestó' : 'nadie contestó';
      if (way === 'file') return 'hecho como archivo';
      if (isLinkEnded) return 'no enviado: su enlace había terminado';
      return (
        { waiting: 'espera', sent: 'enviado', refused: 'rechazado', marked: 'enviado a mano' }[mailState ?? ''] ??
        'ya no está en la bandeja'
      );
    },
  },
  reasons: {
    stage: {
      nothing: () => 'Nunca abrió su enlace.',
      opened: () => 'Abrió su enlace y no preparó nada.',
      prepared: () => 'Preparó un archivo y no lo envió.',
      sent: ({ count }) => `Envió ${plural(count, 'archivo', 'archivos')} y no aceptó: falta un paso.`,
      taken_back: () => 'Retiró su archivo y no envió otro.',
      accepted: () => 'Terminó.',
    },
    size: ({ enrolled }) => `Tiene ${plural(enrolled, 'estudiante', 'estudiantes')}.`,
    unknownSize: 'No se sabe cuántos estudiantes tiene.',
    written: ({ count, on }) => `Recibió ${plural(count, 'mensaje', 'mensajes')}, el último el ${date(on)}.`,
    neverWritten: 'Todavía no se le envió nada.',
    silent: ({ days }) => (days === 0 ? 'Estuvo aquí hoy.' : `Estuvo aquí hace ${plural(days, 'día', 'días')}.`),
    reached: ({ on }) => `Contestó por teléfono el ${date(on)}.`,
  },
  page: {
    title: 'Difusión',
    lead: 'A quién se le dice qué, cuándo y por quién; qué se envía y cómo responden los distritos.',
    about: 'El plan se hace con el plazo. Márquelo, edítelo y asígnelo, y queda guardado.',
    coming: 'El plan está en camino.',
    failed: 'El plan no llegó',
    noWindow: 'Un plan necesita un primer y un último día.',
    doneIt: ({ what }) => `Hecho: ${what}`,
    save: 'Guardar el plan',
    saved: 'Guardado.',
    notSaved: 'El plan no se guardó',
    calendar: 'Calendario (ICS)',
    csv: 'Tabla (CSV)',
    pdf: 'Documento (PDF)',
  },
} satisfies OutreachMessages;

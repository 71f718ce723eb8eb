import type { OutreachMessages } from '../en/outreach.ts';
import { wordingIn } from '../wording.ts';

const { date, plural } = wordingIn('es');

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
  calendar: ({ collection }) => `Difusión: ${collection}`,
  columns: { on: 'El', told: 'A quién', what: 'Qué', who: 'Por quién', done: 'Hecho' },
  page: {
    title: 'Plan de difusión',
    lead: 'A quién se le dice qué, cuándo y por quién. Se hace con el plazo; márquelo, edítelo y asígnelo, y queda guardado.',
    coming: 'El plan está en camino.',
    failed: 'El plan no llegó',
    noWindow: 'Un plan necesita un primer y un último día.',
    doneIt: ({ what }) => `Hecho: ${what}`,
    save: 'Guardar el plan',
    saved: 'Guardado.',
    notSaved: 'El plan no se guardó',
    calendar: 'Calendario (ICS)',
    csv: 'Tabla (CSV)',
    print: 'Imprimir, o guardar como PDF',
  },
} satisfies OutreachMessages;

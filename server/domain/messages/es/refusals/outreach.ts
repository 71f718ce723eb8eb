import type { outreachRefusals as inEnglish } from '../../en/refusals/outreach.ts';

const firstOf = (names: readonly string[]) =>
  `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` y ${names.length - 5} más` : ''}`;

export const outreachRefusals = {
  'outreach.day': ({ day }) => `${day} no es un día. Un día se escribe como 2027-02-28.`,
  'outreach.no-mail': 'Aquí no hay servidor de correo. Haga los mensajes como archivos y envíelos a mano.',
  'outreach.no-address': ({ leaIds }) =>
    `No se conoce ningún correo electrónico de ${firstOf(leaIds)}. No se envió nada. Anote sus direcciones o haga sus mensajes como archivos.`,
  'outreach.families':
    'Solo cada distrito conoce las direcciones de sus familias. Haga el mensaje como archivos para que los distritos lo entreguen.',
  'outreach.no-link':
    'Este mensaje necesita {link} en su texto en los dos idiomas: sin él un distrito no puede dar el paso que sigue.',
  'outreach.field': ({ field }) =>
    `No se sabe qué escribir en lugar de {${field}}. Cada palabra entre llaves es una de las que nombra la página.`,
  'outreach.subject': 'El asunto dice algo, en una sola línea, en los dos idiomas.',
  'outreach.email': ({ leaId }) =>
    `El correo electrónico de ${leaId} no es una dirección: se escribe como nombre@example.org. No se cambió nada.`,
  'outreach.contact-empty': ({ leaId }) =>
    `El contacto de ${leaId} no tiene nombre, dirección ni teléfono. No se cambió nada.`,
} satisfies typeof inEnglish;

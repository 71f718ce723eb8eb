import type { peopleRefusals as English } from '../../en/refusals/people.ts';

export const peopleRefusals = {
  'access.sign-in-needed': 'Esto es para quienes iniciaron sesión: iníciela y vuelva.',
  'access.other-role/admin': 'Esto es para quien administra; usted actúa en otra función.',
  'sign-in.off': 'Aquí nadie entra con la cuenta de su organización. Abra el enlace que le dieron.',
  'sign-in.no-issuer': 'Aquí no existe esa forma de iniciar sesión.',
  'sign-in.not-begun':
    'Este inicio de sesión no empezó en este navegador, tiene más de diez minutos o ya se usó. Empiece otra vez.',
  'sign-in.refused':
    'El servicio de su organización no confirmó quién es usted, así que nadie entró. Empiece otra vez; si se repite, avise a quien administra Gapmap.',
  'sign-in.unreachable': 'El servicio de su organización no responde. Inténtelo de nuevo en unos minutos.',
  'sign-in.no-role':
    'Se le reconoció, pero nadie le ha dado una función aquí. Pida una invitación a quien administra Gapmap.',
  'sign-in.not-demo': 'Las personas de demostración solo existen en una demostración en su propio equipo.',
  'invitation.dead': 'Esta invitación no se conoce, venció, fue anulada o ya se usó. Pida una nueva a quien le invitó.',
  'invitation.unknown': 'No hay ninguna invitación abierta con ese número.',
  'invitation.lea-id': 'La función de un distrito necesita un LEAID de siete cifras, de su propio estado.',
  'invitation.provider-id':
    'La función de un proveedor necesita su identificador de la FCC en cifras, por ejemplo 130317.',
  'invitation.role': ({ roles }) => `Una función es una de estas: ${roles}.`,
  'invitation.label': 'Diga en 1 a 100 caracteres para quién es la invitación.',
  'invitation.organization': 'Diga en 1 a 200 caracteres por qué organización actúa la persona.',
  'invitation.other-scope': ({ organization }) =>
    `${organization} ya se conoce, con otro distrito o proveedor. Escriba otro nombre, o su propio número.`,
  'membership.unknown': 'No hay ninguna función vigente con ese número.',
  'membership.last-admin': 'Es la última persona que administra el estado. Invite antes a otra.',
  'passkey.refused': 'Esta clave de acceso no se confirmó, así que nadie entró. Inténtelo otra vez.',
} satisfies typeof English;

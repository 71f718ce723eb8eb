import type { ActMessages } from '../en/acts.ts';

export const acts = {
  did: {
    'people.invited': 'invitó a alguien',
    'people.invitation-ended': 'anuló una invitación',
    'people.joined': 'asumió una función',
    'people.role-ended': 'retiró una función',
    'people.signed-in': 'inició sesión',
    'people.signed-out': 'cerró la sesión',
    'people.session-ended': 'terminó una sesión',
    'people.log-exported': 'exportó este registro',
    'links.given': 'dio un enlace',
    'links.ended': 'anuló un enlace',
    'collections.opened': 'abrió una recolección',
    'collections.changed': 'cambió una recolección',
    'rooms.plan-loaded': 'cargó un plan',
    'rooms.plan-deleted': 'borró un plan',
    'corrections.filed': 'presentó una corrección',
    'corrections.accepted': 'aceptó una corrección',
    'corrections.refused': 'rechazó una corrección',
    'filings.docket': 'anotó un número de expediente',
    'filings.doubt': 'puso en duda una declaración',
    'filings.note-ended': 'dio por terminada una nota sobre una declaración',
    'filings.window': 'anotó un plazo de impugnación',
    'filings.window-ended': 'dio por terminado un plazo de impugnación',
    'mail.marked': 'envió un mensaje a mano',
  },
} satisfies ActMessages;

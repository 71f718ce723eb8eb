import type { mailRefusals as en } from '../../en/refusals/mail.ts';

export const mailRefusals = {
  'mail.unknown': 'Aquí no hay tal mensaje.',
  'mail.sent': 'Ya está enviado.',
  'mail.has-link':
    'Ningún archivo tiene este mensaje: contiene el enlace de un distrito. Un coordinador lo envía otra vez desde “Difusión”.',
} satisfies typeof en;

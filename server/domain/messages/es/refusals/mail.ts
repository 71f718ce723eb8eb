import type { mailRefusals as en } from '../../en/refusals/mail.ts';

export const mailRefusals = {
  'mail.unknown': 'Aquí no hay tal mensaje.',
  'mail.sent': 'Ya está enviado.',
} satisfies typeof en;

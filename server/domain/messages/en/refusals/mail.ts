/** The outbox. */
export const mailRefusals = {
  'mail.unknown': 'There is no such message here.',
  'mail.sent': 'It is sent already.',
};

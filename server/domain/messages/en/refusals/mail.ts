/** The outbox. */
export const mailRefusals = {
  'mail.unknown': 'There is no such message here.',
  'mail.sent': 'It is sent already.',
  'mail.has-link':
    'No file has this message: it holds the link of a district. A coordinator sends it again from “Outreach”.',
};

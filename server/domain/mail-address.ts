/** Whether a text is one e-mail address, as a message takes it; the same as `mail.is_address` of the database. */
export function isMailAddress(text: string): boolean {
  return /^[^\s<>,;:"]+@[^\s<>,;:"]+$/.test(text) && text.length <= 254;
}

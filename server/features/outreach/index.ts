/** What other features may use of outreach. */
export { writeCall, writeContacts } from './contacts.ts';

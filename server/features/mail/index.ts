/** What others may use of mail. */
export { draftOf } from './eml.ts';
export { type Letter, queueMail, queueOwnLetter } from './queue.ts';
export { LINK_ENDED, lookAfterMail, MAIL_QUEUE, type MailJob, sendAsked } from './send.ts';
export type { Template } from './templates.ts';

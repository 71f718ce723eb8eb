/** What others may use of mail. */
export { type Letter, queueMail } from './queue.ts';
export { lookAfterMail, MAIL_QUEUE, type MailJob, sendAsked } from './send.ts';
export type { Template } from './templates.ts';

import type { Language } from '../../domain/messages/language.ts';
import type { ServerMessages } from '../../platform/messages.ts';

/** What turns the facts of a brief into words. */
export interface BriefWords {
  readonly language: Language;
  readonly messages: ServerMessages;
  /** What the state calls its utility commission. */
  readonly commission: string;
  /** Of links, without a slash at its end. */
  readonly origin: string;
}

/** Why something cannot be anonymized. Stable codes for programs, words for people; no value of the file in either. */
export class AnonymizeError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'AnonymizeError';
    this.code = code;
  }
}

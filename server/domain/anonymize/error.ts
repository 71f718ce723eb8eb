/** Why something cannot be anonymised. Stable codes for programs, words for people; no value of the file in either. */
export class AnonymizeError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'AnonymizeError';
    this.code = code;
  }
}

/**
 * Refusals, named and polite. A Refusal is something a person did that cannot be done; a bug is any other error.
 * Over HTTP it becomes application/problem+json (RFC 9457), on the command line its message.
 */
export class Refusal extends Error {
  /** Stable, for programs: `release.none`, `cell.not-a-cell`. */
  readonly code: string;
  /** HTTP status. */
  readonly status: number;
  /** Further members of the problem, for programs: `received` of an upload, for example. */
  readonly members: Readonly<Record<string, unknown>>;
  constructor(
    code: string,
    status: number,
    message: string,
    { members = {}, ...options }: ErrorOptions & { members?: Record<string, unknown> } = {},
  ) {
    super(message, options);
    this.name = 'Refusal';
    this.code = code;
    this.status = status;
    this.members = members;
  }
}

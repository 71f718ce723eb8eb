/** What commands write to standard output beside status and report: links made, lists, files written. */
import { wordingIn } from '../../wording.ts';
import { kit } from '../kit.ts';

const { moment } = wordingIn('en');

export const lines = {
  tokenMade: ({ number, on }: { number: number; on: string }) =>
    `token ${number}, good until ${on}; it is shown only now`,
  tokenRevoked: ({ number }: { number: number }) => `token ${number} is revoked`,
  noTokens: 'No tokens.',
  holder: ({ role, pieces }: { role: string; pieces: readonly string[] }) => [role, ...pieces].join(' ').padEnd(18),
  revoked: ({ on }: { on: string }) => `revoked ${on}`.padEnd(22),
  expired: ({ on }: { on: string }) => `expired ${on}`.padEnd(22),
  good: ({ on }: { on: string }) => `good until ${on}`.padEnd(22),
  invited: ({ number, on }: { number: number; on: string }) =>
    `invitation ${number}, good until ${on}, once; its link is shown only now`,

  disclosed: ({
    at,
    audience,
    who,
    what,
    basis,
  }: {
    at: string;
    audience: string;
    who: string;
    what: string;
    basis: string;
  }) => `${moment(new Date(at)).padEnd(29)}  ${audience.padEnd(11)}  ${who}: ${what} (${basis})`,
  nothingDisclosed: 'Nothing was disclosed yet.',
  genuine: 'Genuine: this server issued it, and nothing was changed since.',

  kit,
};

export type LineMessages = typeof lines;

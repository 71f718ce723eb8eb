/** What a family said of its connection, for those who call it: a status that merely lacks an answer is not put into its mouth. */
import { type Answers, type HomeStatus, homeStatus } from './survey.ts';

/** Connected or not, without an answer that tells how well or why; "unread": it answered, in words that were not understood. */
export type HomeSaid = HomeStatus | 'how_unknown' | 'why_unknown' | 'unread';

/** @param isUnread whether an answer about the connection was given and not understood */
export function homeSaid(
  answers: Pick<Answers, 'internet_access' | 'barrier' | 'internet_type' | 'performance'>,
  isUnread: boolean,
): HomeSaid {
  const status = homeStatus(answers);
  if (status === 'unanswered') return isUnread ? 'unread' : 'unanswered';
  if (status === 'other' && answers.barrier === null) return 'why_unknown';
  return status === 'inadequate' && !saysWeak(answers) ? 'how_unknown' : status;
}

/** Whether an answer that was given makes a connection inadequate, and not the lack of one. */
function saysWeak({ internet_type: type, performance }: Pick<Answers, 'internet_type' | 'performance'>): boolean {
  if (performance === 'No' || performance === 'Sometimes') return true;
  return type !== null && !SAYS_NOTHING_WEAK.has(type);
}

const SAYS_NOTHING_WEAK: ReadonlySet<string> = new Set([
  'Residential Broadband',
  'Community Provided Wi-Fi',
  'None',
  'Unknown',
]);

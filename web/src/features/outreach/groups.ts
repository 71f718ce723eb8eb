/** Whom a message goes to, by how far districts are. */
import { isForFamilies, type OutreachMessage } from '../../../../server/domain/outreach/messages.ts';
import { stageOf } from '../../../../server/domain/outreach/response.ts';
import type { MessageDrafts } from '../../../../server/features/outreach/contract-messages.ts';

type Whom = MessageDrafts['districts'][number];

export const GROUPS = ['all', 'nothing', 'began', 'missing', 'accepted'] as const;
export type Group = (typeof GROUPS)[number];

/** Whom a message is for before anybody chooses. */
export function groupOf(message: OutreachMessage): Group {
  if (isForFamilies(message)) return 'all';
  return message === 'thanks' ? 'accepted' : 'missing';
}

export function isIn(group: Group, { state, hasOpened }: Pick<Whom, 'state' | 'hasOpened'>): boolean {
  const stage = stageOf(state, hasOpened);
  switch (group) {
    case 'all':
      return true;
    case 'nothing':
    case 'accepted':
      return stage === group;
    case 'began':
      return stage !== 'nothing' && stage !== 'accepted';
    case 'missing':
      return stage !== 'accepted';
  }
}

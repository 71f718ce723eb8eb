/** How members of a legislature are addressed. */
import type { MemberTitle } from '../../chamber.ts';

export const memberTitles = {
  senator: ({ name }: { name: string }) => `Senator ${name}`,
  representative: ({ name }: { name: string }) => `Representative ${name}`,
  delegate: ({ name }: { name: string }) => `Delegate ${name}`,
  assembly_member: ({ name }: { name: string }) => `Assembly Member ${name}`,
  us_representative: ({ name }: { name: string }) => `U.S. Representative ${name}`,
} satisfies Record<MemberTitle, (facts: { name: string }) => string>;

export type MemberTitles = typeof memberTitles;

import type { MemberTitles } from '../en/member-titles.ts';

export const memberTitles = {
  senator: ({ name }) => `Sen. ${name}`,
  representative: ({ name }) => `Rep. ${name}`,
  delegate: ({ name }) => `Del. ${name}`,
  assembly_member: ({ name }) => `Asamb. ${name}`,
  us_representative: ({ name }) => `Rep. federal ${name}`,
} satisfies MemberTitles;

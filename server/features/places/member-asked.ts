import type { ChamberDistrict } from '../../domain/chamber.ts';

/** A title as people write it before a name, in English or Spanish. */
const TITLE =
  /^\s*((u\.?s\.?|state|federal)\s+)?(sen(ator|adora?)?|rep(resentative|resentante)?|del(egate|egad[oa])?|assembly\s?(member|man|woman)|asamb(le[ií]sta)?|congress(man|woman)|congresista)(\.\s*|\s+)((federal|estatal)\s+)?/i;

/** @returns the kind of district whose members have the title; undefined: without a title, or one of several chambers */
function kindTitled(title: string): ChamberDistrict | undefined {
  if (/^sen/i.test(title)) return 'senate_district';
  return /^(del|assembly|asamb)/i.test(title) ? 'house_district' : undefined;
}

export interface MemberAsked {
  readonly name: string;
  readonly kind: ChamberDistrict | undefined;
}

/** The name in what was typed: "Quill" of "Senator Quill", "Sen. Quill" or "Quill". */
export function memberAsked(typed: string): MemberAsked {
  const [before = ''] = TITLE.exec(typed) ?? [];
  const isOfTheCountry = /^\s*(u\.?s\.?|federal)\s|federal\s*$/i.test(before);
  const title = before.replace(/^\s*((u\.?s\.?|state|federal)\s+)?/i, '');
  return { name: typed.slice(before.length).trim(), kind: isOfTheCountry ? undefined : kindTitled(title) };
}

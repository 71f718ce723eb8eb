/** A title as people write it before a name, in English or Spanish. */
const TITLE =
  /^\s*((u\.?s\.?|state|federal)\s+)?(sen(ator|adora?)?|rep(resentative|resentante)?|del(egate|egad[oa])?|assembly\s?(member|man|woman)|asamb(le[ií]sta)?|congress(man|woman)|congresista)(\.\s*|\s+)((federal|estatal)\s+)?/i;

/** The name in what was typed: "Quill" of "Senator Quill", "Sen. Quill" or "Quill". */
export function memberAsked(typed: string): string {
  return typed.replace(TITLE, '').trim();
}

/** What can be wrong with a row of a file of homes, in the English words of reports that programs read. */
export const FINDINGS = {
  fields: 'number of values',
  missing: 'value missing',
  lea_id: 'not a LEAID',
  key: 'not a key',
  cell: 'not a cell',
  resolution: 'cell of another size',
  residence: 'residence',
  grade: 'unknown grade',
  code: 'unknown code',
  duplicate: 'student repeated',
} as const;
export type FindingKind = keyof typeof FINDINGS;

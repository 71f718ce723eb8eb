/** What words, a column or a value may give away, by the name of it (`domain/identifying.ts`). */
export const identifying: Readonly<Record<string, string>> = {
  coordinates: 'coordinates',
  'street addresses': 'street addresses',
  'names of people': 'names of people',
  'e-mail addresses': 'e-mail addresses',
  'telephone numbers': 'telephone numbers',
  'dates, such as of birth': 'dates, such as of birth',
  'social security numbers': 'social security numbers',
  'numbers of students': 'numbers of students',
};

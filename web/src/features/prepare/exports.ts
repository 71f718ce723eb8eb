/** File extensions for the pickers of exports. PowerSchool names its exports `.text`; reading ignores the name. */
export const EXPORTS =
  '.csv,.tsv,.txt,.text,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What the pickers of exports show. PowerSchool names its exports `.text`; a file is read by what it is, whatever its name. */
export const EXPORTS =
  '.csv,.tsv,.txt,.text,.xlsx,text/csv,text/plain,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

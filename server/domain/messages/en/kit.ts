/** The files of the survey kit, on the page of collections, in lists and on a terminal. */
export const kit = {
  'dictionary.csv': 'Data dictionary: columns, codes, Ed-Fi and CEDS',
  'template.xlsx': 'Template for a spreadsheet, with lists to choose from',
  'template.csv': 'Template, header only',
  'survey-en.html': 'Paper form, English',
  'survey-es.html': 'Paper form, Spanish',
  'phone-en.html': 'Telephone script, English',
  'phone-es.html': 'Telephone script, Spanish',
};

export type KitFileName = keyof typeof kit;

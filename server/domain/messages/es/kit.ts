import type { KitFileName } from '../en/kit.ts';

export const kit = {
  'dictionary.csv': 'Diccionario de datos: columnas, códigos, Ed-Fi y CEDS',
  'template.xlsx': 'Plantilla para una hoja de cálculo, con listas para elegir',
  'template.csv': 'Plantilla, solo el encabezado',
  'survey-en.html': 'Formulario en papel, en inglés',
  'survey-es.html': 'Formulario en papel, en español',
  'phone-en.html': 'Guion telefónico, en inglés',
  'phone-es.html': 'Guion telefónico, en español',
} satisfies Record<KitFileName, string>;

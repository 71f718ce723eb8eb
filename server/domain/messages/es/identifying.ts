/** What words, a column or a value may give away, by the name of it (`domain/identifying.ts`). */
export const identifying: Readonly<Record<string, string>> = {
  coordinates: 'coordenadas',
  'street addresses': 'direcciones',
  'names of people': 'nombres de personas',
  'e-mail addresses': 'direcciones de correo electrónico',
  'telephone numbers': 'números de teléfono',
  'dates, such as of birth': 'fechas, como las de nacimiento',
  'social security numbers': 'números de seguro social',
  'numbers of students': 'números de estudiantes',
};

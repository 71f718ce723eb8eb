/** Without glyph files MapLibre draws text in CSS fonts; the first name only sets the weight. */
export const FONT = ['Public Sans Medium', 'Public Sans Variable'];

/** What is printed: data for a template, and the pictures it names. */

export const TEMPLATES = ['page', 'slide', 'picture', 'lot', 'handout', 'plan'] as const;
export type Template = (typeof TEMPLATES)[number];

export interface Sheet {
  /** JSON for the template. */
  readonly data: object;
  /** SVG of the map, and of the QR code; blank where the template has none. */
  readonly map: string;
  readonly qr: string;
  /** SVG of a second place’s map, where two stand side by side. */
  readonly beside?: string | undefined;
}

export interface Print {
  readonly template: Template;
  readonly sheets: readonly Sheet[];
  /** Title and language of the document. */
  readonly title: string;
  readonly language: string;
  /** A PDF holds every sheet, a PNG the first, so many pixels wide. */
  readonly as: { readonly format: 'pdf' } | { readonly format: 'png'; readonly width: number };
}

import type { Language } from '../../domain/messages/language.ts';
import { htmlPage } from '../../platform/page.ts';

export { escaped } from '../../platform/page.ts';

/** A form or a script as a page, designed for paper. */
export function page(language: Language, title: string, style: string, body: string): string {
  return htmlPage({ language, title, style: `${PAPER}\n${style}`, body });
}

const PAPER = `body { color: #111; font-size: 13pt; line-height: 1.3 }
@media screen { main { max-width: 7.3in; padding: 0.3in } }
h1 { font-size: 1.5em; line-height: 1.15; margin: 0 0 0.2em }
p { margin: 0.25em 0 }`;

/** A story as one HTML file: its deck, its style, its script and its font. The file forbids itself the network. */
import fontAddress from '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2?url';
import frame from './deck.css?inline';
import halves from './deck-halves.css?inline';
import words from './deck-words.css?inline';
import { playDeck } from './play.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; font-src data:";

/** @throws Error when the font does not come */
export async function storyFile(deck: HTMLElement, title: string, language: string): Promise<string> {
  const copy = deck.cloneNode(true) as HTMLElement;
  for (const name of ['data-presenting', 'data-notes', 'data-late']) copy.removeAttribute(name);
  copy.setAttribute('data-file', '');
  for (const button of copy.querySelectorAll('[data-do="notes"]')) button.setAttribute('aria-expanded', 'false');
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = language;
  page.body.append(page.importNode(copy, true));
  const meta = (attributes: Record<string, string>) => {
    const tag = page.createElement('meta');
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, value);
    return tag;
  };
  page.head.prepend(
    meta({ charset: 'utf-8' }),
    meta({ 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    meta({ name: 'viewport', content: 'width=device-width, initial-scale=1' }),
  );
  const styled = page.createElement('style');
  styled.textContent = `@font-face{font-family:"Public Sans Variable";font-weight:100 900;src:url(${await fontData()}) format("woff2")}body{margin:0}${words}${frame}${halves}`;
  page.head.append(styled);
  const script = page.createElement('script');
  script.textContent = `(${playDeck.toString()})(document.querySelector('.deck'))`;
  page.body.append(script);
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

async function fontData(): Promise<string> {
  const response = await fetch(fontAddress);
  if (!response.ok) throw new Error(String(response.status));
  const bytes = new Uint8Array(await response.arrayBuffer());
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return `data:font/woff2;base64,${btoa(letters)}`;
}

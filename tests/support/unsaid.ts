/** Words of a page that come from no message: what stands outside of the brackets of the pseudo-locale (`?lang=qps`). */
import type { Page } from 'playwright-core';
import { outsideOfMessages } from '../../server/domain/messages/pseudo.ts';

/** Texts of the page and what it says to those who do not see it. Names are marked by `translate="no"` and left out, in the title of the window too. */
const TEXTS = `(() => {
  const found = document.querySelector('h1[translate="no"]') ? [] : [document.title.replace(/ · Gapmap$/, '')];
  // The bar of MapLibre writes its own unit: "30 mi".
  const isName = (element) => element.closest('[translate="no"], script, style, noscript, .maplibregl-ctrl-scale') !== null;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) if (!isName(walker.currentNode.parentElement)) found.push(walker.currentNode.data);
  for (const element of document.body.querySelectorAll('*'))
    for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder'])
      if (element.hasAttribute(name) && !isName(element)) found.push(element.getAttribute(name));
  return found;
})()`;

export async function unsaidOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(TEXTS);
  return [...new Set(texts.filter((text) => /\p{L}/u.test(outsideOfMessages(text))))];
}

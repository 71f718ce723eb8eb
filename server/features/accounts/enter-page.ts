/** What a link opens, and the button that opens it. Names nobody: previews of links read this page too. */
import type { TokenHolder } from '../../domain/actor.ts';
import type { SigningMessages } from '../../domain/messages/en/signing.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import { FORM_STYLE } from './form-page.ts';

interface Entering {
  readonly language: ShownLanguage;
  readonly role: TokenHolder['role'];
  readonly expiresAt: Date;
}

export function enterPage({ enter }: SigningMessages, { language, role, expiresAt }: Entering): string {
  return htmlPage({
    language,
    title: `${enter.title} - Gapmap`,
    style: FORM_STYLE,
    // The form goes to the page's own address, so that the page does not repeat the token.
    body: `${BRAND}
<h1>${escaped(enter.title)}</h1>
<p>${escaped(enter.opens[role])} ${escaped(enter.until({ expiresAt: expiresAt.toISOString() }))}</p>
<form method="post" class="actions"><button type="submit" class="button primary">${escaped(enter.open)}</button></form>
<p>${escaped(enter.keeps)}</p>
<p>${escaped(enter.notYours)}</p>`,
  });
}

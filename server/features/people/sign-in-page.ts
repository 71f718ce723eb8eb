/** Where somebody chooses how to sign in, and what it says when somebody has signed out. */
import type { PeopleMessages } from '../../domain/messages/en/people.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import type { Asker } from '../accounts/index.ts';
import { FORM_STYLE } from '../accounts/index.ts';
import type { DemoPerson } from './demo-persons.ts';
import type { Invitation } from './invitations.ts';
import type { Issuer } from './issuers.ts';

export interface Said {
  readonly language: ShownLanguage;
  /** Suffix of addresses on the page, such as ?lang=es. */
  readonly lang: string;
}

interface Ways extends Said {
  readonly issuers: readonly Issuer[];
  readonly demo: readonly DemoPerson[];
  readonly invitation: Invitation | undefined;
  readonly person: Asker['person'];
}

export function signInPage(messages: PeopleMessages, ways: Ways): string {
  const { language, issuers, invitation } = ways;
  const { signIn } = messages;
  return htmlPage({
    language,
    title: `${signIn.title} - Gapmap`,
    style: STYLE,
    body: `${BRAND}
<h1>${escaped(signIn.title)}</h1>
${signedIn(messages, ways)}
${invitation ? `<p><strong>${escaped(signIn.takingUp({ role: messages.roles[invitation.role], organization: invitation.organization }))}</strong></p>` : ''}
${issuers.length > 0 ? `<p>${escaped(signIn.lead)}</p>` : ''}
<ul class="ways">
${[...byIssuer(messages, ways), byPasskey(messages, ways)].map((way) => `<li>${way}</li>`).join('\n')}
</ul>
${byDemo(messages, ways)}
<p class="note">${escaped(signIn.keeps)}</p>`,
  });
}

function signedIn({ signIn, roles }: PeopleMessages, { person, lang }: Ways): string {
  if (!person) return '';
  const { name, organization, role } = person;
  return `<p>${escaped(signIn.signedInAs({ name, organization, role: roles[role] }))}</p>
<form method="post" action="/sign-out${lang}"><button type="submit" class="button">${escaped(signIn.out)}</button></form>`;
}

function byIssuer({ signIn }: PeopleMessages, { issuers, lang }: Ways): string[] {
  return issuers.map(
    ({ key, label }) =>
      `<a class="button primary" href="/sign-in/${key}${lang}">${escaped(signIn.with({ label }))}</a>`,
  );
}

function byPasskey({ signIn }: PeopleMessages, { invitation, lang }: Ways): string {
  const way = `<a class="button" href="/sign-in/passkey${lang}">${escaped(invitation ? signIn.makePasskey : signIn.passkey)}</a>`;
  return invitation ? `<p>${escaped(signIn.noAccount)}</p>${way}` : way;
}

function byDemo({ signIn, roles, opens }: PeopleMessages, { demo, lang }: Ways): string {
  if (demo.length === 0) return '';
  const items = demo.map(
    ({ membershipId, name, organization, role }) => `<li>
<form method="post" action="/sign-in/demo/${membershipId}${lang}"><button type="submit" class="button">${escaped(signIn.demo.enter({ name, organization }))}</button></form>
<p>${escaped(`${roles[role].charAt(0).toUpperCase()}${roles[role].slice(1)}. ${opens[role]}`)}</p>
</li>`,
  );
  return `<h2>${escaped(signIn.demo.title)}</h2>
<p>${escaped(signIn.demo.lead)}</p>
<ul class="ways">
${items.join('\n')}
</ul>`;
}

interface Left extends Said {
  /** Where the person signed in, and its address that ends the session there. */
  readonly at: { readonly label: string; readonly address: URL } | undefined;
}

export function signedOutPage({ signedOut }: PeopleMessages, { language, lang, at }: Left): string {
  return htmlPage({
    language,
    title: `${signedOut.title} - Gapmap`,
    style: FORM_STYLE,
    body: `${BRAND}
<h1>${escaped(signedOut.title)}</h1>
<p>${escaped(signedOut.lead)}</p>
${at ? `<p>${escaped(signedOut.atIssuer(at))}</p>\n<p class="actions"><a class="button primary" href="${escaped(at.address.href)}">${escaped(signedOut.also(at))}</a></p>` : ''}
<p class="actions"><a class="button" href="/sign-in${lang}">${escaped(signedOut.again)}</a> <a class="button" href="/${lang}">${escaped(signedOut.map)}</a></p>`,
  });
}

export function invitationPage(
  { invitation: messages, roles, opens }: PeopleMessages,
  { language, invitation }: { language: ShownLanguage; invitation: Invitation },
): string {
  const { role, organization, expiresAt } = invitation;
  return htmlPage({
    language,
    title: `${messages.title} - Gapmap`,
    style: FORM_STYLE,
    // The form goes to the page's own address, so that the page does not repeat the invitation.
    body: `${BRAND}
<h1>${escaped(messages.title)}</h1>
<p>${escaped(messages.offers({ role: roles[role], organization }))} ${escaped(opens[role])} ${escaped(messages.until({ at: expiresAt.toISOString() }))}</p>
<form method="post" class="actions"><button type="submit" class="button primary">${escaped(messages.go)}</button></form>
<p>${escaped(messages.notYours)}</p>`,
  });
}

const STYLE = `${FORM_STYLE}
.ways { list-style: none; margin: 1rem 0; padding: 0 }
.ways li { margin: 0.75rem 0 }
.ways p { margin: 0.25rem 0 0 }`;

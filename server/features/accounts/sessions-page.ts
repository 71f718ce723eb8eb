import type { PeopleMessages } from '../../domain/messages/en/people.ts';
import type { SigningMessages } from '../../domain/messages/en/signing.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import { browserNames } from './browser-kind.ts';
import { FORM_STYLE } from './form-page.ts';
import type { ListedSession, OwnRole, SignedIn } from './sessions.ts';

interface Sessions {
  readonly language: ShownLanguage;
  /** Suffix of addresses on the page, such as ?lang=es. */
  readonly lang: string;
  readonly sessions: readonly ListedSession[];
  /** Undefined: whoever holds a link. */
  readonly person: SignedIn | undefined;
  readonly roles: readonly OwnRole[];
  readonly now: Date;
}

export function sessionsPage(signing: SigningMessages, people: PeopleMessages, listed: Sessions): string {
  const { language, lang, sessions, person, now } = listed;
  const messages = person ? { ...signing.sessions, ...people.sessions } : signing.sessions;
  const items = sessions.map((session) => item(messages, session, lang, now));
  return htmlPage({
    language,
    title: `${messages.title} - Gapmap`,
    style: STYLE,
    body: `${BRAND}
<h1>${escaped(messages.title)}</h1>
${person ? `<p><strong>${escaped(people.signIn.signedInAs({ ...person, role: people.roles[person.role] }))}</strong></p>` : ''}
${rolesToChoose(people, listed)}
<p>${escaped(items.length === 0 ? messages.none : messages.lead)}</p>
${items.length === 0 ? '' : `<ul class="sessions">\n${items.join('\n')}\n</ul>`}
<p>${escaped(messages.linkStays)}</p>
<p class="actions"><a class="button" href="/collect${lang}">${escaped(messages.collections)}</a> <a class="button" href="/${lang}">${escaped(messages.map)}</a></p>`,
  });
}

/** For whoever has several roles: a button for each of the others. */
function rolesToChoose({ sessions, roles: names }: PeopleMessages, { roles, lang }: Sessions): string {
  const others = roles.filter(({ isOwn }) => !isOwn);
  if (others.length === 0) return '';
  const buttons = others.map(
    ({ id, role, organization }) =>
      `<form method="post" action="/sessions/roles/${id}${lang}"><button type="submit" class="button">${escaped(sessions.actAs({ role: names[role], organization }))}</button></form>`,
  );
  return `<p>${escaped(sessions.others)}</p>\n<div class="actions">${buttons.join('')}</div>`;
}

function item(
  messages: SigningMessages['sessions'],
  { id, browser, begunAt, usedAt, isOwn }: ListedSession,
  lang: string,
  now: Date,
): string {
  const names = browserNames(browser);
  const minutes = Math.max(0, Math.round((now.getTime() - usedAt.getTime()) / 60_000));
  const button = isOwn
    ? `<button type="submit" class="button">${escaped(messages.leave)}</button>`
    : `<button type="submit" class="button" aria-label="${escaped(messages.endOf({ number: id, ...names }))}">${escaped(messages.end)}</button>`;
  return `<li>
<div>
<h2>${escaped(messages.browser(names))}</h2>
${isOwn ? `<p><strong>${escaped(messages.isThis)}</strong></p>` : ''}
<p>${escaped(messages.begun({ at: begunAt.toISOString() }))}</p>
<p>${escaped(messages.used({ minutes, at: usedAt.toISOString() }))}</p>
</div>
<form method="post" action="/sessions/${id}/end${lang}">${button}</form>
</li>`;
}

const STYLE = `${FORM_STYLE}
.sessions { list-style: none; margin: 1.5rem 0; padding: 0 }
.sessions li { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: 0.5rem 1.25rem; padding: 0.9rem 0; border-top: 1px solid #d9d5ca }
.sessions h2 { margin: 0; font-size: 1.0625rem }
.sessions p { margin: 0.1rem 0 }`;

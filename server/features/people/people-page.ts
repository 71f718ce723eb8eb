/** An administrator's page of people: inviting, open invitations, roles and sessions, each with an end button. */
import { PERSON_ROLES } from '../../domain/actor.ts';
import type { PeopleMessages } from '../../domain/messages/en/people.ts';
import { stateNameOf } from '../../domain/states.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import { FORM_STYLE } from '../accounts/index.ts';
import type { NewInvitation } from './invitations.ts';
import type { People } from './people.ts';
import type { Said } from './sign-in-page.ts';

interface Listed extends Said, People {
  readonly stateFips: string;
}

export function peoplePage(messages: PeopleMessages, listed: Listed): string {
  const { admin } = messages;
  const { language, lang, stateFips } = listed;
  return htmlPage({
    language,
    title: `${admin.title} - Gapmap`,
    style: TABLE_STYLE,
    body: `${BRAND}
<h1>${escaped(admin.title)}</h1>
<p>${escaped(admin.state({ state: stateNameOf(stateFips) ?? stateFips }))}</p>
<p class="actions"><a class="button" href="/people/log${lang}">${escaped(admin.log)}</a> <a class="button" href="/sessions${lang}">${escaped(admin.sessions.own)}</a> <a class="button" href="/${lang}">${escaped(admin.map)}</a></p>
${heldRoles(messages, listed)}
${openInvitations(messages, listed)}
${openSessions(messages, listed)}
${inviteForm(messages, lang)}`,
  });
}

function inviteForm({ admin: { invite }, roles }: PeopleMessages, lang: string): string {
  const field = (name: string, label: string, more = '') =>
    `<label>${escaped(label)}<input name="${name}" ${more}></label>`;
  return `<h2>${escaped(invite.title)}</h2>
<form method="post" action="/people/invitations${lang}" class="fields">
${field('label', invite.label, 'required maxlength="100" autocomplete="off"')}
${field('organization', invite.organization, 'required maxlength="200" autocomplete="organization"')}
<label>${escaped(invite.role)}<select name="role">${PERSON_ROLES.map((role) => `<option value="${role}">${escaped(roles[role])}</option>`).join('')}</select></label>
${field('leaId', invite.leaId, 'inputmode="numeric" pattern="[0-9]{7}"')}
${field('providerId', invite.providerId, 'inputmode="numeric" pattern="[0-9]{1,9}"')}
<p><button type="submit" class="button primary">${escaped(invite.make)}</button></p>
</form>`;
}

function openInvitations({ admin: { open, columns, ...admin }, roles }: PeopleMessages, { invitations, lang }: Listed) {
  const rows = invitations.map(({ id, label, organization, role, expiresAt }) => [
    label,
    organization,
    roles[role],
    open.until({ at: expiresAt.toISOString() }),
    { button: admin, address: `/people/invitations/${id}/end${lang}`, who: label, what: roles[role] },
  ]);
  return section(open, [columns.who, columns.organization, columns.role, columns.when, columns.end], rows);
}

function heldRoles({ admin: { held, columns, ...admin }, roles }: PeopleMessages, { roles: all, lang }: Listed) {
  const rows = all.map(({ id, name, organization, role, source, since }) => [
    name,
    organization,
    source === 'claims' ? `${roles[role]}, ${held.claims}` : roles[role],
    held.since({ at: since.toISOString() }),
    { button: admin, address: `/people/roles/${id}/end${lang}`, who: name, what: roles[role] },
  ]);
  return section(held, [columns.who, columns.organization, columns.role, columns.when, columns.end], rows);
}

function openSessions({ admin: { sessions, columns, ...admin } }: PeopleMessages, { sessions: all, lang }: Listed) {
  const rows = all.map(({ id, name, organization, browser, begunAt }) => {
    const where = browser === '' ? sessions.unknownBrowser : browser;
    const end = { button: admin, address: `/people/sessions/${id}/end${lang}`, who: name, what: where };
    return [name, organization, where, sessions.begun({ at: begunAt.toISOString() }), end];
  });
  return section(sessions, [columns.who, columns.organization, sessions.where, columns.when, columns.end], rows);
}

interface EndButton {
  readonly button: Pick<PeopleMessages['admin'], 'end' | 'endOf'>;
  readonly address: string;
  readonly who: string;
  readonly what: string;
}

function section(
  { title, none }: { title: string; none: string },
  headings: readonly string[],
  rows: readonly (readonly (string | EndButton)[])[],
): string {
  const heading = `<h2>${escaped(title)}</h2>`;
  if (rows.length === 0) return `${heading}\n<p>${escaped(none)}</p>`;
  return `${heading}\n${table(title, headings, rows)}`;
}

/** Scrolls sideways on a phone, by keys too. */
export function table(
  caption: string,
  headings: readonly string[],
  rows: readonly (readonly (string | EndButton)[])[],
): string {
  const cell = (content: string | EndButton) =>
    `<td>${typeof content === 'string' ? escaped(content) : endButton(content)}</td>`;
  return `<div class="scrolls" role="region" aria-label="${escaped(caption)}" tabindex="0"><table>
<thead><tr>${headings.map((heading) => `<th scope="col">${escaped(heading)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;
}

function endButton({ button: { end, endOf }, address, who, what }: EndButton): string {
  return `<form method="post" action="${escaped(address)}"><button type="submit" class="button" aria-label="${escaped(endOf({ who, what }))}">${escaped(end)}</button></form>`;
}

interface Made extends Said {
  readonly invitation: NewInvitation;
  /** Address of this server. */
  readonly origin: string;
}

export function invitedPage(
  { admin: { invite } }: PeopleMessages,
  { language, lang, invitation, origin }: Made,
): string {
  const { link, expiresAt } = invitation;
  return htmlPage({
    language,
    title: `${invite.title} - Gapmap`,
    style: TABLE_STYLE,
    body: `${BRAND}
<h1>${escaped(invite.title)}</h1>
<p>${escaped(invite.made)} ${escaped(invite.good({ at: expiresAt.toISOString() }))}</p>
<div class="fields"><label>${escaped(invite.link)}<input readonly value="${escaped(`${origin}${link}`)}"></label></div>
<p class="actions"><a class="button" href="/people${lang}">${escaped(invite.back)}</a></p>`,
  });
}

export const TABLE_STYLE = `${FORM_STYLE}
main { max-width: 64rem }
.scrolls { overflow-x: auto; margin: 0.5rem 0 }
.scrolls:focus-visible { outline: 3px solid #1a5872; outline-offset: 2px }
table { border-collapse: collapse; width: 100% }
th, td { padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid #d9d5ca; text-align: left; vertical-align: middle }
th { font-weight: 600 }
td .button { min-height: 2.25rem }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: 0.75rem 1.25rem; align-items: end; margin: 0.75rem 0 }
.fields label { display: flex; flex-direction: column; gap: 0.25rem }
.fields input, .fields select { font: inherit; min-height: 2.75rem; padding: 0 0.6rem; border: 1px solid #565d62; border-radius: 3px; background: #fff; color: inherit; width: 100% }
.fields :is(input, select):focus-visible { outline: 3px solid #1a5872; outline-offset: 2px }
.fields p { margin: 0 }`;

/** The log of acts as a page, with its filters. */
import type { ActMessages } from '../../domain/messages/en/acts.ts';
import type { PeopleMessages } from '../../domain/messages/en/people.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import type { ActFilter, ListedAct } from '../audit/index.ts';
import { TABLE_STYLE, table } from './people-page.ts';
import type { Said } from './sign-in-page.ts';

interface Log extends Said {
  readonly acts: readonly ListedAct[];
  readonly filter: ActFilter;
  /** Whether there are older entries that fit. */
  readonly hasOlder: boolean;
}

export function logPage({ log }: PeopleMessages, { did }: ActMessages, page: Log): string {
  const { language, lang, acts, filter, hasOlder } = page;
  const { columns } = log;
  const rows = acts.map((act) => [
    log.moment({ at: act.at.toISOString() }),
    act.who,
    act.forWhom ?? '',
    did[act.did] ?? act.did,
    act.thing,
    act.note ?? '',
  ]);
  const headings = [columns.at, columns.who, columns.forWhom, columns.did, columns.thing, columns.note];
  const last = acts.at(-1)?.id;
  const links = [
    ...(hasOlder && last !== undefined ? [[addressOf('/people/log', page, last), log.older]] : []),
    ...(filter.before === undefined ? [] : [[addressOf('/people/log', page), log.newest]]),
    [addressOf('/people/log.csv', page), log.csv],
    [`/people${lang}`, log.people],
  ] as const;
  return htmlPage({
    language,
    title: `${log.title} - Gapmap`,
    style: TABLE_STYLE,
    body: `${BRAND}
<h1>${escaped(log.title)}</h1>
<p>${escaped(log.lead)}</p>
${filters(log, did, page)}
${rows.length === 0 ? `<p>${escaped(log.none)}</p>` : table(log.title, headings, rows)}
<p class="actions">${links.map(([address, words]) => `<a class="button" href="${escaped(address)}">${escaped(words)}</a>`).join(' ')}</p>`,
  });
}

function filters(log: PeopleMessages['log'], did: ActMessages['did'], { filter, lang }: Log): string {
  const options = Object.entries(did).map(
    ([code, words]) => `<option value="${code}"${code === filter.did ? ' selected' : ''}>${escaped(words)}</option>`,
  );
  const language = new URLSearchParams(lang.slice(1)).get('lang');
  const field = (name: 'who' | 'from' | 'to', type: 'text' | 'date') =>
    `<label>${escaped(log[name])}<input name="${name}" type="${type}" value="${escaped(filter[name] ?? '')}"></label>`;
  return `<form method="get" action="/people/log" class="fields">
${language ? `<input type="hidden" name="lang" value="${escaped(language)}">` : ''}
<label>${escaped(log.did)}<select name="did"><option value="">${escaped(log.anyAct)}</option>${options.join('')}</select></label>
${field('who', 'text')}
${field('from', 'date')}
${field('to', 'date')}
<p><button type="submit" class="button primary">${escaped(log.show)}</button></p>
</form>`;
}

/** The same entries, or those before one. */
function addressOf(path: string, { filter, lang }: Log, before?: number): string {
  const query = new URLSearchParams(lang.slice(1));
  for (const name of ['did', 'who', 'from', 'to'] as const) if (filter[name]) query.set(name, filter[name]);
  if (before !== undefined) query.set('before', String(before));
  return query.size > 0 ? `${path}?${query}` : path;
}

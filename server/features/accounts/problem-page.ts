/** A problem as a page, for a browser. Repeats nothing of the address; of a withdrawn release, the reason. */
import type { ProblemMessages } from '../../domain/messages/en/problems.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';

interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** @param lang suffix of addresses on the page, such as ?lang=es */
export function problemPage(
  messages: ProblemMessages,
  { language, lang }: { language: ShownLanguage; lang: string },
  problem: Problem,
): string {
  const { title, happened, toDo } = wordsFor(messages, problem);
  return htmlPage({
    language,
    title: `${title} - Gapmap`,
    style: '',
    body: `${BRAND}
<h1>${escaped(title)}</h1>
<p>${escaped(happened)}</p>
<h2>${escaped(messages.toDo)}</h2>
<p>${escaped(toDo)}</p>
<p class="actions">${SIGNS_IN.test(problem.code) ? `<a class="button" href="/sign-in${lang}">${escaped(messages.signIn)}</a> ` : ''}<a class="button" href="/collect${lang}">${escaped(messages.collections)}</a> <a class="button" href="/${lang}">${escaped(messages.map)}</a></p>
<p class="note">${escaped(messages.forHelpers(problem))}</p>`,
  });
}

const SIGNS_IN = /^(sign-in|passkey|access\.sign-in)/;
/** Words of their own around what the refusal itself says. */
const AROUND: readonly (readonly [RegExp, 'notSignedIn' | 'needsSignIn' | 'deadInvitation' | 'notDone'])[] = [
  [/^(sign-in|passkey)\./, 'notSignedIn'],
  [/^access\.sign-in-needed$/, 'needsSignIn'],
  [/^invitation\.dead$/, 'deadInvitation'],
  [/^(invitation|membership)\./, 'notDone'],
];

const BY_CODE: Readonly<Record<string, 'deadLink' | 'sessionEnded' | 'needsHttps'>> = {
  'access.token-invalid': 'deadLink',
  'access.session-ended': 'sessionEnded',
  'access.needs-https': 'needsHttps',
};

function wordsFor(messages: ProblemMessages, { status, code, detail }: Problem): ProblemMessages['noPage'] {
  const own = BY_CODE[code];
  if (own) return messages[own];
  const around = AROUND.find(([pattern]) => pattern.test(code))?.[1];
  if (around) return { ...messages[around], happened: detail };
  switch (status) {
    case 401:
      return messages.needsLink;
    case 403:
      return messages.forSomebodyElse;
    case 404:
      return messages.noPage;
    case 410:
      return { ...messages.withdrawn, happened: detail };
    case 429:
      return messages.tooMany;
    case 503:
      return messages.notNow;
    default:
      return status >= 500 ? messages.ourFault : messages.notUnderstood;
  }
}

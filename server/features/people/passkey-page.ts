/** The page where a passkey is made or used: the one page of signing in that needs a script. */
import type { PeopleMessages } from '../../domain/messages/en/people.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import { FORM_STYLE } from '../accounts/index.ts';
import type { Said } from './sign-in-page.ts';

/** Shown by itself where no script has taken it away: scripts are off, or this one did not come. */
const LATE_STYLE = `#late { visibility: hidden; animation: late 0s 5s forwards }
@keyframes late { to { visibility: visible } }`;

/** @param isNew whether an invitation waits, so that a passkey is made */
export function passkeyPage(
  { passkey, signIn }: PeopleMessages,
  { language, lang, isNew }: Said & { readonly isNew: boolean },
): string {
  return htmlPage({
    language,
    title: `${passkey.title} - Gapmap`,
    style: `${FORM_STYLE}
${LATE_STYLE}`,
    body: `${BRAND}
<h1>${escaped(passkey.title)}</h1>
<p>${escaped(passkey.lead)}</p>
<p class="actions"><button type="button" class="button primary" id="act" disabled>${escaped(isNew ? passkey.make : passkey.use)}</button> <a class="button" href="/sign-in${lang}">${escaped(signIn.title)}</a></p>
<p id="said" role="status" data-working="${escaped(passkey.working)}" data-failed="${escaped(passkey.failed)}"></p>
<p id="late">${escaped(passkey.late)}</p>
<script type="module" src="/sign-in/passkey.js"></script>`,
  });
}

/** Runs in the browser. The server's answer says whether a passkey is made or used. */
export const PASSKEY_SCRIPT = `const button = document.getElementById('act');
const said = document.getElementById('said');
const query = location.search;
async function post(path, body) {
  const answer = await fetch(path + query, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify(body),
  });
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.detail);
  return found;
}
async function credential({ make, use }) {
  if (make) return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(make) });
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(use) });
}
button.addEventListener('click', async () => {
  button.disabled = true;
  said.textContent = said.dataset.working;
  try {
    const options = await post('/sign-in/passkey/options', {});
    const given = await credential(options).catch(() => null);
    if (!given) throw new Error(said.dataset.failed);
    location.assign((await post('/sign-in/passkey', { credential: JSON.stringify(given) })).to);
  } catch (error) {
    said.textContent = error.message || said.dataset.failed;
    button.disabled = false;
  }
});
document.getElementById('late').remove();
button.disabled = false;
`;

/** A problem as a page, for whoever opened an address in a browser. It repeats nothing of the address. */
import { BRAND, htmlPage } from '../../platform/page.ts';

interface Words {
  readonly title: string;
  readonly happened: string;
  readonly toDo: string;
}

const DEAD_LINK: Words = {
  title: 'This link does not open anything',
  happened: 'It has expired, was ended by whoever made it, or was not copied whole.',
  toDo: 'Open it once more from the message it came in. If that does not help, ask the coordinator of your collection, or whoever sent it to you, for a new link. Nothing you have sent is lost.',
};

const BY_STATUS: Readonly<Record<number, Words>> = {
  401: {
    title: 'This page needs a link',
    happened: 'It is only for those who were given a link, and this browser holds none that is still good.',
    toDo: 'Open the link you were sent, then come back here. If you have none, or it no longer works, ask the coordinator of your collection for a new one.',
  },
  403: {
    title: 'This page is for somebody else',
    happened: 'The link you came with opens other pages, not this one.',
    toDo: 'If you need this page, ask the coordinator of your collection for a link of your own to it.',
  },
  404: {
    title: 'There is no page here',
    happened: 'The address may be mistyped or cut short, or what was here is gone.',
    toDo: 'Check the address. If it came in a message, open it from there once more, or ask the coordinator of your collection for a new link.',
  },
  429: {
    title: 'Too many requests',
    happened: 'More was asked from where you are than is answered in a minute.',
    toDo: 'Wait a minute, then load the page once more.',
  },
};

const OUR_FAULT: Words = {
  title: 'Something went wrong on our side',
  happened: 'It was written to the log. Nothing you have sent is lost.',
  toDo: 'Load the page once more in a minute. If it stays like this, tell the coordinator of your collection.',
};

const NOT_UNDERSTOOD: Words = {
  title: 'This address was not understood',
  happened: 'It may be mistyped or cut short.',
  toDo: 'Check the address. If it came in a message, open it from there once more, or ask the coordinator of your collection for a new link.',
};

export function problemPage({ status, code }: { status: number; code: string }): string {
  const { title, happened, toDo } = wordsFor(status, code);
  return htmlPage({
    title: `${title} - Gapmap`,
    style: '',
    body: `${BRAND}
<h1>${title}</h1>
<p>${happened}</p>
<h2>What to do</h2>
<p>${toDo}</p>
<p class="actions"><a class="button" href="/collect">Collections</a> <a class="button" href="/">The map</a></p>
<p class="note">For whoever helps you: ${status}, ${code}</p>`,
  });
}

function wordsFor(status: number, code: string): Words {
  if (code === 'access.token-invalid') return DEAD_LINK;
  return BY_STATUS[status] ?? (status >= 500 ? OUR_FAULT : NOT_UNDERSTOOD);
}

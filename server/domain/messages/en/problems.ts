/** A refusal as a page or an answer: what stands around the words of its phrase. */
export const problems = {
  titles: {
    400: 'Not understood',
    401: 'Token needed',
    403: 'Not yours to read',
    404: 'Not found',
    409: 'In conflict',
    410: 'Withdrawn',
    413: 'Too large',
    415: 'Not of this kind',
    422: 'Cannot be done',
    429: 'Too many requests',
    503: 'Not ready',
  },
  unexpected: 'Unexpected',
  toDo: 'What to do',
  collections: 'Collections',
  map: 'The map',
  forHelpers: ({ status, code }: { status: number; code: string }) => `For whoever helps you: ${status}, ${code}`,
  signIn: 'Sign in',
  notSignedIn: {
    title: 'Nobody has been signed in',
    toDo: 'Begin again at the page where one signs in. If it does not help, ask your administrator.',
  },
  needsSignIn: {
    title: 'This page needs a sign-in',
    toDo: 'Sign in, then come back here.',
  },
  deadInvitation: {
    title: 'This invitation does not open anything',
    toDo: 'If you have taken it up before, sign in as you did then. Otherwise ask whoever invited you for a new one.',
  },
  notDone: {
    title: 'This was not done',
    toDo: 'Go back, and put it right.',
  },
  deadLink: {
    title: 'This link does not open anything',
    happened: 'It has expired, was ended by whoever made it, or was not copied whole.',
    toDo: 'Open it once more from the message it came in. If that does not help, ask the coordinator of your collection, or whoever sent it to you, for a new link. Nothing you have sent is lost.',
  },
  sessionEnded: {
    title: 'You are no longer signed in',
    happened:
      'The link you came by has expired or was ended, or this browser was signed out elsewhere. What is public still opens.',
    toDo: 'Open your link once more from the message it came in. If it opens nothing, ask the coordinator of your collection, or whoever sent it to you, for a new one. Nothing you have sent is lost.',
  },
  needsHttps: {
    title: 'Links cannot be opened at this address',
    happened:
      'It does not begin with https, so that others could read on the way what you send and see. The link itself is good: nothing was opened.',
    toDo: 'Tell whoever sent you the link. Whoever runs Gapmap here has to serve it by https, set PUBLIC_URL to that address, and name the proxy that serves it in TRUSTED_PROXIES.',
  },
  needsLink: {
    title: 'This page needs a link',
    happened: 'It is only for those who were given a link, and this browser holds none that is still good.',
    toDo: 'Open the link you were sent, then come back here. If you have none, or it no longer works, ask the coordinator of your collection for a new one.',
  },
  forSomebodyElse: {
    title: 'This page is for somebody else',
    happened: 'The link you came with opens other pages, not this one.',
    toDo: 'If you need this page, ask the coordinator of your collection for a link of your own to it.',
  },
  noPage: {
    title: 'There is no page here',
    happened: 'The address may be mistyped or cut short, or what was here is gone.',
    toDo: 'Check the address. If it came in a message, open it from there once more, or ask the coordinator of your collection for a new link.',
  },
  withdrawn: {
    title: 'This release was withdrawn',
    toDo: 'Use the map, which shows the current release, if there is one. What you saved of this one is not to be relied on.',
  },
  tooMany: {
    title: 'Too many requests',
    happened: 'More was asked from where you are than is answered in a minute.',
    toDo: 'Wait a minute, then load the page once more.',
  },
  ourFault: {
    title: 'Something went wrong on our side',
    happened: 'It was written to the log. Nothing you have sent is lost.',
    toDo: 'Load the page once more in a minute. If it stays like this, tell whoever runs Gapmap in your state; a district tells the coordinator of its collection.',
  },
  notNow: {
    title: 'Gapmap cannot answer just now',
    happened: 'Its database is busy or being started again. Nothing you have sent is lost.',
    toDo: 'Load the page once more in half a minute. If it stays like this, tell whoever runs Gapmap in your state; a district tells the coordinator of its collection.',
  },
  notUnderstood: {
    title: 'This address was not understood',
    happened: 'It may be mistyped or cut short.',
    toDo: 'Check the address. If it came in a message, open it from there once more, or ask the coordinator of your collection for a new link.',
  },
};

export type ProblemMessages = typeof problems;

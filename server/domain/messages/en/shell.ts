/** What every page shows: where one can go, in which language, what is shown of a release, and that something is on its way. */
export const shell = {
  pages: 'Pages',
  map: 'Map',
  prepare: 'Prepare a file',
  collect: 'Collection',
  workbench: 'Workbench',
  devices: 'Devices',
  privacy: 'How accurate is this',
  brief: 'A brief on one page',
  language: 'Language',
  skipToContent: 'Skip to the content',
  synthetic: 'Synthetic demo data',
  draft: 'Draft: not published',
  withdrawn: 'This release was withdrawn',
  showCurrent: 'Show the current release',
  nothingCurrent: 'No release is published here',
  onItsWay: 'The page is on its way.',
  tryAgain: 'Try again',
  scrollHint: 'There is more at the right: scroll sideways to see it.',
  sessions: 'Where your link is open',
  ended: {
    title: 'You are no longer signed in',
    body: 'The link you came by has expired or was ended, or its session was. You see what is public. To see more, open your link once more, or ask whoever gave it to you for a new one.',
    read: 'I have read this',
  },
  noAnswer: 'The server does not answer.',
  answered: ({ status }: { status: number }) => `The server answered ${status}.`,
};

export type ShellMessages = typeof shell;

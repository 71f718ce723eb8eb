/** What every page shows: where one can go, in which language, what is shown of a release, and that something is on its way. */
export const shell = {
  pages: 'Pages',
  map: 'Map',
  prepare: 'Prepare a file',
  collect: 'Collection',
  privacy: 'How accurate is this',
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
  noAnswer: 'The server does not answer.',
  answered: ({ status }: { status: number }) => `The server answered ${status}.`,
};

export type ShellMessages = typeof shell;

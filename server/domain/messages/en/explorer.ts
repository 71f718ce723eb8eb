/** The page that lists what the API answers. Descriptions of routes and fields are the API's own, in English. */
export const explorer = {
  title: 'The Gapmap API',
  lead: 'All addresses, what they take and what they answer. Most are open to everybody; a finer view or a collection needs a token.',
  description: 'The same for programs: <openapi>openapi.json</openapi>, in OpenAPI 3.1.',
  contents: 'Contents',
  groups: {
    release: 'Releases and patches',
    clusters: 'Clusters',
    verdicts: 'Verdicts by cell',
    places: 'Places',
    tiles: 'Tiles',
    collecting: 'The survey kit',
    collect: 'Collections',
    disclosures: 'The log of disclosures',
    accounts: 'Tokens and sessions',
    health: 'Health',
    other: 'Other addresses',
  } as Readonly<Record<string, string>>,
  needsToken: 'Needs a token',
  open: 'Open this address',
  takes: 'Takes',
  sends: 'Takes in its body',
  answers: ({ status }: { status: number }) => `Answers with ${status}`,
  inPath: 'in the path',
  required: 'required',
  byDefault: ({ value }: { value: string }) => `default: ${value}`,
  noContent: 'Nothing but the status',
};

export type ExplorerMessages = typeof explorer;

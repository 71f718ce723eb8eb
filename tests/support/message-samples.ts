/** A value of every fact that a message takes, by its name: one name means one kind of value in all catalogs. */
export const SAMPLES: Readonly<Record<string, unknown>> = {
  atLeast: 30,
  audience: 'agency',
  counts: 41_520,
  count: 7.5,
  deviation: 8,
  families: 3,
  family: 'home',
  filer: 'fcc',
  highest: 95,
  households: 5,
  isAgency: false,
  isCurrent: true,
  kind: 'county',
  level: 'hex7',
  longest: 64,
  missing: ['puc'],
  multiple: 3,
  patches: 1234,
  release: 'Fall 2026',
  releasedAt: '2026-03-05T00:00:00Z',
  rows: 2210,
  share: 0.1234,
  status: 418,
  steps: [{ atLeast: 30, lowest: 5, highest: 95 }],
  students: 23,
};

/** Facts that are read from it are noted; one without a sample is an error. */
export function sampleFacts(changed: Readonly<Record<string, unknown>> = {}) {
  const read = new Set<string>();
  const facts = new Proxy<Record<string, unknown>>(
    {},
    {
      get: (_, name) => {
        if (typeof name !== 'string') return undefined;
        read.add(name);
        if (!(name in SAMPLES)) throw new Error(`no sample of the fact "${name}" in tests/support/message-samples.ts`);
        return name in changed ? changed[name] : SAMPLES[name];
      },
    },
  );
  return { facts, read };
}

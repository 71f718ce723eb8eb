/** The people of the demo, one for each role and two providers. */
import type { Deps } from '../deps.ts';
import { makeDemoPersons } from '../features/people/index.ts';
import { STATE_FIPS } from './load.ts';

/** Makes those that there are not yet. The state's places and providers have to be there. */
export async function loadDemoPersons(deps: Deps): Promise<void> {
  const { districts, providers } = await deps.db.as({ role: 'public' }, async (tx) => ({
    districts: await tx.rows<{ id: string; name: string }>(
      "select id, name from places.places where kind = 'school_district' order by name limit 1",
    ),
    providers: await tx.rows<{ id: number; name: string }>(
      'select provider_id as id, name from coverage.providers order by provider_id limit 2',
    ),
  }));
  const nobody = { stateFips: STATE_FIPS, leaId: undefined, providerId: undefined };
  const providerPeople = ['Luis Ortega', 'Hannah Cole'];
  await makeDemoPersons(deps, [
    { ...nobody, name: 'Ada Whitfield', role: 'admin', organization: 'Office of Technology' },
    { ...nobody, name: 'Samuel Reyes', role: 'sea', organization: 'Department of Education' },
    { ...nobody, name: 'Priya Nair', role: 'puc', organization: 'Public Service Commission' },
    { ...nobody, name: 'Grace Lowe', role: 'coordinator', organization: 'Regional Service Agency' },
    ...districts.map(({ id, name }) => ({
      ...nobody,
      name: 'Marcus Bell',
      role: 'district' as const,
      organization: name,
      leaId: id,
    })),
    ...providers.map(({ id, name }, i) => ({
      ...nobody,
      name: providerPeople[i] ?? name,
      role: 'provider' as const,
      organization: name,
      providerId: id,
    })),
    { ...nobody, name: 'Senator June Hart', role: 'viewer', organization: 'Senate Education Committee' },
  ]);
}

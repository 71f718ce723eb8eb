/** Checks whether anything changed since an import, through the API's change queries. */
import type { Addresses } from './discovery.ts';
import { edfiErrors } from './errors.ts';
import { type EdfiSession, fieldOf, requireOk } from './session.ts';

/** The resources behind a district's rows. */
const RESOURCES = [
  'studentEducationOrganizationAssociations',
  'studentDirectories',
  'studentSchoolAssociations',
  'studentDemographics',
  'studentHomelessProgramAssociations',
] as const;

/** The API's newest change version, for the next `--since`; undefined without change queries. */
export async function newestChange(session: EdfiSession, { changes }: Addresses): Promise<number | undefined> {
  if (changes === undefined) return undefined;
  const page = await session.get(new URL('availableChangeVersions', changes), 'availableChangeVersions');
  if (page.status !== 200) return undefined;
  // Version 5 of the ODS/API capitalizes the names.
  const newest = fieldOf(page.body, 'newestChangeVersion') ?? fieldOf(page.body, 'NewestChangeVersion');
  return typeof newest === 'number' ? newest : undefined;
}

/**
 * Whether any student the client reads was changed, added or deleted after a change version. A district's file replaces
 * all that it sent before, so changes alone are useless: they decide whether to read everything again.
 *
 * @throws Refusal when the API has no change queries
 */
export async function hasChangedSince(session: EdfiSession, { data }: Addresses, since: number): Promise<boolean> {
  let wasAnswered = false;
  for (const resource of RESOURCES)
    for (const path of [`ed-fi/${resource}`, `ed-fi/${resource}/deletes`]) {
      const url = new URL(path, data);
      // Both ends are inclusive.
      for (const [name, value] of [
        ['minChangeVersion', since + 1],
        ['limit', 0],
        ['totalCount', true],
      ] as const)
        url.searchParams.set(name, String(value));
      const page = await session.get(url, resource);
      if (page.status === 404 || page.status === 403) continue;
      requireOk(page, resource);
      const count = page.headers.get('total-count');
      if (count === null) throw edfiErrors.noChanges();
      wasAnswered = true;
      if (count !== '0') return true;
    }
  if (!wasAnswered) throw edfiErrors.noChanges();
  return false;
}

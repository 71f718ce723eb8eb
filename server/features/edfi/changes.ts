/** Whether anything has changed since an import, by the change queries of the API. */
import type { Addresses } from './discovery.ts';
import { edfiErrors } from './errors.ts';
import { type EdfiSession, fieldOf, requireOk } from './session.ts';

/** What a district's rows are made of. */
const RESOURCES = [
  'studentEducationOrganizationAssociations',
  'studentDirectories',
  'studentSchoolAssociations',
  'studentDemographics',
  'studentHomelessProgramAssociations',
] as const;

/** The newest change of the API, for the next `--since`; undefined where it has no change queries. */
export async function newestChange(session: EdfiSession, { changes }: Addresses): Promise<number | undefined> {
  if (changes === undefined) return undefined;
  const page = await session.get(new URL('availableChangeVersions', changes), 'availableChangeVersions');
  if (page.status !== 200) return undefined;
  // Version 5 of the ODS/API writes the names with capitals.
  const newest = fieldOf(page.body, 'newestChangeVersion') ?? fieldOf(page.body, 'NewestChangeVersion');
  return typeof newest === 'number' ? newest : undefined;
}

/**
 * Whether a student of any district the client reads was changed, added or deleted after a change version. A district's file
 * replaces all that it sent before, so changes alone are no use: they tell whether to read everything again.
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

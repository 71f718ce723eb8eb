/** Which education organizations of an API are one district: its own number there, and its schools'. */
import { edfiErrors } from './errors.ts';
import { codeOf, listIn, textIn } from './fields.ts';
import type { ReadResource } from './resources.ts';
import { fieldOf } from './session.ts';

export interface Organizations {
  /** educationOrganizationIds, the district's own first; undefined: all that the client may read is the district's. */
  readonly ids: readonly string[] | undefined;
  readonly notes: readonly string[];
}

/**
 * Finds the district by its NCES id among the identification codes of localEducationAgencies, or by a number the API's
 * host made the same. A client that reads one district only needs no more.
 *
 * @param leaId LEAID of seven digits
 * @param asked the district's educationOrganizationId in the API, where a person gave it
 * @throws Refusal when the client reads other districts, or several and it cannot be told which
 */
export async function organizationsOf(read: ReadResource, leaId: string, asked?: string): Promise<Organizations> {
  const agencies = await read('localEducationAgencies', { isOptional: true });
  if (asked !== undefined) return { ids: [asked, ...(await schoolsOf(read, asked))], notes: [] };
  if (agencies === undefined)
    return {
      ids: undefined,
      notes: [`The client may not read localEducationAgencies; all it reads is taken for the district ${leaId}.`],
    };
  const districts = agencies.map((agency) => ({
    id: textIn(agency, 'localEducationAgencyId', []),
    ncesIds: ncesIdsIn(listIn(agency, 'identificationCodes', [])),
  }));
  for (const [id, ncesId] of await separateCodes(read)) districts.find((d) => d.id === id)?.ncesIds.push(ncesId);
  const own =
    districts.find(({ ncesIds }) => ncesIds.includes(leaId)) ??
    districts.find(({ id }) => id.padStart(7, '0') === leaId);
  const [first, ...others] = districts;
  if (!own) {
    if (!first) return { ids: undefined, notes: [] };
    if (others.length > 0) throw edfiErrors.severalDistricts(leaId, districts.length);
    if (first.ncesIds.length > 0) throw edfiErrors.otherDistrict(leaId, first.ncesIds);
    return {
      ids: undefined,
      notes: [`The API does not say the NCES id of the only district the client reads; it is taken for ${leaId}.`],
    };
  }
  if (others.length === 0) return { ids: undefined, notes: [] };
  const schools = await schoolsOf(read, own.id);
  return {
    ids: [own.id, ...schools],
    notes: [`Of ${districts.length} districts the client reads, one was taken, with ${schools.length} schools.`],
  };
}

async function schoolsOf(read: ReadResource, agencyId: string): Promise<string[]> {
  const schools = (await read('schools', { filters: { localEducationAgencyId: agencyId }, isOptional: true })) ?? [];
  return schools
    .filter(
      (school) => textIn(fieldOf(school, 'localEducationAgencyReference'), 'localEducationAgencyId', []) === agencyId,
    )
    .map((school) => textIn(school, 'schoolId', []));
}

/** From data standard 6 identification codes are a resource of their own. */
async function separateCodes(read: ReadResource): Promise<[id: string, ncesId: string][]> {
  const codes = (await read('educationOrganizationIdentificationCodes', { isOptional: true, since: 6 })) ?? [];
  return codes.flatMap((code): [string, string][] => {
    const id = textIn(fieldOf(code, 'educationOrganizationReference'), 'educationOrganizationId', []);
    return ncesIdsIn([code as object]).map((ncesId) => [id, ncesId]);
  });
}

/** As LEAIDs; numbers lose their leading zero on the way. */
function ncesIdsIn(codes: readonly unknown[]): string[] {
  return codes
    .filter((code) =>
      /nces|federal/i.test(codeOf(textIn(code, 'educationOrganizationIdentificationSystemDescriptor', []))),
    )
    .map((code) => textIn(code, 'identificationCode', []).trim())
    .filter((text) => /^\d{6,7}$/.test(text))
    .map((text) => text.padStart(7, '0'));
}

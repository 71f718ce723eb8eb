/** The education organizations of one district in an API: its own id there, and its schools'. */
import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import { edfiErrors } from './errors.ts';
import { codeOf, listIn, textIn } from './fields.ts';
import type { Reader } from './resources.ts';
import { fieldOf } from './session.ts';

export interface Organizations {
  /** The district's educationOrganizationId; undefined when unknown. */
  readonly districtId: string | undefined;
  /** Its schools' ids; undefined: everything that the client may read belongs to the district. */
  readonly schoolIds: readonly string[] | undefined;
  readonly notes: readonly Phrase[];
}

/**
 * Finds the district by its NCES id among the identification codes of localEducationAgencies, or by an equal number. Not
 * needed for a client that reads only one district.
 *
 * @param leaId LEAID of seven digits
 * @param asked the district's educationOrganizationId in the API, if a person gave it
 * @throws Refusal when the client reads other districts, or several without a clear match
 */
export async function organizationsOf(read: Reader, leaId: string, asked?: string): Promise<Organizations> {
  if (asked !== undefined) return { districtId: asked, schoolIds: await schoolsOf(read, asked), notes: [] };
  const districts = await districtsIn(read);
  if (districts === undefined) return everything([phrase('edfi.unread/agencies', { leaId })]);
  const [first, ...others] = districts;
  const own =
    districts.find(({ ncesIds }) => ncesIds.includes(leaId)) ??
    districts.find(({ id, ncesIds }) => ncesIds.length === 0 && id.padStart(7, '0') === leaId);
  if (own && others.length > 0) {
    const schoolIds = await schoolsOf(read, own.id);
    return {
      districtId: own.id,
      schoolIds,
      notes: [phrase('edfi.one-district', { districtCount: districts.length, schoolCount: schoolIds.length })],
    };
  }
  if (own || !first) return everything([], own?.id);
  if (others.length > 0) throw edfiErrors.severalDistricts(leaId, districts.length);
  if (first.ncesIds.length > 0) throw edfiErrors.otherDistrict(leaId, first.ncesIds);
  return everything([phrase('edfi.only-district', { leaId })], first.id);
}

function everything(notes: readonly Phrase[], districtId?: string): Organizations {
  return { districtId, schoolIds: undefined, notes };
}

interface District {
  readonly id: string;
  readonly ncesIds: readonly string[];
}

/** Undefined where they may not be read. */
async function districtsIn(read: Reader): Promise<District[] | undefined> {
  const agencies = await read.optional('localEducationAgencies');
  if (agencies === undefined) return undefined;
  const districts = agencies.map((agency) => ({
    id: textIn(agency, 'localEducationAgencyId', []),
    ncesIds: listIn(agency, 'identificationCodes', []).flatMap(ncesIdOf),
  }));
  if (districts.some(({ ncesIds }) => ncesIds.length > 0)) return districts;
  // From data standard 6 on, identification codes are a resource of their own.
  const codes = (await read.optional('educationOrganizationIdentificationCodes')) ?? [];
  const isOf = (id: string, code: unknown) =>
    textIn(fieldOf(code, 'educationOrganizationReference'), 'educationOrganizationId', []) === id;
  return districts.map(({ id }) => ({ id, ncesIds: codes.filter((code) => isOf(id, code)).flatMap(ncesIdOf) }));
}

async function schoolsOf(read: Reader, agencyId: string): Promise<string[]> {
  const schools = (await read.optional('schools', { filters: [{ localEducationAgencyId: agencyId }] })) ?? [];
  return schools
    .filter(
      (school) => textIn(fieldOf(school, 'localEducationAgencyReference'), 'localEducationAgencyId', []) === agencyId,
    )
    .map((school) => textIn(school, 'schoolId', []));
}

/** As a LEAID; numbers may have lost their leading zero. */
function ncesIdOf(code: unknown): string[] {
  const system = codeOf(textIn(code, 'educationOrganizationIdentificationSystemDescriptor', []));
  const text = textIn(code, 'identificationCode', []).trim();
  return /nces|federal/i.test(system) && /^\d{6,7}$/.test(text) ? [text.padStart(7, '0')] : [];
}

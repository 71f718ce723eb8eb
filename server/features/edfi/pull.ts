import { type Phrase, phrase } from '../../domain/messages/phrase.ts';
import type { Organizations } from './districts.ts';
import { textIn } from './fields.ts';
import type { Reader } from './resources.ts';
import { fieldOf } from './session.ts';
import type { StudentDocuments } from './students.ts';

export interface Pulled extends StudentDocuments {
  /** Resources about homelessness that may not be read. */
  readonly unread: readonly string[];
  readonly notes: readonly Phrase[];
}

/**
 * Everything the API has about a district's students. If the client reads other districts too, asks for each of the district's
 * organizations and checks the answers: an API that does not know a filter returns everybody.
 *
 * @param dataStandard from 6 on, addresses are in studentDirectories and characteristics in studentDemographics; undefined if unknown
 * @throws Refusal
 */
export async function pull(
  read: Reader,
  { districtId, schoolIds }: Organizations,
  dataStandard: number | undefined,
): Promise<Pulled> {
  const own = schoolIds && [...(districtId === undefined ? [] : [districtId]), ...schoolIds];
  const ofOwn = (reference: string, id: string, ids: readonly string[] | undefined) => (document: unknown) =>
    !ids || ids.includes(textIn(fieldOf(document, reference), id, []));
  const byOrganization = { filters: own?.map((id) => ({ educationOrganizationId: id })) };
  const isOfOrganization = ofOwn('educationOrganizationReference', 'educationOrganizationId', own);

  const associations = await read.required('studentEducationOrganizationAssociations', byOrganization);
  const directories =
    dataStandard === undefined
      ? await read.optional('studentDirectories', byOrganization)
      : dataStandard >= 6
        ? await read.required('studentDirectories', byOrganization)
        : [];
  const demographics =
    dataStandard === undefined || dataStandard >= 6 ? await read.optional('studentDemographics', byOrganization) : [];
  const enrollments = await read.optional('studentSchoolAssociations', {
    filters: schoolIds?.map((schoolId) => ({ schoolId })),
  });
  // Of any organization: a program may be the state's; the students' ids select those of the district.
  const homeless = await read.optional('studentHomelessProgramAssociations');
  return {
    associations: associations.filter(isOfOrganization),
    directories: (directories ?? []).filter(isOfOrganization),
    demographics: (demographics ?? []).filter(isOfOrganization),
    homeless: homeless ?? [],
    enrollments: enrollments?.filter(ofOwn('schoolReference', 'schoolId', schoolIds)),
    unread: [
      ...(homeless === undefined ? ['studentHomelessProgramAssociations'] : []),
      ...(demographics === undefined && dataStandard !== undefined ? ['studentDemographics'] : []),
    ],
    notes: enrollments === undefined ? [phrase('edfi.unread/enrollments')] : [],
  };
}

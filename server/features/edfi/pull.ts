import type { Organizations } from './districts.ts';
import { textIn } from './fields.ts';
import type { Reader } from './resources.ts';
import { fieldOf } from './session.ts';
import type { StudentDocuments } from './students.ts';

/**
 * Everything the API says of a district's students. Where the client reads other districts too, each of the district's
 * organizations is asked for, and what comes is looked at: an API that does not know a filter answers with everybody.
 *
 * @param dataStandard 6 and later keep addresses in studentDirectories; undefined where the API does not say
 * @throws Refusal
 */
export async function pull(
  read: Reader,
  { districtId, schoolIds }: Organizations,
  dataStandard: number | undefined,
): Promise<StudentDocuments & { readonly notes: readonly string[] }> {
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
  const enrollments = await read.optional('studentSchoolAssociations', {
    filters: schoolIds?.map((schoolId) => ({ schoolId })),
  });
  return {
    associations: associations.filter(isOfOrganization),
    directories: (directories ?? []).filter(isOfOrganization),
    enrollments: enrollments?.filter(ofOwn('schoolReference', 'schoolId', schoolIds)),
    notes:
      enrollments === undefined
        ? [
            'The client may not read studentSchoolAssociations: grades stay open, and students who have left are not told apart.',
          ]
        : [],
  };
}

import { questionOfColumn } from '../../domain/survey/column.ts';

/** What is read of any document. Names, races, languages and telephones come along from the API and are dropped at once. */
const READ = new Set([
  'id',
  '_lastModifiedDate',
  '_ext',
  'studentReference',
  'educationOrganizationReference',
  'schoolReference',
  'localEducationAgencyReference',
  'localEducationAgencyId',
  'schoolId',
  'identificationCode',
  'identificationCodes',
  'educationOrganizationIdentificationSystemDescriptor',
  'addresses',
  'studentIndicators',
  'studentCharacteristics',
  'homelessPrimaryNighttimeResidenceDescriptor',
  'beginDate',
  'endDate',
  'entryDate',
  'exitWithdrawDate',
  'entryGradeLevelDescriptor',
]);

/** A document without what is not needed of it; what is no object is left as it is, to be reported. */
export function essentials(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  return Object.fromEntries(
    Object.entries(document).filter(([field]) => READ.has(field) || questionOfColumn(field) !== undefined),
  );
}

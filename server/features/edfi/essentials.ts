import { questionOfColumn } from '../../domain/survey/column.ts';

/** The fields read from any document. The API also sends names, races, languages and telephone numbers; they are dropped at once. */
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

/** A document reduced to the needed fields; a non-object stays as it is, to be reported. */
export function essentials(document: unknown): unknown {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return document;
  return Object.fromEntries(
    Object.entries(document).filter(([field]) => READ.has(field) || questionOfColumn(field) !== undefined),
  );
}

/** Documents of a made-up Ed-Fi API, with students who do not exist. */

export const DISTRICT = 255901;
export const LEA_ID = '5400030';

let made = 0;

export function anAddress(type: string, fields: object = {}): object {
  return {
    addressTypeDescriptor: `uri://ed-fi.org/AddressTypeDescriptor#${type}`,
    streetNumberName: '12 Example Road',
    city: 'Sampleton',
    stateAbbreviationDescriptor: 'uri://ed-fi.org/StateAbbreviationDescriptor#WV',
    postalCode: '25301',
    latitude: '38.350000',
    longitude: '-81.630000',
    periods: [],
    ...fields,
  };
}

export function anAssociation(studentUniqueId: string, fields: object = {}): Record<string, unknown> {
  return {
    id: `a${++made}`,
    educationOrganizationReference: { educationOrganizationId: DISTRICT },
    studentReference: { studentUniqueId },
    addresses: [anAddress('Home')],
    ...fields,
  };
}

export function aHomelessProgram(studentUniqueId: string, fields: object = {}): Record<string, unknown> {
  return {
    id: `h${++made}`,
    educationOrganizationReference: { educationOrganizationId: DISTRICT },
    programReference: { programName: 'Homeless' },
    studentReference: { studentUniqueId },
    beginDate: '2026-08-20',
    homelessPrimaryNighttimeResidenceDescriptor:
      'uri://ed-fi.org/HomelessPrimaryNighttimeResidenceDescriptor#Doubled-up',
    ...fields,
  };
}

export function aCharacteristic(code: string, fields: object = {}): object {
  return { studentCharacteristicDescriptor: `uri://example.org/StudentCharacteristicDescriptor#${code}`, ...fields };
}

export function anEnrollment(studentUniqueId: string, fields: object = {}): Record<string, unknown> {
  return {
    id: `e${++made}`,
    schoolReference: { schoolId: 255901001 },
    studentReference: { studentUniqueId },
    entryDate: '2026-08-17',
    entryGradeLevelDescriptor: 'uri://ed-fi.org/GradeLevelDescriptor#Fifth grade',
    ...fields,
  };
}

export function aDistrict(localEducationAgencyId: number, ncesId?: string): Record<string, unknown> {
  return {
    id: `d${++made}`,
    localEducationAgencyId,
    identificationCodes:
      ncesId === undefined
        ? []
        : [
            {
              educationOrganizationIdentificationSystemDescriptor:
                'uri://ed-fi.org/EducationOrganizationIdentificationSystemDescriptor#NCES',
              identificationCode: ncesId,
            },
          ],
  };
}

export function aSchool(schoolId: number, localEducationAgencyId: number): Record<string, unknown> {
  return { id: `s${++made}`, schoolId, localEducationAgencyReference: { localEducationAgencyId } };
}

import type { Question } from '../survey.ts';

/**
 * The question a column answers, by its Ed-Fi element name (with or without "Descriptor"), its CEDS element name or
 * number, its name among the 2020 indicators, or our own; capitals, spaces and punctuation do not matter.
 */
export function questionOfColumn(header: string): Question | undefined {
  const letters = header.toLowerCase().replace(/[^a-z0-9]/g, '');
  return QUESTION_OF.get(letters.replace(/descriptor(id)?$/, '')) ?? QUESTION_OF.get(letters.replace(/^(ceds)?0*/, ''));
}

const QUESTION_OF: ReadonlyMap<string, Question> = new Map(
  Object.entries<Question>({
    // Ed-Fi StudentEducationOrganizationAssociation; the CEDS element names are the same words.
    internetaccessinresidence: 'internet_access',
    barriertointernetaccessinresidence: 'barrier',
    internetaccesstypeinresidence: 'internet_type',
    internetperformanceinresidence: 'performance',
    primarylearningdeviceawayfromschool: 'device',
    primarylearningdeviceaccess: 'device_access',
    primarylearningdeviceprovider: 'device_provider',
    // CEDS element numbers, 001931 to 001937; spreadsheets lose the leading zeros.
    1934: 'internet_access',
    1935: 'barrier',
    1936: 'internet_type',
    1937: 'performance',
    1931: 'device',
    1932: 'device_access',
    1933: 'device_provider',
    // Student indicators of 2020, group DigitalEquity.
    internetperformance: 'performance',
    digitaldevice: 'device',
    deviceaccess: 'device_access',
    // Our own.
    internetaccess: 'internet_access',
    barrier: 'barrier',
    internettype: 'internet_type',
    performance: 'performance',
    device: 'device',
    deviceprovider: 'device_provider',
  }),
);

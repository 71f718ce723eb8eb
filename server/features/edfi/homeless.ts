import { hasNoFixedResidence, homelessColumn, readHomeless } from '../../domain/anonymize/index.ts';
import { codeOf, type FieldFault, listIn, textIn } from './fields.ts';

/**
 * Whether a document says, in any place, that a student is homeless now: student characteristics (of the association up to data
 * standard 5, of studentDemographics from 6), indicators, and fields of a state's extension. A period that ended before today does
 * not count; one that has yet to begin does, as it is already known.
 *
 * @param today YYYY-MM-DD
 */
export function saysHomeless(document: unknown, today: string, faults: FieldFault[]): boolean {
  const characteristics = listIn(document, 'studentCharacteristics', faults).filter(
    (characteristic) =>
      lasts(characteristic, today) &&
      isHomeless(codeOf(textIn(characteristic, 'studentCharacteristicDescriptor', faults))),
  );
  if (characteristics.length > 0) return true;
  const indicators = listIn(document, 'studentIndicators', []).filter(
    (indicator) =>
      lasts(indicator, today) &&
      saysSo(codeOf(textIn(indicator, 'indicatorName', [])), codeOf(textIn(indicator, 'indicator', []))),
  );
  return indicators.length > 0 || extensionSays(document, today);
}

/** Whether a studentHomelessProgramAssociation still runs and does not itself deny homelessness. */
export function isInHomelessProgram(association: unknown, today: string, faults: FieldFault[]): boolean {
  if (typeof association !== 'object' || association === null || !lasts(association, today)) return false;
  const residence = codeOf(textIn(association, 'homelessPrimaryNighttimeResidenceDescriptor', faults));
  return residence === '' || !/^(?:not|non)[ -]?homeless/i.test(residence);
}

/** "Homeless", "McKinney-Vento", "Unaccompanied Youth", and a runaway, who does not sleep at the address on file. */
function isHomeless(characteristic: string): boolean {
  if (/^(?:not?|non|former)\b|homemaker/i.test(characteristic)) return false;
  return (
    homelessColumn(characteristic) !== undefined ||
    hasNoFixedResidence(characteristic) ||
    /^runaway/i.test(characteristic)
  );
}

/** Unknown codes count as homeless: nobody can be asked here, and a disclosed place cannot be taken back. */
function saysSo(name: string, value: string): boolean {
  const column = homelessColumn(name);
  return column !== undefined && column !== 'period' && readHomeless(value, column) !== 'home';
}

/** Any field in `_ext` about homelessness, at any depth, with the period of the object that contains it. */
function extensionSays(document: unknown, today: string): boolean {
  const { _ext: extension } = (document ?? {}) as { _ext?: unknown };
  return anyIn(extension, today);
}

function anyIn(part: unknown, today: string): boolean {
  if (Array.isArray(part)) return part.some((item) => anyIn(item, today));
  if (typeof part !== 'object' || part === null || !lasts(part, today)) return false;
  return Object.entries(part).some(([field, value]) =>
    typeof value === 'object' ? anyIn(value, today) : saysSo(field, codeOf(String(value))),
  );
}

/** Whether a period has not ended. */
function lasts(part: object, today: string): boolean {
  const hasNotEnded = (period: object) => {
    const end = textIn(period, 'endDate', []).slice(0, 10);
    return end === '' || end >= today;
  };
  const periods = listIn(part, 'periods', []);
  return hasNotEnded(part) && (periods.length === 0 || periods.some(hasNotEnded));
}

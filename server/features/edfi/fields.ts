/** Reads documents of unreliable shape. */
import { fieldOf } from './session.ts';

/** An unreadable part of a document: the field, never its value. */
export interface FieldFault {
  readonly field: string;
  readonly found: string;
}

/** Text of a field; numbers and booleans as in JSON, blank if absent. */
export function textIn(document: unknown, field: string, faults: FieldFault[]): string {
  const value = fieldOf(document, field);
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  faults.push({ field, found: Array.isArray(value) ? 'a list' : 'an object' });
  return '';
}

/** The objects of a list; a field of another type is a fault. */
export function listIn(document: unknown, field: string, faults: FieldFault[]): readonly object[] {
  const value = fieldOf(document, field);
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    faults.push({ field, found: 'something that is no list' });
    return [];
  }
  const objects = value.filter((item): item is object => typeof item === 'object' && item !== null);
  if (objects.length < value.length) faults.push({ field, found: 'a list of something else than objects' });
  return objects;
}

/** The code of a descriptor: the part of its URI after `#`, in any state's namespace. */
export function codeOf(descriptor: string): string {
  return descriptor.slice(descriptor.lastIndexOf('#') + 1).trim();
}

/** Whether any of an object's periods contains a day; true without periods. @param today YYYY-MM-DD */
export function isCurrent(document: object, today: string): boolean {
  const periods = listIn(document, 'periods', []);
  return periods.length === 0 || periods.some((period) => holds(period, today));
}

/** @param today YYYY-MM-DD; dates compare as strings */
function holds(period: object, today: string): boolean {
  const begin = textIn(period, 'beginDate', []);
  const end = textIn(period, 'endDate', []);
  return (begin === '' || begin.slice(0, 10) <= today) && (end === '' || end.slice(0, 10) >= today);
}

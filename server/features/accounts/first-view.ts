/** Where somebody arrives who has just come in. */
import { type Caller, readerOf } from '../../domain/actor.ts';
import { PAGES } from '../../domain/pages.ts';

/** A coordinator starts at the collections, an administrator at the people, a district at its own place, the others at the state. */
export function firstView(caller: Caller): string {
  if (caller.role === 'coordinator') return PAGES.collect.path;
  if (caller.role === 'admin') return '/people';
  const reader = readerOf(caller);
  if (!reader) return PAGES.map.path;
  const place = reader.role === 'district' ? `&place=school_district:${reader.leaId}` : '';
  return `/?audience=${reader.role}${place}`;
}

/** @param lang such as ?lang=es, or nothing */
export function withLanguage(address: string, lang: string): string {
  return address.includes('?') ? `${address}${lang.replace('?', '&')}` : `${address}${lang}`;
}

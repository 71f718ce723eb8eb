import { countyName } from '../../../server/domain/county-name.ts';
import { shellMessages } from './messages.ts';

/** Stands in English in the names of a demo's outlines. */
const ILLUSTRATIVE = / \(illustrative\)$/;

/** "Clay County", "Senate District 3 (illustrative)" with the last word in the page's language. */
export function placeName({ kind, id, name }: { kind: string; id: string; name: string }): string {
  if (kind === 'county') return countyName(name, id);
  return ILLUSTRATIVE.test(name)
    ? shellMessages.get().illustrativeName({ name: name.replace(ILLUSTRATIVE, '') })
    : name;
}

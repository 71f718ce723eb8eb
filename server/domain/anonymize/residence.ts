/**
 * Address types that say a student has no fixed residence. The type discloses homelessness and is never written anywhere:
 * the student is counted without a place. Source: McKinney-Vento Act, 42 USC 11434a(2); Ed-Fi addressType and CEDS
 * "Homeless Primary Nighttime Residence" (element 000146) codes.
 */
export function hasNoFixedResidence(addressType: string): boolean {
  const text = addressType.slice(addressType.lastIndexOf('#') + 1);
  const words = text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
  if (words === '' || /^(not|non|no longer) /.test(words)) return false;
  if (FLAGGED.test(words)) return true;
  return NO_FIXED.test(words);
}

/** A column that only says whether a student is homeless: no type of address is called "yes". */
const FLAGGED = /^(y|yes|true|t|si)$/;

const NO_FIXED =
  /\b(shelter(s|ed)?|transitional( housing)?|doubled? ?up|hotels?|motels?|temporary|temp|unsheltered|homeless|campground|awaiting foster( care)?|couch surfing|mckinney( vento)?|no fixed)\b/;

export type AddressKind = 'home' | 'none' | 'mailing';

/** What an address type comes to; each distinct one is understood once. */
export function addressKinds(): (addressType: string) => AddressKind {
  const known = new Map<string, AddressKind>();
  return (type) => {
    let kind = known.get(type);
    if (kind === undefined) {
      kind = isMailingOnly(type) ? 'mailing' : hasNoFixedResidence(type) ? 'none' : 'home';
      if (known.size < MOST_KNOWN) known.set(type, kind);
    }
    return kind;
  };
}

const MOST_KNOWN = 1_000;

/** Mailing addresses are where post goes, not where a student sleeps; of several rows of a student the home is taken. */
function isMailingOnly(addressType: string): boolean {
  return /\b(mail|mailing|po box|billing)\b/i.test(addressType.slice(addressType.lastIndexOf('#') + 1));
}

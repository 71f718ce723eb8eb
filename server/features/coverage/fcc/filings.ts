/** What the database knows of a vintage, and what is to be done with the files at hand. */
import type { Tx } from '../../../platform/db.ts';
import { fccErrors } from './errors.ts';
import type { Input } from './inputs.ts';
import type { Vintage } from './vintage.ts';

export const PUBLISHER = 'FCC';
export const TITLE = 'Broadband Data Collection';

export interface HashedInput extends Input {
  /** Of the file as given, packed or not. Worked out when first asked for: a new filing needs it only to be recorded. */
  readonly sha256: () => Promise<string>;
}

/** The files of one vintage that were given together. */
export interface FilingInputs {
  readonly vintage: Vintage;
  readonly inputs: readonly HashedInput[];
}

export type Plan =
  | { readonly kind: 'unchanged'; readonly filingId: number }
  /** `superseded`: a newer revision of the vintage is already loaded. */
  | { readonly kind: 'new'; readonly superseded: boolean }
  /** More files, or other ones, of a filing whose earlier files are all given again. */
  | { readonly kind: 'reload'; readonly filingId: number };

/** @throws Refusal when files the filing was loaded from are not given again */
export async function planOf(tx: Tx, { vintage, inputs }: FilingInputs): Promise<Plan> {
  const revisions = await tx.rows<{ id: number; revision: string }>(
    `select id, revision
     from coverage.filings
     where source = 'fcc' and state_fips = $1 and as_of = $2 and publisher = $3 and title = $4`,
    [vintage.stateFips, vintage.asOf, PUBLISHER, TITLE],
  );
  const same = revisions.find((filing) => filing.revision === vintage.revision);
  if (!same) return { kind: 'new', superseded: revisions.some((filing) => filing.revision > vintage.revision) };

  const loaded = await tx.rows<{ name: string; sha256: string }>(
    'select name, sha256 from coverage.filing_files where filing_id = $1 order by name',
    [same.id],
  );
  const known = new Set(loaded.map((file) => file.sha256));
  const hashes = await Promise.all(inputs.map((input) => input.sha256()));
  if (hashes.every((hash) => known.has(hash))) return { kind: 'unchanged', filingId: same.id };
  const given = new Set([...hashes, ...inputs.map((input) => stem(input.name))]);
  const missing = loaded.filter((file) => !given.has(file.sha256) && !given.has(stem(file.name)));
  if (missing.length > 0)
    throw fccErrors.partial(
      describe(vintage),
      missing.map((file) => file.name),
    );
  return { kind: 'reload', filingId: same.id };
}

/** "FCC Broadband Data Collection as of 2025-12-31, revision 2026-07-14, state 54". */
export function describe(vintage: Vintage): string {
  return `${PUBLISHER} ${TITLE} as of ${vintage.asOf}, revision ${vintage.revision}, state ${vintage.stateFips}`;
}

/** The name without its packing: the same table may come as .csv today and .zip tomorrow. */
function stem(name: string): string {
  return name.toLowerCase().replace(/(\.csv|\.gz|\.zip)+$/, '');
}

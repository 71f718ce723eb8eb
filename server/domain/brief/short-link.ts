/** Short addresses of briefs, such as `/b/12-sn54003`: release, kind and place, so that nothing has to be stored for them. */

const CODES: Readonly<Record<string, string>> = {
  state: 'st',
  county: 'co',
  school_district: 'sd',
  senate_district: 'sn',
  house_district: 'hd',
  congressional_district: 'cd',
  town: 'tn',
};

export interface BriefRef {
  readonly release: number;
  readonly kind: string;
  readonly id: string;
}

/** A kind without a code of its own is written out. */
export function shortCode({ release, kind, id }: BriefRef): string {
  return `${release}-${CODES[kind] ?? `${kind}:`}${id}`;
}

export function briefOfCode(code: string): BriefRef | undefined {
  const [, release, rest = ''] = /^([0-9]{1,9})-(.{3,60})$/.exec(code) ?? [];
  if (release === undefined) return undefined;
  const [, written, id] = /^([a-z_]{3,30}):(.+)$/.exec(rest) ?? [];
  if (written && id) return { release: Number(release), kind: written, id };
  const kind = Object.keys(CODES).find((name) => CODES[name] === rest.slice(0, 2));
  return kind === undefined ? undefined : { release: Number(release), kind, id: rest.slice(2) };
}

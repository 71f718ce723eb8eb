import type { ChamberDistrict } from '../../../domain/chamber.ts';
import type { Tx } from '../../../platform/db.ts';

export interface MemberOfDistrict {
  readonly district: string;
  readonly name: string;
  readonly illustrative: boolean;
}

/** Members by name; of one district, or of all of a chamber. */
export function membersOf(
  tx: Tx,
  { kind, stateFips, district }: { kind: ChamberDistrict; stateFips: string; district?: string },
): Promise<MemberOfDistrict[]> {
  return tx.rows(
    `-- one row: a member and his or her district
     select district, name, illustrative
     from places.members
     where state_fips = $1
       and kind = $2
       and ($3::text is null or district = $3)
     order by district, name`,
    [stateFips, kind, district ?? null],
  );
}

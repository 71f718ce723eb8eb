/** How much of each hex of the map lies on land already paid for, by share of its FCC locations. */
import { type AskedAudience, rowsOf, type Viewer } from '../../domain/actor.ts';
import { type Cell, cellToText, parentOf } from '../../domain/cell.ts';
import { drawnLand } from '../../domain/drawn-land.ts';
import type { Tx } from '../../platform/db.ts';
import { releaseNamed } from '../releases/index.ts';
import type { FundedHexes } from './contract.ts';
import type { PaidLand, PaidLandReader } from './paid.ts';

interface Asked {
  readonly release: string;
  readonly state?: string;
  readonly audience: AskedAudience;
  readonly level: number;
}

interface HexRow {
  readonly cell: bigint;
  readonly resolution: number;
}

export async function fundedHexes(tx: Tx, paid: PaidLandReader, viewer: Viewer, asked: Asked): Promise<FundedHexes> {
  const release = await releaseNamed(tx, asked.release, asked.state);
  const { audience, level } = asked;
  const locations = await paid.of(tx, release);
  const rows = locations.length === 0 ? [] : await hexesOf(tx, release.id, viewer, asked);
  return { release: release.id, audience, level, percents: percentsOf(rows, level, locations) };
}

/** As `features/tiles` draws them: a district sees its own patches at every zoom. */
function hexesOf(tx: Tx, releaseId: number, viewer: Viewer, { audience, level }: Asked): Promise<HexRow[]> {
  if (viewer.role === 'district')
    return tx.rows<HexRow>(
      `-- one row: a patch of one district
       select cell, resolution
       from published.patches
       where release_id = $1
         and audience = 'provider'
         and lea_ids = array[$2]`,
      [releaseId, viewer.leaId],
    );
  return tx.rows<HexRow>(
    `-- one row: a hex as drawn at one level
     select cell, resolution
     from published.hexes
     where release_id = $1
       and audience = $2
       and level = $3`,
    [releaseId, rowsOf(audience), level],
  );
}

function percentsOf(rows: readonly HexRow[], level: number, locations: readonly PaidLand[]): Record<string, number> {
  const { lattice, coarser } = drawnLand(rows, level);
  const owners = new Map<Cell, number>();
  rows.forEach(({ cell }, position) => {
    for (const own of coarser.get(position) ?? [cell]) owners.set(own, position);
  });
  const all = new Float64Array(rows.length);
  const paid = new Float64Array(rows.length);
  for (const { cell, locations: here, parts } of locations) {
    const owner = owners.get(parentOf(cell, lattice));
    if (owner === undefined) continue;
    all[owner] = (all[owner] ?? 0) + here;
    paid[owner] = (paid[owner] ?? 0) + (here * parts) / 7;
  }
  return Object.fromEntries(
    rows.flatMap(({ cell }, position) => {
      const percent = Math.round((100 * (paid[position] ?? 0)) / Math.max(1, all[position] ?? 0));
      return percent > 0 ? [[cellToText(cell), percent]] : [];
    }),
  );
}

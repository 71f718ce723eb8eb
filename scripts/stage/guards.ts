/**
 * Guards of the product that an attack can be tried without. No switch exists in the product: the process that runs it
 * for the stage loads one module with one export replaced (see `product.ts`). An attack that finds nothing without a
 * guard would find nothing anywhere.
 */
import { METHOD, type Method } from '../attack/method.ts';

export interface Guard {
  /** As the table of the README says it. */
  readonly says: string;
  /** Module under `server/`, and what of it is exported instead; `real` is the module itself. */
  readonly module: string;
  readonly instead: string;
  /** The attacks that find what it guards. */
  readonly attacks: readonly string[];
  /** What an attacker knows of the method then. */
  readonly method: Method;
}

const LOW_FLOOR = 3;

export const GUARDS = {
  floors: {
    says: 'floors (counts from three up are shown)',
    attacks: ['programs'],
    module: 'domain/protect/protect.ts',
    instead: `export const protect = (sets, truths, students, floor, keyed) =>
      real.protect(sets, truths, students, ${LOW_FLOOR}, keyed);
    export const codesFor = (made, set, statistics, { isPublic }) =>
      real.codesFor(made, set, statistics, { isPublic, floor: ${LOW_FLOOR} });`,
    method: { ...METHOD, floor: LOW_FLOOR },
  },
  noise: {
    says: 'noise',
    attacks: ['programs'],
    module: 'domain/protect/noise.ts',
    instead: 'export const noiseOf = () => 0;',
    method: { ...METHOD, deviation: 0 },
  },
  ownNoise: {
    says: 'a noise of its own for each question (the same students, the same number)',
    attacks: ['programs'],
    module: 'domain/protect/noise.ts',
    instead: 'export const noiseOf = (keyed, group, statistic, counted) => real.noiseOf(keyed, 0, 0, counted);',
    method: { ...METHOD, byStudentsAlone: true },
  },
  oneStatistic: {
    says: 'one number for two statistics of the same students',
    attacks: ['programs'],
    module: 'domain/protect/protect.ts',
    instead: `export const protect = (sets, truths, ...rest) =>
      real.protect(sets, { ...truths, sameAs: truths.sameAs.map((_, statistic) => statistic) }, ...rest);`,
    method: METHOD,
  },
  decoys: {
    says: 'decoys (what is hidden by choice can be recognized)',
    attacks: ['insiders'],
    module: 'domain/protect/noise.ts',
    instead: 'export const isDecoy = () => false;',
    method: { ...METHOD, hasDecoys: false },
  },
  threshold: {
    says: 'the threshold of changes (every answer counts at once)',
    attacks: ['small changes'],
    module: 'features/intake/index.ts',
    instead: `export const homesForRelease = (tx, asked) =>
      real.homesForRelease(tx, asked.settle ? { ...asked, settle: { ...asked.settle, floors: { students: 1, households: 1 } } } : asked);`,
    method: METHOD,
  },
  rates: {
    says: 'rates of levers from what the view reads (from the whole numbers of the agency)',
    attacks: ['interference'],
    module: 'features/estimates/load.ts',
    instead: `export async function placeRows(tx, asked) {
      const { role } = await tx.one('select current_user as role');
      await tx.run('reset role');
      const exact = await real.placeRows(tx, { ...asked, audience: 'agency' });
      await tx.run('set local role ' + role);
      const counts = new Map(exact.map(({ kind, id, counts }) => [kind + id, counts]));
      return (await real.placeRows(tx, asked)).map((row) => ({ ...row, counts: counts.get(row.kind + row.id) ?? row.counts }));
    }`,
    method: METHOD,
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

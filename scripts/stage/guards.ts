/**
 * Guards of the product that an attack can be tried without. No switch exists in the product: the process that runs it
 * for the stage loads a module with an export replaced (see `product.ts`). An attack that finds nothing without a
 * guard would find nothing anywhere.
 */
import { METHOD, type Method } from '../attack/method.ts';

export interface Guard {
  /** As the table of the README says it. */
  readonly says: string;
  /** The attacks that find what it guards. */
  readonly attacks: readonly string[];
  /** By module under `server/` what it exports instead; `real` is the module itself. */
  readonly instead: Readonly<Record<string, string>>;
  /** What an attacker knows of the method then. */
  readonly method: Method;
}

const LOW_FLOOR = 3;
const NO_PROGRAMS = { 'features/releasing/programs/index.ts': 'export const hiddenByPrograms = async () => [];' };

export const GUARDS = {
  floors: {
    says: 'floors: counts from three up are shown (and no programs, which take the floors as given)',
    attacks: ['programs'],
    instead: {
      ...NO_PROGRAMS,
      'domain/protect/protect.ts': `
        export const protect = (sets, truths, students, floor, keyed) =>
          real.protect(sets, truths, students, ${LOW_FLOOR}, keyed);
        export const codesFor = (made, set, statistics, { isPublic }) =>
          real.codesFor(made, set, statistics, { isPublic, floor: ${LOW_FLOOR} });`,
    },
    method: { ...METHOD, floor: LOW_FLOOR },
  },
  noise: {
    says: 'noise',
    attacks: ['programs'],
    instead: { 'domain/protect/noise.ts': 'export const noiseOf = () => 0;' },
    method: { ...METHOD, deviation: 0 },
  },
  ownNoise: {
    says: 'a noise of its own for each question: the same students, the same number',
    attacks: ['programs'],
    instead: {
      'domain/protect/noise.ts':
        'export const noiseOf = (keyed, group, statistic, counted) => real.noiseOf(keyed, 0, 0, counted);',
    },
    method: { ...METHOD, byStudentsAlone: true },
  },
  programs: { says: 'programs', attacks: ['programs', 'levers', 'insiders'], instead: NO_PROGRAMS, method: METHOD },
  districtPrograms: {
    says: 'programs for each district',
    attacks: ['insiders'],
    instead: {
      'domain/protect/programs/programs.ts': 'export const stepsOf = (input) => real.stepsOf(input).slice(0, 1);',
    },
    method: METHOD,
  },
  decoys: {
    says: 'decoys: what is hidden by choice can be recognized',
    attacks: ['insiders'],
    instead: { 'domain/protect/noise.ts': 'export const isDecoy = () => false;' },
    method: { ...METHOD, hasDecoys: false },
  },
  threshold: {
    says: 'the threshold of changes: every answer counts at once (and no programs, which refuse such a release)',
    attacks: ['small changes'],
    instead: {
      ...NO_PROGRAMS,
      'features/intake/index.ts': `
        export const homesForRelease = (tx, { settle, ...asked }) => real.homesForRelease(tx, asked);`,
    },
    method: METHOD,
  },
  rates: {
    says: 'rates of levers from what the view reads: they follow from the whole numbers of the agency',
    attacks: ['interference'],
    instead: {
      'features/estimates/load.ts': `
        export async function placeRows(tx, asked) {
          const { role } = await tx.one('select current_user as role');
          await tx.run('reset role');
          const exact = await real.placeRows(tx, { ...asked, audience: 'agency' });
          await tx.run('set local role ' + role);
          const counts = new Map(exact.map((row) => [row.kind + row.id, row.counts]));
          return (await real.placeRows(tx, asked)).map((row) => {
            return { ...row, counts: counts.get(row.kind + row.id) ?? row.counts };
          });
        }`,
    },
    method: METHOD,
  },
} as const satisfies Record<string, Guard>;

export type GuardName = keyof typeof GUARDS;

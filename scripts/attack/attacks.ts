/** Every attack on one stage, in the order of what they need: reading first, then releases that follow. */
import { AUDIENCES, type Audience } from '../../server/domain/audience.ts';
import { type Catalog, catalogOf } from './catalog.ts';
import { disclosedBy } from './disclosed.ts';
import { type PublishedError, publishedErrors } from './errors.ts';
import { compareFormats } from './formats.ts';
import { type LivedIn, livedIn } from './local.ts';
import { readLocations } from './locations.ts';
import { LITERAL, type Method, methodFor } from './method.ts';
import { probe } from './probes.ts';
import { propagate } from './propagate.ts';
import type { Publication } from './published.ts';
import { reconstruct } from './reconstruct.ts';
import { publicationsWithKeys } from './rekeyed.ts';
import { askAgain, rebuild } from './repeat.ts';
import { COLLECTION, FCC_AS_OF, type Stage } from './stage.ts';
import { changeLittle } from './successive.ts';
import { type System, systemOf, type Told } from './system.ts';
import { unprotected } from './teeth.ts';
import { isOfTruth, readTruth, type Truth } from './truth.ts';
import { wrongIn } from './wrong.ts';

export interface Figure {
  readonly attack: string;
  readonly what: string;
  readonly tried: number;
  readonly disclosures: number;
  readonly figure: string;
  /** The first few, without what they disclose. */
  readonly examples: readonly string[];
}

export interface Report {
  readonly figures: readonly Figure[];
  readonly errors: Readonly<Record<Audience, readonly PublishedError[]>>;
}

export interface Effort {
  /** Patches whose cells are reconstructed, the smallest first. */
  readonly reconstructed: number;
  /** Folder for files that are thrown away. */
  readonly scratch: string;
  readonly onFigure?: (figure: Figure) => void;
}

type Publications = Readonly<Record<Audience, Publication>>;

export async function attack(stage: Stage, { reconstructed, scratch, onFigure }: Effort): Promise<Report> {
  const figures: Figure[] = [];
  const say = (figure: Figure) => {
    figures.push(figure);
    onFigure?.(figure);
  };
  const publications = await stage.publications({ withPlaces: true });
  const { floors, releaseId, bounds } = publications.public;
  const truth = await readTruth(stage.deps.db, COLLECTION, FCC_AS_OF, floors);
  for (const audience of AUDIENCES)
    if (
      !isOfTruth(
        truth,
        audience,
        publications[audience].patches.map(({ students }) => students),
      )
    )
      throw new Error(`the release for ${audience} is not of the homes at hand`);
  const locations = await readLocations(stage.reader, releaseId, bounds);
  const given: Given = { truth, floor: floors.students, locations, reconstructed };

  for (const figure of await numbersAttacked(publications, given, methodFor)) say(figure);

  const formats = await Promise.all(
    AUDIENCES.map((audience) => compareFormats(stage, publications[audience], scratch)),
  );
  say({
    ...comparisonFigure('formats', 'every number in every format', formats),
    figure: 'JSON, GeoJSON, CSV, Arrow, vector tiles, PMTiles',
  });
  const probed = await probe(stage.reader, publications.public, truth);
  say({
    attack: 'f side doors',
    what: 'answers, errors, headers and views compared',
    tried: probed.tried,
    disclosures: probed.differences.length,
    figure: `an answer hiding students is the slower in ${probed.slower.toFixed(2)} of pairs (0.5: time tells nothing)`,
    examples: probed.differences.slice(0, 3),
  });
  const again = await Promise.all(AUDIENCES.map((audience) => askAgain(stage, publications[audience])));
  say({ ...comparisonFigure('c asking again', 'answers in other order and pages', again), figure: 'none differs' });
  const rebuilt = await rebuild(stage, publications, scratch);
  say({
    ...comparisonFigure('c rebuilding', 'values after homes came backwards', [rebuilt]),
    figure: 'the same homes give the same numbers',
  });
  const before = await stage.publications({ withPlaces: false });
  const successive = await changeLittle(stage, truth, before, floors.students);
  say({
    ...comparisonFigure('d releases', 'values after fewer than the floor changed', [successive]),
    figure: `${successive.releases} releases; ${successive.movedByMany} values move when more than the floor do`,
  });

  const errors = {
    agency: publishedErrors(publications.agency, truth),
    provider: publishedErrors(publications.provider, truth),
    public: publishedErrors(publications.public, truth),
  };
  return { figures, errors };
}

/**
 * All views together, once for each of some sets of keys: every number is drawn anew.
 *
 * @param keys how many sets
 */
export async function attackRekeyed(stage: Stage, keys: number, onFigure: (figure: Figure) => void): Promise<void> {
  const { public: current } = await stage.publications({ withPlaces: false });
  const given = { collection: COLLECTION, fccAsOf: FCC_AS_OF, floors: current.floors };
  const truth = await readTruth(stage.deps.db, COLLECTION, FCC_AS_OF, current.floors);
  const catalog = catalogOf(truth);
  const lived = livedIn(catalog.local, truth);
  for (let seed = 1; seed <= keys; seed++) {
    const publications = await publicationsWithKeys(stage.deps.db, given, seed);
    const told = AUDIENCES.map((audience) => ({ publication: publications[audience], method: methodFor(audience) }));
    const what = 'the same, given every membership in clusters';
    onFigure(
      judged(`e tiers combined, keys ${seed}`, what, solved(catalog, lived, told), truth, current.floors.students),
    );
  }
}

/** What an unprotected publication of the same state gives away to the same attacks on numbers. */
export async function attackUnprotected(stage: Stage, reconstructed: number): Promise<readonly Figure[]> {
  const publications = await stage.publications({ withPlaces: true });
  const { floors, releaseId, bounds } = publications.public;
  const truth = await readTruth(stage.deps.db, COLLECTION, FCC_AS_OF, floors);
  const literal = Object.fromEntries(
    AUDIENCES.map((audience) => [audience, unprotected(publications[audience], truth)]),
  ) as Record<Audience, Publication>;
  const locations = await readLocations(stage.reader, releaseId, bounds);
  return numbersAttacked(literal, { truth, floor: floors.students, locations, reconstructed }, () => LITERAL);
}

interface Given {
  readonly truth: Truth;
  readonly floor: number;
  readonly locations: Awaited<ReturnType<typeof readLocations>>;
  readonly reconstructed: number;
}

async function numbersAttacked(
  publications: Publications,
  { truth, floor, locations, reconstructed }: Given,
  methodOf: (audience: Audience) => Method,
): Promise<Figure[]> {
  const catalog = catalogOf(truth);
  const lived = livedIn(catalog.local, truth);
  const toldTo = (audiences: readonly Audience[]) =>
    audiences.map((audience) => ({ publication: publications[audience], method: methodOf(audience) }));
  const figures = AUDIENCES.map((audience) => {
    const system = solved(catalog, lived, toldTo([audience]));
    return judged(
      `a differences, ${audience}`,
      'sets, differences and rests, bounds to a fixpoint',
      system,
      truth,
      floor,
    );
  });
  const together = solved(catalog, lived, toldTo(AUDIENCES));
  figures.push(judged('e tiers combined', 'the same, all three views at once', together, truth, floor));

  const homesOf = { public: homesBy(truth, 'public'), agency: homesBy(truth, 'agency') };
  for (const [audience, system] of [
    ['public', solved(catalog, lived, toldTo(['public']))],
    ['agency', together],
  ] as const) {
    const { patches } = publications[audience];
    const found = await reconstruct(
      system,
      truth,
      { patches, audience, homesOf: homesOf[audience] },
      { locations, floor, most: reconstructed },
    );
    const placed = (students: number) => `${((100 * students) / Math.max(1, found.students)).toFixed(1)} %`;
    figures.push({
      attack: `b reconstruction, ${audience === 'public' ? 'public' : 'all tiers'}`,
      what: `cells of ${found.patches} patches, ${found.programs} programs`,
      tried: found.classes,
      disclosures: found.disclosures.length,
      figure: `of ${found.students} homes ${placed(found.placedBySums)} in their res-8 cell, by locations alone ${placed(found.placedByLocations)}`,
      examples: found.disclosures.slice(0, 3),
    });
  }
  return figures;
}

function solved(catalog: Catalog, lived: LivedIn, told: readonly Told[]): System {
  const system = systemOf(catalog, told, lived);
  propagate(system);
  return system;
}

function judged(attack: string, what: string, system: System, truth: Truth, floor: number): Figure {
  const { tried, disclosures, few } = disclosedBy(system, floor);
  const wrong = wrongIn(system, truth);
  return {
    attack,
    what,
    tried,
    disclosures: disclosures.length,
    figure: `${few} sets can only hold 0 to ${floor - 1}; ${wrong} of the attacker's bounds are wrong`,
    examples: disclosures.slice(0, 3).map((disclosure) => disclosure.what),
  };
}

function homesBy({ finer, coarser }: Truth, audience: 'public' | 'agency'): number[][] {
  const homes: number[][] = (audience === 'public' ? coarser : finer).patches.map(() => []);
  for (const [home, patch] of finer.patchOf.entries())
    homes[audience === 'public' ? (coarser.patchOf[patch] ?? -1) : patch]?.push(home);
  return homes;
}

function comparisonFigure(
  attack: string,
  what: string,
  comparisons: readonly { compared: number; differences: readonly string[] }[],
): Omit<Figure, 'figure'> {
  const differences = comparisons.flatMap((one) => one.differences);
  return {
    attack,
    what,
    tried: comparisons.reduce((sum, one) => sum + one.compared, 0),
    disclosures: differences.length,
    examples: differences.slice(0, 3),
  };
}

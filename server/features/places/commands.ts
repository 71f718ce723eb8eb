import { Command, InvalidArgumentError, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import { refusal } from '../../platform/problem.ts';
import { importFunded } from '../funded/index.ts';
import { GROUND_KINDS, type GroundKind, importGround, isGroundKind } from '../ground/index.ts';
import { importPlaces } from './import.ts';
import { PLACE_KINDS, type PlaceKind } from './kinds.ts';
import type { Where } from './where.ts';

interface Flags {
  kind: PlaceKind | GroundKind | 'funded';
  state?: string;
  layer?: string[];
  publisher?: string;
  vintage?: string;
  idColumn?: string;
  nameColumn?: string;
  where?: Where;
  illustrative?: boolean;
  replace?: boolean;
  overlapping?: boolean;
  dryRun?: boolean;
}

export function importPlacesCommand(run: RunCommand): Command {
  return new Command('places')
    .description(
      'add places of one kind by their identifiers to those loaded before; or put a state’s roads, water or libraries under its map, or land already paid for on it, in place of those before',
    )
    .argument(
      '<file>',
      'zipped Shapefile, GeoPackage, GeoJSON or TopoJSON, in any projection; of towns and schools also a table',
    )
    .addOption(
      new Option('--kind <kind>', 'what the places are')
        .choices([...PLACE_KINDS, ...GROUND_KINDS, 'funded'])
        .makeOptionMandatory(),
    )
    .option('--state <state>', 'take only places of this state: 54, WV or "West Virginia" (default: all in the file)')
    .option('--layer <name>', 'which layer to load, where the file has several; again for each', gathered)
    .option('--id-column <name>', 'column of the identifiers, where its name is not known')
    .option('--name-column <name>', 'column of the names, where its name is not known')
    .option(
      '--publisher <name>',
      'who drew the places, for pages to name (default: as Census and NCES name their files)',
    )
    .option('--vintage <year>', 'year or day they are of: 2024 or 2024-01-01 (default: likewise)')
    .option('--where <column=value>', 'take only features with this value, of a file of several kinds', whereOf)
    .option('--illustrative', 'the outlines are made up, for a demo')
    .option('--replace', 'take away what is loaded of the kind and state and is not in the file')
    .option('--overlapping', 'keep places although they share ground with others loaded before')
    .option('--dry-run', 'check and report, and change nothing')
    .action(async (path: string, { state, layer, ...flags }: Flags) => {
      await run(async (deps, progress) => {
        const { kind } = flags;
        if (kind === 'funded')
          await importFunded(deps, groundAsked({ state, ...flags }, { path, kind, layer }), progress);
        else if (isGroundKind(kind))
          await importGround(deps, groundAsked({ state, ...flags }, { path, kind, layer }), progress);
        else await importPlaces(deps, { ...flags, kind, path, stateFips: state, layers: layer }, progress);
      });
    });
}

/** @throws Refusal without a state, or with a flag that is for places alone */
function groundAsked<Kind extends GroundKind | 'funded'>(
  {
    state,
    idColumn,
    where,
    replace,
    overlapping,
    nameColumn,
    illustrative,
    dryRun,
  }: Omit<Flags, 'state'> & {
    readonly state: string | undefined;
  },
  { path, kind, layer }: { path: string; kind: Kind; layer: string[] | undefined },
) {
  const given = Object.entries({
    '--id-column': idColumn,
    '--where': where,
    '--replace': replace,
    '--overlapping': overlapping,
  });
  const flags = given.filter(([, value]) => value !== undefined).map(([flag]) => flag);
  if (flags.length > 0) throw refusal('ground.not-for-this-kind', 400, { flags });
  if (state === undefined) throw refusal('ground.needs-state', 400);
  return { path, kind, state, layers: layer, nameColumn, illustrative, dryRun };
}

function whereOf(text: string): Where {
  const [, column, value] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (column === undefined || value === undefined) throw new InvalidArgumentError('write it as MTFCC=G4020.');
  return { column: column.trim(), value: value.trim() };
}

function gathered(name: string, before: string[] = []): string[] {
  return [...before, name];
}

import { Command, Option } from 'commander';
import type { RunCommand } from '../../command.ts';
import { importPlaces } from './import.ts';
import { PLACE_KINDS, type PlaceKind } from './kinds.ts';

interface Flags {
  kind: PlaceKind;
  state?: string;
  idColumn?: string;
  nameColumn?: string;
  illustrative?: boolean;
}

export function importPlacesCommand(run: RunCommand): Command {
  return new Command('places')
    .description('load places of one kind with their identifiers, in place of those loaded before')
    .argument('<file>', 'zipped Shapefile, GeoPackage, GeoJSON or TopoJSON, in any projection')
    .addOption(new Option('--kind <kind>', 'what the places are').choices(PLACE_KINDS).makeOptionMandatory())
    .option('--state <fips>', 'take only places of this state, two digits (default: all in the file)')
    .option('--id-column <name>', 'column of the identifiers, where its name is not known')
    .option('--name-column <name>', 'column of the names, where its name is not known')
    .option('--illustrative', 'the outlines are made up, for a demo')
    .action(async (path: string, { state, ...flags }: Flags) => {
      await run(async (deps, progress) => {
        await importPlaces(deps, { ...flags, path, stateFips: state }, progress);
      });
    });
}

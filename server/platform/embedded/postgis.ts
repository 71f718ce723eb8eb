/**
 * PostGIS for the embedded database without what Gapmap never loads: rasters, topologies, the geocoder and upgrades from older
 * versions are two thirds of what the package unpacks and compiles at each start, which takes half as long without them.
 */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Extension } from '@electric-sql/pglite';
import { postgis } from '@electric-sql/pglite-postgis';
import { createTar, parseTar } from 'nanotar';

const NEEDED =
  /^(lib\/postgresql\/postgis-3\.so|share\/proj\/.+|share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql))$/;

/** @param folder where what is needed of the package is kept */
export function postgisIn(folder: string): Extension {
  return {
    ...postgis,
    setup: async (database, options) => {
      const made = await postgis.setup(database, options);
      return made.bundlePath ? { ...made, bundlePath: trimmed(made.bundlePath, folder) } : made;
    },
  };
}

/** Each version of the package has a bundle of another size. */
function trimmed(bundle: URL, folder: string): URL {
  const path = join(folder, `postgis-${statSync(bundle).size}.tar.gz`);
  if (!existsSync(path)) {
    const files = parseTar(gunzipSync(readFileSync(bundle)), { filter: ({ name }) => NEEDED.test(name) });
    const kept = createTar(files.map(({ name, data }) => (data ? { name, data } : { name })));
    writeFileSync(`${path}.partial`, gzipSync(kept, { level: 1 }));
    renameSync(`${path}.partial`, path);
  }
  return pathToFileURL(path);
}

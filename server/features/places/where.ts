import { refusal } from '../../platform/problem.ts';
import { plainText } from './identifier.ts';
import type { PlacesFile } from './point-table.ts';

/** Features with a value in a column, in any case. */
export interface Where {
  readonly column: string;
  readonly value: string;
}

const MOST_SHOWN = 10;

/** The file limited to those features. Dispose of the original file. */
export function featuresWhere(file: PlacesFile, where: Where | undefined): PlacesFile {
  if (where === undefined) return file;
  const column = file.fields.find((field) => field.toLowerCase() === where.column.toLowerCase());
  if (column === undefined) throw refusal('places.columns/where', 400, { asked: where.column, fields: file.fields });
  const wanted = where.value.toLowerCase();
  return {
    ...file,
    async *features() {
      const others = new Set<string>();
      let isFound = false;
      for await (const feature of file.features()) {
        const value = plainText(feature.properties[column]);
        const isWanted = value.toLowerCase() === wanted;
        isFound ||= isWanted;
        if (isWanted) yield feature;
        else if (others.size < MOST_SHOWN) others.add(value);
      }
      if (!isFound)
        throw refusal('places.where', 422, {
          value: where.value,
          column,
          valuesFound: [...others],
          isCut: others.size === MOST_SHOWN,
        });
    },
  };
}

/** Who drew a file of places and of which year: as the person says, else as the Census names its files. */
import { refusal } from '../../platform/problem.ts';

export interface Origin {
  /** Null: nobody said so. */
  readonly publisher: string | null;
  /** A year, or a day as YYYY-MM-DD. */
  readonly vintage: string | null;
}

interface Asked {
  readonly publisher?: string | undefined;
  readonly vintage?: string | undefined;
}

/**
 * @param names of the file and its layers
 * @throws Refusal where the vintage asked is no year or day
 */
export function originOf(names: readonly string[], { publisher, vintage }: Asked): Origin {
  if (vintage !== undefined && !/^(19|20)\d{2}(-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?$/.test(vintage))
    throw refusal('places.vintage', 400, { text: vintage });
  const named = names.flatMap((name) => byName(name) ?? [])[0];
  return {
    publisher: publisher ?? named?.publisher ?? null,
    vintage: vintage ?? (publisher === undefined ? named?.vintage : undefined) ?? null,
  };
}

/** tl_2024_54_sldu.zip, cb_2023_us_county_500k, EDGE_SCHOOLDISTRICT_TL23_SY2223, EDGE_GEOCODE_PUBLICSCH_2223. */
function byName(name: string): Origin | undefined {
  const census = /(?<![a-z0-9])(tl|cb)_(?:rd)?((?:19|20)\d{2})_/i.exec(name);
  if (census)
    return {
      publisher: `U.S. Census Bureau, ${census[1]?.toLowerCase() === 'tl' ? 'TIGER/Line' : 'cartographic boundaries'}`,
      vintage: census[2] ?? null,
    };
  const school = /^EDGE_\w*?_(?:TL)?(\d{2})(\d{2})?(?!\d)/i.exec(name);
  return school ? { publisher: 'NCES EDGE', vintage: `20${school[2] ?? school[1]}` } : undefined;
}

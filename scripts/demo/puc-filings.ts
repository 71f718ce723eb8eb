import type { Confidentiality } from '../../server/domain/audience.ts';
import type { TechnologyCode } from '../../server/domain/technology.ts';
import type { GisFormat } from './gis.ts';
import type { ProviderKey } from './providers.ts';
import type { PucDialect } from './puc-dialects.ts';

export interface Filing {
  file: string;
  provider: ProviderKey;
  technologies: readonly TechnologyCode[];
  format: GisFormat;
  projection: `EPSG:${number}`;
  dialect: PucDialect;
  /** H3 resolution of the cells behind the outlines: 9 for service along roads, 8 for circles of wireless. */
  resolution: 8 | 9;
  isDamaged?: boolean;
  asOf: string;
  revision: string;
  confidentiality: Confidentiality;
}

const HALF_YEAR = { asOf: '2026-06-30', revision: '2026-09-15', confidentiality: 'public' } as const;

/** The commission's filings: one per provider, each in the style of that provider's mapping desk. */
export const FILINGS: readonly Filing[] = [
  {
    ...HALF_YEAR,
    file: 'larkspur.zip',
    provider: 'larkspur',
    technologies: [40],
    format: 'shapefile',
    projection: 'EPSG:26917',
    dialect: 'fcc',
    resolution: 9,
  },
  {
    ...HALF_YEAR,
    file: 'highgap.gpkg',
    provider: 'highgap',
    technologies: [40],
    format: 'geopackage',
    projection: 'EPSG:4326',
    dialect: 'form477',
    resolution: 9,
    isDamaged: true,
  },
  {
    ...HALF_YEAR,
    file: 'dovetail.zip',
    provider: 'dovetail',
    technologies: [40],
    format: 'shapefile',
    projection: 'EPSG:3857',
    dialect: 'sbi',
    resolution: 9,
  },
  {
    ...HALF_YEAR,
    file: 'old_switchback.geojson',
    provider: 'switchback',
    technologies: [40],
    format: 'geojson',
    projection: 'EPSG:4326',
    dialect: 'fcc',
    resolution: 9,
    isDamaged: true,
  },
  {
    ...HALF_YEAR,
    file: 'mountain_lantern.zip',
    provider: 'lantern',
    technologies: [10, 50],
    format: 'filegdb',
    projection: 'EPSG:26917',
    dialect: 'sbi',
    resolution: 9,
  },
  {
    ...HALF_YEAR,
    file: 'spruce_gap.gpkg',
    provider: 'spruceGap',
    technologies: [10],
    format: 'geopackage',
    projection: 'EPSG:26917',
    dialect: 'form477',
    resolution: 9,
    asOf: '2025-12-31',
  },
  {
    ...HALF_YEAR,
    file: 'three_forks.zip',
    provider: 'threeForks',
    technologies: [10, 50],
    format: 'filegdb',
    projection: 'EPSG:4269',
    dialect: 'form477',
    resolution: 9,
  },
  {
    ...HALF_YEAR,
    file: 'redbud_fiber.geojson',
    provider: 'redbud',
    technologies: [50],
    format: 'geojson',
    projection: 'EPSG:4326',
    dialect: 'fcc',
    resolution: 9,
  },
  {
    ...HALF_YEAR,
    file: 'greensward.zip',
    provider: 'greensward',
    technologies: [50],
    format: 'shapefile',
    projection: 'EPSG:4269',
    dialect: 'utah',
    resolution: 9,
    isDamaged: true,
  },
  {
    ...HALF_YEAR,
    file: 'skylark_mobile.gpkg',
    provider: 'skylark',
    technologies: [71],
    format: 'geopackage',
    projection: 'EPSG:3857',
    dialect: 'fcc',
    resolution: 8,
    confidentiality: 'agency',
  },
  {
    ...HALF_YEAR,
    file: 'catamount.zip',
    provider: 'catamount',
    technologies: [70, 71],
    format: 'shapefile',
    projection: 'EPSG:26917',
    dialect: 'sbi',
    resolution: 8,
    isDamaged: true,
  },
  {
    ...HALF_YEAR,
    file: 'hawknest.gpkg',
    provider: 'hawknest',
    technologies: [70, 72],
    format: 'geopackage',
    projection: 'EPSG:4326',
    dialect: 'fcc',
    resolution: 8,
    asOf: '2025-12-31',
  },
];

import { describe, expect, it } from 'vitest';
import { clusterNameIn, isClusterName } from '../../../server/domain/cluster/name-in.ts';
import { type County, namesFor, type Town } from '../../../server/domain/cluster/naming.ts';
import { clusterNames as en } from '../../../server/domain/messages/en/cluster-names.ts';
import { clusterNames as es } from '../../../server/domain/messages/es/cluster-names.ts';
import { pseudo } from '../../../server/domain/messages/pseudo.ts';
import { writtenIn } from '../../../server/features/mail/templates.ts';

const BOX = { west: -81.2, south: 38.3, east: -80.8, north: 38.7 };

const county = (id: string, name: string): County => ({ ...BOX, id, name });

/** Beside counties of the usual kind: those of Louisiana, Alaska and the islands, independent cities, planning regions. */
const COUNTIES = [
  county('54015', 'Clay'),
  county('22001', 'Acadia'),
  county('02185', 'North Slope'),
  county('02020', 'Anchorage'),
  county('02290', 'Yukon-Koyukuk Census Area'),
  county('51600', 'Fairfax'),
  county('51095', 'James City'),
  county('32510', 'Carson City'),
  county('09110', 'Capitol'),
  county('11001', 'District of Columbia'),
  county('72001', 'Adjuntas'),
  county('69085', 'Northern Islands'),
  undefined,
];

/** In all parts of the county, twelve clusters each, so that some are told apart by distance, and some by number. */
function namesIn(within: County | undefined, towns: readonly Town[]): string[] {
  const spots = [0.05, 0.2, 0.35].flatMap((x) =>
    [0.05, 0.2, 0.35].map((y) => ({ lng: BOX.west + x, lat: BOX.south + y })),
  );
  return namesFor(Array.from({ length: 12 }, () => spots.map((spot) => ({ ...spot, county: within }))).flat(), towns);
}

const town = (name: string, lng = -81, lat = 38.5) => ({ name, lng, lat });

const TOWNS: readonly (readonly Town[])[] = [
  [],
  [town('Ivydale')],
  [town('Ivydale', -81.01, 38.51), town('Birch, 3 miles north of Nowhere', -80.7, 38.2)],
  // One mile, and two, from the middle.
  [town('Spencer', -81, 38.5145)],
  [town('Spencer', -81, 38.529)],
  [town('Near, The (2)')],
  [town('Northern')],
];

const ALL = COUNTIES.flatMap((within) => TOWNS.flatMap((towns) => namesIn(within, towns)));

/** What remains of a name without what counties and towns are called. */
function wordsOf(name: string): string {
  const names = [
    ...TOWNS.flat().map((one) => one.name),
    ...COUNTIES.flatMap((one) => one?.name ?? []),
    ...['County', 'Parish', 'city', 'Planning Region', 'Municipio'],
  ];
  return names.sort((a, b) => b.length - a.length).reduce((rest, one) => rest.replaceAll(one, ''), name);
}

describe('the name of a cluster in Spanish', () => {
  it.each([
    ['Northern Clay County, near Ivydale', 'Norte de Clay County, cerca de Ivydale'],
    ['Central Roane County, 3 miles northeast of Spencer', 'Centro de Roane County, a 3 millas al noreste de Spencer'],
    ['Central Roane County, 1 mile west of Spencer', 'Centro de Roane County, a 1 milla al oeste de Spencer'],
    ['Southwestern Acadia Parish (2)', 'Suroeste de Acadia Parish (2)'],
    ['Central North Slope', 'Centro de North Slope'],
    ['Eastern Fairfax city, near Vienna (3)', 'Este de Fairfax city, cerca de Vienna (3)'],
    ['Area', 'Área'],
    ['Area, 12 miles south of Near, The (2)', 'Área, a 12 millas al sur de Near, The (2)'],
  ])('of %s is %s', (english, spanish) => {
    expect(clusterNameIn(es, english)).toBe(spanish);
  });

  it('has no English word but in the names of county and town', () => {
    expect(new Set(ALL).size).toBeGreaterThan(4000);
    const left = ALL.map((name) => wordsOf(clusterNameIn(es, name))).filter((words) =>
      /ern\b|Central|Area|near|mile|\bof\b|\b(north|south|east|west)/i.test(words),
    );
    expect(left).toEqual([]);
  });

  it('says all sides, all directions, and both one mile and more', () => {
    const said = ALL.map((name) => clusterNameIn(es, name)).join('\n');
    const wanted = [...Object.values(es.sides), ...Object.values(es.directions), 'a 1 milla', 'a 2 millas'];
    expect(wanted.filter((words) => !said.includes(`${words} de `) && !said.includes(`${words} al `))).toEqual([]);
  });

  it('differs for clusters whose names differ', () => {
    const names = namesIn(COUNTIES[0], TOWNS[2] ?? []);
    expect(new Set(names.map((name) => clusterNameIn(es, name))).size).toBe(names.length);
  });
});

describe('the name of a cluster', () => {
  it('stays as it is in English', () => {
    expect(ALL.map((name) => clusterNameIn(en, name))).toEqual(ALL);
    expect(ALL.map((name) => clusterNameIn({ ...en }, name))).toEqual(ALL);
  });

  it('is known as one that nobody chose', () => {
    expect(ALL.filter((name) => !isClusterName(name))).toEqual([]);
  });

  it('is a message of the pseudo-locale', () => {
    expect(clusterNameIn(pseudo(en), 'Area, near Ivydale')).toBe('⟦⟦Area⟧, near Ivydale⟧');
  });
});

describe('the name of a lot that somebody chose', () => {
  it.each([
    'Ring 4',
    'Central Office',
    'Northern schools',
    'Northern Clay County and Widen',
    'Areas left over',
    'northern Clay County, near Ivydale',
    'Northern Clay County, 1 miles north of Ivydale',
    'Clay County',
    'Lot (2)',
    '',
  ])('stays as it is: %s', (name) => {
    expect(clusterNameIn(es, name)).toBe(name);
    expect(isClusterName(name)).toBe(false);
  });
});

describe('mail about a commitment', () => {
  it.each([
    ['es', 'Norte de Clay County, cerca de Ivydale'],
    ['en', 'Northern Clay County, near Ivydale'],
  ] as const)('names its place in the language of who is written to: %s', (language, name) => {
    const facts = { commitmentName: 'Northern Clay County, near Ivydale', percent: 40, due: '2027-06-30', daysLate: 3 };
    const { subject, words } = writtenIn(language, 'overdue', facts);
    expect(subject).toContain(name);
    expect(words).toContain(name);
  });
});

/** The sheets of a package: the round, then each lot, each with its map. */
import { renderSVG } from 'uqr';
import type { ProcurementMessages } from '../../domain/messages/en/procurement.ts';
import type { Tx } from '../../platform/db.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { drawMap, type GroundReader, type MapFacts, readMap } from '../briefs/index.ts';
import type { Print, Sheet } from '../print/index.ts';
import { boundsOf, type LotShape, type Packaged, type PackagedLot } from './read.ts';
import { scoringRows, termRows } from './terms.ts';

/** As many as one page names; the table in the package has all. */
const MOST_NAMED = 18;

interface Part {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** Heads of columns, for a table with more than names and values. */
  readonly head: readonly string[];
  readonly table: readonly (readonly string[])[];
}

export interface SheetWords {
  readonly messages: ServerMessages;
  readonly language: string;
  /** Address of this server, without a slash at its end. */
  readonly origin: string;
}

/** Maps of the whole round, then of each lot. */
export async function mapsOf(tx: Tx, ground: GroundReader, { round, lots }: Packaged): Promise<MapFacts[]> {
  const { release } = round;
  // All providers are shown the same, so any of them will do.
  const viewer = { role: 'provider', stateFips: release.state_fips, providerId: 0 } as const;
  const all: LotShape = { type: 'MultiPolygon', coordinates: lots.flatMap(({ shape }) => shape.coordinates) };
  const maps: MapFacts[] = [];
  for (const shape of [all, ...lots.map((lot) => lot.shape)]) {
    const place = { kind: 'lot', id: '', bbox: withRoom(boundsOf([shape])), outline: JSON.stringify(shape) };
    maps.push(await readMap(tx, ground, { release, viewer, place, hasFilings: true }));
  }
  const [whole, ...each] = maps;
  // A small lot cannot be seen among many: there its name says where it lies.
  const named = lots.map(({ name, facts }) => ({ name, lng: facts.center[0], lat: facts.center[1] }));
  return whole ? [{ ...whole, towns: [...named, ...whole.towns] }, ...each] : [];
}

/** Of the extent at each side, so that roads and towns around say where it is. */
const ROOM = 0.5;

function withRoom([west, south, east, north]: readonly [number, number, number, number]) {
  const [x, y] = [ROOM * (east < west ? east + 360 - west : east - west), ROOM * (north - south)];
  return [west - x, south - y, east + x, north + y] as const;
}

export function printOf(packaged: Packaged, maps: readonly MapFacts[], words: SheetWords): Print {
  const { procurement } = words.messages;
  const data = [roundData(packaged, words), ...packaged.lots.map((lot) => lotData(packaged, lot, words))];
  const qr = renderSVG(addressOf(packaged, words), { ecc: 'M', border: 2, pixelSize: 4 });
  const sheets = data.flatMap((own, at): Sheet[] => {
    const map = maps[at];
    return map ? [{ data: own, map: drawMap(map, words.messages.brief.map), qr }] : [];
  });
  const title = procurement.document({ roundName: packaged.round.title });
  return { template: 'lot', sheets, title, language: words.language, as: { format: 'pdf' } };
}

function addressOf({ round }: Packaged, { origin }: SheetWords): string {
  return `${origin}/rounds/${round.id}`;
}

function common(packaged: Packaged, words: SheetWords) {
  const { procurement, brief } = words.messages;
  const { release, title } = packaged.round;
  const address = addressOf(packaged, words);
  return {
    above: `${procurement.above({ stateName: release.state_name, release: release.name })} · ${procurement.round({ roundName: title })}`,
    marks: release.synthetic ? [brief.synthetic] : [],
    note: procurement.note({ release: release.name }),
    link: { words: procurement.link, address, qrAlt: procurement.qrAlt({ address }) },
  };
}

function roundData(packaged: Packaged, words: SheetWords) {
  const { procurement } = words.messages;
  const { round, lots } = packaged;
  const sums = { students: sum(lots, 'students'), households: sum(lots, 'households') };
  const { dates, scoring, terms } = procurement;
  return {
    ...common(packaged, words),
    title: round.title,
    sentence: procurement.roundSentence({ lotCount: lots.length, ...sums }),
    figures: figures(procurement, { ...sums, estimated: total(lots, 'estimated'), passings: total(lots, 'passings') }),
    map: { alt: procurement.mapAlt({ name: round.title }) },
    parts: [
      pairs(dates, dateRows(packaged, procurement)),
      pairs(terms, termRows(round.terms, procurement)),
      pairs(scoring, scoringRows(round.scoring, procurement)),
      lotTable(lots, procurement),
    ].filter(({ rows, table }) => rows.length + table.length > 0),
  };
}

function lotData(packaged: Packaged, lot: PackagedLot, words: SheetWords) {
  const { procurement } = words.messages;
  const { facts, students, households, reference } = lot;
  const { row } = procurement;
  const names = (list: readonly string[]) =>
    list.length === 0 ? procurement.none : procurement.names({ names: list });
  const known = (value: number | null, say: (facts: { count: number }) => string) =>
    value === null ? procurement.unknown : say({ count: value });
  const rows: (readonly [string, string])[] = [
    [row.counties, names(facts.counties)],
    [row.schools, names(facts.schools)],
    [row.squareMiles, procurement.amount({ count: facts.squareMiles })],
    [row.locations, known(facts.locations, procurement.number)],
    [row.routeMiles, known(facts.routeMiles, procurement.amount)],
    [row.providers, names(facts.providers)],
    [row.nearest, facts.nearest ? procurement.near(facts.nearest) : procurement.unknown],
    ...(reference === null ? [] : [[row.reference, procurement.dollars({ dollars: reference })] as const]),
  ];
  return {
    ...common(packaged, words),
    title: lot.name,
    sentence: procurement.lotSentence({ students, households }),
    figures: figures(procurement, { students, households, estimated: facts.estimated, passings: facts.passings }),
    map: { alt: procurement.mapAlt({ name: lot.name }) },
    parts: [pairs(procurement.land, rows), pairs(procurement.terms, termRows(packaged.round.terms, procurement))],
  };
}

function figures(words: ProcurementMessages, values: Record<keyof ProcurementMessages['numbers'], number | null>) {
  return (Object.keys(words.numbers) as (keyof typeof words.numbers)[]).map((name) => {
    const count = values[name];
    return { value: count === null ? words.unknown : words.number({ count }), what: words.numbers[name] };
  });
}

function dateRows({ round: { questionsCloseAt, closesAt } }: Packaged, words: ProcurementMessages) {
  const time = (name: string, at: Date | null) => (at ? [[name, words.time({ at: at.toISOString() })] as const] : []);
  return [...time(words.row.questions, questionsCloseAt), ...time(words.row.closes, closesAt)];
}

function lotTable(lots: readonly PackagedLot[], words: ProcurementMessages): Part {
  const { row } = words;
  const more = lots.length - MOST_NAMED;
  const table = lots
    .slice(0, MOST_NAMED)
    .map(({ name, students, households, reference }) => [
      name,
      words.number({ count: students }),
      words.number({ count: households }),
      reference === null ? words.none : words.dollars({ dollars: reference }),
    ]);
  if (more > 0) table.push([words.more({ more }), '', '', '']);
  return { title: words.lots, rows: [], head: [row.lot, row.students, row.households, row.reference], table };
}

function pairs(title: string, rows: Part['rows']): Part {
  return { title, rows, head: [], table: [] };
}

function sum(lots: readonly PackagedLot[], of: 'students' | 'households'): number {
  return lots.reduce((all, lot) => all + lot[of], 0);
}

/** Null where a lot does not know. */
function total(lots: readonly PackagedLot[], of: 'estimated' | 'passings'): number | null {
  return lots.reduce<number | null>((all, { facts }) => {
    const own = facts[of];
    return all === null || own === null ? null : all + own;
  }, 0);
}

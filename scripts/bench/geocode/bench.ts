/**
 * The index of address points against the plain alternative, a Map from address text to place that
 * finds exact addresses only: time to read points and find homes, and the memory of the index.
 */
import { AddressIndex, type AddressPoint } from '../../../server/domain/geocode/address-index.ts';
import { addressKeys } from '../../../server/domain/geocode/keys.ts';
import { type BenchResult, interleaved } from '../result.ts';

const POINTS = 300_000;
const HOMES = 100_000;
const TURNS = 3;

export async function run(): Promise<BenchResult[]> {
  const points = Array.from({ length: POINTS }, (_, i) => pointAt(i));
  const homes = points.slice(0, HOMES);
  let index = new AddressIndex();
  let texts = new Map<string, AddressPoint>();
  const times = await interleaved(
    {
      readOurs: () => {
        index = AddressIndex.of(points);
      },
      readTexts: () => {
        texts = new Map(points.map((point) => [textOf(point), point]));
      },
      findOurs: () => requireAll(homes.filter((home) => 'quality' in index.match(home)).length),
      findTexts: () => requireAll(homes.filter((home) => texts.has(textOf(home))).length),
    },
    TURNS,
  );
  const perSecond = (count: number, ms: number) => `${(count / ms / 1000).toFixed(2)} M/s`;
  return [
    {
      name: 'geocode: address points read, against a Map of texts',
      value: times.readTexts / times.readOurs,
      unit: 'x',
      bar: { atLeast: 0.7 },
      detail: `${POINTS} points, ${perSecond(POINTS, times.readOurs)}`,
    },
    {
      name: 'geocode: homes found, against a Map of texts',
      value: times.findTexts / times.findOurs,
      unit: 'x',
      bar: { atLeast: 0.5 },
      detail: `${HOMES} homes, ${perSecond(HOMES, times.findOurs)}`,
    },
    {
      name: 'geocode: memory of the index',
      value: index.bytes / index.size,
      unit: 'bytes/point',
      bar: { atMost: 100 },
      detail: `${index.size} points`,
    },
  ];
}

function requireAll(found: number): void {
  if (found !== HOMES) throw new Error(`${found} of ${HOMES} homes were found`);
}

function textOf(point: AddressPoint): string {
  const keys = addressKeys(point);
  if (typeof keys === 'string') throw new Error(`the bench made an address that is ${keys}`);
  return `${keys.line}|${keys.unit}|${keys.city}|${keys.zip}`;
}

const TYPES = ['Road', 'Street', 'Lane', 'Avenue'];

function pointAt(i: number): AddressPoint {
  const street = (i * 7919) % 5000;
  return {
    address: `${1 + Math.floor(i / 5000)} ${street % 4 === 0 ? 'North ' : ''}Name${street} ${TYPES[street % 4]}`,
    unit: i % 5 === 0 ? `Apt ${i % 9}` : '',
    city: `Town ${street % 300}`,
    state: 'WV',
    zip: String(25_000 + (street % 300)),
    lng: -80 - street / 5000,
    lat: 38 + i / POINTS,
  };
}

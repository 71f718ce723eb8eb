/** Reads converted features, one per line, and checks them for anything a person should know before they are loaded. */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { withinTheEarth } from './antimeridian.ts';
import type { GeoJsonGeometry } from './geometry.ts';

const NEWLINE = 10;

/** Decodes text that is not UTF-8 as Windows-1252, in which every byte is a character. */
export async function* linesOf(path: string): AsyncIterable<Buffer> {
  let rest: Buffer[] = [];
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at !== -1; at = chunk.indexOf(NEWLINE, from)) {
      rest.push(chunk.subarray(from, at));
      yield rest.length === 1 ? (rest[0] as Buffer) : Buffer.concat(rest);
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield Buffer.concat(rest);
}

const windows1252 = new TextDecoder('windows-1252');

export function textOf(line: Buffer): string {
  return isUtf8(line) ? line.toString('utf8') : windows1252.decode(line);
}

export interface Feature {
  readonly id?: number;
  readonly properties: Readonly<Record<string, string | number | boolean | null>> | null;
  readonly geometry: GeoJsonGeometry | null;
}

export interface Look {
  features: number;
  /** Features whose text was not UTF-8. */
  windows1252: number;
  /** Columns with a replacement character, and with text decoded in a wrong code page before it came here. */
  readonly lost: Set<string>;
  readonly misread: Set<string>;
  /** Features that begin outside of valid degrees, and those that would be valid with latitude and longitude exchanged. */
  offEarth: number;
  exchanged: number;
  /** Features shifted back from beyond 180 degrees, or cut there. */
  wrapped: number;
}

/** Checks every feature of a converted layer; parses as JSON only those with something to find. */
export async function lookThrough(path: string): Promise<Look> {
  const look: Look = {
    features: 0,
    windows1252: 0,
    lost: new Set(),
    misread: new Set(),
    offEarth: 0,
    exchanged: 0,
    wrapped: 0,
  };
  for await (const line of linesOf(path)) {
    if (line.length === 0) continue;
    look.features++;
    if (!isAscii(line)) lookAtText(line, look);
    lookAtPlace(line, look);
  }
  return look;
}

function lookAtText(line: Buffer, look: Look): void {
  if (!isUtf8(line)) {
    look.windows1252++;
    return;
  }
  for (const [column, value] of Object.entries((JSON.parse(line.toString('utf8')) as Feature).properties ?? {})) {
    if (typeof value !== 'string') continue;
    if (value.includes('\ufffd')) look.lost.add(column);
    else if (isMisread(value)) look.misread.add(column);
  }
}

/** Letters that Windows-1252 has at 0x80 to 0x9f, in order; the five codes without one stand for themselves. */
const C1 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Whether a text is UTF-8 wrongly decoded as Windows-1252: "AÃ±asco". */
function isMisread(text: string): boolean {
  if (!/[Â-ô]/.test(text)) return false;
  const bytes: number[] = [];
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    const c1 = C1.indexOf(letter);
    if (code > 0xff && c1 === -1) return false;
    bytes.push(c1 === -1 ? code : 0x80 + c1);
  }
  const raw = Buffer.from(bytes);
  return !isAscii(raw) && isUtf8(raw);
}

const COORDINATES = Buffer.from('"coordinates":');
/** Only an outline near the line can cross it: Alaska reaches from 130 west to 172 east. */
const NEAR_THE_LINE = 120;
/** Nobody lives farther south, and no state extends there: such a latitude must be a longitude. */
const SOUTHERNMOST = -60;
/** Two turns around the earth is never a longitude. */
const FARTHEST = 540;

function lookAtPlace(line: Buffer, look: Look): void {
  const at = line.indexOf(COORDINATES);
  const [, x, y] =
    at === -1
      ? []
      : (/^[[\s]*(-?[\d.eE+-]+)\s*,\s*(-?[\d.eE+-]+)/.exec(
          line.toString('latin1', at + COORDINATES.length, at + 120),
        ) ?? []);
  if (x === undefined || y === undefined) return;
  const [lng, lat] = [Number(x), Number(y)];
  if (Math.abs(lat) > 90 || lat < SOUTHERNMOST) {
    const couldBe = Math.abs(lng) <= 90 && lng > SOUTHERNMOST && Math.abs(lat) <= FARTHEST;
    if (couldBe) look.exchanged++;
    else look.offEarth++;
  } else if (Math.abs(lng) > FARTHEST) look.offEarth++;
  else if (Math.abs(lng) > NEAR_THE_LINE) {
    const { geometry } = JSON.parse(textOf(line)) as Feature;
    if (geometry && withinTheEarth(geometry) !== geometry) look.wrapped++;
  }
}

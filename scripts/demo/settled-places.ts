import { cellToLatLng, latLngToCell } from 'h3-js';
import type { Ground } from './ground.ts';
import type { Line } from './network.ts';
import { toLat, toLng } from './plane.ts';

/** Settled places, one entry per location, in county order. */
export interface Settlement {
  count: number;
  /** Kilometers on the plane. */
  x: Float32Array;
  y: Float32Array;
  county: Uint8Array;
  /** Nearest town, and the distance to its edge: negative inside. */
  town: Uint8Array;
  townEdgeKm: Float32Array;
  /** Line it stands along, or -1 within a town. */
  line: Int32Array;
  level: Uint8Array;
  /** Students' households at the location; 0 where no student lives. */
  households: Uint8Array;
  /** Position in `cells`: the H3 res-9 cell. */
  cell: Uint32Array;
  cells: string[];
  lines: Line[];
}

interface Place {
  x: number;
  y: number;
  county: number;
  town: number;
  edgeKm: number;
  line: number;
  level: number;
  households: number;
}

/** Fills a settlement place by place. */
export class Places {
  readonly #ground: Ground;
  readonly #settlement: Settlement;
  readonly #cellNumbers = new Map<string, number>();
  /** County of each cell's center. */
  readonly #cellCounty: number[] = [];
  readonly #households: number[] = [];

  constructor(most: number, lines: Line[], ground: Ground) {
    this.#ground = ground;
    // Refused places leave room unused, and the share of places without students varies, so there is a tenth to spare.
    const room = Math.ceil(most * 1.1) + 1000;
    this.#settlement = {
      count: 0,
      x: new Float32Array(room),
      y: new Float32Array(room),
      county: new Uint8Array(room),
      town: new Uint8Array(room),
      townEdgeKm: new Float32Array(room),
      line: new Int32Array(room),
      level: new Uint8Array(room),
      households: new Uint8Array(room),
      cell: new Uint32Array(room),
      cells: [],
      lines,
    };
  }

  householdsOf(county: number): number {
    return this.#households[county] ?? 0;
  }

  /** @returns false if the center of the place's cell is in another county */
  add(place: Place): boolean {
    const cell = this.#cellNumber(latLngToCell(toLat(place.y), toLng(place.x), 9));
    if (this.#cellCounty[cell] !== place.county) return false;
    const settlement = this.#settlement;
    const at = settlement.count;
    if (at >= settlement.x.length) throw new RangeError('more locations than there is room for');
    settlement.x[at] = place.x;
    settlement.y[at] = place.y;
    settlement.county[at] = place.county;
    settlement.town[at] = place.town;
    settlement.townEdgeKm[at] = place.edgeKm;
    settlement.line[at] = place.line;
    settlement.level[at] = place.level;
    settlement.households[at] = place.households;
    settlement.cell[at] = cell;
    settlement.count = at + 1;
    this.#households[place.county] = this.householdsOf(place.county) + place.households;
    return true;
  }

  finish(): Settlement {
    return this.#settlement;
  }

  #cellNumber(cell: string): number {
    const known = this.#cellNumbers.get(cell);
    if (known !== undefined) return known;
    const number = this.#settlement.cells.length;
    const [lat, lng] = cellToLatLng(cell);
    this.#settlement.cells.push(cell);
    this.#cellNumbers.set(cell, number);
    this.#cellCounty.push(this.#ground.countyAt(lng, lat));
    return number;
  }
}

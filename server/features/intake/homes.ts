/** Homes as districts sent them, as releases kept them, and as the next one counts them. */
import type { Size } from './home-record.ts';
import type { AreaLand } from './lands.ts';

/** Homes of one district. */
export interface DistrictHomes {
  readonly leaId: string;
  /** One home after the other, see home-record.ts. */
  readonly records: Buffer;
}

/** Land that was published as one patch. */
export interface KeptArea extends AreaLand {
  /** Allocated once, the same in every release. */
  readonly area: number;
  /** The release in which its students or what they say of the home (of the device) was last taken anew. */
  readonly homeVersion: number;
  readonly deviceVersion: number;
}

/** One district's homes of one area, as the last release with any of them had them. */
export interface KeptHomes extends DistrictHomes {
  readonly area: number;
}

export interface Kept {
  readonly areas: readonly KeptArea[];
  readonly homes: readonly KeptHomes[];
  /** Totals ever published, by key of the land. */
  readonly totals: ReadonlyMap<string, readonly Size[]>;
}

export interface SettledHomes extends DistrictHomes {
  /** By home the area it is counted in, or -1 = on land that no area has. */
  readonly areaOf: Int32Array;
}

export interface Settled {
  /** In order of LEAID, those without a home left out. */
  readonly districts: readonly SettledHomes[];
  /** Those with homes; version 0 = taken anew now. */
  readonly areas: ReadonlyMap<number, KeptArea>;
  /** Areas under the floors that hold now, which are no areas any more. */
  readonly dissolved: readonly number[];
}

/** The homes of a collection, one entry a student, by district and then cell; the same homes give the same order. */
export interface ReleaseHomes {
  readonly count: number;
  /** Res 8. */
  readonly cells: BigUint64Array;
  /** Districts, ascending. */
  readonly leaIds: readonly string[];
  /** Index into `leaIds`. */
  readonly lea: Uint16Array;
  /** 32 bits that follow from the student's pseudonym, the same in every release. */
  readonly recordKey: Int32Array;
  /** Dense: 0 to the number of households, less one. */
  readonly household: Uint32Array;
  /** Index into HOME_STATUSES. */
  readonly homeStatus: Uint8Array;
  /** Index into DEVICE_STATUSES. */
  readonly deviceStatus: Uint8Array;
  /** By home the area of an earlier release that it is counted in; -1 = it lies on land that no area has. */
  readonly areaOf: Int32Array;
  /** Those areas; version 0 = taken anew in this release. */
  readonly areas: ReadonlyMap<number, KeptArea>;
  /** Areas of earlier releases that are none any more, as higher floors ask for larger ones. */
  readonly dissolved: readonly number[];
  /** By district, as they were read; see home-record.ts. */
  readonly records: readonly Buffer[];
}

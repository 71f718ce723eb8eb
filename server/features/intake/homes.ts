/** Homes as districts sent them, as releases stored them, and as the next release counts them. */
import type { Size } from './home-record.ts';
import type { AreaLand } from './lands.ts';

export interface DistrictHomes {
  readonly leaId: string;
  /** Concatenated records, see home-record.ts. */
  readonly records: Buffer;
}

/** Land that was published as one patch. */
export interface KeptArea extends AreaLand {
  /** Permanent: the same in every release. */
  readonly area: number;
  /** The release that last recounted its students or their home (device) statuses. */
  readonly homeVersion: number;
  readonly deviceVersion: number;
}

/** One district's homes in one area, as last released. */
export interface KeptHomes extends DistrictHomes {
  readonly area: number;
}

export interface Kept {
  readonly areas: readonly KeptArea[];
  readonly homes: readonly KeptHomes[];
  /** Totals ever published, by land key. */
  readonly totals: ReadonlyMap<string, readonly Size[]>;
}

export interface SettledHomes extends DistrictHomes {
  /** By home, the area that counts it; -1 = on land without an area. */
  readonly areaOf: Int32Array;
}

export interface Settled {
  /** In order of LEAID, without districts that have no home. */
  readonly districts: readonly SettledHomes[];
  /** Areas with homes; version 0 = recounted now. */
  readonly areas: ReadonlyMap<number, KeptArea>;
  /** Former areas, which are under the current floors. */
  readonly dissolved: readonly number[];
}

/** The homes of a collection, one entry per student, by district and then cell; the same homes give the same order. */
export interface ReleaseHomes {
  readonly count: number;
  /** Res 8. */
  readonly cells: BigUint64Array;
  /** Ascending. */
  readonly leaIds: readonly string[];
  /** Index into `leaIds`. */
  readonly lea: Uint16Array;
  /** 32 bits derived from the student's pseudonym, the same in every release. */
  readonly recordKey: Int32Array;
  /** Dense: 0 to the number of households minus one. */
  readonly household: Uint32Array;
  /** Index into HOME_STATUSES. */
  readonly homeStatus: Uint8Array;
  /** Index into DEVICE_STATUSES. */
  readonly deviceStatus: Uint8Array;
  /** By home, the earlier release's area that counts it; -1 = on land without an area. */
  readonly areaOf: Int32Array;
  /** Those areas; version 0 = recounted in this release. */
  readonly areas: ReadonlyMap<number, KeptArea>;
  /** Former areas, dissolved because raised floors need larger ones. */
  readonly dissolved: readonly number[];
  /** By district, as read; see home-record.ts. */
  readonly records: readonly Buffer[];
}

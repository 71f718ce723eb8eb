/** The state in the address bar: everything a person would send to a colleague, without the defaults. */
import { cellAsWritten } from '../../../server/domain/cell.ts';
import { PAGES } from '../../../server/domain/pages.ts';
import { type PlaceRef, placeRefOf } from '../../../server/domain/place-ref.ts';
import {
  type Choice,
  DEFAULT_CHOICE,
  LAYERS,
  MEASURES,
  PROFILES,
  SOURCE_CHOICES,
  settled,
  VERDICT_TIERS,
} from './choice.ts';
import { type RankWeights, weightsOf, weightsText } from './ranking.ts';
import { CLASSES } from './scale.ts';
import { THEMES, type Theme } from './theme.ts';

export type Selection =
  /** `state` = its FIPS code, where the map shows several; `level` = resolution drawn on the map, where the hex is coarser than that and lies beneath finer ones. */
  | { readonly kind: 'hex'; readonly h3: string; readonly level?: number; readonly state?: string }
  | { readonly kind: 'cluster'; readonly id: string; readonly state?: string };

export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

export const AUDIENCES = ['public', 'agency', 'provider', 'district'] as const;
export type AskedAudience = (typeof AUDIENCES)[number];

export interface View {
  readonly page: 'map' | 'table';
  readonly choice: Choice;
  /** Id of a release; undefined = the current one. */
  readonly release?: string;
  /** FIPS code of the state shown; undefined = all there are. */
  readonly state?: string;
  readonly audience: AskedAudience;
  /** The map's camera; undefined = the whole state. */
  readonly camera?: Camera;
  readonly selection?: Selection;
  /** The place of the large number; undefined = the state. */
  readonly place?: PlaceRef;
  /** How the reader weighs what makes a cluster come first; undefined = as everybody. */
  readonly weights?: RankWeights;
  /** Classes the legend keeps in color; empty = all. */
  readonly only: readonly number[];
  /** Outlines of the areas in the state's filings. */
  readonly areas: boolean;
  /** Whether students on land already paid for count to those to build for. */
  readonly paid: boolean;
  readonly theme: Theme;
}

export function viewOf(url: URL): View {
  const query = url.searchParams;
  const camera = cameraOf(query.get('at'));
  const selection = selectionOf(query.get('selected'));
  const place = placeRefOf(query.get('place') ?? '');
  const weights = weightsOf(query.get('weights'));
  const release = query.get('release') ?? '';
  const state = query.get('state') ?? '';
  return {
    page: url.pathname === PAGES.table.path ? 'table' : 'map',
    choice: settled({
      layer: oneOf(LAYERS, query.get('layer')) ?? DEFAULT_CHOICE.layer,
      measure: oneOf(MEASURES, query.get('measure')) ?? DEFAULT_CHOICE.measure,
      source: oneOf(SOURCE_CHOICES, query.get('source')) ?? DEFAULT_CHOICE.source,
      tier: oneOf(VERDICT_TIERS, query.get('tier')) ?? DEFAULT_CHOICE.tier,
      profile: oneOf(PROFILES, query.get('profile')) ?? DEFAULT_CHOICE.profile,
    }),
    ...(/^\d{2}$/.test(state) ? { state } : {}),
    ...(/^\d{1,9}$/.test(release) ? { release } : {}),
    audience: oneOf(AUDIENCES, query.get('audience')) ?? 'public',
    ...(camera ? { camera } : {}),
    ...(selection ? { selection } : {}),
    ...(place ? { place } : {}),
    ...(weights && weightsText(weights) ? { weights } : {}),
    only: (query.get('only') ?? '')
      .split('')
      .map(Number)
      .filter((number) => number < CLASSES),
    areas: query.get('areas') === 'yes',
    paid: query.get('paid') === 'count',
    theme: oneOf(THEMES, query.get('theme')) ?? 'light',
  };
}

/** The query of a view; `viewOf` reads it back. */
export function queryOf(view: View): string {
  const query = new URLSearchParams();
  const put = (name: string, value: string | undefined, normal?: string) => {
    if (value !== undefined && value !== normal) query.set(name, value);
  };
  const { choice, camera, selection, place } = view;
  put('layer', choice.layer, DEFAULT_CHOICE.layer);
  put('measure', choice.measure, DEFAULT_CHOICE.measure);
  put('source', choice.source, DEFAULT_CHOICE.source);
  put('tier', choice.tier, DEFAULT_CHOICE.tier);
  put('profile', choice.profile, DEFAULT_CHOICE.profile);
  put('state', view.state);
  put('release', view.release);
  put('audience', view.audience, 'public');
  put('at', camera && `${camera.lng.toFixed(4)},${camera.lat.toFixed(4)},${camera.zoom.toFixed(2)}`);
  put('selected', selection && selectionText(selection));
  put('place', place && `${place.kind}:${place.id}`);
  put('weights', view.weights && weightsText(view.weights));
  put('only', view.only.join(''), '');
  put('areas', view.areas ? 'yes' : 'no', 'no');
  put('paid', view.paid ? 'count' : 'no', 'no');
  put('theme', view.theme, 'light');
  // Colons and commas are allowed in a query, and easier to read and type.
  return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@');
}

function selectionText(selection: Selection): string {
  const of = selection.state === undefined ? '' : `,${selection.state}`;
  if (selection.kind === 'cluster') return `cluster:${selection.id}${of}`;
  return `hex:${selection.h3}${selection.level === undefined ? '' : `@${selection.level}`}${of}`;
}

export function oneOf<T extends string>(allowed: readonly T[], asked: string | null): T | undefined {
  return allowed.find((value) => value === asked);
}

function cameraOf(text: string | null): Camera | undefined {
  const [lng, lat, zoom] = (text ?? '').split(',').map((part) => (part === '' ? Number.NaN : Number(part)));
  if (lng === undefined || lat === undefined || zoom === undefined) return undefined;
  const sane = Math.abs(lng) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return sane ? { lng, lat, zoom } : undefined;
}

function selectionOf(text: string | null): Selection | undefined {
  const [, named = '', state] = /^(.*?)(?:,(\d{2}))?$/.exec(text ?? '') ?? [];
  const of = state ? { state } : {};
  const [, written, level] = /^hex:([0-9a-fx]{15,18})(?:@([5-8]))?$/i.exec(named) ?? [];
  const h3 = written && cellAsWritten(written);
  if (h3) return { kind: 'hex', h3, ...(level ? { level: Number(level) } : {}), ...of };
  const cluster = /^cluster:([0-9a-z-]{1,40})$/.exec(named)?.[1];
  return cluster ? { kind: 'cluster', id: cluster, ...of } : undefined;
}

/** What the address of this page asks for, beside what every page's address holds (`lib/view.ts`). */
import { PAGES } from '../../../../server/domain/pages.ts';
import { type PlaceRef, placeRefOf } from '../../../../server/domain/place-ref.ts';
import { SOURCES, type Source } from '../../../../server/domain/verdict.ts';
import { type Camera, oneOf, viewOf } from '../../lib/view.ts';

export const RANKED_KINDS = [
  'county',
  'school_district',
  'senate_district',
  'house_district',
  'congressional_district',
  'town',
] as const;
export type RankedKind = (typeof RANKED_KINDS)[number];

/** What one of the two maps shows: `2.fcc` is release 2 by FCC filings alone. */
export interface Side {
  readonly release: string;
  readonly source: Source;
}

export interface Wanted {
  readonly place?: PlaceRef | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly kind: RankedKind;
  readonly left?: Side | undefined;
  readonly right?: Side | undefined;
  readonly camera?: Camera | undefined;
}

export function wantedOf(url: URL): Wanted {
  const query = url.searchParams;
  return {
    place: placeRefOf(query.get('place') ?? ''),
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
    kind: oneOf(RANKED_KINDS, query.get('kind')) ?? 'county',
    left: sideOf(query.get('left')),
    right: sideOf(query.get('right')),
    camera: viewOf(url).camera,
  };
}

/** Other parts of the address stay. `undefined` removes one. */
export function addressWith(url: URL, change: Partial<Wanted>): string {
  const query = new URLSearchParams(url.search);
  const texts: Record<string, string | undefined> = {
    ...('place' in change && { place: change.place && `${change.place.kind}:${change.place.id}` }),
    ...('from' in change && { from: change.from }),
    ...('to' in change && { to: change.to }),
    ...('kind' in change && { kind: change.kind }),
    ...('left' in change && { left: change.left && sideText(change.left) }),
    ...('right' in change && { right: change.right && sideText(change.right) }),
    ...('camera' in change && { at: change.camera && cameraText(change.camera) }),
  };
  for (const [name, text] of Object.entries(texts))
    if (text === undefined) query.delete(name);
    else query.set(name, text);
  const text = query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%40', '@');
  return text ? `${PAGES.change.path}?${text}` : PAGES.change.path;
}

function sideOf(text: string | null): Side | undefined {
  const [, release, source] = /^(\d{1,9})(?:\.(\w+))?$/.exec(text ?? '') ?? [];
  if (!release) return undefined;
  return { release, source: oneOf(SOURCES, source ?? null) ?? 'agreed' };
}

function sideText({ release, source }: Side): string {
  return source === 'agreed' ? release : `${release}.${source}`;
}

function cameraText({ lng, lat, zoom }: Camera): string {
  return `${lng.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`;
}

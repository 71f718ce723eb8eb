/** Briefs on paper: one, or every place of a kind. */
import { rowsOf, type Viewer } from '../../domain/actor.ts';
import type { Db } from '../../platform/db.ts';
import { refusal } from '../../platform/problem.ts';
import type { PlaceKind } from '../places/index.ts';
import type { Print, Printer, Template } from '../print/index.ts';
import { type ReleaseRow, releaseNamed, releaseOfPlace } from '../releases/index.ts';
import { countedPlaces } from './queries.ts';
import { type BriefReaders, type GatheredBrief, gather, type MadeBrief, sheetOf } from './sheet.ts';
import type { BriefWords } from './words.ts';

export interface BriefMaker extends BriefReaders {
  readonly db: Db;
  readonly printer: Printer;
}

export interface EditionAsked {
  readonly release: string;
  readonly state?: string | undefined;
}

export async function gatherOne(
  { db, ...readers }: BriefReaders & { readonly db: Db },
  viewer: Viewer,
  { release: asked, state, kind, id }: EditionAsked & { kind: PlaceKind; id: string },
  signal?: AbortSignal,
): Promise<GatheredBrief> {
  return db.as(
    viewer,
    async (tx) => {
      const release = await releaseOfPlace(tx, { release: asked, state, kind, id });
      return gather(tx, readers, { release, viewer, place: { kind, id } });
    },
    signal ? { signal } : {},
  );
}

export interface AllAsked extends EditionAsked {
  readonly kind: PlaceKind;
}

export interface AllBriefs {
  readonly release: ReleaseRow;
  /** In the order people count in: District 2 before District 10. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** One transaction each, so that nobody waits for all of them. */
  gather(id: string): Promise<GatheredBrief>;
}

/** @throws Refusal 404 where the release counts none of the kind */
export async function everyBrief(
  { db, ...readers }: BriefReaders & { readonly db: Db },
  viewer: Viewer,
  { kind, ...edition }: AllAsked,
  signal?: AbortSignal,
): Promise<AllBriefs> {
  const inTurn = signal ? { signal } : {};
  const { release, places } = await db.as(
    viewer,
    async (tx) => {
      const found = await releaseNamed(tx, edition.release, edition.state);
      const audience = viewer.role === 'district' ? 'public' : rowsOf(viewer.role);
      return {
        release: found,
        places:
          kind === 'state'
            ? [{ id: found.state_fips, name: found.state_name }]
            : await countedPlaces(tx, { releaseId: found.id, audience, kind }),
      };
    },
    inTurn,
  );
  if (places.length === 0) throw refusal('brief.none-of-kind', 404, { kind });
  const asCounted = new Intl.Collator('en-US', { numeric: true });
  return {
    release,
    places: places.toSorted((one, other) => asCounted.compare(one.name, other.name)),
    gather: (id) => db.as(viewer, (tx) => gather(tx, readers, { release, viewer, place: { kind, id } }), inTurn),
  };
}

export function printOf({ brief, sheet }: MadeBrief, template: Template, as: Print['as'] = { format: 'pdf' }): Print {
  return { template, sheets: [sheet], title: `${brief.title}: ${brief.above}`, language: brief.language, as };
}

/** One document with an outline. */
export function printOfAll(
  made: readonly MadeBrief[],
  { release, kind, words }: { release: ReleaseRow; kind: PlaceKind; words: BriefWords },
): Print {
  const { brief } = words.messages;
  const title = brief.all({ what: brief.kinds[kind] ?? kind, stateName: release.state_name });
  return {
    template: 'page',
    sheets: made.map(({ sheet }) => sheet),
    title,
    language: words.language,
    as: { format: 'pdf' },
  };
}

export { sheetOf };

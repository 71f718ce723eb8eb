/** A place with its totals, as an audience reads it. */
import { type AskedAudience, rowsOf, type Viewer } from '../../domain/actor.ts';
import type { Tx } from '../../platform/db.ts';
import type { ServerMessages } from '../../platform/messages.ts';
import { refusal } from '../../platform/problem.ts';
import type { EstimateReader } from '../estimates/index.ts';
import { countsOf, type ReleaseRow, statisticsAsked, unplacedShown, viewOfFilings } from '../releases/index.ts';
import type { PlaceKind, PlaceTotals } from './contract.ts';
import { namesOf, type PlaceRow, placeById, placeTotals } from './queries.ts';

export interface PlaceAsked {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly release: ReleaseRow;
  readonly audience: AskedAudience;
  readonly viewer: Viewer;
  readonly statistics: string | undefined;
  readonly outline: boolean;
  /** Without: a page of counts need not wait for them. @default true */
  readonly withEstimates?: boolean;
}

/** @throws Refusal 404 when the state has no such place */
export async function readPlace(
  tx: Tx,
  { kind, id, release, audience, viewer, statistics, outline, withEstimates = true }: PlaceAsked,
  { estimates, messages }: { estimates: EstimateReader; messages: ServerMessages['places'] },
): Promise<PlaceTotals> {
  const view = await viewOfFilings(tx, release.id, audience);
  const keys = statisticsAsked(statistics, view, 'place');
  const place = await placeById(tx, { kind, id, stateFips: release.state_fips }, outline);
  if (!place) throw refusal('place.unknown', 404);
  // A district reads its own place at the agency's resolution and the others as the public.
  const totals =
    (await placeTotals(tx, release.id, rowsOf(audience), kind, id)) ??
    (await placeTotals(tx, release.id, 'public', kind, id));
  const estimated = withEstimates ? (await estimates.of(tx, release, viewer)).ofPlace(kind, id) : undefined;
  return {
    release: release.id,
    kind: place.kind,
    id: place.id,
    name: place.name,
    illustrative: place.illustrative,
    center: place.center,
    bbox: place.bbox,
    agreedBy: [...view.filers],
    togetherWith: totals ? await namesOf(tx, kind, totals.together_with) : [],
    totals: totals && totals.students !== null ? countsOf(totals, estimated, keys) : null,
    ...(totals ? {} : withoutNumbers(messages, place, release.town_students)),
    ...(await withoutResidence(tx, release.id, audience, place)),
    ...(totals?.approximated == null ? {} : { approximated: totals.approximated }),
    ...(place.outline === null ? {} : { outline: JSON.parse(place.outline) }),
  };
}

function withoutNumbers(
  messages: ServerMessages['places'],
  { kind, outlined }: Pick<PlaceRow, 'kind' | 'outlined'>,
  townStudents: number,
): { withoutNumbers?: string } {
  if (kind === 'school') return { withoutNumbers: messages.school };
  if (kind === 'tribal') return { withoutNumbers: messages.tribalTooSmall({ students: townStudents }) };
  if (kind !== 'town') return {};
  return {
    withoutNumbers: outlined ? messages.townTooSmall({ students: townStudents }) : messages.townWithoutOutline,
  };
}

/** For a school district or the state; a district reads its own as the agency, and others as the public. */
async function withoutResidence(
  tx: Tx,
  releaseId: number,
  audience: AskedAudience,
  { kind, id }: Pick<PlaceRow, 'kind' | 'id'>,
): Promise<{ noFixedResidence?: number | null }> {
  if (kind !== 'school_district' && kind !== 'state') return {};
  const leaId = kind === 'state' ? null : id;
  const own = await unplacedShown(tx, releaseId, rowsOf(audience), leaId);
  return { noFixedResidence: own ?? (await unplacedShown(tx, releaseId, 'public', leaId)) };
}

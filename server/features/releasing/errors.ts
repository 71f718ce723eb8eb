import type { Floors } from '../../domain/patch.ts';
import { refusal } from '../../platform/problem.ts';
import type { Standing } from './steps.ts';

export const releaseErrors = {
  floors: (fault: string) => refusal('release.floors', 400, { fault }),
  townStudents: (fewest: number) => refusal('release.town-students', 400, { fewest }),
  townStudentsLowered: (asked: number, most: number) =>
    refusal('release.town-students-lowered', 409, { fewest: asked, most }),
  nameEmpty: () => refusal('release.name-empty', 400),
  nameTaken: (name: string) => refusal('release.name-taken', 409, { name }),
  busy: () => refusal('release.busy', 409),
  changedMeanwhile: () => refusal('release.changed-meanwhile', 409),
  unproven: (cell: string) => refusal('release.unproven', 409, { cell }),
  takingBack: () => refusal('release.taking-back', 409),
  noHomes: () => refusal('release.no-homes', 409),
  noCollection: (name: string) => refusal('release.no-collection', 404, { name }),
  noVintage: (asOf: string) => refusal('release.no-vintage', 404, { asOf }),
  whichState: (fips: readonly string[]) => refusal('release.which-state/homes', 409, { fips }),
  severalStates: (fips: readonly string[]) => refusal('release.several-states', 409, { fips }),
  tooFew: (floors: Floors) => refusal('release.too-few', 409, floors),
  noneNamed: (asked: string) => refusal('release.unknown/of-name', 404, { asked }),
  severalNamed: (asked: string, ids: readonly number[]) => refusal('release.several-named', 409, { asked, ids }),
  noDraft: (name: string, standing: Standing) =>
    standing === 'published'
      ? refusal('release.no-draft/published', 409, { name })
      : refusal('release.no-draft/withdrawn', 409, { name }),
  laterIsCurrent: (name: string, later: string) => refusal('release.later-is-current', 409, { name, later }),
  noReason: () => refusal('release.no-reason', 400),
  isWithdrawn: (name: string) => refusal('release.is-withdrawn', 409, { name }),
};

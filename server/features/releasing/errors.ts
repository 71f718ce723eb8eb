/** What may stop a release, in words for the person who asked for it. */
import type { Floors } from '../../domain/patch.ts';
import { refusal } from '../../platform/problem.ts';

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
};

/** What may stop a release, in words for the person who asked for it. */
import type { Floors } from '../../domain/patch.ts';
import { grouped } from '../../domain/words.ts';
import { Refusal } from '../../platform/problem.ts';

export const releaseErrors = {
  floors: (fault: string) => new Refusal('release.floors', 400, fault),
  townStudents: (fewest: number) =>
    new Refusal(
      'release.town-students',
      400,
      `Towns have numbers of their own from a whole number of at least ${grouped(fewest)} students.`,
    ),
  townStudentsLowered: (asked: number, most: number) =>
    new Refusal(
      'release.town-students-lowered',
      409,
      `An earlier release of the state gives towns numbers of their own from ${grouped(most)} students, and later ones may not from fewer: ${grouped(asked)} would show what it held back. Ask for ${grouped(most)} or more.`,
    ),
  nameEmpty: () => new Refusal('release.name-empty', 400, 'A release needs a name, for example "fall 2026".'),
  nameTaken: (name: string) =>
    new Refusal(
      'release.name-taken',
      409,
      `The state has a release "${name}" already, and a release never changes. Choose another name.`,
    ),
  busy: () =>
    new Refusal(
      'release.busy',
      409,
      'Another release of the state is being made. Wait until it is done, or end it, and try again.',
    ),
  changedMeanwhile: () =>
    new Refusal(
      'release.changed-meanwhile',
      409,
      'Homes, filings, places or releases changed while this release was being made, so nothing was published. Make it again.',
    ),
  unproven: (cell: string) =>
    new Refusal(
      'release.unproven',
      409,
      `Whatever this release hides, a few students around hexagon ${cell} could be found out from it and from releases before it, so nothing was published. Make it again when more homes there have changed, or with higher floors.`,
    ),
  takingBack: () =>
    new Refusal(
      'release.taking-back',
      409,
      'A district is taking its file back at this moment. Try again in a minute: then the release does without it.',
    ),
  noHomes: () =>
    new Refusal('release.no-homes', 409, 'No homes are loaded yet. Load a district with `gapmap import homes` first.'),
  noCollection: (name: string) =>
    new Refusal('release.no-collection', 404, `There is no collection "${name}" with homes in it.`),
  noVintage: (asOf: string) =>
    new Refusal(
      'release.no-vintage',
      404,
      `No FCC filing as of ${asOf} is loaded for this state. \`gapmap status\` lists what is.`,
    ),
  whichState: (fips: readonly string[]) =>
    new Refusal(
      'release.which-state',
      409,
      `Homes of several states are loaded (FIPS ${fips.join(', ')}), and a release is of one: say which with --state.`,
    ),
  severalStates: (fips: readonly string[]) =>
    new Refusal(
      'release.several-states',
      409,
      `The collection holds homes of several states (FIPS ${fips.join(', ')}). A release is of one: load each into a collection of its own.`,
    ),
  tooFew: (floors: Floors) =>
    new Refusal(
      'release.too-few',
      409,
      `All homes together are fewer than ${floors.students} students in ${floors.households} households, so nothing about them can be published.`,
    ),
};

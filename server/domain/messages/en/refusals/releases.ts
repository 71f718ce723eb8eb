/** What may stop a release, in words for the person who asked for it. */
import { wordingIn } from '../../wording.ts';

const { date, grouped } = wordingIn('en');

export const releaseRefusals = {
  'release.floors': ({ fault }: { fault: string }) => fault,
  'release.town-students': ({ fewest }: { fewest: number }) =>
    `Towns have numbers of their own from a whole number of at least ${grouped(fewest)} students.`,
  'release.town-students-lowered': ({ fewest, most }: { fewest: number; most: number }) =>
    `An earlier release of the state gives towns numbers of their own from ${grouped(most)} students, and later ones may not from fewer: ${grouped(fewest)} would show what it held back. Ask for ${grouped(most)} or more.`,
  'release.name-empty': 'A release needs a name, for example "fall 2026".',
  'release.name-taken': ({ name }: { name: string }) =>
    `The state has a release "${name}" already, and a release never changes. Choose another name.`,
  'release.busy': 'Another release of the state is being made. Wait until it is done, or end it, and try again.',
  'release.changed-meanwhile':
    'Homes, filings, places or releases changed while this release was being made, so nothing was published. Make it again.',
  'release.unproven': ({ cell }: { cell: string }) =>
    `Whatever this release hides, a few students around hexagon ${cell} could be found out from it and from releases before it, so nothing was published. Make it again when more homes there have changed, or with higher floors.`,
  'release.taking-back':
    'A district is taking its file back at this moment. Try again in a minute: then the release does without it.',
  'release.no-homes': 'No homes are loaded yet. Load a district with `gapmap import homes` first.',
  'release.no-collection': ({ name }: { name: string }) => `There is no collection "${name}" with homes in it.`,
  'release.no-vintage': ({ asOf }: { asOf: string }) =>
    `No FCC filing as of ${asOf} is loaded for this state. \`gapmap status\` lists what is.`,
  'release.several-states': ({ fips }: { fips: readonly string[] }) =>
    `The collection holds homes of several states (FIPS ${fips.join(', ')}). A release is of one: load each into a collection of its own.`,
  'release.too-few': ({ students, households }: { students: number; households: number }) =>
    `All homes together are fewer than ${students} students in ${households} households, so nothing about them can be published.`,
  'release.which-state/homes': ({ fips }: { fips: readonly string[] }) =>
    `Homes of several states are loaded (FIPS ${fips.join(', ')}), and a release is of one: say which with --state.`,
  'release.unknown/of-name': ({ asked }: { asked: string }) =>
    `There is no release "${asked}", by name or number. \`gapmap status\` lists them.`,
  'release.several-named': ({ asked, ids }: { asked: string; ids: readonly number[] }) =>
    `"${asked}" is the name or number of several releases. Say which by its number, or with --state: ${ids.join(', ')}.`,
  'release.no-draft/published': ({ name }: { name: string }) => `Release "${name}" is published already.`,
  'release.no-draft/withdrawn': ({ name }: { name: string }) =>
    `Release "${name}" was withdrawn, and that is for good. Make a release with another name.`,
  'release.later-is-current': ({ name, later }: { name: string; later: string }) =>
    `"${later}", which was made after "${name}", is current, and older numbers do not take the place of newer ones. Withdraw "${later}" first, or make a new release.`,
  'release.no-reason':
    'Say why with --reason. Whoever comes to an address of the release reads it, so write it for them, and name nobody.',
  'release.is-withdrawn': ({ name }: { name: string }) => `Release "${name}" is withdrawn already.`,
  'release.draft': ({ name }: { name: string }) =>
    `Release "${name}" is a draft. Files are written of what is published: \`gapmap publish\` publishes it.`,
  'release.withdrawn': ({ name, withdrawnAt, reason }: { name: string; withdrawnAt: string; reason: string }) =>
    `Release "${name}" was withdrawn on ${date(withdrawnAt)}. The reason given: ${reason}`,
  'release.none/withdrawn': ({ name, withdrawnAt, reason }: { name: string; withdrawnAt: string; reason: string }) =>
    `No release is current at present. The last one, "${name}", was withdrawn on ${date(withdrawnAt)}. The reason given: ${reason}`,
};

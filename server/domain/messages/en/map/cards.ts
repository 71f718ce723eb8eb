/** What is selected on the map: one hex, or one cluster. */

import type { Filer, Source } from '../../../verdict.ts';
import { wordingIn } from '../../wording.ts';
import { fromServed } from './ranking.ts';

const { grouped, plural, agree, decimal, wholePercent } = wordingIn('en');

const LACKING: Readonly<Record<'unserved' | 'underserved', string>> = {
  unserved: 'cannot buy even 25/3',
  underserved: 'cannot buy 100/20',
};

const filerName = (filer: Filer, commission: string) => (filer === 'fcc' ? 'FCC' : commission);

/** Two digits after the point where it is small. */
const rounded = (value: number) => grouped(value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** An area of a cluster: whole square miles, of small ones a tenth. */
const area = (squareMiles: number) =>
  `${squareMiles < 10 ? decimal(squareMiles, 1) : grouped(Math.round(squareMiles))} square miles`;

export const cards = {
  selected: 'Selected',
  close: 'Close',
  hex: {
    name: 'Hex',
    title: 'A hex',
    titleIn: ({ place }: { place: string }) => `A hex in ${place}`,
    failed: 'This hex did not come',
    coming: 'Looking up what is there.',
    whoSays: ({ speed }: { speed: string }) => `Who says what, at ${speed}`,
    sources: ({ source, commission }: { source: Source; commission: string }) =>
      ({ fcc: 'FCC', puc: `State (${commission})`, agreed: 'Both together' })[source],
    disputed: 'Disputed.',
    inPlaces: ({ names }: { names: readonly string[] }) => `In ${names.join(', ')}.`,
    families: ({ collection }: { collection: string }) => `Families' answers, ${collection}`,
    release: ({ release }: { release: string }) => `Release “${release}”`,
    according: ({ pieces, cell }: { pieces: readonly string[]; cell: string }) => `${pieces.join('. ')}. Hex ${cell}.`,
    noNumber: 'No number is published for this hex alone: too few students live in it. A larger hex counts them.',
    outside: ({ state }: { state: string }) =>
      `The middle of this hex lies outside ${state}. ${state}’s students and filings say nothing of it.`,
    students: ({ students, households }: { students: number; households: number }) =>
      `<strong>${plural(students, 'student', 'students')}</strong> in ${plural(households, 'household', 'households')}.`,
    studentsOfRest: ({ students, households }: { students: number; households: number }) =>
      `<strong>${plural(students, 'student', 'students')}</strong> in ${plural(households, 'household', 'households')}, those that finer hexes inside do not hold.`,
    needs: 'What they would need',
    paid: ({ percent }: { percent: number }) =>
      `About ${wholePercent(percent / 100)} of its locations lie on land that somebody is already paid to build on. The map leaves that share of build out.`,
    paidCounted: ({ percent }: { percent: number }) =>
      `About ${wholePercent(percent / 100)} of its locations lie on land that somebody is already paid to build on. The map counts them.`,
  },
  offers: {
    title: 'What can be bought',
    none: 'No provider reports anything here.',
    unknown: 'No filing says.',
    label: 'Offers by FCC filings',
    caption: 'By FCC filings',
    captionOf: ({ locations }: { locations: number }) =>
      `By FCC filings, of ${plural(locations, 'location', 'locations')}`,
    provider: 'Provider',
    upTo: 'Up to',
    reached: ({ speed }: { speed: string }) => `${speed} at`,
    /** `speeds`: "300/30" */
    area: ({
      provider,
      technologyName,
      speeds,
      share,
    }: {
      provider: string;
      technologyName: string;
      speeds: string;
      share: number;
    }) => `${provider}, ${technologyName}, ${speeds}: the state's filing covers ${wholePercent(share)} of the hex`,
  },
  cluster: {
    name: 'Cluster',
    title: 'A cluster',
    ranked: ({ rank }: { rank: number }) => `Cluster ${grouped(rank)}`,
    previous: 'Previous',
    next: 'Next',
    showWhole: 'Show it whole',
    cost: 'What would it cost',
    unknown: 'This choice has no such cluster',
    restOnFilings: ({ why }: { why: string }) => `Clusters rest on filings, and ${why}.`,
    coming: 'Looking it up.',
    /** After the number of students. */
    lacking: ({ squareMiles, lacking }: { squareMiles: number; lacking: 'unserved' | 'underserved' }) =>
      `students on ${area(squareMiles)} live where most ${LACKING[lacking]}, by share of locations.`,
    /** Exact, and apart from the estimate. */
    noneInside: 'No area that numbers are published of lies wholly inside.',
    inside: ({ patches, students, households }: { patches: number; students: number; households: number }) =>
      `${agree(patches, 'One area lies', `${grouped(patches)} areas lie`)} wholly inside, with ${plural(students, 'student', 'students')} in ${plural(households, 'household', 'households')}.`,
    where: 'Where',
    partOfPlace: ({ place, share }: { place: string; share: number }) =>
      `${place}, ${wholePercent(Math.max(0.01, share))} of it`,
    committedTitle: 'Signed',
    committedFor: ({ percent }: { percent: number }) =>
      `A provider signed to serve about ${wholePercent(percent / 100)} of its locations.`,
    confirmedFor: ({ confirmed }: { confirmed: number }) =>
      `A later FCC filing confirms service at about ${wholePercent(confirmed / 100)} of its locations.`,
    paidTitle: 'Already paid for',
    paidFor: ({ share, names, without }: { share: number; names: readonly string[]; without: string }) =>
      `About ${wholePercent(share)} of its locations lie on land that somebody is already paid to build on: ${names.join(', ')}. Without it: ${without}.`,
    nearest: 'Nearest service',
    noneNear: 'None found near.',
    offersUnknown: 'Known from FCC filings only, of which this release has none.',
    near: ({
      provider,
      technologyName,
      miles,
      filer,
      commission,
    }: {
      provider: string;
      technologyName: string;
      miles: number;
      filer: Filer;
      commission: string;
    }) => `${provider}, ${technologyName}, ${fromServed(miles)}, by ${filerName(filer, commission)} filings`,
    present: 'Already there',
    nonePresent: 'No provider reports anything inside.',
    offer: ({
      provider,
      technologyName,
      speeds,
      locations,
    }: {
      provider: string;
      technologyName: string;
      speeds: string;
      locations: number;
    }) => `${provider}, ${technologyName}, up to ${speeds} at ${plural(locations, 'location', 'locations')}`,
    doTheyAgree: 'Do the sources agree?',
    whoseWord: 'By whose word',
    byOne: ({ filer, commission, why }: { filer: Filer; commission: string; why: string }) =>
      `By ${filerName(filer, commission)} filings alone: ${why}.`,
    agreement: ({ agreeing, contradicting, oneSided }: AgreementFacts) =>
      `${[
        `They agree about ${plural(agreeing, 'hex', 'hexes')}`,
        ...(contradicting > 0 ? [`contradict each other about ${grouped(contradicting)}`] : []),
        ...(oneSided > 0 ? [`only one of them speaks of ${grouped(oneSided)}`] : []),
      ].join(', ')}.`,
    ownFilings: "What the agency's own filings change",
    nothingChanged: 'Nothing: they say of all its hexes what the public filings say.',
    changed: ({ hexes, changed }: { hexes: number; changed: number }) =>
      `Of its ${plural(hexes, 'hex', 'hexes')}, ${grouped(changed)} ${agree(changed, 'has', 'have')} another verdict by them. The outline follows the public filings, for everybody alike; the numbers here follow all filings.`,
    whyRanked: ({ rank }: { rank: number }) => `Why it ranks ${grouped(rank)}`,
    parts: {
      estimated: 'Students without service',
      densityPerKm2: 'Of them on a square mile',
      distanceKm: 'Miles to service',
      needShare: 'Share of answers that name a need',
      score: 'Score of all four',
    },
    unknownPart: 'unknown',
    share: ({ share }: { share: number }) => wholePercent(share),
    number: ({ count }: { count: number }) => rounded(count),
  },
};

interface AgreementFacts {
  readonly agreeing: number;
  readonly contradicting: number;
  readonly oneSided: number;
}

export type CardMessages = typeof cards;

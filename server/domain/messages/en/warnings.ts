/** What a person who knows files would ask about before believing one. Shares are given as words: they may be coded. */
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('en');

export const warnings = {
  'share.percent': ({ percent }: { percent: number }) => `${percent} %`,
  'share.some': 'Some',
  'share.at-least': ({ percent }: { percent: number }) => `${percent} % or more`,
  'share.at-most': ({ percent }: { percent: number }) => `${percent} % or less`,
  'warning.at-schools': ({ part }: { part: string }) =>
    `${part} of the homes stand at schools: in hexagons of about 180 acres that hold one, far more to each than elsewhere. Often the coordinates of each student's school were taken for those of the home.`,
  'warning.one-cell': ({ part }: { part: string }) =>
    `${part} of the homes lie in one hexagon of about 180 acres. Often every home that could not be located was put at the school, or the coordinates of the school or the bus stop were taken for those of the home.`,
  'warning.outside-district': ({ part }: { part: string }) =>
    `${part} of the homes lie outside of the district. Latitude and longitude may be exchanged, or homes may be those of another district.`,
  'warning.crowded-homes': ({ part, most }: { part: string; most: number }) =>
    `${part} of the students live in households of more than ${most} students. One address may stand for many: a school, an apartment house without its units.`,
  'warning.answers-alike': ({ part }: { part: string }) =>
    `${part} of those who answered gave the very same answers. The answers may have been filled in rather than asked.`,
  'warning.nobody-without':
    'Of all who answered nobody is without internet at home. Those without may not have been reached, or their answer may have been lost on the way.',
  'warning.rate-fallen': ({ part, before }: { part: string; before: string }) =>
    `${part} of the students have an answer; the collection before had ${before}.`,
  'warning.duplicates': ({ part }: { part: string }) =>
    `${part} of the rows repeat a student; the first row of each was taken.`,
  'warning.fewer-than-enrolled': ({ enrolled }: { enrolled: number }) =>
    `Fewer students with a home on the map were sent than the ${grouped(enrolled)} that the coordinator knows to be enrolled.`,
  'warning.more-than-enrolled': ({ enrolled }: { enrolled: number }) =>
    `More students with a home on the map were sent than the ${grouped(enrolled)} that the coordinator knows to be enrolled.`,
  'warning.sent-and-enrolled': ({ sent, enrolled }: { sent: number; enrolled: number }) =>
    `${plural(sent, 'student was', 'students were')} sent, and the coordinator knows of ${grouped(enrolled)} enrolled.`,
  'warning.enrollment/too-few': ({ comparison }: { comparison: string }) =>
    `${comparison} Schools or grades may be missing from the file, or the enrollment may be wrong.`,
  'warning.enrollment/too-many': ({ comparison, isRateOfSent }: { comparison: string; isRateOfSent: boolean }) =>
    `${comparison} The file may hold students of other districts or of earlier years, or the enrollment may be wrong.${
      isRateOfSent ? ' More students answered than are enrolled, so the response rate is of those sent.' : ''
    }`,
  'warning.kept': ({ message }: { message: string }) => message,
  'warning.of-district': ({ leaId, found }: { leaId: string; found: string }) => `District ${leaId}: ${found}`,
};

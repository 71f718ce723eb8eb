/** The order sheet of devices. */
import { wordingIn } from '../wording.ts';

const { grouped, plural, agree } = wordingIn('en');

export const devices = {
  title: 'Devices to order',
  lead: 'Students whose families say that they have no device for schoolwork at home, share one, or have only a phone: by district, for buying together.',
  coming: 'The order sheet is on its way.',
  failed: 'The order sheet did not come',
  repairs: 'For repairs, percent',
  spares: 'For spares, percent',
  csv: 'Order sheet (CSV)',
  xlsx: 'Order sheet (Excel)',
  district: 'District',
  students: 'Students',
  none: 'No device',
  shared: 'Shared',
  unsuitable: 'Only a phone',
  unanswered: 'No answer',
  order: 'To order',
  number: ({ count }: { count: number }) => grouped(count),
  hidden: 'hidden',
  atLeast: ({ count }: { count: number }) => `at least ${grouped(count)}`,
  all: 'All districts',
  absent: ({ count }: { count: number }) => `without ${plural(count, 'district', 'districts')} of hidden need`,
  hiddenNote: ({ fewest }: { fewest: number }) =>
    `“Hidden” is not zero: it is fewer than ${grouped(fewest)} students, or all but so few, or a number from which such a one could be worked out.`,
  leastNote: ({ count, absentCount }: { count: number; absentCount: number }) =>
    [
      ...(count > 0
        ? [`In ${plural(count, 'district', 'districts')} a kind of need is hidden, so that the order is “at least”.`]
        : []),
      ...(absentCount > 0
        ? [
            `In ${plural(absentCount, 'district', 'districts')} every kind of need is hidden; the total is without ${agree(absentCount, 'it', 'them')}.`,
          ]
        : []),
    ].join(' '),
  unansweredNote:
    'Families that did not answer are in no order. The counts are as published in your view, each moved by a few students.',
  whose: ({ view, release }: { view: string; release: string }) => `${view}, release ${release}.`,
};

export type DevicesMessages = typeof devices;

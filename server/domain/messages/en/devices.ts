/** The order sheet of devices. */
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('en');

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
  hiddenNote: ({ fewest, count }: { fewest: number; count: number }) =>
    `“Hidden” is fewer than ${grouped(fewest)} students, or all but so few; it is not zero. ${plural(count, 'district has', 'districts have')} a hidden kind of need, so that its order is “at least”.`,
  unansweredNote:
    'Families that did not answer are in no order. The counts are as published in your view, each moved by a few students.',
  release: ({ release }: { release: string }) => `Release ${release}.`,
};

export type DevicesMessages = typeof devices;

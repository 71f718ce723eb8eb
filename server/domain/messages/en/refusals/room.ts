/** Why something of a provider's room is not done. */
import { wordingIn } from '../../wording.ts';

const { grouped } = wordingIn('en');

export const roomRefusals = {
  'room.no-file': 'Send the bytes of a file as application/octet-stream.',
  'room.plans-enough': ({ most }: { most: number }) =>
    `This room holds ${grouped(most)} plans already. Delete one that you no longer need, then load this one.`,
  'room.plan-too-large': ({ hexes }: { hexes: number }) =>
    `This file covers more than ${grouped(hexes)} hexagons, more than a state. Load a part of it.`,
  'room.plan-unknown': 'This room holds no such plan.',
  'room.filing-unknown': 'This is no current filing of the state commission that you may read.',
  'room.filing-of-others': 'This filing says nothing of you, so that there is nothing of yours in it to correct.',
  'room.filing-newer':
    'The filing has a newer edition than the one this correction is about, or somebody decided it meanwhile. Read the list again; the provider can file against the newer edition.',
  'room.correction-waiting': 'A correction of this filing is waiting for its decision. File the next one after that.',
  'room.correction-unknown': 'There is no such correction here.',
  'room.correction-decided': 'This correction is decided already. A decision does not change.',
  'room.alert-address': 'This is no e-mail address. Write one address, such as name@example.org.',
  'room.alert-known': 'This address is written to already. Stop that first to change its distance or language.',
  'room.alerts-enough': ({ most }: { most: number }) =>
    `${grouped(most)} addresses are written to already. Stop one that you no longer need, then add this one.`,
  'room.alert-unknown': 'This room writes to no such address.',
  'room.locations-elsewhere':
    'The rows of this FCC filing are not kept on this server, so that it cannot list location ids. Whoever runs it can import the files again.',
};

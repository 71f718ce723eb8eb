/** Notes on files of roads, water and libraries, and on those of land already paid for. */
import { wordingIn } from '../../wording.ts';

const { plural } = wordingIn('en');

interface Read {
  readonly meaning: string;
  readonly column: string;
}

export const groundNotes = {
  'ground.names': ({ column }: { column: string }) => `Names from ${column}.`,
  'ground.names/none': 'No column holds names, so none are drawn.',
  'ground.left-out': ({ featureCount, why }: { featureCount: number; why: string }) =>
    `${plural(featureCount, 'feature', 'features')} left out: ${why}.`,
  'ground.why/shape': ({ shapeFound }: { shapeFound: string }) => `a ${shapeFound}, which is not drawn for this kind`,
  'ground.why/no-geometry': 'without a geometry',
  'ground.why/outside': 'outside the state',
  'ground.why/not-driven': 'a way that nobody drives, by its code',
  'ground.drawn-to': ({ maxZoom }: { maxZoom: number }) =>
    `Drawn to zoom ${maxZoom}; closer views are drawn from that.`,

  'funded.columns': ({ columnsRead }: { columnsRead: readonly Read[] }) =>
    `Columns: ${columnsRead.map(({ meaning, column }) => `${meaning} from ${column}`).join(', ')}.`,
  'funded.columns/none': 'Columns: none known.',
};

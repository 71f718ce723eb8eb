/** Rounds: the list, or one of them, for everybody, for providers and for staff. */
import '../../ui/wide-table.css';
import './rounds.css';
import { useAddress } from '../../lib/location.ts';
import { routeOf } from '../../lib/route.ts';
import { AllRounds } from './AllRounds.tsx';
import { OneRound } from './OneRound.tsx';

export default function RoundsPage() {
  const route = routeOf(new URL(useAddress()));
  const id = route.page === 'rounds' ? route.id : undefined;
  return id === undefined ? <AllRounds /> : <OneRound id={id} />;
}

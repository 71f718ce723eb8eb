/** Under the main number: all students in segments, what the number leaves out, and according to whom. */
import type { PlaceTotals } from '../../lib/api.ts';
import { heardIn } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, usePlace, useRelease } from '../../lib/queries.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { AnswerList } from './AnswerList.tsx';
import { Segments } from './Segments.tsx';
import { Sources } from './Sources.tsx';

export function Breakdown() {
  const { place } = useView();
  const choice = useChoice();
  const known = useHeard();
  const { data: release } = useRelease();
  const chosen = usePlace(place).data;
  if (!release) return null;
  const totals = place ? chosen?.totals : release.totals;
  const heard = known ?? heardIn(release);
  return (
    <div className="figure breakdown">
      {totals && heard.filers.length > 0 && (
        <Segments choice={choice} totals={totals} release={release} heard={heard} />
      )}
      {totals && heard.filers.length === 0 && <AnswerList totals={totals} />}
      {place && chosen && <Whole place={chosen} />}
      <WithoutResidence students={(place ? chosen : release)?.noFixedResidence} />
      <Sources release={release} choice={choice} />
    </div>
  );
}

/** Of which places the numbers are, and how far whole patches stray over the border. */
function Whole({ place: { togetherWith, approximated = 0 } }: { readonly place: PlaceTotals }) {
  const { figure: messages } = useCatalog(mapMessages);
  return (
    <>
      {togetherWith.length > 0 && (
        <p className="note">{messages.togetherWith({ names: togetherWith.map((other) => other.name) })}</p>
      )}
      {approximated > 0 && <p className="note">{messages.approximated({ percent: approximated })}</p>}
    </>
  );
}

/** Undefined: not counted for this kind of place. Null: hidden or none; as the two look alike, nothing is said. */
function WithoutResidence({ students }: { readonly students: number | null | undefined }) {
  const { figure: messages } = useCatalog(mapMessages);
  return students == null ? null : <p className="note">{messages.withoutResidence({ students })}</p>;
}

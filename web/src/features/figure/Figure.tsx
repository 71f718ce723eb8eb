/** How much: the number of the state, or of the place chosen, with its source; then each lever's share of it. */

import './figure.css';
import { amountShown } from '../../lib/amounts.ts';
import type { Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { amountInShort, grouped, isEstimate, isNumber, shareInWords } from '../../lib/counts.ts';
import { BY_SHARE } from '../../lib/estimate.ts';
import { heardIn } from '../../lib/heard.ts';
import { useChoice, useHeard, usePlace, useRelease } from '../../lib/queries.ts';
import { useView } from '../../lib/views.ts';
import { countedAs, PLACE_KIND_WORDS, placeName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';
import { Message } from '../../ui/Message.tsx';
import { AnswerList } from './AnswerList.tsx';
import { LeverList } from './LeverList.tsx';
import { Sources } from './Sources.tsx';

export function Figure() {
  const { views, commands } = useMapSession();
  const { place } = useView();
  const choice = useChoice();
  const { data: release, isPlaceholderData } = useRelease();
  const chosen = usePlace(place);
  if (!release) return <FigureComing />;
  const totals = place ? chosen.data?.totals : release.totals;
  const name = place ? (chosen.data ? placeName(chosen.data) : 'this place') : release.state.name;
  return (
    <section className="figure" aria-labelledby="how-much" aria-busy={isPlaceholderData || chosen.isFetching}>
      <h2 id="how-much" className="eyebrow">
        How much, {name}
      </h2>
      {place && (
        <p className="note">
          {PLACE_KIND_WORDS[place.kind] ?? place.kind}
          {chosen.data?.illustrative && ', illustrative outline'}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              views.change({ place: undefined });
              commands.withMap((map) => map.fly(boundsFrom(release.state.bounds), 9));
            }}
          >
            Back to {release.state.name}
          </button>
        </p>
      )}
      {place && chosen.isPending && <p className="figure-words">Looking up the numbers.</p>}
      {place && chosen.isError && (
        <Message
          tone="failed"
          title="The numbers of this place did not come"
          action={{ words: 'Try again', act: () => void chosen.refetch() }}
        >
          {chosen.error.message}
        </Message>
      )}
      {totals && <HowMany choice={choice} totals={totals} release={release} />}
      {place && chosen.data && !totals && (
        <p className="figure-words">
          {chosen.data.withoutNumbers ?? `Hidden: fewer than ${release.floors.students} students.`}
        </p>
      )}
      {chosen.data && chosen.data.togetherWith.length > 0 && place && (
        <p className="note">
          Published only together with {chosen.data.togetherWith.map((other) => other.name).join(', ')}: the numbers are
          of all of them.
        </p>
      )}
      {place && (chosen.data?.approximated ?? 0) > 0 && (
        <p className="note">
          Its border cuts through hexes: at most {chosen.data?.approximated} % of these students live across it, or are
          counted next door.
        </p>
      )}
      <WithoutResidence students={(place ? chosen.data : release)?.noFixedResidence} />
      {choice.layer === 'coverage' && (
        <p className="figure-words">
          Coverage is counted by location, not by student. Point at a hex to read its share.
        </p>
      )}
      <Sources release={release} choice={choice} />
    </section>
  );
}

/** Undefined: not counted for this kind of place. Null: hidden, or none, which look alike, so nothing is said. */
function WithoutResidence({ students }: { readonly students: number | null | undefined }) {
  if (students == null) return null;
  return (
    <p className="note">
      About {grouped(students)} more students have no fixed residence: they are on no map and in no other number.
    </p>
  );
}

function HowMany({
  choice,
  totals,
  release,
}: {
  readonly choice: Choice;
  readonly totals: NonNullable<Release['totals']>;
  readonly release: Release;
}) {
  const heard = useHeard() ?? heardIn(release);
  const shown = { choice, totals, release, heard };
  const amount = amountShown(shown);
  const students = totals.students ?? 0;
  const isNamed = isNumber(amount);
  const share = isNamed ? shareInWords(isEstimate(amount) ? amount.about : Number(amount), students) : undefined;
  return (
    <>
      {choice.layer === 'hexes' && (
        <>
          <p className={isNamed ? 'big-number' : 'big-number hidden-number'}>{amountInShort(amount)}</p>
          <p className="figure-words">
            {countedAs(choice, heard)}
            {isEstimate(amount) && `, ${BY_SHARE}`}, of {grouped(students)}
            {share && ` (${share})`}.
          </p>
        </>
      )}
      {choice.layer === 'hexes' && choice.source !== 'disputed' && heard.filers.length > 0 && <LeverList {...shown} />}
      {heard.filers.length === 0 && <AnswerList totals={totals} />}
    </>
  );
}

function FigureComing() {
  const { isError, error, refetch } = useRelease();
  if (isError)
    return (
      <Message
        tone="failed"
        title="The numbers did not come"
        action={{ words: 'Try again', act: () => void refetch() }}
      >
        {error.message}
      </Message>
    );
  return (
    <section className="figure" aria-busy="true">
      <h2 className="eyebrow">How much</h2>
      <p className="big-number waiting">Coming</p>
      <p className="figure-words">The state's number is on its way.</p>
    </section>
  );
}

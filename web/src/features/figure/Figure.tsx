/** The main number of the state or the chosen place, with its source; then each lever's share of it. */

import './figure.css';
import { amountInShort, restingOn, shareInWords } from '../../lib/amount-words.ts';
import { amountShown } from '../../lib/amounts.ts';
import type { Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { isEstimate, isNumber } from '../../lib/counts.ts';
import { heardIn } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, usePlace, useRelease } from '../../lib/queries.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { countedAs, placeKind, placeName } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { AllAbout } from './AllAbout.tsx';
import { AnswerList } from './AnswerList.tsx';
import { LeverList } from './LeverList.tsx';
import { Sources } from './Sources.tsx';

export function Figure() {
  const { views, commands } = useMapSession();
  const { figure: messages } = useCatalog(mapMessages);
  const { tryAgain } = useMessages();
  const { place } = useView();
  const choice = useChoice();
  const { data: release, isPlaceholderData } = useRelease();
  const chosen = usePlace(place);
  if (!release) return <FigureComing />;
  const totals = place ? chosen.data?.totals : release.totals;
  const name = place ? (chosen.data ? placeName(chosen.data) : messages.thisPlace) : release.state.name;
  const cut = chosen.data?.approximated ?? 0;
  return (
    <section className="figure" aria-labelledby="how-much" aria-busy={isPlaceholderData || chosen.isFetching}>
      <h2 id="how-much" className="eyebrow">
        {messages.title({ place: name })}
      </h2>
      {place && (
        <p className="note">
          {chosen.data?.illustrative ? messages.illustrative({ what: placeKind(place.kind) }) : placeKind(place.kind)}{' '}
          <button
            type="button"
            className="link"
            onClick={() => {
              views.change({ place: undefined });
              commands.withMap((map) => map.fly(boundsFrom(release.state.bounds), 9));
            }}
          >
            {messages.backTo({ place: release.state.name })}
          </button>
        </p>
      )}
      {place && chosen.isPending && <p className="figure-words">{messages.placeComing}</p>}
      {place && chosen.isError && (
        <Message
          tone="failed"
          title={messages.placeFailed}
          action={{ words: tryAgain, act: () => void chosen.refetch() }}
        >
          {chosen.error.message}
        </Message>
      )}
      {totals && <HowMany choice={choice} totals={totals} release={release} />}
      {place && chosen.data && !totals && (
        <p className="figure-words">
          {chosen.data.withoutNumbers ?? messages.hidden({ fewest: release.floors.students })}
        </p>
      )}
      {chosen.data && chosen.data.togetherWith.length > 0 && place && (
        <p className="note">{messages.togetherWith({ names: chosen.data.togetherWith.map((other) => other.name) })}</p>
      )}
      {place && cut > 0 && <p className="note">{messages.approximated({ percent: cut })}</p>}
      <WithoutResidence students={(place ? chosen.data : release)?.noFixedResidence} />
      <AllAbout release={release} />
      {choice.layer === 'coverage' && <p className="figure-words">{messages.coverage}</p>}
      <Sources release={release} choice={choice} />
    </section>
  );
}

/** Undefined: not counted for this kind of place. Null: hidden or none; as the two look alike, nothing is said. */
function WithoutResidence({ students }: { readonly students: number | null | undefined }) {
  const { figure: messages } = useCatalog(mapMessages);
  return students == null ? null : <p className="note">{messages.withoutResidence({ students })}</p>;
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
  const { figure: messages } = useCatalog(mapMessages);
  const heard = useHeard() ?? heardIn(release);
  const shown = { choice, totals, release, heard };
  const amount = amountShown(shown);
  const students = totals.students ?? 0;
  const what = restingOn(countedAs(choice, heard), amount);
  const isNamed = isNumber(amount);
  const part = isNamed ? shareInWords(isEstimate(amount) ? amount.about : Number(amount), students) : undefined;
  return (
    <>
      {choice.layer === 'hexes' && (
        <>
          <p className={isNamed ? 'big-number' : 'big-number hidden-number'}>{amountInShort(amount)}</p>
          <p className="figure-words">
            {part ? messages.ofWithShare({ what, students, part }) : messages.of({ what, students })}
          </p>
        </>
      )}
      {choice.layer === 'hexes' && choice.source !== 'disputed' && heard.filers.length > 0 && <LeverList {...shown} />}
      {heard.filers.length === 0 && <AnswerList totals={totals} />}
    </>
  );
}

function FigureComing() {
  const { figure: messages } = useCatalog(mapMessages);
  const { isError, error, refetch } = useRelease();
  if (isError) return <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  return (
    <section className="figure" aria-busy="true">
      <h2 className="eyebrow">{messages.titleComing}</h2>
      <p className="big-number waiting">{messages.coming}</p>
      <p className="figure-words">{messages.stateComing}</p>
    </section>
  );
}

/** The main number of the state or the chosen place, whose view it is of, and why another view's differs. */

import './figure.css';
import { tierName } from '../../../../server/domain/speed.ts';
import { amountInShort, restingOn, shareInWords } from '../../lib/amount-words.ts';
import { amountShown } from '../../lib/amounts.ts';
import type { PlaceTotals, Release } from '../../lib/api.ts';
import type { Choice } from '../../lib/choice.ts';
import { type Amount, isEstimate, isNumber } from '../../lib/counts.ts';
import { heardIn } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { placeName } from '../../lib/place-name.ts';
import { useChoice, useFunded, useHeard, usePlace, useRelease, useStateCoverage } from '../../lib/queries.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { useView } from '../../lib/views.ts';
import { countedAs, placeKind } from '../../lib/words.ts';
import { useMapSession } from '../../map/session.ts';
import { boundsFrom } from '../../map/tiles.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { AllAbout } from './AllAbout.tsx';
import { LeftOut, paidFor } from './LeftOut.tsx';
import { WhoseView } from './WhoseView.tsx';

export function Figure() {
  const { figure: messages } = useCatalog(mapMessages);
  const { tryAgain } = useMessages();
  const { place } = useView();
  const choice = useChoice();
  const { data: release, isPlaceholderData } = useRelease();
  const chosen = usePlace(place);
  if (!release) return <FigureComing />;
  const totals = place ? chosen.data?.totals : release.totals;
  const name = place ? (chosen.data ? placeName(chosen.data) : messages.thisPlace) : release.state.name;
  return (
    <section className="figure" aria-labelledby="how-much" aria-busy={isPlaceholderData || chosen.isFetching}>
      <h2 id="how-much" className="eyebrow">
        {messages.title({ place: name })}
      </h2>
      {place && <OfPlace release={release} place={chosen.data} kind={place.kind} />}
      {place && chosen.isPending && <Coming className="figure-words" words={messages.placeComing} />}
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
      <AllAbout release={release} />
      {choice.layer === 'coverage' && <Coverage choice={choice} state={release.state.name} />}
      <WhoseView release={release} />
    </section>
  );
}

/** Coverage, in words and for the whole state. */
export function Coverage({ choice: { profile, tier }, state }: { readonly choice: Choice; readonly state: string }) {
  const { figure: messages } = useCatalog(mapMessages);
  const found = useStateCoverage(true)?.find((one) => one.profile === profile);
  const { locations, served } = found ?? {};
  return (
    <>
      {served && locations !== undefined && (
        <p className="figure-words" data-total="coverage">
          {messages.coverageTotal({
            servedLocations: served[tier],
            locations,
            speed: tierName(tier),
            stateName: state,
          })}
        </p>
      )}
      <p className="figure-words">{messages.coverage}</p>
    </>
  );
}

interface OfPlaceProps {
  readonly release: Release;
  readonly place: PlaceTotals | undefined;
  readonly kind: string;
}

/** What kind of place the number is of, and the way back to the state. */
function OfPlace({ release, place, kind }: OfPlaceProps) {
  const { views, commands } = useMapSession();
  const { figure: messages } = useCatalog(mapMessages);
  const back = () => {
    views.change({ place: undefined });
    commands.withMap((map) => map.fly(boundsFrom(release.state.bounds), 9));
  };
  return (
    <p className="note">
      {place?.illustrative ? messages.illustrative({ what: placeKind(kind) }) : placeKind(kind)}{' '}
      <button type="button" className="link" onClick={back}>
        {messages.backTo({ place: release.state.name })}
      </button>
    </p>
  );
}

export function HowMany({
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
  const { place, paid: isCounted } = useView();
  const funded = useFunded(choice);
  if (choice.layer !== 'hexes') return null;
  const whole = amountShown({ choice, totals, release, heard });
  const paid = funded && paidFor(funded, { choice, place, release });
  const amount = paid === undefined || isCounted ? whole : without(whole, paid);
  const students = totals.students ?? 0;
  const what = restingOn(countedAs(choice, heard), amount);
  const isNamed = isNumber(amount);
  const part = isNamed ? shareInWords(isEstimate(amount) ? amount.about : Number(amount), students) : undefined;
  return (
    <>
      <p className={isNamed ? 'big-number' : 'big-number hidden-number'}>{amountInShort(amount)}</p>
      <p className="figure-words">
        {part ? messages.ofWithShare({ what, students, part }) : messages.of({ what, students })}
      </p>
      {funded && paid !== undefined && isNumber(whole) && <LeftOut funded={funded} students={paid} />}
    </>
  );
}

/** A difference with an estimate is an estimate. */
function without(amount: Amount | undefined, students: number): Amount | undefined {
  if (!isNumber(amount)) return amount;
  return { about: Math.max(0, (isEstimate(amount) ? amount.about : Number(amount)) - students) };
}

function FigureComing() {
  const { figure: messages } = useCatalog(mapMessages);
  const { isError, error, refetch } = useRelease();
  if (isError) return <NotShown error={error} title={messages.failed} again={() => void refetch()} />;
  return (
    <section className="figure" aria-busy="true">
      <h2 className="eyebrow">{messages.titleComing}</h2>
      <p className="big-number waiting">{messages.coming}</p>
      <Coming className="figure-words" words={messages.stateComing} />
    </section>
  );
}

/** The main number of each state where the map shows several: each from its own release, by its own filings. */
import type { Choice } from '../../lib/choice.ts';
import { OfState, type StateShown, useStates } from '../../lib/edition.ts';
import { answers, missing, onlyFiler, whyNot } from '../../lib/heard.ts';
import { mapMessages } from '../../lib/messages.ts';
import { useChoice, useHeard, useRelease } from '../../lib/queries.ts';
import { askReleaseAnew } from '../../lib/query-client.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { sourceInSentence } from '../../lib/words.ts';
import { Coming } from '../../ui/Coming.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { Coverage, HowMany } from './Figure.tsx';
import { sourceLine } from './Sources.tsx';

export default function StateFigures() {
  const { edition: messages } = useCatalog(mapMessages);
  const states = useStates();
  const asked = useChoice();
  return (
    <section className="figure" aria-labelledby="how-much">
      <h2 id="how-much" className="eyebrow">
        {messages.howMuch}
      </h2>
      {states.map((state) => (
        <OfState key={state.fips} value={state.fips}>
          <StateFigure state={state} asked={asked} />
        </OfState>
      ))}
    </section>
  );
}

interface StateFigureProps {
  readonly state: StateShown;
  /** What the whole map asks. */
  readonly asked: Choice;
}

function StateFigure({ state: { fips, name }, asked }: StateFigureProps) {
  const { edition: messages } = useCatalog(mapMessages);
  const choice = useChoice();
  const heard = useHeard();
  const { data: release, isError, error } = useRelease();
  const isAnswered = heard && answers(asked, heard);
  return (
    <div className="state-figure" data-state={fips}>
      <h3 translate="no">{name}</h3>
      {isError && (
        <NotShown error={error} title={messages.failed({ stateName: name })} again={() => void askReleaseAnew()} />
      )}
      {!release && !isError && <Coming className="figure-words" words={messages.coming} />}
      {heard && !isAnswered && <p className="note">{messages.notDrawn({ why: whyNot(asked, heard) })}</p>}
      {release && heard && isAnswered && (
        <>
          {release.totals && <HowMany choice={choice} totals={release.totals} release={release} />}
          {choice.layer === 'coverage' && <Coverage choice={choice} state={name} />}
          {onlyFiler(heard) && asked.source === 'agreed' && asked.measure !== 'equip' && (
            <p className="note">
              {messages.alone({ source: sourceInSentence(choice.source, heard), why: missing(heard) })}
            </p>
          )}
          <p className="note">{sourceLine(release, choice)}</p>
        </>
      )}
    </div>
  );
}

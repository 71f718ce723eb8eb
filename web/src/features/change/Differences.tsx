/** What FCC filings gained and lost, of the place and of all places of a kind. */
import { changesOf } from '../../../../server/domain/change.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { InlineSelect } from '../../ui/InlineSelect.tsx';
import { changeMessages } from './messages.ts';
import { ProviderTable } from './ProviderTable.tsx';
import { type Comparison, usePlaceChanged } from './queries.ts';
import { RankedPlaces } from './RankedPlaces.tsx';
import { useWanted, want } from './use-wanted.ts';

export function Differences({ comparisons }: { readonly comparisons: readonly Comparison[] }) {
  const messages = useCatalog(changeMessages);
  const { from, to } = useWanted();
  const pair =
    comparisons.find((each) => each.from.name === from && each.to.name === to) ??
    comparisons.find(({ of }) => of === 'as_of') ??
    comparisons[0];
  return (
    <section aria-labelledby="filings">
      <h2 id="filings">{messages.filings}</h2>
      <p>{messages.filingsLead}</p>
      {pair === undefined ? (
        <p className="note">{messages.fewFilings}</p>
      ) : (
        <>
          <p className="pair-choice">
            {messages.compared}{' '}
            <InlineSelect
              label={messages.compared}
              value={nameOf(pair)}
              options={comparisons.map((each) => ({ value: nameOf(each), words: messages.pair(factsOf(each)) }))}
              onChange={(value) => {
                const chosen = comparisons.find((each) => nameOf(each) === value);
                if (chosen) want({ from: chosen.from.name, to: chosen.to.name });
              }}
            />
          </p>
          {pair.standing === 'made' ? <Made pair={pair} /> : <p role="status">{messages[pair.standing]}</p>}
        </>
      )}
    </section>
  );
}

function factsOf({ from, to, of }: Comparison) {
  return { fromFiling: from, toFiling: to, compared: of };
}

function nameOf({ from, to }: Comparison): string {
  return `${from.name} ${to.name}`;
}

function Made({ pair }: { readonly pair: Comparison }) {
  const messages = useCatalog(changeMessages);
  const { place } = useWanted();
  const { data } = usePlaceChanged(pair, place);
  const { technologies } = messages;
  const notCompared = pair.notCompared.map((code) => technologies.names[code as keyof typeof technologies.names]);
  const counts = data?.place.counts;
  return (
    <>
      <p className="note">{messages.editions(factsOf(pair))}</p>
      {notCompared.length > 0 && <p>{messages.notCompared({ technologies: notCompared })}</p>}
      {data && (
        <h3>
          <span translate="no">{data.place.name}</span>
        </h3>
      )}
      {counts && (
        <dl className="facts changes">
          {changesOf(pair.of)
            .filter((change) => change !== 'listed' && !change.endsWith('25_3'))
            .map((change) => (
              <div key={change} data-change={change}>
                <dt>{messages.change({ change })}</dt>
                <dd>{messages.count({ count: counts[change] ?? 0 })}</dd>
              </div>
            ))}
          <div data-change="listed">
            <dt>{messages.change({ change: 'listed' })}</dt>
            <dd>{messages.count({ count: counts.listed ?? 0 })}</dd>
          </div>
        </dl>
      )}
      <Rules of={pair.of} />
      <RankedPlaces pair={pair} />
      {data && <ProviderTable detail={data} />}
    </>
  );
}

/** The rule stands where it is applied. */
function Rules({ of }: Pick<Comparison, 'of'>) {
  const messages = useCatalog(changeMessages);
  return (
    <>
      <h3>{messages.rules}</h3>
      <p>{messages.rulesLead}</p>
      <dl className="change-rules">
        {changesOf(of)
          .filter((change) => messages.rule({ change }) !== '')
          .map((change) => (
            <div key={change}>
              <dt>{messages.change({ change })}</dt>
              <dd>{messages.rule({ change })}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}

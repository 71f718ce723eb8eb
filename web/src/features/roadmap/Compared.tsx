/** Which collections and releases that follow each other compare, and in what they do not. */
import { useCatalog } from '../../lib/use-messages.ts';
import { roadmapMessages } from './messages.ts';
import type { Roadmap } from './queries.ts';

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly said: readonly string[];
}

export function Compared({ roadmap }: { readonly roadmap: Roadmap }) {
  const messages = useCatalog(roadmapMessages);
  const collections = roadmap.comparedCollections.map(
    ({ from, to, added, dropped, missing, joined, isClosed }): Pair => {
      const said = (['added', 'dropped', 'missing', 'joined'] as const).flatMap((kind) => {
        const names = { added, dropped, missing, joined }[kind];
        return names.length > 0 ? [messages[kind]({ names })] : [];
      });
      const open = isClosed ? [] : [messages.stillOpen];
      return { from, to, said: said.length + open.length > 0 ? [...said, ...open] : [messages.same] };
    },
  );
  const releases = roadmap.comparedReleases.map(({ from, to, breaks, otherFloors, sameAnswers }): Pair => {
    const said = [
      breaks.length > 0 ? messages.broken({ breaks }) : messages.filingsCompare,
      ...(otherFloors ? [messages.otherFloors] : []),
      ...(sameAnswers ? [messages.sameAnswers] : []),
    ];
    return { from, to, said };
  });
  return (
    <section>
      <h2>{messages.compares}</h2>
      <p>{messages.comparesLead}</p>
      {roadmap.collections !== null && <Pairs title={messages.collections} pairs={collections} />}
      <Pairs title={messages.releases} pairs={releases} />
    </section>
  );
}

function Pairs({ title, pairs }: { readonly title: string; readonly pairs: readonly Pair[] }) {
  const messages = useCatalog(roadmapMessages);
  return (
    <>
      <h3>{title}</h3>
      {pairs.length === 0 && <p className="note">{messages.none}</p>}
      <ul className="roadmap-pairs">
        {pairs.map(({ from, to, said }) => (
          <li key={`${from}\n${to}`}>
            <strong>{messages.pair({ before: from, after: to })}</strong>
            <ul>
              {said.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}

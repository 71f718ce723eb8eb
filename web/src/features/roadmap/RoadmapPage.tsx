/** Collections, filings and releases on one time line, and what of them compares. */
import '../../ui/wide-table.css';
import './roadmap.css';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { PageLink } from '../../ui/PageLink.tsx';
import { Scroll } from '../../ui/Scroll.tsx';
import { Compared } from './Compared.tsx';
import { type Entry, entriesOf } from './entries.ts';
import { roadmapMessages } from './messages.ts';
import { useRoadmap } from './queries.ts';
import { TimeLine } from './TimeLine.tsx';

export default function RoadmapPage() {
  const messages = useCatalog(roadmapMessages);
  const { data, error, refetch } = useRoadmap();
  const entries = data ? entriesOf(data, messages) : [];
  return (
    <DocumentPage
      title={messages.title}
      lead={messages.lead}
      synthetic={data?.releases.some(({ synthetic }) => synthetic) ?? false}
    >
      {error && <NotShown error={error} title={messages.failed} again={() => void refetch()} />}
      {!data && !error && <Coming words={messages.coming} />}
      {data && (
        <>
          <p>
            <PageLink to={STARTS.blueprint}>{messages.blueprint.title}</PageLink>
          </p>
          <section>
            <h2>{messages.line}</h2>
            <Scroll label={messages.line}>
              <TimeLine entries={entries} today={data.today} />
            </Scroll>
            <p className="note">{messages.fccRule}</p>
            {data.collections === null && <p className="note">{messages.unseen}</p>}
          </section>
          <Days entries={entries} />
          <Compared roadmap={data} />
        </>
      )}
    </DocumentPage>
  );
}

function Days({ entries }: { readonly entries: readonly Entry[] }) {
  const messages = useCatalog(roadmapMessages);
  return (
    <section>
      <h2>{messages.table}</h2>
      <Scroll label={messages.table}>
        <table className="roadmap-table cards-on-phone">
          <thead>
            <tr>
              <th scope="col">{messages.when}</th>
              <th scope="col">{messages.what}</th>
              <th scope="col">{messages.standing}</th>
            </tr>
          </thead>
          <tbody>
            {entries.map(({ key, row, from, to, what, standing }) => (
              <tr key={key}>
                <td>
                  {row === 'collections' ? messages.days({ opensOn: from, closesOn: to }) : messages.day({ day: from })}
                </td>
                <td>{what}</td>
                <td>{messages[standing]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

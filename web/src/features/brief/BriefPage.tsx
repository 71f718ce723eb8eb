/** A brief on screen; printed, it keeps to one letter page. What it says is the server's, the same as in its PDF. */
import './brief.css';
import { Suspense } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { DocumentPage } from '../../ui/DocumentPage.tsx';
import { NotShown } from '../../ui/NotShown.tsx';
import { AskForm } from './AskForm.tsx';
import { BriefMap } from './BriefMap.tsx';
import { briefMessages } from './messages.ts';
import { NumberTable, Parts } from './parts.tsx';
import { QrCode } from './QrCode.tsx';
import { type Brief, useBrief, useBriefPlace } from './queries.ts';
import { TakeAlong } from './TakeAlong.tsx';

export default function BriefPage() {
  const messages = useCatalog(briefMessages);
  const place = useBriefPlace();
  const { data: brief, error, isError, refetch } = useBrief(place);
  if (!brief || !place)
    return (
      <DocumentPage title={messages.title} lead="">
        {isError ? (
          <NotShown error={error} title={messages.failed} again={() => void refetch()} />
        ) : (
          <Coming words={messages.coming} />
        )}
      </DocumentPage>
    );
  return (
    <DocumentPage title={brief.title} isName lead={brief.sentence}>
      <p className="brief-above">{[brief.above, ...brief.marks].join(' · ')}</p>
      <Suspense>
        <Sheet brief={brief} place={place} />
      </Suspense>
    </DocumentPage>
  );
}

function Sheet({ brief, place }: { readonly brief: Brief; readonly place: PlaceRef }) {
  const messages = useCatalog(briefMessages);
  return (
    <div className="brief">
      <section className="brief-figures" aria-label={messages.figure}>
        {brief.figure.lead !== '' && <p className="brief-lead">{brief.figure.lead}</p>}
        <p className="brief-number">{brief.figure.value}</p>
        <p className="brief-what">{brief.figure.what}</p>
        <p className="note">{brief.figure.change}</p>
        <dl className="brief-small">
          {brief.small.map(({ value, what }) => (
            <div key={what}>
              <dt>{what}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <BriefMap place={place} alt={brief.map.alt} />
      <NumberTable table={brief.why} />
      <NumberTable table={brief.answers} />
      <NumberTable table={brief.clusters} />
      <section className="brief-providers">
        <h2>{brief.providers.title}</h2>
        {brief.providers.parts.length === 0 && <p>{brief.providers.none}</p>}
        {brief.providers.parts.map(({ title, rows }) => (
          <Parts key={title} title={title} rows={rows} />
        ))}
      </section>
      <TheAsk brief={brief} />
      <section className="brief-sources">
        <h2>{brief.sources.title}</h2>
        <ul>
          {brief.sources.lines.map((line) => (
            <li key={line}>{line} </li>
          ))}
        </ul>
        <p className="brief-link">
          {brief.link.words} <a href={brief.link.permanent}>{brief.link.address}</a>
        </p>
        <QrCode address={brief.link.address} alt={brief.link.qrAlt} />
      </section>
      <TakeAlong brief={brief} place={place} />
      {brief.audience === 'agency' && <AskForm key={brief.asked?.writtenAt} place={place} asked={brief.asked} />}
    </div>
  );
}

function TheAsk({ brief: { ask } }: { readonly brief: Brief }) {
  if (ask.rows.length === 0) return null;
  return (
    <section className="brief-ask">
      <h2>{ask.title}</h2>
      <dl>
        {ask.rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** A brief as files, on paper and as a link. */
import { useState } from 'react';
import type { PlaceRef } from '../../../../server/domain/place-ref.ts';
import { useEdition } from '../../lib/queries.ts';
import { STARTS } from '../../lib/starts.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { PageLink } from '../../ui/PageLink.tsx';
import { briefMessages } from './messages.ts';
import { allAddress, type Brief, fileAddress } from './queries.ts';

const FILES = { pdf: 'page.pdf', slide: 'slide.pdf', slidePicture: 'slide.png' } as const;

export function TakeAlong({ brief, place }: { readonly brief: Brief; readonly place: PlaceRef }) {
  const messages = useCatalog(briefMessages);
  const edition = { ...useEdition(), lang: useLanguage() };
  const { view } = STARTS.map;
  const shown = place.kind === 'state' ? {} : { place };
  const release = edition.release === 'current' ? {} : { release: edition.release };
  return (
    <section className="brief-take">
      <h2>{messages.take}</h2>
      <div className="actions">
        {(Object.keys(FILES) as (keyof typeof FILES)[]).map((name) => (
          <a key={name} className="button" href={fileAddress(place, FILES[name], edition)}>
            {messages[name]}
          </a>
        ))}
        <button type="button" className="button" onClick={() => window.print()}>
          {messages.print}
        </button>
        <CopyLink address={brief.link.address} />
        {place.kind !== 'state' && (
          <>
            <a className="button" href={allAddress(place.kind, 'all.pdf', edition)}>
              {messages.all}
            </a>
            <a className="button" href={allAddress(place.kind, 'all.zip', edition)}>
              {messages.allZip}
            </a>
          </>
        )}
        <PageLink
          className="button"
          to={{ page: 'story', reading: { ...release, audience: edition.audience, theme: view.theme }, place }}
        >
          {messages.story}
        </PageLink>
        <PageLink
          className="button"
          to={{ page: 'map', view: { ...view, ...shown, ...release, audience: edition.audience } }}
        >
          {messages.onTheMap}
        </PageLink>
      </div>
    </section>
  );
}

function CopyLink({ address }: { readonly address: string }) {
  const messages = useCatalog(briefMessages);
  const [said, setSaid] = useState('');
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setSaid(messages.copied),
      () => setSaid(messages.copyByHand),
    );
  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {messages.copy}
      </button>
      <span role="status" className="note">
        {said}
      </span>
    </>
  );
}

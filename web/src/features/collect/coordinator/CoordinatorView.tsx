/** A coordinator's page: the collection, its progress, and what each district needs. */

import { underWay } from '../../../../../server/domain/collection.ts';
import './coordinator.css';
import { useState } from 'react';
import type { Collection, CollectMe } from '../../../../../server/features/collect/contract.ts';
import { COLLECT_VIEWS } from '../../../lib/collect-place.ts';
import { useCollections } from '../../../lib/collections.ts';
import { todayHere } from '../../../lib/format.ts';
import { useCatalog, useLanguage, useMessages } from '../../../lib/use-messages.ts';
import { CollectionChoice } from '../../../ui/CollectionChoice.tsx';
import { DocumentPage } from '../../../ui/DocumentPage.tsx';
import { Message } from '../../../ui/Message.tsx';
import { PageLink } from '../../../ui/PageLink.tsx';
import { ViewTabs } from '../../../ui/ViewTabs.tsx';
import { hrefs } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { SurveyKit } from '../SurveyKit.tsx';
import { goTo, usePlace } from '../use-place.ts';
import { Whose } from '../Whose.tsx';
import { windowInWords } from '../words.ts';
import { CollectionForm } from './CollectionForm.tsx';
import { Disclosures } from './Disclosures.tsx';
import { OfCollection } from './OfCollection.tsx';
import { Reviews } from './Reviews.tsx';

export function CoordinatorView({ me }: { readonly me: CollectMe }) {
  const messages = useCatalog(collectMessages);
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useCollections();
  const place = usePlace();
  const collections = data ?? [];
  const collection = collections.find(({ id }) => id === place.collection) ?? underWay(collections);
  return (
    <DocumentPage title={messages.title} lead={messages.lead} synthetic={me.synthetic}>
      {isPending && <p className="note">{messages.coordinator.onTheirWay}</p>}
      {error && (
        <Message
          tone="failed"
          title={messages.coordinator.didNotCome}
          action={{ words: tryAgain, act: () => void refetch() }}
        >
          {error.message}
        </Message>
      )}
      {data && <Collections collections={collections} collection={collection} />}
      <Whose me={me} />
    </DocumentPage>
  );
}

function Collections({
  collections,
  collection,
}: {
  readonly collections: readonly Collection[];
  readonly collection: Collection | undefined;
}) {
  const words = useCatalog(collectMessages);
  const messages = words.coordinator;
  const place = usePlace();
  const language = useLanguage();
  const [form, setForm] = useState<'none' | 'new' | 'change'>('none');
  return (
    <>
      <div className="collection-head">
        {collection && (
          <CollectionChoice
            collections={collections}
            chosen={collection.id}
            messages={words}
            onChoose={(id) => goTo({ ...place, collection: id })}
          />
        )}
        {collection && <p className="collection-window">{windowInWords(words, collection, todayHere())}</p>}
        <div className="actions">
          {collection && (
            <PageLink className="button quiet" to={{ page: 'outreach', collection: collection.id }}>
              {messages.outreach}
            </PageLink>
          )}
          {collection && (
            <a className="button quiet" href={hrefs.agreement(collection.id, language)} download>
              {messages.agreement}
            </a>
          )}
          {collection && (
            <button type="button" className="button quiet" onClick={() => setForm('change')}>
              {messages.change}
            </button>
          )}
          <button type="button" className={collection ? 'button' : 'button primary'} onClick={() => setForm('new')}>
            {messages.newOne}
          </button>
        </div>
      </div>
      {!collection && form === 'none' && <Message title={words.noCollection}>{messages.addOne}</Message>}
      {form !== 'none' && (
        <CollectionForm
          key={form}
          collection={form === 'change' ? collection : undefined}
          taken={collections.filter((other) => form === 'new' || other !== collection).map(({ name }) => name)}
          onDone={(id) => {
            setForm('none');
            if (id !== undefined) goTo({ ...place, collection: id });
          }}
        />
      )}
      <ViewTabs
        label={messages.viewsOf}
        views={COLLECT_VIEWS}
        shown={place.view}
        words={messages.views}
        to={(view) => ({ page: 'collect', place: { ...place, view } })}
      />
      {(place.view === 'districts' || place.view === 'answers') && collection && (
        <OfCollection key={collection.id} id={collection.id} view={place.view} />
      )}
      {place.view === 'review' && collection && <Reviews key={collection.id} collection={collection.id} />}
      {place.view === 'kit' && <SurveyKit questions={collection?.questions} />}
      {place.view === 'disclosures' && <Disclosures />}
    </>
  );
}

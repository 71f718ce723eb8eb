/** A coordinator's page: which collection, how far it is, which district needs what. */

import './coordinator.css';
import { useState } from 'react';
import type { Collection, CollectMe } from '../../../../../server/features/collect/contract.ts';
import { todayHere } from '../../../lib/format.ts';
import { DocumentPage } from '../../../ui/DocumentPage.tsx';
import { Message } from '../../../ui/Message.tsx';
import { CollectionChoice } from '../CollectionChoice.tsx';
import { useCollections } from '../queries.ts';
import { SurveyKit } from '../SurveyKit.tsx';
import { goTo, usePlace } from '../use-place.ts';
import { Whose } from '../Whose.tsx';
import { windowInWords } from '../words.ts';
import { CollectionForm } from './CollectionForm.tsx';
import { Disclosures } from './Disclosures.tsx';
import { OfCollection } from './OfCollection.tsx';
import { ViewTabs } from './ViewTabs.tsx';

export function CoordinatorView({ me }: { readonly me: CollectMe }) {
  const { data, isPending, error, refetch } = useCollections();
  const place = usePlace();
  const collections = data?.collections ?? [];
  const collection = collections.find(({ id }) => id === place.collection) ?? collections[0];
  return (
    <DocumentPage
      title="Collection"
      lead="Which districts have sent what, and what is missing."
      synthetic={me.synthetic}
    >
      {isPending && <p className="note">The collections are on their way.</p>}
      {error && (
        <Message
          tone="failed"
          title="The collections did not come."
          action={{ words: 'Try again', act: () => void refetch() }}
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
  const place = usePlace();
  const [form, setForm] = useState<'none' | 'new' | 'change'>('none');
  return (
    <>
      <div className="collection-head">
        {collection && (
          <CollectionChoice
            collections={collections}
            chosen={collection}
            onChoose={(id) => goTo({ ...place, collection: id })}
          />
        )}
        {collection && <p className="collection-window">{windowInWords(collection, todayHere())}.</p>}
        <div className="actions">
          {collection && (
            <button type="button" className="button quiet" onClick={() => setForm('change')}>
              Change name, window or questions
            </button>
          )}
          <button type="button" className={collection ? 'button' : 'button primary'} onClick={() => setForm('new')}>
            New collection
          </button>
        </div>
      </div>
      {!collection && form === 'none' && (
        <Message title="There is no collection yet.">
          Add one: a name, the days on which districts may send, and the questions. Then make each district its link.
        </Message>
      )}
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
      <ViewTabs place={place} />
      {(place.view === 'districts' || place.view === 'answers') && collection && (
        <OfCollection key={collection.id} id={collection.id} view={place.view} />
      )}
      {place.view === 'kit' && <SurveyKit questions={collection?.questions} />}
      {place.view === 'disclosures' && <Disclosures />}
    </>
  );
}

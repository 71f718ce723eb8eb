/** A district's page: the three steps to an accepted file, and what it has come to. */

import { useEffect } from 'react';
import type { Collection, CollectMe } from '../../../../../server/features/collect/contract.ts';
import { todayHere } from '../../../lib/format.ts';
import { rememberDistrict } from '../../../lib/remembered-district.ts';
import { DocumentPage } from '../../../ui/DocumentPage.tsx';
import { Message } from '../../../ui/Message.tsx';
import { CollectionChoice } from '../CollectionChoice.tsx';
import { useCollection, useCollections } from '../queries.ts';
import { SurveyKit } from '../SurveyKit.tsx';
import { goTo, usePlace } from '../use-place.ts';
import { Whose } from '../Whose.tsx';
import { windowInWords } from '../words.ts';
import { DistrictPath } from './DistrictPath.tsx';

export function DistrictView({ me }: { readonly me: CollectMe }) {
  const { data, isPending, error, refetch } = useCollections();
  const place = usePlace();
  // The page that prepares a file asks nobody, so it is told here whose file it will be.
  useEffect(() => {
    if (me.leaId) rememberDistrict(me.leaId);
  }, [me.leaId]);
  const collections = data?.collections ?? [];
  const collection =
    collections.find(({ id }) => id === place.collection) ??
    collections.find(({ state }) => state === 'open') ??
    collections[0];
  return (
    <DocumentPage
      title={me.districtName ?? `District ${me.leaId}`}
      lead="Three steps: prepare a file on your own computer, upload it, and accept what the check found."
      synthetic={me.synthetic}
    >
      {isPending && <p className="note">Your collection is on its way.</p>}
      {error && (
        <Message
          tone="failed"
          title="Your collection did not come."
          action={{ words: 'Try again', act: () => void refetch() }}
        >
          {error.message}
        </Message>
      )}
      {data && !collection && (
        <Message title="There is no collection yet.">
          Your coordinator begins one. You can prepare your file already: that needs nobody else.
        </Message>
      )}
      {collection && (
        <div className="collection-head">
          {collections.length > 1 ? (
            <CollectionChoice
              collections={collections}
              chosen={collection}
              onChoose={(id) => goTo({ ...place, collection: id })}
            />
          ) : (
            <p className="collection-name">Collection {collection.name}</p>
          )}
          <p className="collection-window">{windowInWords(collection, todayHere())}.</p>
        </div>
      )}
      {collection && <Path key={collection.id} me={me} collection={collection} />}
      <SurveyKit questions={collection?.questions} />
      <Whose me={me} />
    </DocumentPage>
  );
}

function Path({ me, collection }: { readonly me: CollectMe; readonly collection: Collection }) {
  const { data, isPending, error, refetch } = useCollection(collection.id);
  const own = data?.districtStates.find(({ leaId }) => leaId === me.leaId);
  if (isPending) return <p className="note">Your steps are on their way.</p>;
  if (!data || !own)
    return (
      <Message
        tone="failed"
        title="Your steps did not come."
        action={{ words: 'Try again', act: () => void refetch() }}
      >
        {error?.message ?? 'This collection does not know your district.'}
      </Message>
    );
  return <DistrictPath district={own} detail={data} />;
}

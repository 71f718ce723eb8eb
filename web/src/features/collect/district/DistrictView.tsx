/** A district's page: the three steps to an accepted file, and the result. */

import { useEffect } from 'react';
import { underWay } from '../../../../../server/domain/collection.ts';
import type { Collection, CollectMe } from '../../../../../server/features/collect/contract.ts';
import { useCollections } from '../../../lib/collections.ts';
import { todayHere } from '../../../lib/format.ts';
import { rememberDistrict } from '../../../lib/remembered-district.ts';
import { useCatalog, useMessages } from '../../../lib/use-messages.ts';
import { CollectionChoice } from '../../../ui/CollectionChoice.tsx';
import { Coming } from '../../../ui/Coming.tsx';
import { DocumentPage } from '../../../ui/DocumentPage.tsx';
import { Message } from '../../../ui/Message.tsx';
import { Said } from '../../../ui/Said.tsx';
import { collectMessages } from '../messages.ts';
import { useCollection } from '../queries.ts';
import { SurveyKit } from '../SurveyKit.tsx';
import { goTo, usePlace } from '../use-place.ts';
import { Whose } from '../Whose.tsx';
import { isAccepted, windowInWords } from '../words.ts';
import { DistrictPath } from './DistrictPath.tsx';
import { ReviewPart, WhatChanged } from './ReviewPart.tsx';

export function DistrictView({ me }: { readonly me: CollectMe }) {
  const messages = useCatalog(collectMessages);
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useCollections();
  const place = usePlace();
  // The page that prepares a file asks no server, so it learns here whose file it will be.
  useEffect(() => {
    if (me.leaId) rememberDistrict(me.leaId);
  }, [me.leaId]);
  const collections = data ?? [];
  const collection = collections.find(({ id }) => id === place.collection) ?? underWay(collections);
  return (
    <DocumentPage
      title={me.districtName ?? messages.district.district({ leaId: me.leaId ?? '' })}
      isName={me.districtName !== undefined}
      lead={messages.district.lead}
      synthetic={me.synthetic}
    >
      {isPending && <Coming words={messages.district.onItsWay} />}
      {error && (
        <Message
          tone="failed"
          title={messages.district.didNotCome}
          action={{ words: tryAgain, act: () => void refetch() }}
        >
          {error.message}
        </Message>
      )}
      {data && !collection && <Message title={messages.noCollection}>{messages.district.notBegun}</Message>}
      {collection && (
        <div className="collection-head">
          {collections.length > 1 ? (
            <CollectionChoice
              collections={collections}
              chosen={collection.id}
              messages={messages}
              onChoose={(id) => goTo({ ...place, collection: id })}
            />
          ) : (
            <p className="collection-name">{messages.district.collection({ collection: collection.name })}</p>
          )}
          <p className="collection-window">{windowInWords(messages, collection, todayHere())}</p>
          {collection.contact !== '' && (
            <p className="collection-contact">
              <Said
                message={messages.district.call}
                parts={{ contact: <strong translate="no">{collection.contact}</strong> }}
              />
            </p>
          )}
        </div>
      )}
      {collection && <Path key={collection.id} me={me} collection={collection} />}
      <SurveyKit questions={collection?.questions} />
      <Whose me={me} />
    </DocumentPage>
  );
}

function Path({ me, collection }: { readonly me: CollectMe; readonly collection: Collection }) {
  const messages = useCatalog(collectMessages).district;
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useCollection(collection.id);
  const own = data?.districtStates.find(({ leaId }) => leaId === me.leaId);
  if (isPending) return <p className="note">{messages.stepsOnTheirWay}</p>;
  if (!data || !own)
    return (
      <Message tone="failed" title={messages.stepsDidNotCome} action={{ words: tryAgain, act: () => void refetch() }}>
        {error?.message ?? messages.unknown}
      </Message>
    );
  return (
    <>
      <WhatChanged collection={collection.id} />
      <DistrictPath district={own} detail={data} />
      {isAccepted(own.state) && <ReviewPart collection={collection.id} acceptedAt={own.acceptedAt ?? ''} />}
    </>
  );
}

/** The lots of a round: a map, and the same in a table. */
import { useState } from 'react';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { EditLot } from './EditLot.tsx';
import { LotsMap } from './LotsMap.tsx';
import { LotTable } from './LotTable.tsx';
import { roundMessages } from './messages.ts';
import { outlinesHref, packageHref, type Round } from './queries.ts';

export function LotsSection({ round, isShaped }: { readonly round: Round; readonly isShaped: boolean }) {
  const messages = useCatalog(roundMessages);
  const language = useLanguage();
  const [edited, setEdited] = useState<number>();
  const lot = isShaped ? round.lots.find(({ id }) => id === edited) : undefined;
  return (
    <section aria-labelledby="lots">
      <h2 id="lots">{messages.lots}</h2>
      <p>{messages.lotsLead}</p>
      {round.release.name && <p className="note">{messages.frozenFrom({ release: round.release.name })}</p>}
      {round.lots.length === 0 && <p>{messages.noLots}</p>}
      {round.lots.length > 0 && (
        <>
          <LotsMap round={round} />
          <LotTable round={round} edit={isShaped ? setEdited : undefined} />
          <p className="actions">
            <a className="button quiet" href={outlinesHref(round.id)} download={`round-${round.id}.geojson`}>
              {messages.outlines}
            </a>
            <a className="button quiet" href={packageHref(round.id, language)}>
              {messages.takeAlong}
            </a>
          </p>
        </>
      )}
      {lot && <EditLot key={lot.id} round={round} lot={lot} close={() => setEdited(undefined)} />}
    </section>
  );
}

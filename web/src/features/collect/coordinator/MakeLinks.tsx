/** Asks how long links should last, then shows the links, this once. */
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Message } from '../../../ui/Message.tsx';
import { makeLinks } from '../http.ts';
import { collectMessages } from '../messages.ts';
import { useRefresh } from '../queries.ts';
import { useTask } from '../use-task.ts';
import { MadeLinks } from './MadeLinks.tsx';
import { type MadeLink, named } from './made-links.ts';

const DAYS = [7, 30, 90, 180];

export interface MakeLinksProps {
  readonly detail: CollectionDetail;
  readonly leaIds: readonly string[];
  readonly onClose: () => void;
}

export function MakeLinks({ detail, leaIds, onClose }: MakeLinksProps) {
  const { office, cancel } = useCatalog(collectMessages);
  const messages = office.links;
  const [days, setDays] = useState('');
  const [made, setMade] = useState<readonly MadeLink[]>();
  const task = useTask();
  const refresh = useRefresh();
  const title = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever asked for links is taken to them, and then to what came
  useEffect(() => title.current?.focus(), [made]);
  const replaced = detail.districtStates.filter(({ leaId, link }) => link && leaIds.includes(leaId)).length;
  const make = (event: FormEvent) => {
    event.preventDefault();
    void task.run(async () => {
      setMade(named(await makeLinks(detail.id, leaIds, days === '' ? undefined : Number(days)), detail.districtStates));
      await refresh();
    });
  };
  return (
    <section className="card-section" aria-labelledby="make-links">
      <h2 id="make-links" ref={title} tabIndex={-1}>
        {made ? messages.shownNow({ links: made.length }) : messages.make({ links: leaIds.length })}
      </h2>
      {made ? (
        <MadeLinks collection={detail} links={made} onClose={onClose} />
      ) : (
        <form onSubmit={make}>
          <p>
            {messages.whoeverOpens} {replaced > 0 && messages.replaced({ districtCount: replaced })}
          </p>
          <div className="field">
            <label htmlFor="link-days">{messages.goodFor}</label>
            <select id="link-days" value={days} onChange={(event) => setDays(event.target.value)}>
              <option value="">
                {detail.closesOn === null ? messages.days({ days: 30 }) : messages.goodForCollection}
              </option>
              {DAYS.filter((count) => detail.closesOn !== null || count !== 30).map((count) => (
                <option key={count} value={count}>
                  {messages.days({ days: count })}
                </option>
              ))}
            </select>
          </div>
          {task.fault && (
            <Message tone="failed" title={messages.noneMade}>
              {task.fault}
            </Message>
          )}
          <div className="actions">
            <button type="submit" className="button primary" disabled={task.isBusy}>
              {task.isBusy ? messages.making : messages.make({ links: leaIds.length })}
            </button>
            <button type="button" className="button quiet" onClick={onClose}>
              {cancel}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

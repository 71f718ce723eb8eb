/** The selection's card, open until Escape or its button closes it. Takes the focus, so that it is read first. */
import './cards.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { mapMessages } from '../../lib/messages.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useMapSession } from '../../map/session.ts';
import { closeCard } from './close-card.ts';

export interface CardProps {
  /** Changes with the selection. */
  readonly of: string;
  readonly eyebrow: string;
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

export function Card({ of, eyebrow, title, children, actions }: CardProps) {
  const session = useMapSession();
  const { cards: messages } = useCatalog(mapMessages);
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus moves when something else is selected
  useEffect(() => heading.current?.focus({ preventScroll: true }), [of]);
  return (
    <section className="card" aria-label={messages.selected} data-covers-map="right">
      <div className="card-head">
        <div>
          <p className="eyebrow">{eyebrow}</p>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <button
          type="button"
          className="button quiet square"
          onClick={() => closeCard(session)}
          aria-label={messages.close}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3L3 13" stroke="currentColor" strokeWidth="1.8" />
          </svg>
        </button>
      </div>
      <div className="card-body">{children}</div>
      {actions && <div className="card-actions">{actions}</div>}
    </section>
  );
}

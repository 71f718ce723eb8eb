import { useId } from 'react';
import type { Collection } from '../../../server/features/collect/contract.ts';

export interface CollectionChoiceProps {
  readonly collections: readonly Collection[];
  /** Number of the collection. */
  readonly chosen: number;
  readonly messages: {
    readonly which: string;
    readonly choice: (facts: { collection: string; collectionState: string }) => string;
  };
  readonly onChoose: (id: number) => void;
}

export function CollectionChoice({ collections, chosen, messages, onChoose }: CollectionChoiceProps) {
  const field = useId();
  return (
    <div className="field">
      <label htmlFor={field}>{messages.which}</label>
      <select id={field} value={chosen} onChange={(event) => onChoose(Number(event.target.value))}>
        {collections.map(({ id, name, state }) => (
          <option key={id} value={id}>
            {messages.choice({ collection: name, collectionState: state })}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useId } from 'react';

export interface CollectionChoiceProps {
  readonly collections: readonly { readonly id: number; readonly name: string; readonly state: string }[];
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

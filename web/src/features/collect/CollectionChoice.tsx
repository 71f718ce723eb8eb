import type { Collection } from '../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';

export interface CollectionChoiceProps {
  readonly collections: readonly Collection[];
  readonly chosen: Collection;
  readonly onChoose: (id: number) => void;
}

export function CollectionChoice({ collections, chosen, onChoose }: CollectionChoiceProps) {
  const messages = useCatalog(collectMessages);
  return (
    <div className="field">
      <label htmlFor="collection">{messages.which}</label>
      <select id="collection" value={chosen.id} onChange={(event) => onChoose(Number(event.target.value))}>
        {collections.map(({ id, name, state }) => (
          <option key={id} value={id}>
            {messages.choice({ collection: name, collectionState: state })}
          </option>
        ))}
      </select>
    </div>
  );
}

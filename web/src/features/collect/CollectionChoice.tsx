import type { Collection } from '../../../../server/features/collect/contract.ts';

export interface CollectionChoiceProps {
  readonly collections: readonly Collection[];
  readonly chosen: Collection;
  readonly onChoose: (id: number) => void;
}

const STATE_WORDS: Record<Collection['state'], string> = { planned: 'planned', open: 'open', closed: 'closed' };

export function CollectionChoice({ collections, chosen, onChoose }: CollectionChoiceProps) {
  return (
    <div className="field">
      <label htmlFor="collection">Which collection</label>
      <select id="collection" value={chosen.id} onChange={(event) => onChoose(Number(event.target.value))}>
        {collections.map(({ id, name, state }) => (
          <option key={id} value={id}>
            {name} ({STATE_WORDS[state]})
          </option>
        ))}
      </select>
    </div>
  );
}

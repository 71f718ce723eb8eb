/** What makes a cluster come first: one of four usual orders, or weights of one's own, kept in the address. */
import './rank-choice.css';
import { useId } from 'react';
import { RANK_WEIGHTS } from '../../../../server/domain/cluster/rank.ts';
import { mapMessages } from '../../lib/messages.ts';
import { PRESETS, type Preset, presetOf, RANK_PARTS, type RankWeights } from '../../lib/ranking.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';

/** @param first name of the cluster that these weights put first */
export default function RankChoice({ first }: { readonly first: string }) {
  const views = useViews();
  const { ranking: messages } = useCatalog(mapMessages);
  const weights = useView().weights ?? RANK_WEIGHTS;
  const preset = presetOf(weights);
  const weigh = (chosen: RankWeights, how?: 'replace') => {
    const isNothing = Object.values(chosen).every((weight) => weight === 0);
    if (!isNothing) views.change({ weights: presetOf(chosen) === 'balanced' ? undefined : chosen }, how);
  };
  return (
    <div className="rank-choice">
      <label>
        {messages.title}{' '}
        <select
          aria-label={messages.which}
          value={preset ?? 'own'}
          onChange={({ target }) => weigh(PRESETS[target.value as Preset])}
        >
          {(Object.keys(PRESETS) as Preset[]).map((name) => (
            <option key={name} value={name}>
              {messages.presets[name]}
            </option>
          ))}
          {!preset && <option value="own">{messages.own}</option>}
        </select>
      </label>
      <p role="status" className={preset === 'balanced' ? 'sr-only' : 'note'}>
        {preset !== 'balanced' && messages.nowFirst({ name: first })}
      </p>
      <details>
        <summary>{messages.weigh}</summary>
        <p className="note">{messages.weighLead}</p>
        {RANK_PARTS.map((part) => (
          <Weight
            key={part}
            words={messages.parts[part]}
            value={weights[part]}
            onChange={(weight) => weigh({ ...weights, [part]: weight }, 'replace')}
          />
        ))}
      </details>
    </div>
  );
}

interface WeightProps {
  readonly words: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

function Weight({ words, value, onChange }: WeightProps) {
  const id = useId();
  return (
    <p className="weight">
      <label htmlFor={id}>{words}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        step={5}
        value={value}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <output htmlFor={id}>{value}</output>
    </p>
  );
}

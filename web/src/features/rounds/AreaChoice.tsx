/** The areas of a lot and around it: a map to press, and the same as boxes. */
import { clusterName, translateOf } from '../../lib/cluster-name.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { frameAround, pathOf } from '../../map/frame.ts';
import { Check } from '../../ui/Check.tsx';
import { roundMessages } from './messages.ts';
import { type Lot, type NearPatch, type Round, shapesOf, useNearPatches } from './queries.ts';

interface AreaChoiceProps {
  readonly round: Round;
  readonly lot: Lot;
  readonly marked: readonly number[];
  readonly mark: (marked: readonly number[]) => void;
}

export function AreaChoice({ round, lot, marked, mark }: AreaChoiceProps) {
  const { shape: messages } = useCatalog(roundMessages);
  const { data } = useNearPatches(round.id, lot.id, shapesOf(round.lots));
  if (!data || data.patches.length === 0) return null;
  const isOthers = (patch: NearPatch) => patch.lot !== null && patch.lot.id !== lot.id;
  const toggle = (patch: number) =>
    mark(marked.includes(patch) ? marked.filter((one) => one !== patch) : [...marked, patch]);
  const frame = frameAround(data.patches.map(({ outline }) => outline));
  return (
    <fieldset className="rounds-areas">
      <legend>{messages.areas}</legend>
      <p className="note">{messages.areasNote}</p>
      <svg
        className="rounds-map"
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={messages.areaMap({ name: clusterName(lot.name) })}
      >
        {data.patches.map((patch) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the boxes below do the same by keys
          <path
            key={patch.patch}
            className={isOthers(patch) ? 'other' : marked.includes(patch.patch) ? 'lot' : 'free'}
            d={pathOf(frame, patch.outline)}
            onClick={isOthers(patch) ? undefined : () => toggle(patch.patch)}
          />
        ))}
        {data.patches.map((patch) => {
          const [x, y] = middleOf(patch, frame.at);
          return (
            <text key={patch.patch} x={x} y={y}>
              {patch.patch}
            </text>
          );
        })}
      </svg>
      <div className="rounds-clusters">
        {data.patches.map((patch) => (
          <Check
            key={patch.patch}
            isOn={marked.includes(patch.patch)}
            isDisabled={isOthers(patch)}
            change={() => toggle(patch.patch)}
          >
            {messages.area({ number: patch.patch, students: patch.students, households: patch.households })}
            {isOthers(patch) && patch.lot && (
              <span className="note" translate={translateOf(patch.lot.name)}>
                {' '}
                {messages.inLot({ name: clusterName(patch.lot.name) })}
              </span>
            )}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}

/** Of the longest ring. */
function middleOf({ outline }: NearPatch, at: (lng: number, lat: number) => readonly [number, number]) {
  const [ring = []] = outline.coordinates.map(([outer = []]) => outer).sort((a, b) => b.length - a.length);
  const mean = (axis: 0 | 1) => ring.reduce((sum, point) => sum + (point[axis] ?? 0), 0) / Math.max(1, ring.length);
  return at(mean(0), mean(1));
}

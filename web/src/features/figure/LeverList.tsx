/** Every lever with its number and a bar, in the colors of the map; each row shows its lever on the map. */
import type { Counts } from '../../../../server/features/releases/counts.ts';
import { type Choice, isLever, leverKeys } from '../../lib/choice.ts';
import { cssOf, rgbOf } from '../../lib/color.ts';
import { atLeast, countIn, countInWords } from '../../lib/counts.ts';
import { HUES } from '../../lib/theme.ts';
import { changeView, getView } from '../../lib/use-view.ts';
import { LEVER_NAMES, leverMeaning } from '../../lib/words.ts';

export interface LeverListProps {
  readonly choice: Choice;
  readonly totals: Counts;
  readonly floor: number;
}

export function LeverList({ choice, totals, floor }: LeverListProps) {
  const rows = [...leverKeys(choice), ['equip', 'equip'] as const];
  const students = totals.students ?? 0;
  const largest = Math.max(1, ...rows.map(([, key]) => atLeast(countIn(totals, key) ?? 0, students, floor)));
  return (
    <ul className="levers">
      {rows.map(([lever, key]) => {
        const count = countIn(totals, key);
        const share = atLeast(count ?? 0, students, floor) / largest;
        const pressed = choice.measure === lever;
        return (
          <li key={lever} className={lever === 'equip' ? 'lever apart' : 'lever'}>
            <button
              type="button"
              aria-pressed={pressed}
              title={pressed ? 'Show all levers together' : `Show only ${LEVER_NAMES[lever].toLowerCase()}`}
              onClick={() =>
                changeView({
                  choice: { ...getView().choice, measure: pressed && isLever(lever) ? 'all' : lever },
                  only: [],
                })
              }
            >
              <span className="lever-name">{LEVER_NAMES[lever]}</span>
              <span className="lever-count">{countInWords(count)}</span>
              <span className="lever-meaning">{leverMeaning(lever, choice.tier)}</span>
              <span className="lever-track" aria-hidden="true">
                <span
                  className="lever-bar"
                  style={{ inlineSize: `${Math.max(share * 100, 1)}%`, background: cssOf(rgbOf(HUES[lever])) }}
                />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The unserved, then every lever, each with its number and a bar in the map's colors; clicking a row shows it on the map. */
import { amountInShort, restingOn } from '../../lib/amount-words.ts';
import { leverAmount, type Shown, unservedAmount } from '../../lib/amounts.ts';
import { isLever, leverKeys, type Measure } from '../../lib/choice.ts';
import { cssOf, rgbOf } from '../../lib/color.ts';
import { type Amount, amountIn, atLeast } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import { HUES } from '../../lib/theme.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useViews } from '../../lib/views.ts';

type Row = readonly [measure: Exclude<Measure, 'all'>, amount: Amount | undefined];

export function LeverList(shown: Shown) {
  const views = useViews();
  const { figure, words } = useCatalog(mapMessages);
  const { choice, totals, release } = shown;
  const rows: Row[] = [
    ['unserved', unservedAmount(shown)],
    ...[...leverKeys(choice).keys()].map((lever): Row => [lever, leverAmount(shown, lever)]),
    ['equip', amountIn(totals, 'equip')],
  ];
  const students = totals.students ?? 0;
  const known = (amount: Amount | undefined) => atLeast(amount ?? 0, students, release.floors.students);
  const largest = Math.max(1, ...rows.map(([, amount]) => known(amount)));
  return (
    <ul className="levers">
      {rows.map(([measure, amount]) => {
        const share = known(amount) / largest;
        const pressed = choice.measure === measure;
        return (
          <li key={measure} className={isLever(measure) ? 'lever' : 'lever apart'}>
            <button
              type="button"
              aria-pressed={pressed}
              title={pressed && isLever(measure) ? figure.showAllLevers : words.showOnly({ measure })}
              onClick={() =>
                views.change({
                  choice: { ...views.get().choice, measure: pressed && isLever(measure) ? 'all' : measure },
                  only: [],
                })
              }
            >
              <span className="lever-name">{words.measureNames[measure]}</span>
              <span className="lever-count">{amountInShort(amount)}</span>
              <span className="lever-meaning">
                {restingOn(words.measureMeaning({ measure, tier: choice.tier }), amount)}
              </span>
              <span className="lever-track" aria-hidden="true">
                <span
                  className="lever-bar"
                  style={{ inlineSize: `${Math.max(share * 100, 1)}%`, background: cssOf(rgbOf(HUES[measure])) }}
                />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

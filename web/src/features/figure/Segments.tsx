/**
 * All students in one bar of six segments, and the same in words: what is proven, what is unclear, who was not asked, who is
 * connected. Choosing a segment shows it on the map. Devices are counted apart.
 */
import './segments.css';
import { useId } from 'react';
import type { Standing } from '../../../../server/domain/segments.ts';
import { about, amountInShort, restingOn } from '../../lib/amount-words.ts';
import type { Shown } from '../../lib/amounts.ts';
import type { Measure } from '../../lib/choice.ts';
import { amountIn, isEstimate, isHidden } from '../../lib/counts.ts';
import { mapMessages } from '../../lib/messages.ts';
import { hiddenStyle, segmentStyle } from '../../lib/segment-style.ts';
import { type Segmented, type SegmentShown, segmentsShown } from '../../lib/segments.ts';
import type { Theme } from '../../lib/theme.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { useView, useViews } from '../../lib/views.ts';
import { StackedBar } from '../../ui/StackedBar.tsx';
import { Swatch } from '../../ui/Swatch.tsx';

const STANDINGS: readonly Standing[] = ['proven', 'unclear', 'unasked', 'connected'];

export function Segments(shown: Shown) {
  const title = useId();
  const { segments: messages } = useCatalog(mapMessages);
  const { theme } = useView();
  const all = segmentsShown(shown);
  return (
    <section className="segments" aria-labelledby={title}>
      <h3 id={title}>{messages.title({ students: all.students })}</h3>
      {all.isCounted && <p className="note">{messages.byPublicFilings}</p>}
      <StackedBar
        parts={[
          ...all.parts.map(({ segment, least }) => ({
            name: segment,
            size: least,
            style: segmentStyle(segment, theme),
          })),
          { name: 'hidden', size: all.hidden, style: hiddenStyle(theme) },
        ]}
        whole={all.students}
      />
      {STANDINGS.map((standing) => (
        <Group key={standing} shown={shown} all={all} standing={standing} theme={theme} />
      ))}
      <p className="note">{sumInWords(all)}</p>
      <ul className="apart">
        <Row shown={shown} measure="equip" theme={theme} amount={amountIn(shown.totals, 'equip')} />
      </ul>
    </section>
  );
}

interface GroupProps {
  readonly shown: Shown;
  readonly all: Segmented;
  readonly standing: Standing;
  readonly theme: Theme;
}

function Group({ shown, all, standing, theme }: GroupProps) {
  const title = useId();
  const { segments: messages } = useCatalog(mapMessages);
  const parts = all.parts.filter((part) => part.standing === standing);
  return (
    <>
      <h4 id={title}>{messages.standings[standing]}</h4>
      <ul aria-labelledby={title}>
        {parts.map(({ segment, amount }) =>
          segment === 'connected' ? (
            <Connected key={segment} amount={amount} theme={theme} />
          ) : (
            <Row key={segment} shown={shown} measure={segment} theme={theme} amount={amount} />
          ),
        )}
      </ul>
      {standing === 'proven' && shown.choice.measure !== 'all' && <p className="note">{gapsInWords(all)}</p>}
    </>
  );
}

interface RowProps {
  readonly shown: Shown;
  readonly measure: Exclude<Measure, 'all' | 'unserved'>;
  readonly theme: Theme;
  readonly amount: SegmentShown['amount'];
}

function Row({ shown, measure, theme, amount }: RowProps) {
  const views = useViews();
  const { figure, words } = useCatalog(mapMessages);
  const { choice } = shown;
  const pressed = choice.layer === 'hexes' && choice.source !== 'disputed' && choice.measure === measure;
  const show = () => {
    const asked = views.get().choice;
    const source = asked.source === 'disputed' ? 'agreed' : asked.source;
    views.change({
      choice: { ...asked, layer: 'hexes', source, measure: pressed ? 'all' : measure },
      only: [],
    });
  };
  return (
    <li className={isHidden(amount) ? 'segment is-hidden' : 'segment'}>
      <button
        type="button"
        aria-pressed={pressed}
        title={pressed ? figure.showAllLevers : words.showOnly({ measure })}
        onClick={show}
      >
        <Swatch style={segmentStyle(measure, theme)} />
        <span className="segment-name">{words.measureNames[measure]}</span>
        <span className="segment-count">{amountInShort(amount)}</span>
        <span className="segment-meaning">
          {restingOn(words.measureMeaning({ measure, tier: choice.tier }), amount)}
        </span>
      </button>
    </li>
  );
}

function Connected({ amount, theme }: Pick<RowProps, 'amount' | 'theme'>) {
  const { segments: messages } = useCatalog(mapMessages);
  return (
    <li className={isHidden(amount) ? 'segment is-hidden' : 'segment'}>
      <p>
        <Swatch style={segmentStyle('connected', theme)} />
        <span className="segment-name">{messages.connected}</span>
        <span className="segment-count">{amountInShort(amount)}</span>
        <span className="segment-meaning">{messages.connectedMeaning}</span>
      </p>
    </li>
  );
}

/** "Together about 72,180.": a brief opens with the same number. */
function gapsInWords({ gaps: { amount, isLeast } }: Segmented): string {
  const { segments: messages } = mapMessages.get();
  const said = restingOn(about(isEstimate(amount) ? amount.about : Number(amount)), amount);
  return isLeast ? messages.togetherAtLeast({ amount: said }) : messages.together({ amount: said });
}

/** That the parts are all students: what is hidden of them, or what noise and rounding leave between. */
function sumInWords({ students, sum, hidden }: Segmented): string {
  const { segments: messages } = mapMessages.get();
  if (hidden > 0) return messages.hidden({ students: hidden });
  return sum === students ? messages.exact : messages.about({ sum, students });
}

import { Scroll } from '../../ui/Scroll.tsx';
import { becomingOf } from './becoming.ts';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { counted } from './words.ts';

export function PreviewStep({ state, actions }: StepProps) {
  const { checked, source, mapping } = state;
  if (!checked || !source) return null;
  const { counts, preview } = checked;
  const [header = [], ...lines] = preview;
  const facts: readonly [string, number][] = [
    ['Students in the file', counts.students],
    ['with at least one answer', counts.withAnswers],
    ['with no fixed residence', counts.noFixedResidence],
    ['Rows left out', counts.leftOut + counts.badRows],
    ['Rows that repeat a student', counts.repeated + counts.mailing],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{new Intl.NumberFormat('en-US').format(count)}</dd>
          </div>
        ))}
      </dl>
      <div className="part">
        <h3>The first lines, exactly as they leave</h3>
        <p>
          This is all there is: {counted(counts.students, 'line')} like these, in order of the pseudonyms, which is no
          order of anything else.
        </p>
        <Scroll label="The first lines of the file">
          <table className="leaving">
            <caption className="sr-only">The first lines of the anonymised file</caption>
            <thead>
              <tr>
                {header.map((name) => (
                  <th scope="col" key={name}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <tr key={line[1]}>
                  {line.map((value, i) => (
                    <td key={header[i]}>{value === '' ? <span className="sr-only">empty</span> : value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </div>
      <div className="part">
        <h3>What became of your columns</h3>
        <table className="becoming">
          <caption className="sr-only">What became of each column of your export</caption>
          <thead>
            <tr>
              <th scope="col">Your column</th>
              <th scope="col">In the file that leaves</th>
            </tr>
          </thead>
          <tbody>
            {becomingOf(source.opened.columns, mapping).map(({ name, becomes, isRead }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name, their order never changes
              <tr key={i}>
                <th scope="row" className="from-file">
                  {name}
                </th>
                <td>{isRead ? becomes : <span className="note">{becomes}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StepActions
        back={() => actions.goTo('problems')}
        next={{ words: 'This may leave: go on', act: () => actions.goTo('save') }}
      />
    </>
  );
}

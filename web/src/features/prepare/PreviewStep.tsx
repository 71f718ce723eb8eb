import { sparseInWords } from '../../../../server/domain/anonymize/sparse.ts';
import { grouped, plural } from '../../lib/counts.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { BecomingTable } from './BecomingTable.tsx';
import { becomingOf } from './becoming.ts';
import { exampleOf } from './leaving.ts';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';

export function PreviewStep({ state, actions }: StepProps) {
  const { checked, source, answers, mapping } = state;
  if (!checked || !source) return null;
  const { counts, preview, sparse } = checked;
  const facts: readonly [string, number][] = [
    ['Students in the file', counts.students],
    ['with at least one answer', counts.withAnswers],
    ['with no fixed residence', counts.noFixedResidence],
    ['Rows left out', counts.leftOut + counts.badRows],
    ['Rows that repeat a student', counts.repeated + counts.resubmitted + counts.mailing],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{grouped(count)}</dd>
          </div>
        ))}
      </dl>
      <div className="part">
        <h3>Hexagons with few homes</h3>
        <p>{sparseInWords(sparse)}</p>
      </div>
      <div className="part">
        <h3>One student, exactly as the line leaves</h3>
        <table className="example">
          <caption className="sr-only">One line of the anonymized file, column by column</caption>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Value</th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {exampleOf(preview).map(({ name, value, words }) => (
              <tr key={name}>
                <th scope="row" className="from-file">
                  {name}
                </th>
                <td className="from-file">{value === '' ? <span className="note">empty</span> : value}</td>
                <td>{words}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="part">
        <h3>The first lines of the file</h3>
        <p>
          This is all there is: {plural(counts.students, 'line')} like these, in order of the pseudonyms, which is no
          order of anything else.
        </p>
        <Scroll label="The first lines of the file">
          <pre className="leaving">{preview.map((line) => line.join(',')).join('\n')}</pre>
        </Scroll>
      </div>
      <div className="part">
        <h3>What became of your columns</h3>
        <BecomingTable
          caption="What became of each column of your export"
          columns={becomingOf(source.opened.columns, mapping)}
        />
        {answers && (
          <BecomingTable
            caption="What became of each column of the answers"
            heading="Column of the answers"
            columns={becomingOf(answers.source.opened.columns, answers.mapping)}
          />
        )}
      </div>
      <StepActions
        back={() => actions.goTo('problems')}
        next={{ words: 'This may leave: go on', act: () => actions.goTo('save') }}
      />
    </>
  );
}

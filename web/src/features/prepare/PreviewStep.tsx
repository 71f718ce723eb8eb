import { FEW_HOUSEHOLDS } from '../../../../server/domain/anonymize/sparse.ts';
import { Scroll } from '../../ui/Scroll.tsx';
import { BecomingTable } from './BecomingTable.tsx';
import { becomingOf } from './becoming.ts';
import { exampleOf } from './leaving.ts';
import { StepActions } from './StepActions.tsx';
import type { StepProps } from './step-props.ts';
import { usePrepareMessages } from './use-messages.ts';

export function PreviewStep({ state, actions }: StepProps) {
  const { leaving, rows } = usePrepareMessages();
  const { checked, source, answers, mapping } = state;
  if (!checked || !source) return null;
  const { counts, preview, sparse } = checked;
  const facts: readonly [string, number][] = [
    [leaving.facts.students, counts.students],
    [leaving.facts.answered, counts.withAnswers],
    [leaving.facts.noFixed, counts.noFixedResidence],
    [leaving.facts.leftOut, counts.leftOut + counts.badRows],
    [leaving.facts.repeated, counts.repeated + counts.resubmitted + counts.mailing],
  ];
  return (
    <>
      <dl className="facts">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{leaving.count({ students: count })}</dd>
          </div>
        ))}
      </dl>
      <div className="part">
        <h3>{leaving.sparse}</h3>
        <p>{rows.sparse({ ...sparse, few: FEW_HOUSEHOLDS })}</p>
      </div>
      <div className="part">
        <h3>{leaving.example}</h3>
        <table className="example">
          <caption className="sr-only">{leaving.exampleCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{leaving.column}</th>
              <th scope="col">{leaving.value}</th>
              <th scope="col">{leaving.whatItIs}</th>
            </tr>
          </thead>
          <tbody>
            {exampleOf(preview).map(({ name, value }) => (
              <tr key={name}>
                <th scope="row" translate="no" className="from-file">
                  {name}
                </th>
                <td className="from-file">
                  {value === '' ? <span className="note">{leaving.empty}</span> : <span translate="no">{value}</span>}
                </td>
                <td>{leaving.columns[name]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="part">
        <h3>{leaving.firstLines}</h3>
        <p>{leaving.allThereIs({ students: counts.students })}</p>
        <Scroll label={leaving.firstLines}>
          <pre translate="no" className="leaving">
            {preview.map((line) => line.join(',')).join('\n')}
          </pre>
        </Scroll>
      </div>
      <div className="part">
        <h3>{leaving.becoming}</h3>
        <BecomingTable of="export" columns={becomingOf(source.opened.columns, mapping)} />
        {answers && <BecomingTable of="answers" columns={becomingOf(answers.source.opened.columns, answers.mapping)} />}
      </div>
      <StepActions
        back={() => actions.goTo('problems')}
        next={{ words: leaving.goOn, act: () => actions.goTo('save') }}
      />
    </>
  );
}

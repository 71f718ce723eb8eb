import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { plural } from '../../../lib/counts.ts';
import { RateBar } from '../RateBar.tsx';
import { QUESTION_WORDS } from '../words.ts';

/** How many of those who were to be asked a question answered it, over all districts. */
export function QuestionTable({ detail }: { readonly detail: CollectionDetail }) {
  const rates = detail.overall?.questions ?? [];
  const isEmpty = rates.every(({ rate }) => rate === null);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">Answers by question</h2>
      {isEmpty ? (
        <p>There is nothing to tell until a district is accepted.</p>
      ) : (
        <>
          <p>Of the students who were to be asked a question, so many answered it.</p>
          <table className="wide question-table">
            <caption className="sr-only">Answers by question</caption>
            <thead>
              <tr>
                <th scope="col">Question</th>
                <th scope="col">Answered</th>
                <th scope="col" className="numeric">
                  By
                </th>
              </tr>
            </thead>
            <tbody>
              {rates.map(({ question, rate }) => (
                <tr key={question}>
                  <th scope="row">{QUESTION_WORDS[question]}</th>
                  <td>{rate ? <RateBar rate={rate} /> : 'too few to tell'}</td>
                  <td className="numeric">{plural(rate?.districts ?? 0, 'district')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

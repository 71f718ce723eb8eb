import type { CollectionDetail } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { RateBar } from '../RateBar.tsx';

/** Answers per question over all districts, out of those who were asked it. */
export function QuestionTable({ detail }: { readonly detail: CollectionDetail }) {
  const { coordinator, questions, districts, tooFewToTell } = useCatalog(collectMessages);
  const messages = coordinator.answers;
  const rates = detail.overall?.questions ?? [];
  const isEmpty = rates.every(({ rate }) => rate === null);
  return (
    <section aria-labelledby="questions">
      <h2 id="questions">{messages.title}</h2>
      {isEmpty ? (
        <p>{messages.nothing}</p>
      ) : (
        <>
          <p>{messages.lead}</p>
          <table className="wide question-table">
            <caption className="sr-only">{messages.title}</caption>
            <thead>
              <tr>
                <th scope="col">{messages.question}</th>
                <th scope="col">{messages.answered}</th>
                <th scope="col" className="numeric">
                  {messages.by}
                </th>
              </tr>
            </thead>
            <tbody>
              {rates.map(({ question, rate }) => (
                <tr key={question}>
                  <th scope="row">{questions.names[question]}</th>
                  <td>{rate ? <RateBar rate={rate} /> : tooFewToTell}</td>
                  <td className="numeric">{districts({ districtCount: rate?.districts ?? 0 })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

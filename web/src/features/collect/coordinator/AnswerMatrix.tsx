/** Response rates by district and question; a deeper tint is a higher rate, and every cell shows its number. */

import type { CSSProperties } from 'react';
import { QUESTIONS } from '../../../../../server/domain/survey.ts';
import type { CollectionDetail, DistrictStatus, Rate } from '../../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { collectMessages } from '../messages.ts';
import { isAccepted, responseInWords } from '../words.ts';

export function AnswerMatrix({ detail }: { readonly detail: CollectionDetail }) {
  const { coordinator, questions: asked } = useCatalog(collectMessages);
  const messages = coordinator.answers;
  const accepted = detail.districtStates.filter(({ state }) => isAccepted(state));
  const questions = QUESTIONS.filter((question) => detail.questions.includes(question));
  if (accepted.length === 0) return null;
  return (
    <section aria-labelledby="by-district">
      <h2 id="by-district">{messages.byDistrict}</h2>
      <p>{messages.deeper({ fewest: detail.fewest })}</p>
      <Scroll label={messages.matrix}>
        <table className="wide matrix">
          <caption className="sr-only">{messages.matrix}</caption>
          <thead>
            <tr>
              <th scope="col">{messages.district}</th>
              <th scope="col" className="numeric">
                {messages.anyAnswer}
              </th>
              {questions.map((question) => (
                <th key={question} scope="col" className="numeric">
                  {asked.names[question]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accepted.map((district) => (
              <tr key={district.leaId}>
                <th scope="row" translate="no">
                  {district.name}
                </th>
                <AnyAnswer district={district} />
                {questions.map((question) => (
                  <RateCell key={question} rate={district.questionRates[question] ?? null} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function AnyAnswer({ district }: { readonly district: DistrictStatus }) {
  const messages = useCatalog(collectMessages);
  if (district.responseRate === null) return <td className="numeric note">{responseInWords(messages, district)}</td>;
  return <RateCell rate={district.responseRate} />;
}

function RateCell({ rate }: { readonly rate: Rate | null }) {
  const messages = useCatalog(collectMessages);
  if (rate === null) return <td className="numeric note">{messages.coordinator.answers.tooFew}</td>;
  return (
    <td className="numeric tinted" style={{ '--rate': rate.rate } as CSSProperties}>
      {messages.rate({ rate })}
    </td>
  );
}

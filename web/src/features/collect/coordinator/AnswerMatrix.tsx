/** Response rates of every district and question side by side; a deeper tint is a higher rate, and each says its number. */

import type { CSSProperties } from 'react';
import { QUESTIONS } from '../../../../../server/domain/survey.ts';
import type { CollectionDetail, DistrictStatus, Rate } from '../../../../../server/features/collect/contract.ts';
import { boundedPercent } from '../../../lib/format.ts';
import { Scroll } from '../../../ui/Scroll.tsx';
import { isAccepted, QUESTION_WORDS, rateInWords } from '../words.ts';

export function AnswerMatrix({ detail }: { readonly detail: CollectionDetail }) {
  const accepted = detail.districtStates.filter(({ state }) => isAccepted(state));
  const questions = QUESTIONS.filter((question) => detail.questions.includes(question));
  if (accepted.length === 0) return null;
  return (
    <section aria-labelledby="by-district">
      <h2 id="by-district">District by district</h2>
      <p>
        The deeper the tint, the more answered. Of fewer than {detail.fewest} students no rate is told, and rates move
        only when at least as many changed.
      </p>
      <Scroll label="Answers by district and question">
        <table className="wide matrix">
          <caption className="sr-only">Answers by district and question</caption>
          <thead>
            <tr>
              <th scope="col">District</th>
              <th scope="col" className="numeric">
                Any answer
              </th>
              {questions.map((question) => (
                <th key={question} scope="col" className="numeric">
                  {QUESTION_WORDS[question]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {accepted.map((district) => (
              <tr key={district.leaId}>
                <th scope="row">{district.name}</th>
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
  if (district.responseRate === null) return <td className="numeric note">{rateInWords(district)}</td>;
  return <RateCell rate={district.responseRate} />;
}

function RateCell({ rate }: { readonly rate: Rate | null }) {
  if (rate === null) return <td className="numeric note">too few</td>;
  return (
    <td className="numeric tinted" style={{ '--rate': rate.rate } as CSSProperties}>
      {boundedPercent(rate)}
    </td>
  );
}

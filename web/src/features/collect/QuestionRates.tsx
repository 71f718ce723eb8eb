import { QUESTIONS } from '../../../../server/domain/survey.ts';
import type { CollectionDetail, DistrictStatus } from '../../../../server/features/collect/contract.ts';
import { RateBar } from './RateBar.tsx';
import { QUESTION_WORDS } from './words.ts';

export interface QuestionRatesProps {
  readonly asked: CollectionDetail['questions'];
  readonly rates: DistrictStatus['questionRates'];
}

/** One district's share of answers, question by question. */
export function QuestionRates({ asked, rates }: QuestionRatesProps) {
  return (
    <dl className="rates">
      {QUESTIONS.filter((question) => asked.includes(question)).map((question) => {
        const rate = rates[question] ?? null;
        return (
          <div key={question}>
            <dt>{QUESTION_WORDS[question]}</dt>
            <dd>{rate === null ? 'too few to tell' : <RateBar rate={rate} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}

import { QUESTIONS } from '../../../../server/domain/survey.ts';
import type { CollectionDetail, DistrictStatus } from '../../../../server/features/collect/contract.ts';
import { useCatalog } from '../../lib/use-messages.ts';
import { collectMessages } from './messages.ts';
import { RateBar } from './RateBar.tsx';

export interface QuestionRatesProps {
  readonly asked: CollectionDetail['questions'];
  readonly rates: DistrictStatus['questionRates'];
}

/** One district's share of answers, question by question. */
export function QuestionRates({ asked, rates }: QuestionRatesProps) {
  const { questions, tooFewToTell } = useCatalog(collectMessages);
  return (
    <dl className="rates">
      {QUESTIONS.filter((question) => asked.includes(question)).map((question) => {
        const rate = rates[question] ?? null;
        return (
          <div key={question}>
            <dt>{questions.names[question]}</dt>
            <dd>{rate === null ? tooFewToTell : <RateBar rate={rate} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}

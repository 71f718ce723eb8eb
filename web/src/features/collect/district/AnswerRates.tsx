import type { DistrictMessages } from '../../../../../server/domain/messages/en/collect/district.ts';
import { useCatalog } from '../../../lib/use-messages.ts';
import { collectMessages } from '../messages.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import type { DistrictPathProps } from './DistrictPath.tsx';

/** Share of a district's students with any answer, then question by question. */
export function AnswerRates({ district, detail }: DistrictPathProps) {
  const messages = useCatalog(collectMessages).district;
  if (district.responseRate === null)
    return (
      <>
        <h3>{messages.rates}</h3>
        <p>{messages.tooFew}</p>
      </>
    );
  return (
    <>
      <h3>{messages.rates}</h3>
      <p>
        {overallInWords(messages, district, detail)} {messages.notEvery}
      </p>
      <QuestionRates asked={detail.questions} rates={district.questionRates} />
    </>
  );
}

function overallInWords(
  messages: DistrictMessages,
  { responseRate, previousResponseRate, students, enrolled }: DistrictPathProps['district'],
  { previous }: DistrictPathProps['detail'],
): string {
  if (enrolled && students !== null && students > enrolled) return messages.moreThanEnrolled({ students, enrolled });
  const facts = { rate: responseRate ?? { rate: 0 }, isOfEnrolled: Boolean(enrolled) };
  return previous && previousResponseRate !== null
    ? messages.answeredBefore({ ...facts, previous: previous.name, rateBefore: previousResponseRate })
    : messages.answered(facts);
}

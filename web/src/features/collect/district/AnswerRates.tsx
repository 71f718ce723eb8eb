import { grouped } from '../../../lib/counts.ts';
import { boundedPercent } from '../../../lib/format.ts';
import { QuestionRates } from '../QuestionRates.tsx';
import type { DistrictPathProps } from './DistrictPath.tsx';

/** What share of its students answered anything at all, and then each question. */
export function AnswerRates({ district, detail }: DistrictPathProps) {
  if (district.responseRate === null)
    return (
      <>
        <h3>Your response rates</h3>
        <p>There are too few students for a rate.</p>
      </>
    );
  return (
    <>
      <h3>Your response rates</h3>
      <p>
        {overallInWords(district, detail)} Not everybody answers every question: of those whom a question was for, so
        many answered it.
      </p>
      <QuestionRates asked={detail.questions} rates={district.questionRates} />
    </>
  );
}

function overallInWords(
  { responseRate, previousResponseRate, students, enrolled }: DistrictPathProps['district'],
  { previous }: DistrictPathProps['detail'],
): string {
  if (enrolled && students !== null && students > enrolled)
    return `Your file holds more students on the map (${grouped(students)}) than your coordinator has enrolled for you (${grouped(enrolled)}), so what share of all answered cannot be told.`;
  const before =
    previous && previousResponseRate !== null
      ? `; in ${previous.name} it was ${boundedPercent(previousResponseRate)}`
      : '';
  return `${boundedPercent(responseRate ?? { rate: 0 })} of your ${enrolled ? 'enrolled students' : 'students on the map'} answered at least one question${before}.`;
}

/** What a district asks families with: forms, scripts, templates, the dictionary; for everybody. */

import type { Question } from '../../../../server/domain/survey.ts';
import { sizeInWords } from '../../lib/format.ts';
import { Message } from '../../ui/Message.tsx';
import { useSurveyKit } from './queries.ts';

const LANGUAGE_WORDS = { en: 'English', es: 'Spanish' } as const;
const FORMAT_WORDS = { csv: 'CSV', xlsx: 'Excel', html: 'to print' } as const;

/** @param questions those of a collection; undefined: all seven */
export function SurveyKit({ questions }: { readonly questions: readonly Question[] | undefined }) {
  const { data, isPending, error, refetch } = useSurveyKit(questions);
  return (
    <section aria-labelledby="survey-kit">
      <h2 id="survey-kit">Survey kit</h2>
      <p>
        Forms for paper and telephone in English and Spanish, templates and the data dictionary. They come from the same
        definitions that files are checked against.
      </p>
      {isPending && <p className="note">The kit is on its way.</p>}
      {error && (
        <Message tone="failed" title="The kit did not come." action={{ words: 'Try again', act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && (
        <ul className="kit">
          {data.files.map(({ name, title, format, languages, bytes, url }) => (
            <li key={name}>
              <a href={url}>{title}</a>
              <span className="note">
                {[
                  languages.map((language) => LANGUAGE_WORDS[language]).join(' and '),
                  FORMAT_WORDS[format],
                  sizeInWords(bytes),
                ].join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

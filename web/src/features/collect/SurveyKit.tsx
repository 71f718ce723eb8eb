/** What a district asks families with: forms, scripts, templates, the dictionary; for everybody. */
import { Message } from '../../ui/Message.tsx';
import { hrefs } from './http.ts';
import { useSurveyKit } from './queries.ts';
import { sizeInWords } from './words.ts';

export function SurveyKit() {
  const { data, isPending, error, refetch } = useSurveyKit();
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
          {data.files.map(({ file, title, language, format, bytes }) => (
            <li key={file}>
              <a href={hrefs.surveyKit(file)}>{title}</a>
              <span className="note">{[language, format, sizeInWords(bytes)].join(' · ')}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

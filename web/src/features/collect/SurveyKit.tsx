/** Materials for asking families: forms, scripts, templates, the dictionary; public. */

import type { Question } from '../../../../server/domain/survey.ts';
import { useCatalog, useMessages } from '../../lib/use-messages.ts';
import { Coming } from '../../ui/Coming.tsx';
import { Message } from '../../ui/Message.tsx';
import { collectMessages } from './messages.ts';
import { useSurveyKit } from './queries.ts';

/** @param questions those of a collection; undefined = all seven */
export function SurveyKit({ questions }: { readonly questions: readonly Question[] | undefined }) {
  const { kit } = useCatalog(collectMessages);
  const { tryAgain } = useMessages();
  const { data, isPending, error, refetch } = useSurveyKit(questions);
  return (
    <section aria-labelledby="survey-kit">
      <h2 id="survey-kit">{kit.title}</h2>
      <p>{kit.lead}</p>
      {isPending && <Coming words={kit.onItsWay} />}
      {error && (
        <Message tone="failed" title={kit.didNotCome} action={{ words: tryAgain, act: () => void refetch() }}>
          {error.message}
        </Message>
      )}
      {data && (
        <ul className="kit">
          {data.files.map(({ name, title, format, languages, bytes, url }) => (
            <li key={name}>
              <a href={url}>{kit.file({ file: name, title })}</a>
              <span className="note">{kit.about({ languages, format, bytes })}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The words of a message in both languages, to edit, and as they arrive at a district. */
import { useState } from 'react';
import { fieldsOf, filled, isForFamilies, type OutreachMessage } from '../../../../server/domain/outreach/messages.ts';
import { textParts } from '../../../../server/domain/outreach/text-parts.ts';
import { useCatalog, useLanguage } from '../../lib/use-messages.ts';
import { Field } from '../../ui/Field.tsx';
import { type MessageDrafts, type MessageTexts, pageMessages } from './queries.ts';

interface MessageWordsProps {
  readonly message: OutreachMessage;
  readonly texts: MessageTexts;
  readonly drafts: MessageDrafts;
  readonly isEdited: boolean;
  /** Undefined: back to what was proposed. */
  readonly change: (texts: MessageTexts | undefined) => void;
}

const LANGUAGES = ['en', 'es'] as const;
type Written = (typeof LANGUAGES)[number];

export function MessageWords({ message, texts, drafts, isEdited, change }: MessageWordsProps) {
  const { messages } = useCatalog(pageMessages);
  const [language, setLanguage] = useState<Written>(useLanguage() === 'es' ? 'es' : 'en');
  const words = texts[language];
  const edit = (part: Partial<MessageTexts['en']>) => change({ ...texts, [language]: { ...words, ...part } });
  const names = fieldsOf(message);
  return (
    <div className="outreach-words">
      <div>
        <fieldset className="outreach-languages">
          <legend>{messages.language}</legend>
          {LANGUAGES.map((one) => (
            <label key={one}>
              <input type="radio" name="written-in" checked={language === one} onChange={() => setLanguage(one)} />
              {messages.languages[one]}
            </label>
          ))}
        </fieldset>
        {message !== 'text' && (
          <Field label={messages.subject} value={words.subject} most={300} change={(subject) => edit({ subject })} />
        )}
        <Field
          key={message}
          label={messages.text}
          value={words.text}
          lines={message === 'text' ? 4 : 16}
          most={5000}
          note={isForFamilies(message) ? messages.familyFields({ names }) : messages.fields({ names })}
          change={(text) => edit({ text })}
        />
        {isEdited && (
          <button type="button" className="button quiet" onClick={() => change(undefined)}>
            {messages.again}
          </button>
        )}
      </div>
      <Preview message={message} words={words} language={language} drafts={drafts} />
    </div>
  );
}

interface PreviewProps {
  readonly message: OutreachMessage;
  readonly words: MessageTexts['en'];
  readonly language: Written;
  readonly drafts: MessageDrafts;
}

/** Filled as the server fills it, except for the link, which nobody is shown. */
function Preview({ message, words, language, drafts }: PreviewProps) {
  const { messages } = useCatalog(pageMessages);
  const [chosen, setChosen] = useState(drafts.districts[0]?.leaId);
  const district = drafts.districts.find(({ leaId }) => leaId === chosen);
  if (!district) return null;
  const { leaId, name, contact } = district;
  const values = {
    district: name,
    contact: contact?.name.trim() || name,
    page: `${drafts.pageBase}/place/school_district/${leaId}`,
    link: messages.linkHere,
  };
  const text = filled(words.text, values);
  const { length, parts, outside } = textParts(text);
  return (
    <section className="outreach-preview" aria-labelledby="as-it-arrives">
      <h2 id="as-it-arrives">{messages.preview}</h2>
      <div className="field">
        <label htmlFor="preview-of">{messages.previewOf}</label>
        <select id="preview-of" value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {drafts.districts.map((one) => (
            <option key={one.leaId} value={one.leaId} translate="no">
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <div className="outreach-letter" lang={language} translate="no">
        {message !== 'text' && <p className="outreach-subject">{filled(words.subject, values)}</p>}
        <p>{text}</p>
      </div>
      {message === 'text' && (
        <p className="note" role="status">
          {messages.parts({ letterCount: length, partCount: parts })}
          {outside.length > 0 && ` ${messages.outside({ letters: outside })}`}
        </p>
      )}
    </section>
  );
}

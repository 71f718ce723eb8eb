/** Links to the same page in each language, named in that language. */
import { LANGUAGE_NAMES, LANGUAGES, writtenIn } from '../../../server/domain/messages/language.ts';
import { chooseLanguage, useLanguage } from '../lib/use-messages.ts';

export function LanguageSwitch() {
  const language = writtenIn(useLanguage());
  return LANGUAGES.filter((other) => other !== language).map((other) => (
    <button
      key={other}
      type="button"
      className="language-switch"
      lang={other}
      translate="no"
      onClick={() => void chooseLanguage(other)}
    >
      {LANGUAGE_NAMES[other]}
    </button>
  ));
}

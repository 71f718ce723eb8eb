import type { Language } from '../../domain/messages/language.ts';
import { writtenCode } from '../../domain/survey/element.ts';
import { answerLabel, WORDING } from '../../domain/survey/wording.ts';
import { type Code, type Question, SURVEY_CODES } from '../../domain/survey.ts';
import { escaped, page } from './page.ts';
import { type Next, nextInWords, whereNext } from './paper.ts';
import { FORM_WORDS, PHONE_WORDS } from './words.ts';

/** The caller's script: the opening, each question with the code to write down and the next question, and kind replies. */
export function phoneScript(language: Language, questions: readonly Question[]): string {
  const words = PHONE_WORDS[language];
  const list = (texts: readonly string[]) =>
    `<ul>\n${texts.map((text) => `<li>${escaped(text)}</li>`).join('\n')}\n</ul>`;
  const replies = words.replies
    .map(([asked, reply]) => `<dt>“${escaped(asked)}”</dt>\n<dd>${escaped(reply)}</dd>`)
    .join('\n');
  return page(
    language,
    words.title,
    STYLE,
    `<h1>${escaped(words.title)}</h1>
<h2>${escaped(words.before)}</h2>
${list(words.beforeSteps)}
<p class="say">${escaped(words.opening)}</p>
${list([words.ifYes, words.ifLater, words.ifNo])}
<h2>${escaped(words.questions)}</h2>
<p>${escaped(words.howTo)} ${escaped(words.orElse)}</p>
<ol>
${questions.map((question) => questionHtml(question, language, questions)).join('\n')}
</ol>
<h2>${escaped(words.closing)}</h2>
<p class="say">${escaped(words.closingWords)}</p>
<h2>${escaped(words.whenAsked)}</h2>
<dl>
${replies}
</dl>
<p>${escaped(FORM_WORDS[language].privacy)}</p>`,
  );
}

function questionHtml(question: Question, language: Language, questions: readonly Question[]): string {
  const codes: readonly Code<Question>[] = SURVEY_CODES[question];
  const after = codes.map((code) => whereNext(question, code, questions));
  // One arrow for the question if all its answers lead to the same place.
  const isShared = after.every((next) => next === after[0]);
  const arrow = (next: Next) =>
    next === undefined ? '' : ` <span class="go">→ ${escaped(nextInWords(next, language))}</span>`;
  const answers = codes.map(
    (code, i) =>
      `<li data-code="${escaped(String(code))}"><span>${escaped(answerLabel(question, code)[language])}</span><span><b>${escaped(writtenCode(code))}</b>${isShared ? '' : arrow(after[i])}</span></li>`,
  );
  return `<li data-question="${question}"><p class="say">${escaped(WORDING[question].ask[language])}</p>
<ul class="answers">
${answers.join('\n')}
</ul>${isShared ? arrow(after[0]) : ''}</li>`;
}

const STYLE = `h2 { font-size: 1.1em; margin: 0.8em 0 0.2em; break-after: avoid }
ul { margin: 0.2em 0; padding-left: 1.3em }
ol { margin: 0; padding-left: 1.7em }
ol > li { margin: 0.6em 0; break-inside: avoid }
ol > li::marker { font-weight: 700 }
.say { font-weight: 700; border-left: 4px solid #0b5c8a; padding-left: 0.6em }
.answers { list-style: none; padding: 0 }
.answers li { display: grid; grid-template-columns: 1fr 1fr; gap: 0 0.8em; align-items: baseline; padding: 0.12em 0; border-bottom: 1px solid #bbb }
.answers b { padding: 0 0.4em; border: 1px solid #111; border-radius: 3px; font-weight: 600 }
.answers b, .go { white-space: nowrap }
dt { font-weight: 700; margin-top: 0.4em; break-after: avoid }
dd { margin: 0 0 0 1em }
@media screen and (max-width: 600px) {
  main { padding: 1rem }
  body { font-size: 1rem }
  ol { padding-left: 1.4em }
  .answers li { display: flex; flex-wrap: wrap; justify-content: space-between; padding: 0.4em 0 }
}
@media print {
  body { font-size: 10.5pt; line-height: 1.25 }
  h2 { margin-top: 0.6em }
  ol > li { margin: 0.4em 0 }
}`;

import type { Language } from '../../domain/messages/language.ts';
import { questionAfter } from '../../domain/survey/asked.ts';
import { answerLabel, WORDING } from '../../domain/survey/wording.ts';
import { type Code, type Question, SURVEY_CODES } from '../../domain/survey.ts';
import { escaped, page } from './page.ts';
import { FORM_WORDS } from './words.ts';

/** The paper form: one side of letter paper, with boxes to tick and the next question after each answer. */
export function paperForm(language: Language, questions: readonly Question[]): string {
  const words = FORM_WORDS[language];
  const items = questions.map((question) => questionHtml(question, language, questions)).join('\n');
  return page(
    language,
    words.title,
    STYLE,
    `<h1>${escaped(words.title)}</h1>
<p>${escaped(words.lead)} ${escaped(words.tickOne)}</p>
<p class="who"><span>${escaped(words.student)}</span><span>${escaped(words.school)}</span><span>${escaped(words.grade)}</span></p>
<ol>
${items}
</ol>
<p class="privacy">${escaped(words.privacy)}</p>
<p class="thanks">${escaped(words.thanks)}</p>`,
  );
}

function questionHtml(question: Question, language: Language, questions: readonly Question[]): string {
  const codes: readonly Code<Question>[] = SURVEY_CODES[question];
  const after = codes.map((code) => whereNext(question, code, questions));
  // One arrow for the question if all its answers lead to the same place.
  const shared = after.every((next) => next === after[0]) ? after[0] : undefined;
  const arrow = (next: Next) =>
    next === undefined ? '' : ` <span class="go">→ ${escaped(nextInWords(next, language))}</span>`;
  const answers = codes.map(
    (code, i) =>
      `<li data-code="${escaped(String(code))}"><span class="box" aria-hidden="true"></span>${escaped(answerLabel(question, code)[language])}${shared === undefined ? arrow(after[i]) : ''}</li>`,
  );
  const hint =
    question === 'internet_type' && questions[0] === 'internet_access'
      ? ` <small>${escaped(FORM_WORDS[language].noConnection)}</small>`
      : '';
  return `<li class="question" data-question="${question}"><p class="ask">${escaped(WORDING[question].ask[language])}${arrow(shared)}${hint}</p>
<ul class="${codes.length > 4 ? 'many' : 'few'}">
${answers.join('\n')}
</ul></li>`;
}

/** Number of the next question, 'end', or undefined if it is simply the following one. */
export type Next = number | 'end' | undefined;

export function whereNext(question: Question, code: Code<Question>, questions: readonly Question[]): Next {
  const after = questionAfter(question, code, questions);
  const here = questions.indexOf(question);
  if (after === null) return here === questions.length - 1 ? undefined : 'end';
  const there = questions.indexOf(after);
  return there === here + 1 ? undefined : there + 1;
}

export function nextInWords(next: Exclude<Next, undefined>, language: Language): string {
  const words = FORM_WORDS[language];
  return next === 'end' ? words.finished : words.goTo(next);
}

const STYLE = `body > main > p { margin: 0.25em 0 }
.who { display: grid; grid-template-columns: 2fr 2fr 1fr; gap: 0.2in; margin: 0.9em 0 0.7em !important }
.who span { border-bottom: 1.5px solid #111; padding-bottom: 0.15em; font-size: 0.85em }
ol { margin: 0; padding-left: 1.6em }
ol > li { margin: 0.5em 0; break-inside: avoid }
ol > li::marker { font-weight: 700 }
.ask { margin: 0 0 0.15em; font-weight: 700 }
ul { list-style: none; margin: 0; padding: 0 }
ul.many { columns: 2; column-gap: 0.25in }
ul.few { display: flex; flex-wrap: wrap; gap: 0.1em 0.35in }
ul li { padding: 0.06em 0 0.06em 1.55em; text-indent: -1.55em; break-inside: avoid }
.box { display: inline-block; width: 0.95em; height: 0.95em; margin-right: 0.6em; border: 1.6px solid #111; border-radius: 2px; vertical-align: -0.1em; text-indent: 0 }
.go { font-weight: 700; font-style: normal; white-space: nowrap }
small { display: block; font-weight: 400; font-size: 0.82em }
.privacy { border: 1.5px solid #111; border-radius: 4px; padding: 0.35em 0.6em; margin-top: 0.6em !important }
.thanks { font-weight: 700 }`;

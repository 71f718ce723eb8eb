/** A letter to families as a page to print. */
import { escaped } from '../../platform/page.ts';
import type { FilledMessage } from './send.ts';

const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:38rem;margin:3rem auto;padding:0 1.5rem;color:#1b2125}h1{font-size:1.25rem}@page{margin:1in}';

export function letterPage({ language, subject, text }: Pick<FilledMessage, 'language' | 'subject' | 'text'>): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`);
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title><style>${STYLE}</style></head>
<body><h1>${escaped(subject)}</h1>
${paragraphs.join('\n')}
</body>
</html>
`;
}

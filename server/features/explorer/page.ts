/** All that the API answers, as one page: it needs no script, and its own words come in the reader's language. */
import type { ExplorerMessages } from '../../domain/messages/en/explorer.ts';
import type { ShownLanguage } from '../../domain/messages/language.ts';
import { BRAND, escaped, htmlPage } from '../../platform/page.ts';
import { fieldsOf, kindOf, type Schema } from './shape.ts';

interface Content {
  readonly [type: string]: { readonly schema?: Schema };
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Content };
  readonly security?: readonly object[];
  readonly responses?: Readonly<Record<string, { readonly content?: Content }>>;
}

/** An OpenAPI description, as far as the page shows it. */
export interface Described {
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

interface Route extends Operation {
  readonly method: string;
  readonly path: string;
}

export function explorerPage(messages: ExplorerMessages, language: ShownLanguage, described: Described): string {
  const groups = groupsOf(described, Object.keys(messages.groups));
  const title = (group: string) => escaped(messages.groups[group] ?? group);
  const [before = '', link = '', after = ''] = messages.description.split(/<\/?openapi>/);
  return htmlPage({
    language,
    title: messages.title,
    style: STYLE,
    body: `${BRAND}
<h1>${escaped(messages.title)}</h1>
<p>${escaped(messages.lead)}</p>
<p>${escaped(before)}<a href="/openapi.json">${escaped(link)}</a>${escaped(after)}</p>
<nav aria-label="${escaped(messages.contents)}"><ul>
${groups.map(([group]) => `<li><a href="#${group}">${title(group)}</a></li>`).join('\n')}
</ul></nav>
${groups.map(([group, routes]) => `<section id="${group}"><h2>${title(group)}</h2>\n${routes.map((route) => routeOf(messages, route)).join('\n')}</section>`).join('\n')}`,
  });
}

/** Routes by group, in the order of the groups that have a name; the others last. */
function groupsOf({ paths = {} }: Described, known: readonly string[]): [string, Route[]][] {
  const groups = new Map<string, Route[]>(known.map((group) => [group, []]));
  for (const [path, operations] of Object.entries(paths))
    for (const [method, operation] of Object.entries(operations)) {
      const own = groups.get(operation.tags?.[0] ?? OTHER) ?? groups.get(OTHER);
      own?.push({ ...operation, method: method.toUpperCase(), path });
    }
  return [...groups].filter(([, routes]) => routes.length > 0);
}

const OTHER = 'other';

function routeOf(messages: ExplorerMessages, route: Route): string {
  const { method, path, summary, description, parameters = [], requestBody, security, responses = {} } = route;
  const isOpen = method === 'GET' && !path.includes('{') && !security && !path.startsWith('/api/v1/me');
  const answers = Object.entries(responses).filter(([status]) => /^[23]/.test(status));
  return `<article>
<h3 translate="no"><span class="method">${method}</span> <code>${escaped(path)}</code></h3>
${[summary, description].flatMap((text) => (text ? [`<p lang="en" translate="no">${escaped(text)}</p>`] : [])).join('\n')}
${security ? `<p class="note">${escaped(messages.needsToken)}</p>` : ''}${isOpen ? `<p><a href="${path}">${escaped(messages.open)}</a></p>` : ''}
${parameters.length > 0 ? opened(messages.takes, parametersOf(messages, parameters)) : ''}
${requestBody ? opened(messages.sends, contentOf(messages, requestBody.content ?? {})) : ''}
${answers.map(([status, answer]) => opened(messages.answers({ status: Number(status) }), contentOf(messages, answer.content ?? {}))).join('\n')}
</article>`;
}

function opened(title: string, body: string): string {
  return `<details><summary>${escaped(title)}</summary>\n${body}\n</details>`;
}

function parametersOf(messages: ExplorerMessages, parameters: readonly Parameter[]): string {
  return `<ul>\n${parameters
    .map(({ name, in: where, required, description, schema = {} }) => {
      const value = schema.default;
      const marks = [
        ...(where === 'path' ? [messages.inPath] : required && value === undefined ? [messages.required] : []),
        ...(value === undefined ? [] : [messages.byDefault({ value: String(value) })]),
      ];
      return itemOf(name, description === undefined ? schema : { ...schema, description }, marks);
    })
    .join('\n')}\n</ul>`;
}

function contentOf(messages: ExplorerMessages, content: Content): string {
  const bodies = Object.entries(content);
  if (bodies.length === 0) return `<p>${escaped(messages.noContent)}</p>`;
  return bodies
    .map(
      ([type, { schema = {} }]) =>
        `<p translate="no"><code>${escaped(type)}</code> ${escaped(kindOf(schema))}</p>\n${listOf(schema)}`,
    )
    .join('\n');
}

function listOf(schema: Schema): string {
  const fields = fieldsOf(schema);
  if (fields.length === 0) return '';
  return `<ul>\n${fields.map((field) => itemOf(field.name, field.schema, [])).join('\n')}\n</ul>`;
}

/** @param marks words about the value, in the reader's language */
function itemOf(name: string, schema: Schema, marks: readonly string[]): string {
  const { description } = schema;
  const said = [
    `<span translate="no"><code>${escaped(name)}</code> <span class="kind">${escaped(kindOf(schema))}</span></span>`,
    ...marks.map((mark) => `<span class="kind">(${escaped(mark)})</span>`),
    ...(description ? [`<span lang="en" translate="no">${escaped(description)}</span>`] : []),
  ];
  return `<li>${said.join(' ')}${listOf(schema)}</li>`;
}

const STYLE = `nav ul { display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; margin: 1.25rem 0; padding: 0; list-style: none }
nav a { display: inline-block; padding: 0.4rem 0 }
article { border-top: 1px solid #d9d5ca; padding: 0.75rem 0 }
h3 { font-size: 1rem; font-weight: 650; margin: 0; overflow-wrap: anywhere }
code { font: 0.9375em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace; overflow-wrap: anywhere }
.method { display: inline-block; min-width: 3.5rem; color: #1a5872 }
.kind { color: #565d62; overflow-wrap: anywhere }
summary { padding: 0.5rem 0; color: #1a5872; cursor: pointer }
details ul { margin: 0 0 0.25rem; padding: 0 0 0 1.1rem }
details li { margin: 0.25rem 0 }`;

/** Every place of every request in which a value can stand, from the OpenAPI description of the application. */

export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: Schema;
}

export interface Operation {
  readonly method: string;
  readonly path: string;
  /** Values of the parts of the path. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: object | undefined;
}

export interface RequestPlace {
  readonly in: 'path' | 'query' | 'body';
  readonly name: string;
  /** Steps to it in a body. */
  readonly steps: readonly (string | number)[];
  readonly schema: Schema;
  /** What stands there otherwise. */
  readonly base: unknown;
}

interface Fillings {
  readonly collection: number;
  /** Fields of every body there is; each route takes its own. */
  readonly body: Readonly<Record<string, unknown>>;
}

export function placesOf(
  paths: Readonly<Record<string, Readonly<Record<string, object>>>>,
  fillings: Fillings,
): { operation: Operation; places: RequestPlace[] }[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, described]) => {
      const { parameters = [], requestBody } = described as {
        parameters?: readonly Parameter[];
        requestBody?: { content?: Record<string, { schema?: Schema }> };
      };
      const inPath = parameters.filter((each) => each.in === 'path');
      const inQuery = parameters.filter((each) => each.in === 'query');
      const bodySchema = requestBody?.content?.['application/json']?.schema;
      const fields = fieldsOf(bodySchema) ?? {};
      const body = bodySchema && Object.fromEntries(Object.keys(fields).map((name) => [name, fillings.body[name]]));
      const operation: Operation = {
        method: method.toUpperCase(),
        path,
        parts: Object.fromEntries(inPath.map(({ name }) => [name, partOf(name, path, fillings)])),
        query: Object.fromEntries(
          inQuery
            .filter(({ required, schema }) => required && schema.default === undefined)
            .map(({ name }) => [name, queryOf(name)]),
        ),
        body,
      };
      const places: RequestPlace[] = [
        ...inPath.map(({ name, schema }) => ({
          in: 'path' as const,
          name,
          steps: [],
          schema,
          base: operation.parts[name],
        })),
        ...inQuery.map(({ name, schema }) => ({ in: 'query' as const, name, steps: [], schema, base: undefined })),
        ...leavesOf({ properties: fields }, body ?? {}, []),
      ];
      return { operation, places };
    }),
  );
}

/** @param value in place of what stands at the place otherwise; numbers of a body as JSON writes them */
export function requestOf(
  { method, path, parts, query, body }: Operation,
  place?: RequestPlace,
  value = '',
): { method: string; url: string; payload: string | undefined } {
  const filled = Object.entries(place?.in === 'path' ? { ...parts, [place.name]: value } : parts).reduce(
    (text, [name, part]) => text.replace(`{${name}}`, encodeURIComponent(part)),
    path,
  );
  const asked = new URLSearchParams(place?.in === 'query' ? { ...query, [place.name]: value } : query);
  return {
    method,
    url: asked.size === 0 ? filled : `${filled}?${asked}`,
    payload: body && payloadOf(body, place?.in === 'body' ? place : undefined, value),
  };
}

const MARK = 'the value that is tried';

function payloadOf(body: object, place: RequestPlace | undefined, value: string): string {
  if (!place) return JSON.stringify(body);
  const changed = structuredClone(body) as Record<string | number, unknown>;
  let holder = changed;
  for (const step of place.steps.slice(0, -1)) holder = holder[step] as Record<string | number, unknown>;
  const last = place.steps.at(-1) ?? '';
  holder[last] = MARK;
  const written = /^-?\d/.test(value) && isNumber(place.schema) ? value : JSON.stringify(value);
  return JSON.stringify(changed).replace(JSON.stringify(MARK), written);
}

export function isNumber({ type }: Schema): boolean {
  return [type].flat().some((each) => each === 'integer' || each === 'number');
}

function fieldsOf(schema: Schema | undefined): Readonly<Record<string, Schema>> | undefined {
  return schema?.properties ?? schema?.anyOf?.map(fieldsOf).find((fields) => fields !== undefined);
}

function leavesOf(schema: Schema, base: unknown, steps: readonly (string | number)[]): RequestPlace[] {
  if (schema.properties)
    return Object.entries(schema.properties).flatMap(([name, inner]) =>
      leavesOf(inner, (base as Record<string, unknown> | undefined)?.[name], [...steps, name]),
    );
  if (schema.items) return leavesOf(schema.items, (base as unknown[] | undefined)?.[0], [...steps, 0]);
  return [{ in: 'body', name: String(steps.at(-1)), steps, schema, base }];
}

const UPLOAD = '00000000-0000-4000-8000-000000000000';
const PARTS: Readonly<Record<string, string>> = {
  release: '1',
  layer: 'hexes',
  z: '6',
  x: '17',
  y: '24',
  kind: 'county',
  h3: '882aac4411fffff',
  file: 'dictionary.csv',
  token: 'nobody-was-given-this',
  tokenId: '999',
  issuer: 'none',
  code: 'nobody-made1',
  state: '54',
  leaId: '5400240',
  version: '0123456789abcdef',
};

/** @throws Error on a part that is not known here: a new route has to be tried too */
function partOf(name: string, path: string, { collection }: Fillings): string {
  if (name === 'attachment') return UPLOAD;
  if (/\/(rounds|qualifications?|commitments)\//.test(path)) return name === 'move' ? 'open' : '999999';
  if (name === 'id' && path.includes('/clusters/')) return 'c0';
  if (name === 'id' && /\/(plans|alerts|corrections|notes|windows|mail)\//.test(path)) return '999999';
  if (name === 'id' && /\/(places|briefs|stories)\//.test(path)) return '54015';
  if (name === 'file' && path.includes('/briefs/')) return 'page.pdf';
  if (name === 'id' && /^\/(sessions|people|sign-in)\//.test(path)) return '999999';
  if (name === 'id' && /\/(uploads|scenarios)\//.test(path)) return UPLOAD;
  if (name === 'id' && path.includes('/collections/')) return String(collection);
  const part = PARTS[name];
  if (part === undefined) throw new Error(`what to fill ${name} of ${path} with is not known`);
  return part;
}

function queryOf(name: string): string {
  if (name === 'offset') return '0';
  if (name === 'state') return '54';
  if (name === 'filing') return '1';
  if (name === 'provider') return '130001';
  if (name === 'kind') return 'coverage';
  if (name === 'level') return '6';
  if (['name', 'file', 'says'].includes(name)) return 'x';
  throw new Error(`what to fill ${name} with is not known`);
}

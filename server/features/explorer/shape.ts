/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** What kind of value, in the words of JSON: "array of integer | null", "public | agency", "integer, 1 to 1000". */
export function kindOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.const !== undefined) return String(schema.const);
  if (schema.anyOf) return [...new Set(schema.anyOf.map(kindOf))].join(' | ');
  if (schema.type === 'array') return `array of ${kindOf(schema.items ?? {})}`;
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? ['any']).join(' | ');
  const { minimum, maximum, pattern } = schema;
  if (minimum !== undefined && maximum !== undefined) return `${type}, ${minimum} to ${maximum}`;
  return pattern === undefined ? type : `${type}, ${pattern}`;
}

/** Fields of an object, of the items of an array, or of whichever alternative has some. */
export function fieldsOf(schema: Schema): readonly { name: string; schema: Schema; isRequired: boolean }[] {
  if (schema.items) return fieldsOf(schema.items);
  if (schema.anyOf) return schema.anyOf.map(fieldsOf).find((fields) => fields.length > 0) ?? [];
  return [
    ...Object.entries(schema.properties ?? {}).map(([name, inner]) => ({
      name,
      schema: inner,
      isRequired: schema.required?.includes(name) ?? false,
    })),
    ...Object.entries(schema.patternProperties ?? {}).map(([name, inner]) => ({
      name,
      schema: inner,
      isRequired: false,
    })),
  ];
}

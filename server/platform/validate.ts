/** How requests are checked against the schemas of their routes. */
import { AjvCompiler } from '@fastify/ajv-compiler';
import type { FastifyInstance, FastifySchema, FastifySchemaCompiler } from 'fastify';

type Compile = FastifySchemaCompiler<FastifySchema>;

/**
 * An address is text, of which numbers are read; a body says its types. Neither takes a blank for a zero. Infinite
 * numbers (1e309), which the validator would pass, are checked against the bounds of their field.
 */
export function validateRequests(app: FastifyInstance): void {
  const compilerOf = AjvCompiler();
  const ofBody = compilerOf({}, { customOptions: { coerceTypes: false } }) as Compile;
  const ofAddress = compilerOf({}, { customOptions: { strictNumbers: false } }) as Compile;
  app.setValidatorCompiler((part) => {
    if (part.httpPart === 'body') return ofBody(part);
    const check = ofAddress(part);
    const numbers = numbersOf(part.schema);
    const checkFilled: ReturnType<Compile> = (data: Record<string, unknown>) => {
      for (const name of numbers) if (isBlank(data[name])) data[name] = 'blank';
      const result = check(data);
      checkFilled.errors = check.errors ?? null;
      return result;
    };
    return checkFilled;
  });
}

function numbersOf(schema: FastifySchema): string[] {
  const { properties = {} } = schema as { properties?: Record<string, { type?: string }> };
  return Object.keys(properties).filter((name) => /^(integer|number)$/.test(properties[name]?.type ?? ''));
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

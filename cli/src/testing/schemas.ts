import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The part of JSON Schema that our schema uses. */
export interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly pattern?: string;
  readonly minimum?: number;
}

/** By the name of what is printed: "check". */
export function schemaOf(name: string): Schema {
  const file = path.resolve(import.meta.dirname, `../../../schema/netsplit-${name}.schema.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Schema;
}

/**
 * The places where a value does not match the schema, fields unknown to the schema included: they would be
 * undocumented.
 */
export function wrong(value: unknown, part: Schema, at = '', whole = part): string[] {
  if (part.$ref !== undefined) return wrong(value, whole.$defs?.[part.$ref.replace('#/$defs/', '')] ?? {}, at, whole);
  if (part.anyOf !== undefined)
    return part.anyOf.some((one) => wrong(value, one, at, whole).length === 0) ? [] : [`${at}: none of anyOf`];
  if ('const' in part) return value === part.const ? [] : [`${at}: not ${JSON.stringify(part.const)}`];
  if (part.enum !== undefined)
    return part.enum.includes(value) ? [] : [`${at}: not one of ${JSON.stringify(part.enum)}`];
  if (part.type === undefined) return [`${at}: the schema says nothing`];
  const types = typeof part.type === 'string' ? [part.type] : part.type;
  const is =
    value === null
      ? 'null'
      : Array.isArray(value)
        ? 'array'
        : Number.isInteger(value) && !types.includes('number')
          ? 'integer'
          : typeof value;
  if (!types.includes(is)) return [`${at}: ${is} instead of ${types.join(' or ')}`];
  if (Array.isArray(value)) return value.flatMap((one, i) => wrong(one, part.items ?? {}, `${at}[${i}]`, whole));
  if (typeof value === 'string' && part.pattern !== undefined && !new RegExp(part.pattern).test(value))
    return [`${at}: ${value}`];
  if (typeof value === 'number' && part.minimum !== undefined && value < part.minimum) return [`${at}: ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  const fields = value as Readonly<Record<string, unknown>>;
  const missing = (part.required ?? []).filter((name) => !(name in fields)).map((name) => `${at}.${name} is missing`);
  return [
    ...missing,
    ...Object.entries(fields).flatMap(([name, one]) =>
      part.properties?.[name] === undefined
        ? [`${at}.${name} is not in the schema`]
        : wrong(one, part.properties[name], `${at}.${name}`, whole),
    ),
  ];
}

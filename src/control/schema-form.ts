// A graphic's form: what its options' JSON Schema says, as fields that a page can draw.

/** `other`: a kind that has no control of its own; it is edited as JSON. */
export type Field = {
  readonly name: string;
  readonly label: string;
  /** The schema's description; empty when it has none. */
  readonly hint: string;
} & (
  | { readonly kind: 'choice'; readonly choices: readonly (string | number)[]; readonly nullable: boolean }
  | { readonly kind: 'toggle' }
  | {
      readonly kind: 'number';
      readonly min?: number;
      readonly max?: number;
      readonly step: number | 'any';
      readonly nullable: boolean;
    }
  | { readonly kind: 'text'; readonly maxLength?: number; readonly nullable: boolean }
  | { readonly kind: 'colour'; readonly nullable: boolean }
  | { readonly kind: 'other' }
);

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOf = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

/** The fields of an object's schema, in its order. */
export function fieldsOf(schema: Json): readonly Field[] {
  if (!isObject(schema.properties)) return [];
  return Object.entries(schema.properties).map(([name, property]) =>
    fieldOf(name, isObject(property) ? property : {}),
  );
}

/** `showNames` and `show-names` read `Show names`. */
const labelOf = (name: string): string => {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const COLOUR_PATTERN = /^\^#\[0-9a-f(A-F)?]\{6\}\$$/i;

function fieldOf(name: string, given: Json): Field {
  const { schema, nullable } = withoutNull(given);
  const label = textOf(given.title) || textOf(schema.title) || labelOf(name);
  const head = { name, label, hint: textOf(given.description) || textOf(schema.description) };
  const choices = choicesOf(schema);
  if (choices) return { ...head, kind: 'choice', choices, nullable };
  switch (schema.type) {
    case 'boolean':
      return nullable ? { ...head, kind: 'other' } : { ...head, kind: 'toggle' };
    case 'integer':
    case 'number':
      return { ...head, kind: 'number', ...bounds(schema), nullable };
    case 'string': {
      if (COLOUR_PATTERN.test(textOf(schema.pattern))) return { ...head, kind: 'colour', nullable };
      const maxLength = numberOf(schema.maxLength);
      return { ...head, kind: 'text', nullable, ...(maxLength === undefined ? {} : { maxLength }) };
    }
    default:
      return { ...head, kind: 'other' };
  }
}

/** `type: [something, null]` and `anyOf: [something, null]` are something that may be left empty. */
function withoutNull(schema: Json): { readonly schema: Json; readonly nullable: boolean } {
  if (Array.isArray(schema.type)) {
    const types = schema.type.filter((type) => type !== 'null');
    const type: unknown = types.length === 1 ? types[0] : types;
    return { schema: { ...schema, type }, nullable: types.length < schema.type.length };
  }
  const options = Array.isArray(schema.anyOf) ? schema.anyOf.filter(isObject) : [];
  const real = options.filter(({ type }) => type !== 'null');
  const [only] = real;
  return only && real.length === 1 && options.length === 2
    ? { schema: only, nullable: true }
    : { schema, nullable: false };
}

function choicesOf({ enum: given, anyOf, oneOf }: Json): readonly (string | number)[] | null {
  const alternatives = Array.isArray(anyOf) ? anyOf : Array.isArray(oneOf) ? oneOf : null;
  const all = Array.isArray(given)
    ? given
    : alternatives?.map((one: unknown) => (isObject(one) ? one.const : undefined));
  if (!all || all.length === 0) return null;
  const choices = all.filter((one) => typeof one === 'string' || typeof one === 'number');
  return choices.length === all.length ? choices : null;
}

/** Bounds as an input wants them. JSON Schema's own limits of a safe integer are no bounds. */
function bounds(schema: Json): { min?: number; max?: number; step: number | 'any' } {
  const real = (value: unknown): number | undefined => {
    const bound = numberOf(value);
    return bound !== undefined && Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  };
  const min = real(schema.minimum);
  const max = real(schema.maximum);
  const step = numberOf(schema.multipleOf) ?? (schema.type === 'integer' ? 1 : 'any');
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), step };
}

/** What was typed into a field, as the option's value; undefined when it is none (an empty number, JSON that does not parse). */
export function valueOf(field: Field, typed: string): unknown {
  if ('nullable' in field && field.nullable && typed === '') return null;
  switch (field.kind) {
    case 'toggle':
      return typed === 'true';
    case 'number':
      return typed.trim() !== '' && Number.isFinite(Number(typed)) ? Number(typed) : undefined;
    case 'choice':
      return field.choices.find((choice) => String(choice) === typed);
    case 'text':
    case 'colour':
      return typed;
    case 'other':
      try {
        return JSON.parse(typed) as unknown;
      } catch {
        return undefined;
      }
    default: {
      const never: never = field;
      return never;
    }
  }
}

// What a host gives a graphic, read: hosts send parts of the form, text for numbers, "1" for true, and fields that are nobody's.
import type { Graphic } from '../../stage/graphic.ts';
import { type FormField, formOf, type Source, sourceSchema } from './form.ts';
import { type Told, toldSchema } from './told.ts';

/** All fields of a form as they stand. A new object only where something has changed. */
export type HostData = { readonly options: unknown; readonly source: Source; readonly told: Told };

/** By field; those that are not said have their default. */
type Fields = Readonly<Record<string, string | number | boolean>>;

const TRUE = new Set(['1', 'true', 'yes', 'on']);
const FALSE = new Set(['0', 'false', 'no', 'off', '']);

/** A field's value from whatever a host sends for it; undefined where it is none. An emptied number or choice is its default. */
function valueOf(field: FormField, given: unknown): string | number | boolean | undefined {
  if (typeof given !== 'string' && typeof given !== 'number' && typeof given !== 'boolean') return undefined;
  const said = String(given).trim();
  switch (field.type) {
    case 'boolean':
      return TRUE.has(said.toLowerCase()) ? true : FALSE.has(said.toLowerCase()) ? false : undefined;
    case 'choice':
      if (field.choices.includes(said)) return said;
      return said === '' ? field.default : undefined;
    case 'integer': {
      if (said === '') return field.default;
      const value = Math.round(Number(said));
      return Number.isFinite(value) ? Math.min(field.max, Math.max(field.min, value)) : undefined;
    }
    case 'colour': {
      const colour = said.toLowerCase();
      if (/^#[0-9a-f]{6}$/.test(colour)) return colour;
      // With an alpha behind it, as some hosts' pickers give it.
      if (/^#[0-9a-f]{8}$/.test(colour)) return colour.slice(0, 7);
      return said === '' ? field.default : undefined;
    }
    case 'text':
      return String(given);
    default: {
      const never: never = field;
      return never;
    }
  }
}

/** The part of a schema's fields that it takes, one by one: a single bad one does not spoil the rest. */
function taken<Value>(schema: { safeParse(given: unknown): Parsed<Value> }, fields: Fields): Value {
  let left: Fields = fields;
  for (;;) {
    const parsed = schema.safeParse(left);
    if (parsed.success) return parsed.data;
    const wrong = new Set(parsed.error.issues.map(({ path }) => String(path[0])));
    const kept = Object.fromEntries(Object.entries(left).filter(([name]) => !wrong.has(name)));
    if (Object.keys(kept).length === Object.keys(left).length) throw parsed.error;
    left = kept;
  }
}
type Parsed<Value> =
  | { readonly success: true; readonly data: Value }
  | {
      readonly success: false;
      readonly error: { readonly issues: readonly { readonly path: readonly PropertyKey[] }[] };
    };

/** Reads what a host sends for one graphic, piece after piece. */
export class HostReader {
  readonly #graphic: Graphic;
  readonly #form: readonly FormField[];

  constructor(graphic: Graphic) {
    this.#graphic = graphic;
    this.#form = formOf(graphic);
  }

  /** As a host that says nothing wants it. */
  get defaults(): HostData {
    return this.#dataOf({});
  }

  /** All fields after a host has said some of them; what cannot be read stays as it was. Never throws. */
  read(given: unknown, last: HostData): HostData {
    if (typeof given !== 'object' || given === null) return last;
    const said: Record<string, string | number | boolean> = {};
    for (const field of this.#form) {
      const value = valueOf(field, Reflect.get(given, field.name));
      if (value !== undefined) said[field.name] = value;
    }
    if (Object.keys(said).length === 0) return last;
    const next = this.#dataOf({ ...(last.options as Fields), ...last.source, ...last.told, ...said });
    return {
      options: unchanged(last.options, next.options),
      source: unchanged(last.source, next.source),
      told: unchanged(last.told, next.told),
    };
  }

  #dataOf(fields: Fields): HostData {
    return {
      options: taken(this.#graphic.options, fields),
      source: taken(sourceSchema, fields),
      told: taken(toldSchema, fields),
    };
  }
}

/** The same object where it says the same. */
const unchanged = <Value>(last: Value, next: Value): Value =>
  JSON.stringify(last) === JSON.stringify(next) ? last : next;

// The graphics there are, as cues name them and as desks see them, made from their definitions. What a scene is, nobody knows here.
import { z } from 'zod';
import { type Fault, fault } from '../game/fault.ts';
import { firstWrong } from '../game/wrong-shape.ts';
import type { CatalogueEntry } from '../show/grant.ts';
import type { GraphicInfo } from '../wire/wire.ts';
import type { Graphics } from './standing.ts';

/** What the relay needs of a graphic's definition. */
export type Definition = {
  readonly id: string;
  readonly name: string;
  readonly layer: string;
  readonly needs: readonly string[];
  readonly uses?: readonly string[];
  readonly options: z.ZodType;
};

const record = (value: unknown): Record<string, unknown> => ({ ...(value as object) });

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first option that was given and that no schema took: a misspelt one would otherwise be dropped without a word. */
function untaken(given: unknown, taken: unknown, path: readonly string[]): Fault | null {
  if (!isPlain(given) || !isPlain(taken)) return null;
  for (const [name, value] of Object.entries(given)) {
    const where = [...path, name];
    if (!Object.hasOwn(taken, name))
      return fault('cue-refused', where.join('.'), `one of ${Object.keys(taken).join(', ')}`, name);
    const deeper = untaken(value, taken[name], where);
    if (deeper) return deeper;
  }
  return null;
}

const entryOf = ({ id, layer, options }: Definition): CatalogueEntry => ({
  id,
  layer,
  parse: (given) => {
    const parsed = options.safeParse(given);
    if (parsed.success) {
      const left = untaken(given, parsed.data, ['options']);
      return left ? { fault: left } : { options: record(parsed.data) };
    }
    const { where, expected, found } = firstWrong(given, parsed.error, 'options', 'options');
    return { fault: fault('cue-refused', where, expected, found) };
  },
});

const infoOf = ({ id, name, layer, needs, uses = [], options }: Definition): GraphicInfo => ({
  id,
  name,
  layer,
  needs: [...needs],
  uses: [...uses],
  schema: record(z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' })),
  defaults: record(options.parse({})),
});

/** @throws ZodError when a graphic's options have no defaults: a defect of the graphic. */
export function graphicsOf(definitions: Iterable<Definition>): Graphics {
  const all = [...definitions];
  return { catalogue: new Map(all.map((each) => [each.id, entryOf(each)])), infos: all.map(infoOf) };
}

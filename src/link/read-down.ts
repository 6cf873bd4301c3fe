// What a relay said, from its text. The relay has validated what it sends; here is only made sure that it is a message of this wire at all.
import type { Down } from '../wire/wire.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isShow = (value: unknown): boolean =>
  isFields(value) &&
  typeof value.revision === 'number' &&
  isFields(value.layers) &&
  isFields(value.playheads);

const isLook = (value: unknown): boolean =>
  isFields(value) && Array.isArray(value.themes) && isFields(value.table);

const SHAPES: { readonly [Type in Down['type']]: (down: Fields) => boolean } = {
  snapshot: ({ version, relayMs, show, look, game, facts, frames }) =>
    typeof version === 'number' &&
    typeof relayMs === 'number' &&
    isShow(show) &&
    isLook(look) &&
    isFields(game) &&
    Array.isArray(facts) &&
    Array.isArray(frames),
  facts: ({ facts }) => Array.isArray(facts),
  frame: ({ frame }) => Array.isArray(frame) && frame.length >= 5,
  show: ({ show }) => isShow(show),
  look: ({ look }) => isLook(look),
  transport: ({ transport }) => isFields(transport) && isFields(transport.course),
  health: ({ health }) => isFields(health),
  echo: ({ sentMs, receivedMs, answeredMs }) =>
    [sentMs, receivedMs, answeredMs].every((stamp) => typeof stamp === 'number'),
  refused: ({ fault }) => isFields(fault),
};

const isType = (type: unknown): type is Down['type'] =>
  typeof type === 'string' && Object.hasOwn(SHAPES, type);

/** The message in a text, or null when there is none. Never throws. */
export function readDown(text: unknown): Down | null {
  if (typeof text !== 'string') return null;
  try {
    const down: unknown = JSON.parse(text);
    return isFields(down) && isType(down.type) && SHAPES[down.type](down) ? (down as unknown as Down) : null;
  } catch {
    return null;
  }
}

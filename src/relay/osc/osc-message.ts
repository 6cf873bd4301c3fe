// OSC 1.0 as it comes in one datagram: messages, alone or in bundles. Pure. Source: Open Sound Control 1.0 Specification.

export type OscMessage = {
  readonly address: string;
  readonly values: readonly (string | number | boolean)[];
};

const BUNDLE = '#bundle\0';
/** A bundle may hold bundles; so deep nobody means it. */
const DEEPEST = 4;

/** A text of OSC: to its first zero, filled up to four bytes. Null where it does not end. */
function textAt(bytes: Buffer, at: number): { readonly text: string; readonly next: number } | null {
  const end = bytes.indexOf(0, at);
  if (end < 0) return null;
  return { text: bytes.toString('utf8', at, end), next: (end + 4) & ~3 };
}

function valuesAt(bytes: Buffer, types: string, from: number): OscMessage['values'] | null {
  const values: (string | number | boolean)[] = [];
  let at = from;
  for (const type of types) {
    if (type === 'T' || type === 'F') values.push(type === 'T');
    else if (type === 'i' || type === 'f') {
      if (at + 4 > bytes.length) return null;
      values.push(type === 'i' ? bytes.readInt32BE(at) : bytes.readFloatBE(at));
      at += 4;
    } else if (type === 's') {
      const read = textAt(bytes, at);
      if (!read) return null;
      values.push(read.text);
      at = read.next;
    } else return null;
  }
  return values;
}

function readOne(bytes: Buffer): OscMessage | null {
  const address = textAt(bytes, 0);
  if (!address?.text.startsWith('/')) return null;
  // Some senders leave the types away where there are no values.
  if (address.next >= bytes.length) return { address: address.text, values: [] };
  const types = textAt(bytes, address.next);
  if (!types?.text.startsWith(',')) return null;
  const values = valuesAt(bytes, types.text.slice(1), types.next);
  return values && { address: address.text, values };
}

/** All messages of a datagram, in order; what is none is passed by. Never throws. */
export function readOsc(bytes: Buffer, depth = 0): readonly OscMessage[] {
  if (bytes.toString('latin1', 0, BUNDLE.length) !== BUNDLE) {
    const one = readOne(bytes);
    return one ? [one] : [];
  }
  if (depth >= DEEPEST) return [];
  const found: OscMessage[] = [];
  // Eight bytes of time follow: what comes is done when it comes.
  for (let at = BUNDLE.length + 8; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    found.push(...readOsc(bytes.subarray(at + 4, at + 4 + length), depth + 1));
    at += 4 + length;
  }
  return found;
}

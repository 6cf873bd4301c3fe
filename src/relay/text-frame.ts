// A WebSocket message as it stands on the wire, made once and written to every socket as it is.

const FIN_TEXT = 0x81;
/** Lengths up to this stand in the first two bytes; up to the next in two more; others in eight. */
const SHORT = 125;
const MEDIUM = 0xffff;

/** The message with its header, unmasked as a server sends it. Source: RFC 6455, 5.2. */
export function textFrame(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const header = length <= SHORT ? 2 : length <= MEDIUM ? 4 : 10;
  const frame = Buffer.allocUnsafe(header + length);
  frame[0] = FIN_TEXT;
  if (header === 2) frame[1] = length;
  else if (header === 4) {
    frame[1] = SHORT + 1;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = SHORT + 2;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.write(text, header);
  return frame;
}

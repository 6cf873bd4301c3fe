import { describe, expect, it } from 'vitest';
import { MAX_TEXT } from '../../../src/feeds/open-json.ts';
import { openEnvelope } from '../../../src/feeds/shottracker/envelope.ts';

const codes = (text: string) => openEnvelope(text).faults.map(({ code }) => code);
const fault = (text: string) => openEnvelope(text).faults[0];

describe('bad bytes', () => {
  it.each([
    ['truncated JSON', '{"type":"data","source":"clock","da'],
    ['two messages in one', '{"type":"data"}{"type":"data"}'],
    ['a byte order mark', '\ufeff{"type":"data"}'],
    ['a NUL', '\u0000{"type":"data"}'],
    ['nothing', ''],
    ['a page of markup', '<!doctype html><html><body>502 Bad Gateway</body></html>'],
  ])('%s is a Fault and no envelope', (_, text) => {
    expect(openEnvelope(text).envelope).toBeNull();
    expect(codes(text)).toEqual(['not-json']);
  });

  it('a page of markup is called one', () => {
    expect(fault('<html>x</html>')?.found).toBe('a page of markup: "<html>x</html>"');
  });

  it.each(['[1,2]', '7', '"text"', 'null', 'true'])('%s is JSON but no envelope', (text) => {
    expect(openEnvelope(text).envelope).toBeNull();
    expect(codes(text)).toEqual(['bad-field']);
  });

  it('a text of two megabytes is not parsed', () => {
    const text = `{"type":"data","source":"clock","data":"${'x'.repeat(2_000_000)}"}`;
    expect(fault(text)).toEqual({
      code: 'too-large',
      where: 'message',
      expected: `at most ${MAX_TEXT} characters`,
      found: `${text.length} characters`,
    });
  });

  it.each([
    ['deep lists', `{"type":"data","data":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
    ['deep objects', `{"type":"data","data":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`],
    ['too many values', `{"type":"data","data":[${'0,'.repeat(300_000)}0]}`],
  ])('%s are refused', (_, text) => {
    expect(openEnvelope(text).envelope).toBeNull();
    expect(codes(text)).toEqual(['too-large']);
  });
});

describe('reserved keys', () => {
  it('never reach the data', () => {
    const { envelope, faults } = openEnvelope(
      '{"type":"data","source":"marker","data":{"__proto__":{"polluted":1},"a":{"constructor":{"prototype":{"polluted":1}}}}}',
    );
    expect(JSON.stringify(envelope?.data)).toBe('{"a":{}}');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(faults.map(({ code }) => code)).toEqual(['reserved-key']);
  });
});

describe('numbers that JSON does not have', () => {
  it('are read as null, and told', () => {
    const { envelope, faults } = openEnvelope(
      '{"type":"data","source":"location","data":{"x":NaN,"y":-Infinity}}',
    );
    expect(envelope?.data).toEqual({ x: null, y: null });
    expect(faults.map(({ code }) => code)).toEqual(['not-a-number']);
  });

  it('stay where they are part of a text', () => {
    const { envelope } = openEnvelope('{"type":"data","data":{"name":"NaN \\"Infinity\\" NaN","x":NaN}}');
    expect(envelope?.data).toEqual({ name: 'NaN "Infinity" NaN', x: null });
  });

  it('do not mend a text that is broken otherwise', () => {
    expect(codes('{"x":NaN')).toEqual(['not-json']);
  });
});

it.each(['pong', '"pong"', ' PONG\n', 'ping'])('%j alone is a pong, no fault', (text) => {
  expect(openEnvelope(text)).toMatchObject({ envelope: { type: 'pong' }, faults: [] });
});

it('the fields of the envelope may be numbers as text', () => {
  expect(openEnvelope('{"type":"data","source":"chart","seq":"12","data":{}}').envelope?.seq).toBe(12);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAddress } from '../../src/hosts/output/address.ts';

describe('an output address', () => {
  it('without a query is the program as taken', () => {
    expect(readAddress('')).toEqual({
      name: 'program',
      bus: 'program',
      graphics: null,
      delayMs: null,
      renderer: null,
      theme: null,
      debug: false,
      faults: [],
    });
  });

  it('says everything that it can say', () => {
    const query =
      '?name=Truck%202&graphics=scorebug,shot-clock&bus=preview&delay=1500&renderer=webgl&theme=arena&debug';
    expect(readAddress(query)).toEqual({
      name: 'Truck 2',
      bus: 'preview',
      graphics: ['scorebug', 'shot-clock'],
      delayMs: 1_500,
      renderer: 'webgl',
      theme: 'arena',
      debug: true,
      faults: [],
    });
  });

  it('is named after its bus where it has no name', () => {
    expect(readAddress('?bus=preview&name=').name).toBe('preview');
  });

  it('without graphics in its list follows the operator', () => {
    expect(readAddress('?graphics=,%20,').graphics).toBeNull();
  });

  it.each([
    ['?bus=both', 'bus'],
    ['?delay=soon', 'delay'],
    ['?delay=', 'delay'],
    ['?delay=-1', 'delay'],
    ['?delay=300001', 'delay'],
    ['?delay=Infinity', 'delay'],
    ['?renderer=webgpu', 'renderer'],
  ])('%s is told, and taken for not said', (query, field) => {
    const { faults, ...address } = readAddress(query);
    const { faults: none, ...plain } = readAddress('');
    expect(none).toEqual([]);
    expect(address).toEqual(plain);
    expect(faults).toMatchObject([{ code: 'address', where: field }]);
  });

  it('can be anything at all without a throw, and its name fits the wire', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'grapheme', maxLength: 200 }),
        (query, name) => {
          readAddress(query);
          const read = readAddress(`?name=${encodeURIComponent(name)}`);
          expect(read.name.length).toBeGreaterThan(0);
          expect(read.name.length).toBeLessThanOrEqual(64);
        },
      ),
    );
  });
});

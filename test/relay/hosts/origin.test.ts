// How OBS reaches the relay, which addresses in it are the relay's, and what of the hosts can be asked for on the command line.
import { describe, expect, test } from 'vitest';
import { WrongUse } from '../../../src/relay/command.ts';
import { hostsIn } from '../../../src/relay/hosts/host-options.ts';
import { hostsFor, originFor } from '../../../src/relay/hosts/origin.ts';

const ADDRESSES = ['127.0.0.1', '::1', 'fe80::1', '192.168.1.5'];
const here = 'ws://127.0.0.1:4455';
const there = 'ws://192.168.1.9:4455';
const at = (host: string) => ({ host, port: 4747, addresses: ADDRESSES });

describe('the way back', () => {
  test.each([
    ['an OBS beside a relay on loopback', here, '127.0.0.1', 'http://127.0.0.1:4747'],
    ['an OBS beside a relay on every address', here, '0.0.0.0', 'http://127.0.0.1:4747'],
    [
      'an OBS named by an address of this machine',
      'ws://192.168.1.5:4455',
      '0.0.0.0',
      'http://127.0.0.1:4747',
    ],
    ['an OBS beside a relay on one address alone', here, '192.168.1.5', 'http://192.168.1.5:4747'],
    ['an OBS elsewhere', there, '0.0.0.0', 'http://192.168.1.5:4747'],
    ['an OBS elsewhere, and a relay on loopback', there, '127.0.0.1', null],
  ])('%s', (_what, obs, host, origin) => {
    expect(originFor(obs, at(host))).toBe(origin);
  });

  test('what an OBS elsewhere calls loopback is its own machine', () => {
    expect(hostsFor(here, at('0.0.0.0'))).toContain('localhost:4747');
    expect(hostsFor(there, at('0.0.0.0'))).not.toContain('localhost:4747');
    expect(hostsFor(there, at('0.0.0.0'))).not.toContain('[::1]:4747');
    expect(hostsFor(there, at('0.0.0.0'))).toContain('192.168.1.5:4747');
  });
});

describe('the options', () => {
  const read = (values: Record<string, string>) => hostsIn({ values, positionals: [] });

  test('OBS is looked for on this machine unless it is off, vMix where its input is named', () => {
    expect(read({})).toEqual({ obs: here, vmix: undefined });
    expect(read({ obs: 'off' }).obs).toBeUndefined();
    expect(read({ 'vmix-input': 'Courtside', 'vmix-leads': 'take', 'vmix-overlay': '2' }).vmix).toEqual({
      at: { host: '127.0.0.1' },
      input: 'Courtside',
      output: 'program',
      overlay: 2,
      leads: 'take',
    });
  });

  test.each([
    { obs: 'localhost:4455' },
    { obs: 'http://127.0.0.1:4455' },
    { obs: 'ws://me:my-password@127.0.0.1:4455' },
    { vmix: '10.0.0.2' },
    { 'vmix-input': 'Courtside', 'vmix-overlay': '9' },
    { 'vmix-input': 'Courtside', 'vmix-leads': 'nobody' },
  ])('%o is a wrong use, told without a password', (values) => {
    let told: unknown = null;
    try {
      read(values as unknown as Record<string, string>);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(WrongUse);
    expect(String(told)).not.toContain('my-password');
  });
});

// Who may enter. Each row is one request; what is refused gets no byte of state.
import { describe, expect, test } from 'vitest';
import { type Asked, isLoopback, makeDoors } from '../../src/relay/doors.ts';
import { routeOf } from '../../src/relay/route.ts';

const TOKEN = 'a-control-token';
const LOCAL = { host: '127.0.0.1', port: 4747, addresses: ['192.168.1.20', 'fd00::20'], token: undefined };
const WIDE = { ...LOCAL, host: '0.0.0.0', token: TOKEN };

const OWN = { host: '127.0.0.1:4747' };
const JSON_TYPE = { 'content-type': 'application/json' };
const BEARER = { authorization: `Bearer ${TOKEN}` };

type Row = readonly [what: string, asked: Asked, headers: Record<string, string>, status: number | null];

const status = (
  options: typeof WIDE | typeof LOCAL,
  asked: Asked,
  headers: Record<string, string>,
  remoteAddress: string,
) => makeDoors(options).refusal({ asked, headers, remoteAddress })?.status ?? null;

describe('on loopback', () => {
  const rows: readonly Row[] = [
    ['its own address', 'read', OWN, null],
    ['localhost', 'read', { host: 'localhost:4747' }, null],
    ['LOCALHOST', 'read', { host: 'LOCALHOST:4747' }, null],
    ['IPv6 loopback', 'read', { host: '[::1]:4747' }, null],
    ['no Host', 'read', {}, 403],
    ['a name that was bound to us (rebinding)', 'read', { host: 'evil.example:4747' }, 403],
    ['a name that begins like ours', 'read', { host: '127.0.0.1.evil.example:4747' }, 403],
    ['another port', 'read', { host: '127.0.0.1:80' }, 403],
    ['no port', 'read', { host: '127.0.0.1' }, 403],
    ['an address of the machine', 'read', { host: '192.168.1.20:4747' }, 403],
    [
      'a page opened from a link elsewhere',
      'page',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      null,
    ],
    [
      'a page fetched from elsewhere',
      'page',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      403,
    ],
    [
      'state as a script elsewhere',
      'read',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      403,
    ],
    [
      'state opened from a link elsewhere',
      'read',
      { ...OWN, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
      403,
    ],
    ['another port of the same machine', 'read', { ...OWN, 'sec-fetch-site': 'same-site' }, 403],
    [
      'its own page',
      'read',
      { ...OWN, origin: 'http://127.0.0.1:4747', 'sec-fetch-site': 'same-origin' },
      null,
    ],
    ['a socket of its own page', 'socket', { ...OWN, origin: 'http://localhost:4747' }, null],
    ['a socket without Origin', 'socket', OWN, null],
    ['a socket of another site', 'socket', { ...OWN, origin: 'https://evil.example' }, 403],
    ['a socket of a sandboxed frame', 'socket', { ...OWN, origin: 'null' }, 403],
    ['a socket of a local file', 'socket', { ...OWN, origin: 'file://' }, 403],
    ['a socket of the same address over TLS', 'socket', { ...OWN, origin: 'https://127.0.0.1:4747' }, 403],
    ['a cue from a program', 'control', { ...OWN, ...JSON_TYPE }, null],
    ['a cue with a charset', 'control', { ...OWN, 'content-type': 'application/json; charset=utf-8' }, null],
    ['a cue of its own page', 'control', { ...OWN, ...JSON_TYPE, origin: 'http://127.0.0.1:4747' }, null],
    ['a cue of another site', 'control', { ...OWN, ...JSON_TYPE, origin: 'https://evil.example' }, 403],
    ['a cue of a sandboxed frame', 'control', { ...OWN, ...JSON_TYPE, origin: 'null' }, 403],
    [
      'a cue across sites without Origin',
      'control',
      { ...OWN, ...JSON_TYPE, 'sec-fetch-site': 'cross-site' },
      403,
    ],
    ['a form', 'control', { ...OWN, 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a form that says it is text', 'control', { ...OWN, 'content-type': 'text/plain' }, 415],
    ['a type that begins like JSON', 'control', { ...OWN, 'content-type': 'application/jsonx' }, 415],
    ['a cue without a type', 'control', OWN, 415],
  ];

  test.each(rows)('%s (%s)', (_what, asked, headers, expected) => {
    expect(status(LOCAL, asked, headers, '127.0.0.1')).toBe(expected);
  });
});

describe('beyond loopback', () => {
  const LAN = { host: '192.168.1.20:4747' };
  const rows: readonly Row[] = [
    ['an address of the machine', 'read', LAN, null],
    ['its IPv6 address', 'read', { host: '[fd00::20]:4747' }, null],
    ['loopback still', 'read', OWN, null],
    ['a name that was bound to us (rebinding)', 'read', { host: 'evil.example:4747' }, 403],
    ['a socket of its own page', 'socket', { ...LAN, origin: 'http://192.168.1.20:4747' }, null],
    ['a socket without Origin', 'socket', LAN, 401],
    ['a socket without Origin, with the token', 'socket', { ...LAN, ...BEARER }, null],
    ['a cue without the token', 'control', { ...LAN, ...JSON_TYPE }, 401],
    ['a cue with a wrong token', 'control', { ...LAN, ...JSON_TYPE, authorization: 'Bearer another' }, 401],
    [
      'a cue with half the token',
      'control',
      { ...LAN, ...JSON_TYPE, authorization: `Bearer ${TOKEN.slice(0, 7)}` },
      401,
    ],
    [
      'a cue with the token in another scheme',
      'control',
      { ...LAN, ...JSON_TYPE, authorization: `Basic ${TOKEN}` },
      401,
    ],
    ['a cue with the token', 'control', { ...LAN, ...JSON_TYPE, ...BEARER }, null],
    [
      'a cue of another site with the token',
      'control',
      { ...LAN, ...JSON_TYPE, ...BEARER, origin: 'http://evil' },
      403,
    ],
  ];

  test.each(rows)('%s (%s)', (_what, asked, headers, expected) => {
    expect(status(WIDE, asked, headers, '192.168.1.77')).toBe(expected);
  });

  test('this machine needs the token for cues too', () => {
    expect(status(WIDE, 'control', { ...OWN, ...JSON_TYPE }, '127.0.0.1')).toBe(401);
  });
});

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.20', false],
  ['127.0.0.1.evil.example', false],
  ['', false],
])('%s is loopback: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

describe('a path has one form', () => {
  test.each([
    ['/api/v1/state?at=5', '/api/v1/state'],
    ['/', '/'],
    ['/assets/a%20b.js', '/assets/a b.js'],
    ['/x/../api/v1/state', null],
    ['/x/%2e%2e/api/v1/state', null],
    ['/api%2fv1/state', null],
    ['/api\\v1\\state', null],
    ['//api/v1/state', null],
    ['/api//v1/state', null],
    ['/./api', null],
    ['/api/v1/state/..', null],
    ['http://127.0.0.1:4747/api/v1/state', null],
    ['/%zz', null],
    ['/%00', null],
    ['*', null],
    [undefined, null],
    [`/${'x'.repeat(5000)}`, null],
  ])('%s is %s', (target, expected) => {
    expect(routeOf(target)?.path ?? null).toBe(expected);
  });

  test('what follows the first question mark is the query', () => {
    expect(routeOf('/out?name=a?b&delay=20')?.query.get('name')).toBe('a?b');
  });
});

test.each([
  ['with the token in its address', TOKEN, null],
  ['with another', 'guess', 401],
  ['with an empty one', '', 401],
  ['with none', null, 401],
])('a socket from another machine %s', (_what, token, expected) => {
  const headers = { host: '192.168.1.20:4747' };
  const entering = { headers, remoteAddress: '192.168.1.77', token };
  expect(makeDoors(WIDE).refusal({ ...entering, asked: 'socket' })?.status ?? null).toBe(expected);
});

test('a token in the address of a cue counts for nothing', () => {
  const headers = { host: '192.168.1.20:4747', ...JSON_TYPE };
  const entering = { asked: 'control', headers, remoteAddress: '192.168.1.77', token: TOKEN } as const;
  expect(makeDoors(WIDE).refusal(entering)?.status).toBe(401);
});

describe('a guest: a graphic that another host has loaded', () => {
  const GUEST = 'http://localhost:5660';
  const doors = makeDoors({ ...LOCAL, guests: [GUEST, 'file://'] });
  const cross = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' };
  test.each([
    ['wire', GUEST, null],
    ['wire', 'HTTP://LOCALHOST:5660', null],
    ['wire', 'file://', null],
    ['picture', GUEST, null],
    ['wire', 'http://localhost:5661', 403],
    ['wire', 'https://localhost:5660', 403],
    ['wire', 'null', 403],
    ['picture', 'http://evil.example', 403],
    ['socket', GUEST, 403],
    ['read', GUEST, 403],
    ['control', GUEST, 403],
  ] as const)('asks for %s from %s: %s', (asked, origin, expected) => {
    const headers = { ...OWN, ...JSON_TYPE, ...cross, origin };
    expect(doors.refusal({ asked, headers, remoteAddress: '127.0.0.1' })?.status ?? null).toBe(expected);
  });

  test('has no other way in where nobody was invited, and none by another name of ours', () => {
    const entering = {
      asked: 'wire',
      headers: { ...OWN, origin: GUEST },
      remoteAddress: '127.0.0.1',
    } as const;
    expect(makeDoors(LOCAL).refusal(entering)?.status).toBe(403);
    expect(
      doors.refusal({ ...entering, headers: { host: 'evil.example:4747', origin: GUEST } })?.status,
    ).toBe(403);
  });
});

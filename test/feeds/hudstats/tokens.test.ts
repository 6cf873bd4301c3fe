// The token: fetched, renewed, refused, and told to nobody; and the calendar that it opens.
import { describe, expect, onTestFinished, test } from 'vitest';
import { IN_GAME_STALE_MS } from '../../../src/feeds/hudstats/quiet.ts';
import { makeRest } from '../../../src/feeds/hudstats/rest.ts';
import {
  makeTokens,
  RENEW_AGAIN_MS,
  RENEW_BEFORE_MS,
  TOKEN_LASTS_MS,
} from '../../../src/feeds/hudstats/tokens.ts';
import { makeSecrets } from '../../../src/feeds/secrets.ts';
import { SLOW_MS } from '../../../src/feeds/session.ts';
import type { Fault } from '../../../src/game/fault.ts';
import { ACCOUNT, listen, serve, standing } from '../../kit/hud-listening.ts';
import { FIXTURE, PASSWORD, USERNAME } from '../../kit/hudstats-server.ts';
import { makeManualTime } from '../../kit/manual-time.ts';
import { waitFor } from '../../kit/patience.ts';

describe('tokens', () => {
  test('a token that says it ends soon is renewed under way, and the next question bears the new one', async () => {
    const time = makeManualTime();
    const server = await serve(time);
    server.endTokensAt(time.now() + RENEW_BEFORE_MS);
    const { live, until, to } = listen(server, { account: ACCOUNT }, time);
    await live();
    const ticks = () => to.heard.filter(({ source }) => source === 'in-game').length;
    for (let nth = 1; nth <= 6; nth += 1) {
      expect(server.issued()).toBe(1);
      const before = ticks();
      time.advance(10_000);
      server.say('in-game', { inGame: { time: 700_000, paused: true } });
      await until(() => ticks() > before);
    }
    await until(() => server.issued() === 2);
    expect(server.opened()).toBe(1);
    for (const ms of [699_000, 698_000]) server.say('in-game', { inGame: { time: ms, paused: false } });
    await until(() => to.of('clock').some(({ game }) => game.running));
    time.advance(IN_GAME_STALE_MS);
    await until(() => server.asked.at(-1)?.token !== server.asked[0]?.token);
    expect(server.asked.at(-1)?.action).toBe('get');
  });

  test('a token is renewed before its day is over; a renewal that fails is told and tried again', async () => {
    const server = await serve();
    const time = makeManualTime();
    const told: Fault[] = [];
    const tokens = makeTokens({
      given: undefined,
      account: ACCOUNT,
      rest: makeRest(server.httpUrl, time),
      time,
      secrets: makeSecrets([]),
      onFault: (one) => told.push(one),
    });
    onTestFinished(() => tokens.stop());
    const first = await tokens.obtain();
    time.advance(TOKEN_LASTS_MS - RENEW_BEFORE_MS - 1);
    expect(await tokens.obtain()).toEqual(first);
    expect(server.calls()).toBe(1);
    server.breakRest(true);
    time.advance(1);
    await waitFor(() => expect(told.map(({ found }) => found)).toEqual(['status 503']));
    server.breakRest(false);
    time.advance(RENEW_AGAIN_MS);
    await waitFor(() => expect(server.issued()).toBe(2));
    await waitFor(async () => expect(await tokens.obtain()).not.toEqual(first));
  });

  test('a token that is refused is replaced by a fresh one', async () => {
    const server = await serve();
    const { live, to, until, time } = listen(server);
    await live();
    server.expireAll();
    server.cut();
    await until(() => to.standing() === 'lost');
    time.advance(500);
    await until(() => to.codes().includes('token-refused'));
    await until(() => standing(to)?.detail === 'The token was refused; asking for a new one.');
    time.advance(1_000);
    await until(() => to.standing() === 'live');
    expect(server.issued()).toBe(2);
  });

  test('a given token that is refused is told with what to do, and tried slowly', async () => {
    const server = await serve();
    const { to, until, time } = listen(server, { token: 'not-a-good-token' });
    await until(() => to.standing() === 'lost');
    expect(standing(to)?.detail).toMatch(/set another HUDSTATS_TOKEN/);
    time.advance(SLOW_MS / 2 - 1);
    expect(server.opened()).toBe(1);
    time.advance(SLOW_MS / 2);
    await until(() => server.opened() === 2);
  });

  test('a wrong password is told without it, and tried slowly', async () => {
    const server = await serve();
    const { to, until } = listen(server, { account: { username: USERNAME, password: 'wrong-password' } });
    await until(() => to.standing() === 'lost');
    expect(to.faults).toEqual([
      { code: 'rest-refused', where: '/token', expected: 'status 200', found: 'status 401' },
    ]);
    expect(server.opened()).toBe(0);
  });

  test('no secret is in any word, Fault, status or address', async () => {
    const server = await serve();
    const { live, to, until } = listen(server);
    await live();
    const token = server.asked[0]?.token ?? '';
    server.sayRaw(
      `{"status":"error","channel":"score","payload":{"message":"Not you: ${token} ${PASSWORD}"}}`,
    );
    await until(() => to.codes().includes('provider-complains'));
    server.sayRaw(`no JSON ${token}`);
    await until(() => to.codes().includes('not-json'));
    const everything = JSON.stringify([to.heard, to.faults, to.statuses, to.said]);
    expect(token.length).toBeGreaterThan(10);
    expect(everything).toContain('[secret]');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(PASSWORD);
  });
});

describe('the calendar', () => {
  test('gives the fixtures that can be asked for', async () => {
    const server = await serve();
    const rest = makeRest(server.httpUrl, makeManualTime());
    const token = await rest.token(USERNAME, PASSWORD);
    expect(await rest.calendar('nba2k', '2026-11-21', token)).toEqual([
      {
        gameId: FIXTURE,
        game: 'NBA2K',
        tournament: 'Night League',
        status: 'PLANNED',
        startDate: '2026-11-21T18:00:00Z',
        teamA: 'Foxes',
        teamB: 'Herons',
        hasStream: true,
      },
    ]);
    await expect(rest.calendar('nba2k', '2026-11-21', 'another')).rejects.toMatchObject({
      fault: { code: 'rest-refused', found: 'status 401' },
    });
    await expect(rest.calendar('nba2k', 'never', token)).rejects.toMatchObject({
      fault: { code: 'rest-failed', found: 'status 404' },
    });
  });
});

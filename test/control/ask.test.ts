// What the operator's page posts says from which page it comes.
import { expect, test } from 'vitest';
import { z } from 'zod';
import { makeAsk } from '../../src/control/ask.ts';
import { PAGE_HEADER } from '../../src/wire/seat.ts';

test('an order names the page and the token that it was given; what is only read names neither', async () => {
  const seen: (RequestInit | undefined)[] = [];
  const ask = makeAsk({
    page: 'desk-1',
    fetch: (_path, init) => {
      seen.push(init);
      return Promise.resolve(Response.json({}));
    },
  });
  ask.setToken('secret');
  await ask.post('/api/v1/transport', { do: 'pause' }, z.object({}));
  await ask.get('/api/v1/transport', z.object({}));
  const headers = new Headers(seen[0]?.headers);
  expect([headers.get(PAGE_HEADER), headers.get('authorization')]).toEqual(['desk-1', 'Bearer secret']);
  expect(seen[1]).toBeUndefined();
});

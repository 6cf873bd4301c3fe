import { expect, it } from 'vitest';
import { authorization, signingString } from '../../../src/feeds/shottracker/sign.ts';

const CALL = {
  username: 'producer',
  secret: 'open sesame',
  date: 'Sat, 21 Nov 2026 12:00:00 GMT',
  host: 'api.shottracker.com',
  path: '/v1/data/schedule/games',
};

it('what is signed is the date, the host and the request line, as the provider documents it', () => {
  expect(signingString(CALL)).toBe(
    'date: Sat, 21 Nov 2026 12:00:00 GMT\nhost: api.shottracker.com\nGET /v1/data/schedule/games HTTP/1.1',
  );
});

// The signature was made by another tool: printf '<signing string>' | openssl dgst -sha1 -hmac 'open sesame' -binary | base64
it('the header is that of the documents, its signature that of openssl', () => {
  expect(authorization(CALL)).toBe(
    'hmac username="producer",algorithm="hmac-sha1",headers="date host request-line",signature="i+8V6EDLjeP5zNwHN3lpIZKEcFU="',
  );
});

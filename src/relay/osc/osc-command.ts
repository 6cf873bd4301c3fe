// `courtside osc`: cues from whoever speaks OSC over UDP. Nothing listens unless it is started.
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type Command, numberOf, textOf, WrongUse } from '../command.ts';
import { sendCue } from '../send-cue.ts';
import { cueOf } from './osc-cue.ts';
import { readOsc } from './osc-message.ts';

export const OSC_PORT = 9_747;

export const osc: Command = {
  name: 'osc',
  usage: 'osc [options]',
  says: 'take cues by OSC over UDP: /courtside/take/scorebug, /courtside/out/scorebug, /courtside/clear',
  options: {
    port: { type: 'string', takes: 'N', says: `the port to listen on (${OSC_PORT})` },
    host: { type: 'string', takes: 'ADDRESS', says: 'the address to listen on (127.0.0.1)' },
    relay: { type: 'string', takes: 'URL', says: 'where the relay is (http://127.0.0.1:4747)' },
  },
  positionals: 0,
  async run(given, { out, env, untilStopped }) {
    const relay = textOf(given, 'relay') ?? 'http://127.0.0.1:4747';
    if (!URL.canParse(relay) || !/^https?:$/.test(new URL(relay).protocol))
      throw new WrongUse('--relay takes an address that begins with http: or https:');
    const door = { url: new URL(relay).origin, token: env.COURTSIDE_TOKEN, by: 'OSC' };
    const port = numberOf(given, 'port', { min: 0, max: 65_535, whole: true }) ?? OSC_PORT;
    const socket = createSocket('udp4');
    // One after the other, in the order in which they came.
    let last: Promise<void> = Promise.resolve();
    socket.on('message', (bytes) => {
      for (const message of readOsc(bytes)) {
        const cue = cueOf(message);
        if (cue === null) continue;
        last = last.then(async () => {
          const refused = await sendCue(door, cue);
          out(refused === null ? message.address : `${message.address} refused: ${refused}`);
        });
      }
    });
    socket.bind(port, textOf(given, 'host') ?? '127.0.0.1');
    await once(socket, 'listening');
    const { address, port: taken } = socket.address();
    out(`listening ${address}:${taken}`);
    await untilStopped;
    socket.close();
    return 0;
  },
};

// `courtside vmix`: beside the relay, or beside vMix: an overlay channel and our show follow each other.
import { type Command, numberOf, oneOf, textOf, WrongUse } from '../command.ts';
import { LEAD_NAMES, LEADS } from './follow.ts';
import { panelBridge } from './panel-bridge.ts';

export const vmix: Command = {
  name: 'vmix',
  usage: 'vmix --input TITLE [options]',
  says: "let an overlay channel of vMix and what is on air follow each other; tell the input's tally",
  options: {
    input: { type: 'string', takes: 'TITLE', says: 'the web browser input: its title, key or number' },
    overlay: { type: 'string', takes: 'N', says: 'the overlay channel, 1 to 8 (1)' },
    leads: {
      type: 'string',
      takes: 'WHO',
      says: 'take: a take starts the overlay; vmix: the overlay takes what is ready; both (both)',
    },
    vmix: { type: 'string', takes: 'HOST', says: 'where vMix is (127.0.0.1); its ports 8099 and 8088' },
    relay: { type: 'string', takes: 'URL', says: 'where the relay is (http://127.0.0.1:4747)' },
  },
  positionals: 0,
  async run(given, { out, env, time, untilStopped }) {
    const input = textOf(given, 'input');
    if (input === undefined || input === '') throw new WrongUse('vmix needs --input TITLE');
    const relay = textOf(given, 'relay') ?? 'http://127.0.0.1:4747';
    if (!URL.canParse(relay) || !/^https?:$/.test(new URL(relay).protocol))
      throw new WrongUse('--relay takes an address that begins with http: or https:');
    const bridge = panelBridge({
      relay: new URL(relay).origin,
      token: env.COURTSIDE_TOKEN,
      vmix: { host: textOf(given, 'vmix') ?? '127.0.0.1' },
      input,
      overlay: numberOf(given, 'overlay', { min: 1, max: 8, whole: true }) ?? 1,
      leads: LEADS[oneOf(given, 'leads', LEAD_NAMES) ?? 'both'],
      time,
      line: out,
    });
    bridge.start();
    await untilStopped;
    bridge.stop();
    return 0;
  },
};

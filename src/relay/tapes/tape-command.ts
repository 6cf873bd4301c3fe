// `courtside tape`: what can be done with tapes, an action each.
import { type Command, WrongUse } from '../command.ts';
import { cut } from './cut-command.ts';
import { exportTape } from './export-command.ts';
import { importTape } from './import-command.ts';
import { info, verify } from './info-command.ts';
import { repair } from './repair-command.ts';

const ACTIONS: readonly Command[] = [info, verify, repair, cut, exportTape, importTape];

export const tape: Command = {
  name: 'tape',
  usage: 'tape ACTION FILE [options]',
  says: 'what a tape holds, whether it is whole; mends, cuts and converts it. --help after an action tells its options',
  options: {},
  positionals: 2,
  actions: ACTIONS,
  run: ({ positionals: [action] }) => {
    const names = ACTIONS.map(({ name }) => name).join(', ');
    throw new WrongUse(`tape takes one of ${names}${action === undefined ? '' : `, not ${action}`}`);
  },
};

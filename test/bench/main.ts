// `npm run bench`: ratios against a named other, each taken in one run. `npm run bench -- hop stall` runs only these; `--minute`
// watches what is watched side by side for a whole minute each.
import { benchDesk } from './desk.ts';
import { benchTime } from './exact-in-time.ts';
import { benchFast } from './fast.ts';
import { benchGarbage } from './garbage.ts';
import { benchHealing } from './healing.ts';
import { benchHop } from './hop.ts';
import { benchPage } from './page.ts';
import { benchPainting } from './painting.ts';
import { type Found, table } from './row.ts';
import { benchScorebug } from './scorebug.ts';
import { benchStall } from './stall.ts';
import { benchTape } from './tape.ts';

const BENCHES: Readonly<Record<string, (options: { readonly minute: boolean }) => Promise<Found>>> = {
  time: benchTime,
  hop: benchHop,
  stall: benchStall,
  page: benchPage,
  painting: benchPainting,
  scorebug: benchScorebug,
  garbage: benchGarbage,
  tape: benchTape,
  fast: benchFast,
  desk: benchDesk,
  healing: benchHealing,
};

const MINUTE = '--minute';
const minute = process.argv.includes(MINUTE);
const wanted = process.argv.slice(2).filter((word) => word !== MINUTE);
const unknown = wanted.find((name) => !Object.hasOwn(BENCHES, name));
if (unknown !== undefined) {
  console.error(`There is no bench ${unknown}: there are ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else
  for (const [name, run] of Object.entries(BENCHES))
    if (wanted.length === 0 || wanted.includes(name)) console.log(table(await run({ minute })));

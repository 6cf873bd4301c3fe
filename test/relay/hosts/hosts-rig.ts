// A relay beside an OBS that it has found, what it says of it, and orders to it.
import { type HostsInfo, hostAnswerSchema, type ObsWitness } from '../../../src/wire/hosts.ts';
import { startObs } from '../../kit/obs-server.ts';
import { openPage } from '../../kit/page.ts';
import { waitUntil } from '../../kit/patience.ts';
import { type RelayRig, startRelay } from '../../kit/relay-rig.ts';

const UNTOLD: ObsWitness = { visible: null, active: null };

/** What the relay says of OBS and vMix. */
export async function hosts(rig: RelayRig): Promise<HostsInfo> {
  return hostAnswerSchema.parse(await (await rig.get('/api/v1/hosts')).json()).hosts;
}
/** An order to OBS, as the desk gives it. */
export const order = (
  rig: RelayRig,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(rig.url('/api/v1/hosts'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
/** What an answer says, as one text. */
export const told = async (answer: Response): Promise<string> => JSON.stringify(await answer.json());

/** A relay beside an OBS that it has found. */
export async function found(
  given: Parameters<typeof startObs>[0] = {},
  more: { readonly secrets?: readonly string[] } = {},
) {
  const server = await startObs(given);
  const rig = await startRelay({ hosts: { obs: { url: server.url, password: given.password } }, ...more });
  await waitUntil(async () => (await hosts(rig)).obs?.link === 'open');
  return { server, rig };
}

/** Where the host has an output, as the health tells. */
export const tallyOf = async (rig: RelayRig, output = 'program'): Promise<string | null | undefined> => {
  const health = (await (await rig.get('/api/v1/health')).json()) as {
    outputs: { name: string; tally: string | null }[];
  };
  return health.outputs.find(({ name }) => name === output)?.tally;
};

/** An output in OBS, and a page of that name. */
export async function inObs(obs: ObsWitness | undefined = UNTOLD) {
  const { server, rig } = await found();
  server.scenes.set('Interview', []);
  await order(rig, { do: 'add', output: 'program' });
  const page = await openPage(rig.port);
  await page.snapshot();
  /** A picture that is not late. */
  const paint = (): Promise<void> =>
    page.beat({ revision: 1, instantMs: rig.time.now(), ...(obs ? { obs } : {}) });
  await paint();
  return { server, rig, page, paint };
}
/** Resolves when the health tells that of the program output. */
export const saysTally = (rig: RelayRig, word: string | null): Promise<unknown> =>
  waitUntil(async () => (await tallyOf(rig)) === word);

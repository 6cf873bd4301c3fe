// One text off LiveData, opened: a greeting, words of a channel, a warning that completes the action, or an error.
import { type Fault, fault } from '../../game/fault.ts';
import { readLeniently } from '../lenient.ts';
import { openJson } from '../open-json.ts';
import { type Channel, isChannel } from './channels.ts';
import { type Marks, marksSchema, responseSchema } from './words.ts';

/** What every response says about itself. */
type Common = {
  readonly channel: Channel | null;
  readonly fixture: string | null;
  readonly id: string | null;
  /** The provider's stamp in its own milliseconds; null where there is none. */
  readonly saidMs: number | null;
};

export type Opened =
  | { readonly is: 'greeting'; readonly version: string }
  | (Common & {
      readonly is: 'words';
      readonly channel: Channel;
      /** It answers a `get`, or might: it tells the state, not news. */
      readonly isGet: boolean;
      readonly marks: Marks;
      readonly payload: unknown;
    })
  | (Common & { readonly is: 'warning' | 'error'; readonly text: string })
  | { readonly is: 'nothing' };

const NOTHING: Opened = { is: 'nothing' };
const UNSAID = 'without a word why';

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Opens one text. Never throws; what is wrong is added to `faults`. */
export function openResponse(text: string, faults: Fault[]): Opened {
  const opened = openJson(text);
  faults.push(...opened.faults);
  if (opened.value === undefined) return NOTHING;
  const { data, faults: bad } = readLeniently(responseSchema, opened.value, 'message');
  faults.push(...bad);
  if (data === null) return NOTHING;
  const { status, channel: name, version } = data;
  if (status === undefined && version !== undefined) return { is: 'greeting', version };
  const channel = isChannel(name) ? name : null;
  const common = {
    channel,
    fixture: data.fixture ?? null,
    id: data.id ?? null,
    saidMs: data.publishedAt ?? null,
  };
  const marked = isObject(data.payload) ? readLeniently(marksSchema, { ...data.payload }, 'payload') : null;
  if (status === 'warning' || status === 'error')
    return { ...common, is: status, text: marked?.data?.message ?? UNSAID };
  if (status !== 'ok') {
    faults.push(fault('bad-field', 'message.status', 'ok, warning or error', JSON.stringify(status ?? null)));
    return NOTHING;
  }
  if (channel === null) {
    faults.push(fault('bad-field', 'message.channel', 'a known channel', JSON.stringify(name ?? null)));
    return NOTHING;
  }
  faults.push(...(marked?.faults ?? []));
  const marks = marked?.data ?? {};
  return { ...common, is: 'words', channel, isGet: data.action === 'get', marks, payload: data.payload };
}

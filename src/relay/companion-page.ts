// A page of buttons for Bitfocus Companion, made for this relay and its graphics, to import there: it needs only Companion's own generic HTTP and WebSocket modules.
import type { Cue } from '../show/cue.ts';
import type { GraphicInfo } from '../wire/wire.ts';
import { panelKey } from './panel.ts';

/** The layout that Companion exports in this version; later ones read it and bring it up to date. Source: Companion's export model, version 4. */
const EXPORT_VERSION = 4;
/** A page of Companion: as many columns as a Stream Deck XL has. */
const COLUMNS = 8;
const ROWS = 4;
/** How long a button that takes everything off must be held, in milliseconds. */
const HOLD_MS = 1_000;

const HTTP = 'courtside-http';
const EVENTS = 'courtside-events';
const EVENTS_LABEL = 'courtside_events';

const COLOUR = {
  white: 0xffffff,
  black: 0,
  red: 0xe5352b,
  amber: 0xffb020,
  green: 0x23a455,
  grey: 0x18202c,
} as const;

type Style = { readonly color: number; readonly bgcolor: number };
type Lit = { readonly key: string; readonly value: string; readonly style: Style };
type Button = {
  readonly id: string;
  readonly text: string;
  readonly cue?: Cue;
  readonly held?: boolean;
  /** Keys of the relay's flat JSON that this button shows or is lit by. */
  readonly reads?: readonly string[];
  /** The last one that is true has its way. */
  readonly lit?: readonly Lit[];
};

const RED: Style = { color: COLOUR.white, bgcolor: COLOUR.red };
const AMBER: Style = { color: COLOUR.black, bgcolor: COLOUR.amber };
const GREEN: Style = { color: COLOUR.black, bgcolor: COLOUR.green };

/** The custom variable of Companion that holds the control token, where the relay demands one: the file holds no secret. */
export const TOKEN_VARIABLE = 'courtside_token';

const variable = (key: string): string => `$(${EVENTS_LABEL}:${key})`;

/** Ready in green, taken in amber, painted in red: as on the operator's page. */
function graphicButtons({ id, name }: GraphicInfo): { readonly take: Button; readonly out: Button } {
  const [preview, onAir, painted] = [
    panelKey('preview', id),
    panelKey('on_air', id),
    panelKey('painted', id),
  ];
  const lit = [
    { key: preview, value: 'true', style: GREEN },
    { key: onAir, value: 'true', style: AMBER },
    { key: painted, value: 'true', style: RED },
  ];
  return {
    take: {
      id: `take-${id}`,
      text: name,
      cue: { cue: 'take', graphic: id },
      reads: lit.map(({ key }) => key),
      lit,
    },
    out: { id: `out-${id}`, text: `${name}\\nOUT`, cue: { cue: 'out', graphic: id }, lit: lit.slice(1) },
  };
}

const SHOW: readonly Button[] = [
  { id: 'take', text: 'TAKE', cue: { cue: 'take' } },
  { id: 'cut', text: 'CUT', cue: { cue: 'take', cut: true } },
  { id: 'rundown-previous', text: 'PREV', cue: { cue: 'rundown', step: { step: 'previous' } } },
  {
    id: 'rundown-go',
    text: `READY\\n${variable('rundown_standby')}`,
    cue: { cue: 'rundown', step: { step: 'go' } },
    reads: ['rundown_standby'],
  },
  { id: 'rundown-next', text: 'NEXT', cue: { cue: 'rundown', step: { step: 'next' } } },
  { id: 'rundown-take', text: 'TAKE\\nNEXT', cue: { cue: 'rundown', step: { step: 'take' } } },
  { id: 'undo', text: 'UNDO', cue: { cue: 'undo', what: 'take' } },
  { id: 'clear', text: 'CLEAR\\nhold', cue: { cue: 'clear' }, held: true },
];

const score = (side: 'home' | 'away', add: 1 | -1): Button => ({
  id: `${side}-${add > 0 ? 'up' : 'down'}`,
  text: `${variable(`${side}_code`)}\\n${add > 0 ? '+1' : '-1'}`,
  cue: { cue: 'override', field: `${side}.score`, add },
  reads: [`${side}_code`],
});

const STATE: readonly Button[] = [
  {
    id: 'feed',
    text: `FEED\\n${variable('feed_status')}`,
    reads: ['feed_status'],
    lit: ['stale', 'lost', 'connecting'].map((value) => ({ key: 'feed_status', value, style: AMBER })),
  },
  { id: 'clock', text: `${variable('period')}\\n${variable('clock')}`, reads: ['period', 'clock'] },
  {
    id: 'score',
    text: `${variable('away_score')} - ${variable('home_score')}`,
    reads: ['away_score', 'home_score'],
  },
  score('away', -1),
  score('away', 1),
  score('home', -1),
  score('home', 1),
  {
    id: 'overrides',
    text: `HELD\\n${variable('overrides')}`,
    reads: ['overrides'],
  },
];

/** What a button does, as Companion's POST action of the generic HTTP module. */
const action = (id: string, cue: Cue) => ({
  id: `${id}-action`,
  instance: HTTP,
  action: 'post',
  options: {
    url: '/api/v1/cues',
    body: JSON.stringify(cue),
    header: JSON.stringify({ Authorization: `Bearer $(custom:${TOKEN_VARIABLE})` }),
    contenttype: 'application/json',
    jsonResultDataVariable: '',
    result_stringify: true,
    statusCodeVariable: '',
  },
  delay: 0,
});

const feedbacks = ({ id, reads = [], lit = [] }: Button) => [
  ...reads.map((key) => ({
    id: `${id}-reads-${key}`,
    instance_id: EVENTS,
    type: 'websocket_variable',
    options: { subpath: key, variable: key },
  })),
  ...lit.map(({ key, value, style }, index) => ({
    id: `${id}-lit-${index}`,
    instance_id: 'internal',
    type: 'variable_value',
    options: { variable: `${EVENTS_LABEL}:${key}`, op: 'eq', value },
    style,
    isInverted: false,
  })),
];

function control(button: Button) {
  const { id, text, cue, held = false } = button;
  const actions = cue ? [action(id, cue)] : [];
  return {
    type: 'button',
    style: {
      text,
      textExpression: false,
      size: 'auto',
      png64: null,
      alignment: 'center:center',
      pngalignment: 'center:center',
      color: COLOUR.white,
      bgcolor: COLOUR.grey,
      show_topbar: 'default',
    },
    options: { relativeDelay: false, stepAutoProgress: true, rotaryActions: false },
    feedbacks: feedbacks(button),
    steps: {
      0: {
        action_sets: held ? { down: [], up: [], [HOLD_MS]: actions } : { down: actions, up: [] },
        options: { runWhileHeld: held ? [HOLD_MS] : [] },
      },
    },
  };
}

export type CompanionPageOptions = {
  readonly graphics: readonly GraphicInfo[];
  /** `host:port` by which the panel's machine reaches this relay. */
  readonly host: string;
};

/** The file that Companion imports: graphics to air and out, the show and the rundown, the state and the score. The first eight graphics have buttons. */
export function companionPage({ graphics, host }: CompanionPageOptions) {
  const buttons = graphics.slice(0, COLUMNS).map(graphicButtons);
  const rows = [buttons.map(({ take }) => take), buttons.map(({ out }) => out), SHOW, STATE];
  const controls = rows.map((row) => Object.fromEntries(row.map((one, column) => [column, control(one)])));
  const instance = { isFirstInit: false, enabled: true, lastUpgradeIndex: -1 };
  return {
    version: EXPORT_VERSION,
    type: 'page',
    page: {
      name: 'Courtside',
      controls: Object.fromEntries(controls.map((row, index) => [index, row])),
      gridSize: { minColumn: 0, maxColumn: COLUMNS - 1, minRow: 0, maxRow: ROWS - 1 },
    },
    instances: {
      [HTTP]: {
        ...instance,
        instance_type: 'generic-http',
        label: 'courtside',
        sortOrder: 0,
        config: { prefix: `http://${host}` },
      },
      [EVENTS]: {
        ...instance,
        instance_type: 'generic-websocket',
        label: EVENTS_LABEL,
        sortOrder: 1,
        config: {
          url: `ws://${host}/api/v1/events`,
          reconnect: true,
          append_new_line: '',
          debug_messages: false,
          reset_variables: false,
          fbprefix: '',
          fbsuffix: '',
        },
      },
    },
    oldPageNumber: 1,
  };
}

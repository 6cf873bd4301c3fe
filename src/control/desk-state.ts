// All that the operator's page knows, as one value, and what can happen to it.
import type { RuleSetName } from '../game/rules.ts';
import type { TransportInfo } from '../game/transport.ts';
import type { LinkState } from '../link/link.ts';
import type { OverrideField } from '../show/overrides.ts';
import type { Show } from '../show/show.ts';
import type { Look } from '../wire/look.ts';
import type { Down, GraphicInfo, Health } from '../wire/wire.ts';
import type { KeyRow } from './action.ts';
import type { DockName } from './dock-name.ts';
import { emptyHand, type Hand, type HandEvent } from './hand.ts';
import { KEY_ROWS } from './key-rows.ts';
import type { OwnKeys } from './keys.ts';
import type { Notice, Untold } from './notice.ts';
import { type Operator, SOMEBODY } from './operator.ts';
import { nothingSeen, type Options, type Seen } from './seen.ts';
import { nothingRehearsed, type RehearsalSeen } from './tape/rehearsal-guard.ts';

/** What lies behind the live pictures. */
export const BACKDROPS = ['court', 'black', 'white', 'grey', 'checker'] as const;
export type Backdrop = (typeof BACKDROPS)[number];

/** What the relay has said; null before the first snapshot. */
export type Heard = {
  readonly rules: RuleSetName;
  readonly graphics: readonly GraphicInfo[];
  readonly show: Show;
  readonly look: Look;
  readonly health: Health;
  /** How a tape is played; null where none is. */
  readonly transport: TransportInfo | null;
};

export type DeskState = Seen & {
  /** What this page has seen of rehearsals, and what waits for an answer. */
  readonly rehearsed: RehearsalSeen;
  readonly link: LinkState;
  readonly heard: Heard | null;
  readonly selected: string | null;
  /** What the operator has in hand: an output, a story. */
  readonly hand: Hand;
  /** The correction that the next + or - is for. */
  readonly armed: OverrideField | null;
  /** Overrides that were asked for and do not stand in `show` yet: what the next step counts from. `revision` once granted. */
  readonly asked: Readonly<Record<string, Asked>>;
  readonly backdrop: Backdrop;
  /** The panel that is open in each dock, by its tab's id; the first where none was chosen. */
  readonly open: Readonly<Partial<Record<DockName, string>>>;
  /** What the keys do, an operator's own among them. */
  readonly rows: readonly KeyRow[];
  readonly ownKeys: OwnKeys;
  readonly helpOpen: boolean;
  /** Letters stand on every control, to press it by. */
  readonly hintsOpen: boolean;
  /** The first of two keys that was pressed; empty while none was. */
  readonly begun: string;
  readonly notices: readonly Notice[];
  readonly nextNotice: number;
  /** Cues on their way, not answered yet. */
  readonly underway: number;
  /** The last cue that the relay granted, and the show's revision after it. */
  readonly granted: Granted | null;
  /** Who sits here. */
  readonly operator: Operator;
  /** The page's address says that nobody here may press: no role can be chosen. */
  readonly onlyObserves: boolean;
  /** The relay has asked for the control token. */
  readonly tokenAsked: boolean;
};

export type Granted = { readonly about: string; readonly revision: number };
export type Asked = { readonly value: unknown; readonly revision: number | null };

export type DeskEvent =
  | { readonly on: 'link'; readonly link: LinkState }
  | { readonly on: 'down'; readonly down: Down; readonly nowMs: number }
  | ({ readonly on: 'refused' } & Untold)
  | { readonly on: 'rehearsed'; readonly seen: RehearsalSeen }
  | { readonly on: 'sent' }
  | { readonly on: 'settled' }
  | { readonly on: 'granted'; readonly about: string; readonly revision: number }
  | { readonly on: 'dismissed'; readonly id: number | 'all' }
  | { readonly on: 'time'; readonly nowMs: number }
  | { readonly on: 'hand'; readonly event: HandEvent }
  | { readonly on: 'selected'; readonly graphic: string }
  | { readonly on: 'drafted'; readonly graphic: string; readonly name: string; readonly value: unknown }
  | { readonly on: 'reverted'; readonly graphic: string }
  | { readonly on: 'armed'; readonly field: OverrideField | null }
  | { readonly on: 'asked'; readonly field: string; readonly value: unknown }
  | { readonly on: 'answered'; readonly field: string; readonly revision: number | null }
  | { readonly on: 'opened'; readonly dock: DockName; readonly tab: string }
  | { readonly on: 'backdrop'; readonly backdrop: Backdrop }
  | { readonly on: 'keys'; readonly own: OwnKeys }
  | { readonly on: 'help'; readonly open: boolean }
  | { readonly on: 'hints'; readonly open: boolean }
  | { readonly on: 'begun'; readonly key: string }
  | { readonly on: 'operator'; readonly operator: Operator }
  | { readonly on: 'only-observes' }
  | { readonly on: 'token'; readonly asked: boolean };

export const firstState: DeskState = {
  ...nothingSeen,
  rehearsed: nothingRehearsed,
  link: { status: 'connecting', attempt: 1 },
  heard: null,
  selected: null,
  hand: emptyHand,
  armed: null,
  asked: {},
  backdrop: 'court',
  open: {},
  rows: KEY_ROWS,
  ownKeys: {},
  helpOpen: false,
  hintsOpen: false,
  begun: '',
  notices: [],
  nextNotice: 1,
  underway: 0,
  granted: null,
  operator: SOMEBODY,
  onlyObserves: false,
  tokenAsked: false,
};

/** What a graphic's options are where nobody has said otherwise. */
export const defaultsOf = (state: DeskState, graphic: string): Options =>
  state.heard?.graphics.find(({ id }) => id === graphic)?.defaults ?? {};

/** The show seen here is older than what was asked of it: what a press means must not hang on it. */
export const isBehind = ({ underway, granted, heard }: DeskState): boolean =>
  underway > 0 || (granted !== null && heard !== null && granted.revision > heard.show.revision);

/** The tab that is open in a dock with these tabs, or the one `by` further on, round and round. */
export function openTab({ open }: DeskState, dock: DockName, tabs: readonly string[], by = 0): string | null {
  const at = Math.max(0, tabs.indexOf(open[dock] ?? ''));
  return tabs[(at + by + tabs.length) % tabs.length] ?? null;
}

/** What a graphic's form shows: its defaults, over them what it was last seen with, over them the changes not sent. */
export const formValues = (state: DeskState, graphic: string): Options => ({
  ...defaultsOf(state, graphic),
  ...state.known[graphic],
  ...state.drafts[graphic],
});

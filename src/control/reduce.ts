// What becomes of the operator's page by what was heard or done: the next state from the last. Nothing here looks at a clock or a network.
import type { Show } from '../show/show.ts';
import type { Down } from '../wire/wire.ts';
import { type DeskEvent, type DeskState, defaultsOf } from './desk-state.ts';
import { takeInHand } from './hand.ts';
import { rowsWith } from './keys.ts';
import { expired, noticed } from './notice.ts';
import type { Operator } from './operator.ts';
import { agreed, remember } from './seen.ts';
import { followed } from './tape/rehearsal-guard.ts';

/** The state after one event; the same object when nothing has changed. */
export function reduce(state: DeskState, event: DeskEvent): DeskState {
  switch (event.on) {
    case 'link':
      return { ...state, link: event.link };
    case 'down':
      return hear(state, event.down, event.nowMs);
    case 'refused':
      return { ...state, ...noticed(state, event) };
    case 'rehearsed':
      return { ...state, rehearsed: event.seen };
    case 'sent':
      return { ...state, underway: state.underway + 1 };
    case 'settled':
      return { ...state, underway: Math.max(0, state.underway - 1) };
    case 'granted':
      return { ...state, granted: { about: event.about, revision: event.revision } };
    case 'dismissed':
      return {
        ...state,
        notices: event.id === 'all' ? [] : state.notices.filter(({ id }) => id !== event.id),
      };
    case 'time':
      return expired(state, event.nowMs);
    case 'hand':
      return { ...state, hand: takeInHand(state.hand, event.event) };
    case 'selected':
      return { ...state, selected: event.graphic };
    case 'drafted':
      return draft(state, event);
    case 'reverted': {
      const { [event.graphic]: _dropped, ...drafts } = state.drafts;
      return { ...state, drafts };
    }
    case 'armed':
      return { ...state, armed: event.field };
    case 'asked':
      return {
        ...state,
        asked: { ...state.asked, [event.field]: { value: event.value, revision: null } },
      };
    case 'answered':
      return answered(state, event.field, event.revision);
    case 'opened':
      return { ...state, open: { ...state.open, [event.dock]: event.tab } };
    case 'backdrop':
      return { ...state, backdrop: event.backdrop };
    case 'keys':
      return { ...state, ownKeys: event.own, rows: rowsWith(event.own) };
    case 'help':
      return { ...state, helpOpen: event.open };
    case 'hints':
      return { ...state, hintsOpen: event.open };
    case 'begun':
      return state.begun === event.key ? state : { ...state, begun: event.key };
    case 'operator':
      return { ...state, operator: roleOf(state, event.operator) };
    case 'only-observes': {
      const only = { ...state, onlyObserves: true };
      return { ...only, operator: roleOf(only, state.operator) };
    }
    case 'token':
      return { ...state, tokenAsked: event.asked };
    default: {
      const never: never = event;
      return never;
    }
  }
}

function hear(state: DeskState, down: Down, nowMs: number): DeskState {
  switch (down.type) {
    case 'snapshot': {
      const { rules, graphics, show, look, health, transport = null } = down;
      const selected =
        graphics.find(({ id }) => id === state.selected)?.id ?? graphics[0]?.id ?? state.selected;
      return withShow(
        {
          ...state,
          selected,
          granted: null,
          rehearsed: followed(state.rehearsed, health),
          heard: { rules, graphics, show, look, health, transport },
        },
        show,
      );
    }
    case 'show':
      return state.heard
        ? withShow({ ...state, heard: { ...state.heard, show: down.show } }, down.show)
        : state;
    case 'look':
      return state.heard ? { ...state, heard: { ...state.heard, look: down.look } } : state;
    case 'transport':
      return state.heard ? { ...state, heard: { ...state.heard, transport: down.transport } } : state;
    case 'health':
      return state.heard
        ? {
            ...state,
            rehearsed: followed(state.rehearsed, down.health),
            heard: { ...state.heard, health: down.health },
          }
        : state;
    case 'refused':
      return {
        ...state,
        ...noticed(state, { about: 'The relay refused this page', fault: down.fault, nowMs }),
      };
    case 'facts':
    case 'frame':
    case 'echo':
      return state;
    default: {
      const never: never = down;
      return never;
    }
  }
}

const roleOf = ({ onlyObserves }: DeskState, operator: Operator): Operator =>
  onlyObserves ? { ...operator, role: 'observer' } : operator;

const withShow = (state: DeskState, show: Show): DeskState => ({
  ...state,
  ...remember(state, show),
  asked: standing(state.asked, show.revision),
});

/** What has been granted and stands in the show is no longer asked for. */
const standing = (asked: DeskState['asked'], revision: number): DeskState['asked'] =>
  Object.fromEntries(
    Object.entries(asked).filter(([, one]) => one.revision === null || one.revision > revision),
  );

/** `revision` null: refused, or never answered. */
function answered(state: DeskState, field: string, revision: number | null): DeskState {
  const { [field]: one, ...others } = state.asked;
  if (one === undefined) return state;
  const asked = revision === null ? others : { ...others, [field]: { ...one, revision } };
  return { ...state, asked: standing(asked, state.heard?.show.revision ?? 0) };
}

function draft(state: DeskState, { graphic, name, value }: Extract<DeskEvent, { on: 'drafted' }>): DeskState {
  const changes = { ...state.drafts[graphic], [name]: value };
  const base = state.known[graphic] ?? defaultsOf(state, graphic);
  return {
    ...state,
    drafts: agreed({ ...state.drafts, [graphic]: changes }, { ...state.known, [graphic]: base }),
  };
}

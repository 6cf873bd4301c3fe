// What a relay says to a desk, for tests: say only what the test is about.
import { fold } from '../../src/game/fold.ts';
import { noGame } from '../../src/game/game.ts';
import type { Fact, MessageOf } from '../../src/game/message.ts';
import { rulesOf } from '../../src/game/rules.ts';
import { emptyLayer, emptyShow, type Layer, type Show } from '../../src/show/show.ts';
import { makeTimeline } from '../../src/time/timeline.ts';
import { noLook } from '../../src/wire/look.ts';
import type { GraphicInfo, Health, OutputInfo, Painted, Snapshot } from '../../src/wire/wire.ts';
import { AWAY_ID, HOME_ID, messages } from '../kit/messages.ts';

export const NOW_MS = 1_700_000_000_000;

export const painted = (more: Partial<Painted> = {}): Painted => ({
  revision: 0,
  seq: 0,
  instantMs: NOW_MS,
  fps: 60,
  lateMs: 2,
  delayMs: 0,
  renderer: 'webgl',
  visible: true,
  contextsLost: 0,
  offsetMs: 0,
  offsetErrorMs: 1,
  graphics: [],
  faults: [],
  ...more,
});

export const output = (name: string, more: Partial<OutputInfo> = {}): OutputInfo => ({
  name,
  role: 'output',
  bus: 'program',
  painted: painted(),
  lagging: false,
  connectedMs: NOW_MS - 60_000,
  beatMs: NOW_MS,
  ...more,
});

export const graphic = (id: string, name: string, more: Partial<GraphicInfo> = {}): GraphicInfo => ({
  id,
  name,
  layer: id,
  needs: [],
  uses: [],
  schema: { type: 'object', properties: {} },
  defaults: {},
  ...more,
});

export const GRAPHICS: readonly GraphicInfo[] = [
  graphic('scorebug', 'Scorebug', {
    layer: 'bug',
    needs: ['score', 'clock'],
    defaults: { position: 'bottom', showFouls: true, gap: 8, title: '' },
    schema: {
      type: 'object',
      properties: {
        position: {
          type: 'string',
          enum: ['bottom', 'top-left', 'lower-left'],
          description: 'Where it stands.',
        },
        showFouls: { type: 'boolean' },
        gap: { type: 'integer', minimum: 0, maximum: 40, description: 'Units between the parts.' },
        title: { type: 'string', maxLength: 24, description: 'A line over the strip; none when empty.' },
      },
    },
  }),
  graphic('shot-clock', 'Shot clock', { layer: 'clock', needs: ['shot-clock'] }),
  graphic('player-dots', 'Player dots', { layer: 'floor', needs: ['positions'] }),
  graphic('shot-chart', 'Shot chart', { layer: 'chart', needs: ['zones'] }),
];

export const layer = (more: Partial<Layer> = {}): Layer => ({ ...emptyLayer, ...more });

/** A graphic on program since that instant. */
export const onProgram = (id: string, sinceMs = NOW_MS): Layer =>
  layer({ program: { graphic: id, options: {}, sinceMs, cut: false } });

export const inPreview = (id: string): Layer => layer({ preview: { graphic: id, options: {} } });

export const show = (revision: number, layers: Show['layers'] = {}, more: Partial<Show> = {}): Show => ({
  ...emptyShow,
  revision,
  layers,
  ...more,
});

export const health = (more: Partial<Health> = {}): Health => ({
  feed: {
    name: 'shottracker',
    status: 'live',
    heardMs: NOW_MS,
    capabilities: ['score', 'clock', 'shot-clock', 'stats'],
    told: ['score', 'clock', 'shot-clock', 'stats'],
    offset: null,
    rehearsal: false,
  },
  outputs: [],
  faults: [],
  tape: { file: '/tapes/game.mcap', bytes: 12_345_678, recording: true },
  sources: [],
  relay: { version: '0.1.0', startedMs: NOW_MS - 3_600_000, loopLagMs: 2, logChanges: 0 },
  ...more,
});

export const snapshot = (more: Partial<Snapshot> = {}): Snapshot => ({
  type: 'snapshot',
  version: 1,
  relayMs: NOW_MS,
  rules: 'nba',
  show: emptyShow,
  look: noLook,
  game: noGame,
  facts: [],
  frames: [],
  graphics: GRAPHICS,
  health: health(),
  ...more,
});

type RosterPlayers = MessageOf<'roster'>['players'];

/** A history in which the home team leads 58:54 in the third. */
export function someHistory(players: RosterPlayers = []) {
  const say = messages();
  const timeline = makeTimeline({ rules: rulesOf('nba') });
  const facts: readonly Fact[] = [
    say.roster(NOW_MS - 9, {
      teamId: HOME_ID,
      side: 'home',
      code: 'DEN',
      name: 'Denver',
      players: [...players],
    }),
    say.roster(NOW_MS - 8, { teamId: AWAY_ID, side: 'away', code: 'LAL', name: 'Los Angeles' }),
    {
      kind: 'colours',
      seq: 90,
      atMs: NOW_MS - 7,
      heardMs: NOW_MS,
      colours: [
        { teamId: HOME_ID, colour: '#f2b632' },
        { teamId: AWAY_ID, colour: '#5d2f91' },
      ],
    },
    say.period(NOW_MS - 6, 'Q3'),
    say.score(NOW_MS - 5, 58, 54),
    say.clock(NOW_MS - 4, 462_000, false, {
      shot: { remainingMs: 14_000, running: false, resolutionMs: 1000 },
    }),
  ];
  timeline.reset({ game: facts.reduce(fold, noGame), facts, frames: [] });
  return timeline;
}

// Cues as others may send them, in an order in which each is granted by a relay that has just begun: the description's examples, which the tests run.

/** `value` is a whole body of `POST /api/v1/cues`. */
export type CueExample = {
  readonly name: string;
  readonly summary: string;
  readonly value: Readonly<Record<string, unknown>>;
};

const ITEM = {
  id: 'tip-off',
  name: 'Tip-off',
  group: 'pre',
  graphics: [{ graphic: 'scorebug', options: {} }],
  autoOutMs: 8_000,
};

/** The graphics that they name are of this house: `scorebug` and `shot-clock`. */
export const CUE_EXAMPLES: readonly CueExample[] = [
  { name: 'preview', summary: 'Make ready', value: { cue: 'preview', graphic: 'scorebug' } },
  { name: 'takePreview', summary: 'All that is ready, to air', value: { cue: 'take', by: 'Ana' } },
  {
    name: 'takeTogether',
    summary: 'Several on one frame, off by themselves after 8 s',
    value: {
      cue: 'take',
      graphics: [{ graphic: 'scorebug' }, { graphic: 'shot-clock' }],
      autoOutMs: 8_000,
    },
  },
  { name: 'undoTake', summary: 'The last take taken back', value: { cue: 'undo', what: 'take' } },
  {
    name: 'update',
    summary: 'Other options where it stands',
    value: { cue: 'update', graphic: 'scorebug', options: {} },
  },
  { name: 'out', summary: 'Off air', value: { cue: 'out', graphic: 'scorebug' } },
  { name: 'clear', summary: 'Everything off, without motion', value: { cue: 'clear', cut: true } },
  {
    name: 'addPoint',
    summary: 'One point more',
    value: { cue: 'override', field: 'home.score', add: 1, id: 'press-17' },
  },
  {
    name: 'setClock',
    summary: 'The clock set, until the feed says the same',
    value: {
      cue: 'override',
      field: 'clock',
      value: { remainingMs: 300_000, running: false },
      until: 'agrees',
    },
  },
  {
    name: 'arrow',
    summary: 'The possession arrow',
    value: { cue: 'override', field: 'arrow', value: 'home' },
  },
  {
    name: 'undoOverride',
    summary: 'The last change of a correction taken back',
    value: { cue: 'undo', what: 'override', field: 'clock' },
  },
  { name: 'release', summary: 'Back to the feed', value: { cue: 'release', field: 'home.score' } },
  {
    name: 'policy',
    summary: 'The clock goes out when no feed speaks for 20 s',
    value: { cue: 'policy', field: 'clock', policy: 'out', afterMs: 20_000 },
  },
  {
    name: 'delay',
    summary: 'So far behind live',
    value: { cue: 'delay', output: 'program', delayMs: 1_500 },
  },
  {
    name: 'rundownGroup',
    summary: 'A group of the rundown',
    value: { cue: 'rundown', step: { step: 'group-add', group: { id: 'pre', name: 'Pre-game' } } },
  },
  {
    name: 'rundownAdd',
    summary: 'An item of the rundown',
    value: { cue: 'rundown', step: { step: 'add', item: ITEM } },
  },
  {
    name: 'rundownNext',
    summary: 'The next item on standby',
    value: { cue: 'rundown', step: { step: 'next' } },
  },
  {
    name: 'rundownGo',
    summary: 'What is on standby, ready',
    value: { cue: 'rundown', step: { step: 'go' } },
  },
  {
    name: 'rundownTake',
    summary: 'What is on standby, to air',
    value: { cue: 'rundown', step: { step: 'take' } },
  },
];

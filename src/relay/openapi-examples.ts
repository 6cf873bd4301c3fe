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

const CAMERA = {
  cue: 'camera',
  name: 'Main',
  court: 'nba',
  points: [
    { at: 'centre-near', x: 460, y: 952 },
    { at: 'centre-far', x: 501, y: 461 },
    { at: 'corner-right-far', x: 1410, y: 419 },
    { at: 'three-right-near', x: 1876, y: 801 },
    { at: 'break-right-near', x: 1476, y: 830 },
    { at: 'elbow-right-near', x: 1224, y: 678 },
    { at: 'elbow-right-far', x: 1130, y: 543 },
  ],
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
    name: 'delayMore',
    summary: 'Far enough behind live to see what comes',
    value: { cue: 'delay', output: 'program', delayMs: 8_000, how: 'cut' },
  },
  {
    name: 'previewAgain',
    summary: 'Ready for the take that is armed next',
    value: { cue: 'preview', graphic: 'scorebug', autoOutMs: 10_000 },
  },
  {
    name: 'arm',
    summary: 'Preview goes to air when a basket is seen on program',
    value: { cue: 'arm', on: 'basket', output: 'program' },
  },
  { name: 'disarm', summary: 'It does not', value: { cue: 'disarm' } },
  {
    name: 'owner',
    summary: 'Of two feeds, the score is the backup’s from now on',
    value: { cue: 'owner', field: 'score', feed: 'backup' },
  },
  {
    name: 'ownerByHand',
    summary: 'No field falls to the other feed by itself',
    value: { cue: 'owner', field: 'all', falls: 'hand' },
  },
  {
    name: 'match',
    summary: 'Who is who: the backup’s ids, and the main feed’s',
    value: { cue: 'match', teams: { a: '10', b: '20' }, players: { 'p-7': '7' } },
  },
  { name: 'unpreview', summary: 'Not ready any more', value: { cue: 'unpreview', graphic: 'scorebug' } },
  {
    name: 'storyRule',
    summary: 'New runs go to air by themselves for 8 s, at most one in two minutes',
    value: { cue: 'story-rule', rule: 'run', on: true, outAfterMs: 8_000, everyMs: 120_000 },
  },
  {
    name: 'storyRuleOff',
    summary: 'They do not',
    value: { cue: 'story-rule', rule: 'run', on: false },
  },
  {
    name: 'replay',
    summary: 'The last eight seconds again, at half speed',
    value: { cue: 'replay', output: 'program', agoMs: 8_000, rate: 0.5 },
  },
  { name: 'resume', summary: 'Back from the replay', value: { cue: 'resume', output: 'program' } },
  {
    name: 'syncArm',
    summary: 'Guided sync: wait for a whole second of the clock',
    value: { cue: 'sync', output: 'program', step: { step: 'arm', event: 'whole-second' } },
  },
  {
    name: 'syncCancel',
    summary: 'Guided sync: no more',
    value: { cue: 'sync', output: 'program', step: { step: 'cancel' } },
  },
  {
    name: 'venue',
    summary: 'The delays that were kept for a place',
    value: { cue: 'venue', venue: 'Arena North' },
  },
  { name: 'theme', summary: 'What all outputs wear', value: { cue: 'theme', theme: 'house' } },
  { name: 'camera', summary: 'How a camera that stands still sees the floor', value: CAMERA },
  { name: 'forgetCamera', summary: 'It is kept no more', value: { cue: 'forget-camera', name: 'Main' } },
  {
    name: 'clearLayer',
    summary: 'One layer off, whatever is on it',
    value: { cue: 'clear', layer: 'bug' },
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

// Packets of IMG Arena's action stream, as its documents print them: say only what the test is about.

export const FIXTURE = 'b11729e0-d401-48aa-938b-1025aa44369f';
export const HOME = { id: 'fd4a9578-2fff-4ed3-a015-694985fa8672', name: 'Riverton Herons', homeTeam: true };
export const AWAY = { id: 'ecd878c9-7edb-4d52-94f6-f62d7f97c59d', name: 'Lakeside Otters', homeTeam: false };
const BEGIN_MS = Date.UTC(2026, 9, 1, 18);

export type Words = Readonly<Record<string, unknown>>;
export type Packet = { readonly fixtureAction: Words; readonly fixtureSummary?: Words };

/** Actions by their texts and, where they are public, their numbers. */
export const TYPES = {
  colours: ['Team Colours', 2],
  lineup: ['Lineups', 3],
  matchStart: ['Start Match', 4],
  matchEnd: ['End Match', 5],
  periodStart: ['Start Period', 6],
  periodEnd: ['End Period', 7],
  clockStart: ['Start Clock', 8],
  clockStop: ['Stop Clock', 9],
  clockAdjust: ['Adjust Clock', 10],
  subIn: ['Substitution In', 13],
  subOut: ['Substitution Out', 14],
  possession: ['Possession Gained', 15],
  timeout: ['Timeout', 52],
  turnover: ['Turnover', 201],
  twoMade: ['2PT Made'],
  twoMissed: ['2PT Missed'],
  threeMade: ['3PT Made'],
  freeMade: ['Free Throw Made'],
  foul: ['Foul'],
  offensive: ['Offensive Rebound', 204],
  defensive: ['Defensive Rebound'],
} as const;

/** Makes packets with rising numbers and stamps a second apart. */
export function imgWords(beginMs = BEGIN_MS) {
  let seq = 0;
  return {
    /** A packet; the same `actionId` in `more` makes it another version of that action. */
    action(type: keyof typeof TYPES, more: Words = {}, summary?: Words): Packet {
      seq += 1;
      const [fixtureActionType, fixtureActionTypeId] = TYPES[type];
      const fixtureAction = {
        actionId: `action-${seq}`,
        fixtureId: FIXTURE,
        fixtureSeqNum: seq,
        fixtureActionType,
        ...(fixtureActionTypeId === undefined ? {} : { fixtureActionTypeId }),
        period: 1,
        sendType: 'Confirmed',
        timestamp: new Date(beginMs + seq * 1000).toISOString(),
        ...more,
      };
      return summary === undefined ? { fixtureAction } : { fixtureAction, fixtureSummary: summary };
    },
  };
}

// What can be known of a game, by name: what a feed says, what a graphic needs. One list, so that the two can be held against each other.
import type { Said } from './message.ts';
import type { StatLine } from './stat-line.ts';

/**
 * `fouls`: team fouls of the period. `stats`: box scores. `efficiency` and `lineups`: what kinds of possession, and fives together, have brought.
 * `zones`: the 14 zones; `shot-places`: single shots with where they were taken. `positions`: the players on the floor.
 */
export const CAPABILITIES = [
  'score',
  'clock',
  'shot-clock',
  'fouls',
  'possession',
  'stats',
  'efficiency',
  'lineups',
  'zones',
  'shot-places',
  'positions',
  'ball',
  'plays',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

const hasFigures = (line: StatLine | undefined): boolean =>
  line !== undefined && Object.entries(line).some(([name, value]) => name !== 'fouls' && value !== undefined);

function inStats({ team, players, efficiency, lineups }: Extract<Said, { kind: 'stats' }>): Capability[] {
  const isStats = hasFigures(team) || players.some(({ line }) => hasFigures(line));
  return [
    ...(isStats ? (['stats'] as const) : []),
    ...(team?.fouls === undefined ? [] : (['fouls'] as const)),
    ...(efficiency?.length ? (['efficiency'] as const) : []),
    ...(lineups?.length ? (['lineups'] as const) : []),
  ];
}

/** What a message really gives; nothing where it only names somebody. A shot clock that is off is said. */
export function givenBy(said: Said): readonly Capability[] {
  switch (said.kind) {
    case 'score':
    case 'possession':
      return [said.kind];
    case 'clock':
      return said.shot === undefined ? ['clock'] : ['clock', 'shot-clock'];
    case 'stats':
      return inStats(said);
    case 'play':
      return ['plays'];
    case 'shot':
      return said.xMm === undefined || said.deleted ? [] : ['shot-places'];
    case 'zones':
      return said.zones.length === 0 ? [] : ['zones'];
    case 'frame':
      return [
        ...(said.bodies.length > 0 ? (['positions'] as const) : []),
        ...(said.ball ? (['ball'] as const) : []),
      ];
    case 'roster':
    case 'colours':
    case 'period':
    case 'lineup':
    case 'begin':
    case 'owners':
    case 'status':
      return [];
    default: {
      const never: never = said;
      return never;
    }
  }
}

// Which fields a message speaks of, and what is left of it for those that its feed owns.

import type { Said } from '../../game/message.ts';
import type { Field } from '../../game/owners.ts';
import type { StatLine } from '../../game/stat-line.ts';

/** Whether this feed owns a field now. */
export type Owns = (field: Field) => boolean;
type SaidOf<K extends Said['kind']> = Extract<Said, { kind: K }>;

/** The fields that a message speaks of. */
export function fieldsIn(said: Said): readonly Field[] {
  switch (said.kind) {
    case 'roster':
    case 'colours':
      return ['teams'];
    case 'clock':
      return [
        'clock',
        ...(said.period === undefined ? [] : (['period'] as const)),
        ...(said.shot === undefined ? [] : (['shotClock'] as const)),
      ];
    case 'score':
    case 'period':
    case 'possession':
      return [said.kind];
    case 'stats':
      if (said.unknown !== undefined) return said.unknown.includes('fouls') ? ['stats', 'fouls'] : ['stats'];
      return said.team?.fouls === undefined ? ['stats'] : ['stats', 'fouls'];
    case 'lineup':
      return ['stats'];
    case 'shot':
    case 'zones':
      return ['zones'];
    case 'play':
      return ['plays'];
    case 'frame':
      return ['positions'];
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

/** What of a message is its feed's to say; null for nothing. Score, shot clock and team fouls of the period are said otherwise: see `restate`. */
export function cutTo(said: Said, owns: Owns): Said | null {
  switch (said.kind) {
    case 'clock':
      return cutClock(said, owns);
    case 'frame':
      return cutFrame(said, owns);
    case 'stats':
      return cutStats(said, owns);
    case 'begin':
      // Whoever names the teams says that there are others.
      return owns('teams') ? said : null;
    case 'score':
    case 'owners':
    case 'status':
      return null;
    default:
      return fieldsIn(said).some(owns) ? said : null;
  }
}

function cutClock({ period, shot, ...said }: SaidOf<'clock'>, owns: Owns): Said | null {
  if (!owns('clock')) return null;
  return {
    ...said,
    ...(period !== undefined && owns('period') ? { period } : {}),
    ...(shot !== undefined && owns('shotClock') ? { shot } : {}),
  };
}

/** The clocks that ride on positions are a second witness of the same feed's clocks, of no other's. */
function cutFrame({ clock, ...said }: SaidOf<'frame'>, owns: Owns): Said | null {
  if (!owns('positions')) return null;
  if (!clock || !owns('clock')) return said;
  return { ...said, clock: owns('shotClock') ? clock : { ...clock, shotMs: null } };
}

function cutStats({ team, ...said }: SaidOf<'stats'>, owns: Owns): Said | null {
  if (said.unknown !== undefined) {
    const unknown = said.unknown.filter((name) => owns(name === 'fouls' ? 'fouls' : 'stats'));
    return unknown.length === 0 ? null : { ...said, unknown };
  }
  if (!owns('stats')) return null;
  if (team === undefined || owns('fouls')) return { ...said, ...(team ? { team } : {}) };
  const { fouls: _fouls, ...line }: StatLine = team;
  return { ...said, team: line };
}

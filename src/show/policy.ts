// What becomes of a field on air while no feed speaks: by the operator's choice, field by field. Without one it is held, and marked to him alone.
import { z } from 'zod';
import type { Game, Team } from '../game/game.ts';
import { STALE_FIELDS, type Stale } from '../time/moment.ts';

const staleFieldSchema = z.enum(STALE_FIELDS);

/** `hold`: as it was; `mark`: held, and marked on the operator's page; `dim`: shown in the quiet colour; `out`: not shown. */
const policySchema = z.enum(['hold', 'mark', 'dim', 'out']);

/** How long an outage lasts before a policy holds, at most, in milliseconds. */
const MAX_AFTER_MS = 600_000;
const chosenSchema = z.object({ policy: policySchema, afterMs: z.number().min(0).max(MAX_AFTER_MS) });

export const policiesSchema = z.partialRecord(staleFieldSchema, chosenSchema);
export type Policies = z.infer<typeof policiesSchema>;

export const policyCueSchema = z.strictObject({
  cue: z.literal('policy'),
  field: staleFieldSchema,
  policy: policySchema,
  afterMs: z.number().min(0).max(MAX_AFTER_MS).optional(),
});

/** The policies after one was chosen. */
export const withPolicy = (
  policies: Policies,
  { field, policy, afterMs }: z.infer<typeof policyCueSchema>,
): Policies => ({ ...policies, [field]: { policy, afterMs: afterMs ?? 0 } });

/** For how long no feed has spoken, at an instant, in milliseconds; 0 while one does, before the first has, and when the game is over. */
export function outageMs({ feeds }: Game, atMs: number): number {
  let downMs = Number.NEGATIVE_INFINITY;
  for (const feed of Object.values(feeds)) {
    if (feed.downMs === undefined) return 0;
    downMs = Math.max(downMs, feed.downMs);
  }
  return downMs === Number.NEGATIVE_INFINITY ? 0 : Math.max(0, atMs - downMs);
}

/** The override that makes a field the operator's own: it cannot be stale. */
const OWN: Readonly<Record<keyof Stale, readonly string[]>> = {
  clock: ['clock'],
  shotClock: ['shotClock'],
  score: ['home.score', 'away.score'],
  fouls: ['home.fouls', 'away.fouls'],
  positions: [],
};

/** What an operator has chosen: what becomes of a field, and what is his own. */
type Chosen = { readonly policies: Policies; readonly overrides: Readonly<Record<string, unknown>> };

/** For how long nobody has spoken of a field: no feed at all, or not the one of two that owns it. Milliseconds. */
function silenceMs({ owners }: Game, field: keyof Stale, atMs: number, outage: number): number {
  const downMs = owners[field]?.downMs;
  return downMs === undefined ? outage : Math.max(outage, atMs - downMs);
}

/** What is marked at an instant; undefined while everything is spoken of. `last` again when it is the same. */
export function markedBy(
  { policies, overrides }: Chosen,
  game: Game,
  atMs: number,
  last?: Stale,
): Stale | undefined {
  const outage = outageMs(game, atMs);
  // Asked at every tick: nothing is made while nothing is silent.
  if (outage <= 0 && STALE_FIELDS.every((field) => game.owners[field]?.downMs === undefined))
    return undefined;
  const marked: { -readonly [Field in keyof Stale]: Stale[Field] } = {};
  for (const field of STALE_FIELDS) {
    const lastsMs = silenceMs(game, field, atMs, outage);
    if (lastsMs <= 0) continue;
    const { policy, afterMs } = policies[field] ?? UNCHOSEN;
    const own = OWN[field];
    if (own.length > 0 && own.every((name) => name in overrides)) continue;
    if (policy !== 'hold' && lastsMs >= afterMs) marked[field] = policy;
  }
  return last && STALE_FIELDS.every((field) => last[field] === marked[field]) ? last : marked;
}

/** Held, and told to the operator at once. */
const UNCHOSEN = { policy: 'mark', afterMs: 0 } as const;

/** The game without what is stale and should be out: nobody's score, nobody's fouls. The same object when that is nothing. */
export function withoutStale(game: Game, stale: Stale | undefined): Game {
  if (stale?.score !== 'out' && stale?.fouls !== 'out') return game;
  const without = (team: Team): Team => ({
    ...team,
    ...(stale.score === 'out' ? { score: null, scoreChange: null } : {}),
    ...(stale.fouls === 'out' ? { fouls: null, foulsChange: null } : {}),
  });
  const teams = Object.entries(game.teams).map(([id, team]): [string, Team] => [id, without(team)]);
  return { ...game, teams: Object.fromEntries(teams) };
}

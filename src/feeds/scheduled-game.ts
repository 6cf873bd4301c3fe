// A game as any provider's schedule lists it.

type Named = { readonly teamId: string | null; readonly name: string | null };

/** What a schedule does not say is null. */
export type ScheduledGame = {
  /** As `--game` takes it. */
  readonly gameId: string;
  /** The provider's own word: ACTIVE while it is played (ShotTracker), CONCLUDED and others (HudStats). */
  readonly status: string | null;
  readonly tipoffMs: number | null;
  readonly locationId: string | null;
  readonly facility: string | null;
  readonly seasonType: string | null;
  readonly weekNumber: number | null;
  readonly home: Named;
  readonly away: Named;
};

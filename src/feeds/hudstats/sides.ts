// Who plays on which side: all channels but `teams` speak of home and away.

export const SIDES = ['home', 'away'] as const;
export type Side = (typeof SIDES)[number];

/** Home or away; null for any other word. */
export const sideOf = (word: string | undefined): Side | null =>
  SIDES.find((side) => side === word?.toLowerCase()) ?? null;

/** Ids of the teams by side. */
export type TeamIds = Readonly<Record<Side, string>>;

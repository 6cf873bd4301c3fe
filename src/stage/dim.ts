// What is dimmed in a picture: fields that no feed has spoken of for longer than the operator allows, where he chose to show that to everybody.
import type { JerseyLook } from '../game/jersey.ts';
import type { Moment, STALE_FIELDS } from '../time/moment.ts';
import type { Theme } from './theme.ts';

/** True while a field is to be shown in the quiet colour. What is to be out is not in the Moment at all. */
export const isDim = ({ stale }: Pick<Moment, 'stale'>, field: (typeof STALE_FIELDS)[number]): boolean =>
  stale?.[field] === 'dim';

/** A player who is dimmed: his team's colour is left as a ring about a quiet number. */
export const dimJersey = ({ fill }: JerseyLook, { colour }: Pick<Theme, 'colour'>): JerseyLook => ({
  fill: colour.raised,
  ink: colour.quiet,
  ring: fill,
});

// What pages are told of how things look: the themes that there are, and what is known of teams. Plain data; a page reads a theme's document itself.
import { noTeams, type TeamTable } from '../game/team-table.ts';

/** A theme as its document has it. The relay has found it right. */
export type ThemeDocument = { readonly id: string; readonly name: string; readonly [field: string]: unknown };

/** `themes`: the built-in ones first, then the customer's own by file name. */
export type Look = { readonly themes: readonly ThemeDocument[]; readonly table: TeamTable };

/** Nothing is known. */
export const noLook: Look = { themes: [], table: noTeams };

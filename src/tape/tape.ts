// What a tape holds: the provider's own words as they came, our cues and Faults beside them, and what it is. The file is MCAP.
import { z } from 'zod';
import { RULE_SETS } from '../game/rules.ts';

/** Rises with every change that an older reader would misread. */
export const TAPE_VERSION = 3;
export const TAPE_EXTENSION = '.mcap';
/** MCAP's own name for the kind of file, and for the record that says what it is. */
export const PROFILE = 'courtside';
export const ABOUT_RECORD = 'courtside';
/** The record that says who plays, once the feed has said it. */
export const TEAMS_RECORD = 'courtside-teams';
/** The record that says how many entries of each topic there are, where some of them are folded. */
export const COUNTS_RECORD = 'courtside-counts';

/** Topics of our own begin with this; all others are `<words>/<source>`. */
export const OWN_TOPICS = 'courtside/';
/** Entries of other topics that are folded into one message of the file. */
export const FOLDED_TOPIC = 'courtside/folded';

/**
 * What is told beside the provider's words: `refusal`, a cue that was refused; `auto`, a change of the show without a cue; `lane`, how one of two feeds stands; `show` and `look`, what was on air
 * and how it looked from then on.
 */
export type Note = 'cue' | 'refusal' | 'auto' | 'fault' | 'status' | 'lane' | 'show' | 'look';

/** What a tape is. Every value is text in the file. */
export const aboutSchema = z.object({
  version: z.coerce.number().int(),
  /** As `--feed` named it: `shottracker`, `simulator`. */
  feed: z.string(),
  /** Whose words it holds, and so who can read them: `shottracker`. */
  words: z.string(),
  rules: z.enum(RULE_SETS),
  /** The provider's id of the game, where one was asked for. */
  game: z.string().optional(),
  /** Of two feeds: whose words the backup's are, and its game. Both must stand. */
  backup: z.string().optional(),
  backupGame: z.string().optional(),
  /** The program that wrote it. */
  writer: z.string(),
  /** Milliseconds since 1970. */
  startedMs: z.coerce.number(),
  /** A sentence for who finds it: `a simulated game`. */
  what: z.string().optional(),
  /** A tape that was cut out of another plays from here on: what stands before it is what was known by then. */
  fromMs: z.coerce.number().optional(),
});
export type About = z.infer<typeof aboutSchema>;

/** Who plays: `RIV Riverton Herons`. */
export const teamsSchema = z.object({ home: z.string().optional(), away: z.string().optional() });
export type Teams = z.infer<typeof teamsSchema>;

/** Where a tape begins to play. */
export const beginOf = ({ fromMs }: About, firstMs: number): number => fromMs ?? firstMs;

/** One entry of a tape. Times are milliseconds since 1970 on the time line of the relay that recorded it. */
export type Entry = {
  /** A provider's word for the kind of message, or one of ours. */
  readonly topic: string;
  readonly text: string;
  readonly heardMs: number;
  /** The provider's own stamp; as `heardMs` where there was none. */
  readonly saidMs: number;
  /** What came, where that is no text: `text` is then only like it. */
  readonly bytes?: Uint8Array;
};

/** Topics of the second of two feeds begin with this: `backup/<words>/<source>`. */
export const BACKUP_TOPICS = 'backup/';

/** The source of an entry of a provider's, whichever feed's it is, or null for one of our own. */
export function sourceOf({ topic }: Pick<Entry, 'topic'>): string | null {
  if (topic.startsWith(OWN_TOPICS)) return null;
  const own = topic.startsWith(BACKUP_TOPICS) ? topic.slice(BACKUP_TOPICS.length) : topic;
  return own.slice(own.indexOf('/') + 1);
}

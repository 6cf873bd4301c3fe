// Reads the entries of one tape, in order: one provider's words, or those of two feeds, with how each stood and what the operator chose, as they were heard.
import { z } from 'zod';
import { CAPABILITIES, type Capability } from '../../game/capability.ts';
import { feedStatusSchema } from '../../game/message.ts';
import { laneSchema, matchSchema, ownersSchema } from '../../game/owners.ts';
import type { RuleSetName } from '../../game/rules.ts';
import { type About, BACKUP_TOPICS, type Entry, OWN_TOPICS, sourceOf } from '../../tape/tape.ts';
import type { FeedReader } from '../feed.ts';
import { CAPABILITIES as HUDSTATS } from '../hudstats/hudstats.ts';
import { CAPABILITIES as IMGARENA } from '../imgarena/imgarena.ts';
import { beatsOf } from '../pair/beats.ts';
import { Merger } from '../pair/merger.ts';
import { makeTapeReader } from './provider-reader.ts';

/** What reads a tape. Never throws. */
export type EntryReader = { hear(entry: Entry): void };

export type EntryReaderOptions = {
  readonly rules: RuleSetName;
  readonly to: Pick<FeedReader, 'words' | 'message' | 'fault'>;
};

/** What a provider's feed says that it can say. */
const GIVES: Readonly<Record<string, readonly Capability[]>> = {
  shottracker: CAPABILITIES,
  hudstats: HUDSTATS,
  imgarena: IMGARENA,
};
const givenBy = (words: string): readonly Capability[] =>
  Object.hasOwn(GIVES, words) ? (GIVES[words] ?? []) : [];

const laneNoteSchema = z.object({ lane: laneSchema, status: feedStatusSchema });
const showNoteSchema = z.object({
  owners: ownersSchema.default({}),
  match: matchSchema.nullable().default(null),
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A reader for one tape from its beginning. @throws Error when its words cannot be read by this version. */
export const makeEntryReader = (about: About, options: EntryReaderOptions): EntryReader =>
  about.backup === undefined ? ofOne(about, options) : ofTwo(about, about.backup, options);

function ofOne({ words, game }: About, { rules, to }: EntryReaderOptions): EntryReader {
  const reader = makeTapeReader(words, { rules, gameId: game, to });
  return {
    hear(entry) {
      if (sourceOf(entry) !== null && !entry.topic.startsWith(BACKUP_TOPICS))
        reader.hear(entry.text, entry.heardMs);
    },
  };
}

function ofTwo(about: About, backup: string, { rules, to }: EntryReaderOptions): EntryReader {
  const merger = new Merger({
    capabilities: { main: givenBy(about.words), backup: givenBy(backup) },
    beats: { main: beatsOf(about.words), backup: beatsOf(backup) },
    say: (said) => to.message(said),
  });
  const main = makeTapeReader(about.words, {
    rules,
    gameId: about.game,
    to: { ...to, message: (said) => merger.hear('main', said) },
  });
  const second = makeTapeReader(backup, {
    rules,
    gameId: about.backupGame,
    to: {
      words: (words) => to.words({ ...words, lane: 'backup' }),
      message: (said) => merger.hear('backup', said),
      fault: (told) => to.fault({ ...told, where: `backup ${told.where}` }),
    },
  });
  const note = ({ topic, text, heardMs }: Entry): void => {
    if (topic === `${OWN_TOPICS}lane`) {
      const read = laneNoteSchema.safeParse(parsed(text));
      if (read.success) merger.status(read.data.lane, read.data.status, heardMs);
    } else if (topic === `${OWN_TOPICS}show`) {
      const read = showNoteSchema.safeParse(parsed(text));
      if (read.success) merger.choose(read.data.owners, read.data.match, heardMs);
    }
  };
  return {
    hear(entry) {
      merger.advance(entry.heardMs);
      if (sourceOf(entry) === null) note(entry);
      else (entry.topic.startsWith(BACKUP_TOPICS) ? second : main).hear(entry.text, entry.heardMs);
    },
  };
}

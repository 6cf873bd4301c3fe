// What an operator's page tells the live pictures in its frames: as which output they are to be played. It goes from window to window, never over the wire.
import { z } from 'zod';

/** As far behind live as the output of that name, and in its replays. */
export const playAsSchema = z.object({ courtside: z.literal('play-as'), output: z.string().min(1).max(64) });
export type PlayAs = z.infer<typeof playAsSchema>;

// Who sits at this desk: kept in his browser, sent with every cue.
import { z } from 'zod';

const operatorSchema = z.object({
  name: z.string().max(64),
  role: z.enum(['operator', 'observer']),
  /** Corrections go by themselves once the feed agrees. */
  untilAgrees: z.boolean(),
});

/** An empty `name` is nobody's. An `observer` changes nothing. */
export type Operator = z.infer<typeof operatorSchema>;

export const SOMEBODY: Operator = { name: '', role: 'operator', untilAgrees: false };

const STORED = 'courtside-operator';

/** Who was here last; somebody where nobody is kept. */
export function readOperator(storage: Storage): Operator {
  try {
    return operatorSchema.safeParse(JSON.parse(storage.getItem(STORED) ?? 'null')).data ?? SOMEBODY;
  } catch {
    return SOMEBODY;
  }
}

/** Keeps him; where the browser keeps nothing he is forgotten with the page. */
export function keepOperator(storage: Storage, operator: Operator): void {
  try {
    storage.setItem(STORED, JSON.stringify(operator));
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}

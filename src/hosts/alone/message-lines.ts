// A tape as its messages, a line of JSON each: what `courtside tape export --as messages` writes, read where no provider's words can be.
import { type Message, messageSchema } from '../../game/message.ts';
import { RULE_SETS, type RuleSetName } from '../../game/rules.ts';

export type MessageLines = {
  readonly rules: RuleSetName | null;
  /** Where the stretch begins; the first message where the lines do not say. Null where there is nothing. */
  readonly fromMs: number | null;
  readonly messages: readonly Message[];
};

/** Reads what can be read; the first line may say the rules, and where it begins. Never throws. */
export function readMessageLines(text: string): MessageLines {
  let rules: RuleSetName | null = null;
  let fromMs: number | null = null;
  const messages: Message[] = [];
  for (const line of text.split('\n')) {
    const said = parsed(line);
    if (typeof said !== 'object' || said === null) continue;
    if ('rules' in said) rules = RULE_SETS.find((name) => name === said.rules) ?? rules;
    if ('fromMs' in said && typeof said.fromMs === 'number') fromMs = said.fromMs;
    const read = messageSchema.safeParse(said);
    if (read.success) messages.push(read.data);
  }
  const firstMs = messages.reduce<number | null>((ms, { atMs }) => Math.min(ms ?? atMs, atMs), null);
  return { rules, fromMs: fromMs ?? firstMs, messages };
}

function parsed(line: string): unknown {
  try {
    return line.trim() === '' ? null : JSON.parse(line);
  } catch {
    return null;
  }
}

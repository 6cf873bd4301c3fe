// A tape as its messages, a line of JSON each: what `courtside tape export --as messages` writes, read where no provider's words can be.
import { type Message, messageSchema } from '../../game/message.ts';
import { RULE_SETS, type RuleSetName } from '../../game/rules.ts';

export type MessageLines = { readonly rules: RuleSetName | null; readonly messages: readonly Message[] };

/** Reads what can be read; the first line may say the rules. Never throws. */
export function readMessageLines(text: string): MessageLines {
  let rules: RuleSetName | null = null;
  const messages: Message[] = [];
  for (const line of text.split('\n')) {
    const said = parsed(line);
    if (typeof said !== 'object' || said === null) continue;
    if ('rules' in said) rules = RULE_SETS.find((name) => name === said.rules) ?? rules;
    const read = messageSchema.safeParse(said);
    if (read.success) messages.push(read.data);
  }
  return { rules, messages };
}

function parsed(line: string): unknown {
  try {
    return line.trim() === '' ? null : JSON.parse(line);
  } catch {
    return null;
  }
}

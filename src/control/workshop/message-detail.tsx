// One message: the provider's words as they came, beside the Messages that were made of them, and the Faults that were found in them.
import { type Signal, useSignal } from '@preact/signals';
import { faultText } from '../../game/fault.ts';
import type { Heard } from '../../wire/heard.ts';
import { sizeText } from '../words.ts';
import { JsonTree } from './json-tree.tsx';
import { KeyButton } from './key-button.tsx';
import { jsonOf, nameOf, timeText } from './words-view.ts';

const FOLDED = 2;
const UNFOLDED = 99;

export function MessageDetail({ one }: { readonly one: Heard | null }) {
  const open = useSignal(FOLDED);
  if (!one)
    return (
      <section class="panel viewer-detail" aria-label="Message">
        <p class="none">
          Press a message to see its words beside what was made of them. The list is held meanwhile.
        </p>
      </section>
    );
  return (
    <section class="panel viewer-detail" aria-label="Message">
      <h2>
        {nameOf(one)}{' '}
        <small class="figures">
          {timeText(one.atMs)}, {sizeText(one.chars)}
          {one.text.length < one.chars && `, of which ${sizeText(one.text.length)} are shown`}
        </small>
        <KeyButton
          keyName="U"
          pressed={open.value === UNFOLDED}
          onPress={() => {
            open.value = open.peek() === UNFOLDED ? FOLDED : UNFOLDED;
          }}
        >
          Unfold all
        </KeyButton>
      </h2>
      {one.faults.map((fault, index) => (
        <p key={index} class="viewer-fault">
          <b>{fault.code}</b> {faultText(fault)}
        </p>
      ))}
      <div class="viewer-sides">
        <Words one={one} open={open} />
        <div aria-label="What was made of it" role="group">
          <h3>{one.said.length === 0 ? 'Nothing was made of it' : 'Made of it'}</h3>
          {one.said.map((said, index) => (
            <JsonTree key={index} name={said.kind} value={said} open={open} />
          ))}
        </div>
      </div>
    </section>
  );
}

function Words({ one, open }: { readonly one: Heard; readonly open: Signal<number> }) {
  const json = jsonOf(one.text);
  return (
    <div aria-label="The words" role="group">
      <h3>{json === undefined ? 'Words that are no JSON' : 'Words'}</h3>
      {json === undefined ? <pre>{one.text}</pre> : <JsonTree value={json} open={open} />}
    </div>
  );
}

// What is ordered of the hosts at the operator's page: one order after the other, and what was done by the last.
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Fault } from '../../game/fault.ts';
import { type HostOrder, hostAnswerSchema } from '../../wire/hosts.ts';
import type { Ask } from '../ask.ts';

export type HostDeskOptions = {
  readonly ask: Ask;
  readonly onRefused: (about: string, told: Fault, token: boolean) => void;
};

export interface HostDesk {
  /** What the last order did, a sentence each. */
  readonly told: ReadonlySignal<readonly string[]>;
  /** An order is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  order(wish: HostOrder): void;
}

const ABOUT: Readonly<Record<HostOrder['do'], string>> = {
  add: 'OBS: add an output',
  correct: 'OBS: correct',
  refresh: 'OBS: load anew',
  look: 'OBS: look again',
};

/** Nothing is ordered yet. */
export function makeHostDesk({ ask, onRefused }: HostDeskOptions): HostDesk {
  const told = signal<readonly string[]>([]);
  const busy = signal(false);
  return {
    told,
    busy,
    order(wish) {
      if (busy.peek()) return;
      busy.value = true;
      told.value = [];
      void ask.post('/api/v1/hosts', wish, hostAnswerSchema).then((answer) => {
        busy.value = false;
        if (answer.ok) told.value = answer.value.told;
        else onRefused(ABOUT[wish.do], answer.fault, answer.token);
      });
    },
  };
}

// The way to the workshop: what is listened to, which faults on purpose are on, and its four panels, each in a window of its own.
import type { DeskState } from './desk-state.ts';
import type { PanelProps } from './dock.tsx';
import { listeningWords } from './workshop/listening-words.ts';

const PANELS = [
  {
    path: '/mock',
    name: 'Mock game',
    says: 'Enter a game by hand: shots, fouls, timeouts, the clock. Any client can attach.',
  },
  {
    path: '/faults',
    name: 'Faults on purpose',
    says: 'Loss, delay, a frozen clock, a wrong score: by hand or by a script.',
  },
  {
    path: '/feed',
    name: 'Feed viewer',
    says: 'Every message in and out beside what was made of it; box score and shot map.',
  },
  {
    path: '/schedule',
    name: 'Schedule',
    says: 'Games of the provider: listen to one at a press. Every call, tried.',
  },
] as const;

/** How many faults on purpose are on, for the tab. */
export function workshopWants({ heard }: DeskState): string {
  const { length } = heard?.health.rehearsal?.onPurpose ?? [];
  return length === 0 ? '' : `${length} on purpose`;
}

export function WorkshopTab({ desk }: PanelProps) {
  const { listening, rehearsal } = desk.state.value.heard?.health ?? {};
  return (
    <section class="panel workshop-tab" aria-label="Workshop">
      <h2>
        Workshop <small>{listening && `the relay listens to ${listeningWords(listening, rehearsal)}`}</small>
      </h2>
      <ul>
        {PANELS.map(({ path, name, says }) => (
          <li key={path}>
            <a href={path} target={`courtside${path}`}>
              <b>{name}</b>
              <span>{says}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

// The operator's page: what is on air, what the feed says and what is wrong, all in view at once.
import { Begun } from './begun.tsx';
import { CorrectionsPanel } from './corrections-panel.tsx';
import type { Desk } from './desk.ts';
import { Dock } from './dock.tsx';
import { DOCKS } from './docks.ts';
import { ForesightStrip } from './foresight-strip.tsx';
import { Hints } from './hints.tsx';
import { KeyHelp } from './key-help.tsx';
import { MayPress } from './may-press.tsx';
import { Monitors } from './monitors.tsx';
import { LinkBanner, Notices, TokenDialog } from './notices.tsx';
import { OwnKeyMarks } from './own-key-marks.tsx';
import { RehearsalDialog } from './tape/rehearsal-dialog.tsx';
import { TopBar } from './top-bar.tsx';
import { OnPurpose } from './workshop/on-purpose.tsx';

export type PageProps = {
  readonly desk: Desk;
  /** `http://host:port` of the relay. */
  readonly origin: string;
  /** The page of a bus's live picture, or null for none. */
  readonly monitor: (bus: 'program' | 'preview') => string | null;
  /** Puts a text on the clipboard; false when it may not. */
  readonly copy: (text: string, from: HTMLInputElement) => Promise<boolean>;
};

/** The whole page. */
export function Page({ desk, origin, monitor, copy }: PageProps) {
  const isOld = desk.state.value.link.status !== 'open';
  return (
    <div class={isOld ? 'desk old' : 'desk'}>
      <LinkBanner desk={desk} />
      <TopBar desk={desk} />
      <OnPurpose desk={desk} />
      <main>
        <Monitors desk={desk} source={monitor} />
        <MayPress desk={desk}>
          <ForesightStrip desk={desk} />
        </MayPress>
        <div class="lower">
          <Dock name="work" tabs={DOCKS.work} desk={desk} origin={origin} copy={copy} />
          <Notices desk={desk} />
        </div>
        <div class="side">
          <MayPress desk={desk}>
            <CorrectionsPanel desk={desk} />
          </MayPress>
          <Dock name="side" tabs={DOCKS.side} desk={desk} origin={origin} copy={copy} />
        </div>
      </main>
      <Begun desk={desk} />
      <KeyHelp desk={desk} />
      <TokenDialog desk={desk} />
      <RehearsalDialog desk={desk} />
      <Hints desk={desk} />
      <OwnKeyMarks desk={desk} />
    </div>
  );
}

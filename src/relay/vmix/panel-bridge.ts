// The bridge to vMix as a process beside the relay has it: the show is what a button panel sees of it, and cues go over the relay's own door.
import { type BridgeOptions, VmixBridge } from './bridge.ts';
import { isOnAir, PanelLink } from './panel-link.ts';

export type PanelBridgeOptions = Omit<BridgeOptions, 'cue'> & {
  /** `http://host:port` of the relay. */
  readonly relay: string;
  readonly token: string | undefined;
};

/** Not started yet. `stop` may be called twice. */
export function panelBridge(options: PanelBridgeOptions): { start(): void; stop(): void } {
  const { relay: url, token, time, random, line } = options;
  const bridge: VmixBridge = new VmixBridge({ ...options, cue: (cue) => panel.cue(cue) });
  const panel = new PanelLink({
    url,
    token,
    ...(random ? { random } : {}),
    time,
    onPanel: (seen) => bridge.showIs(isOnAir(seen)),
    onState: (isOpen) => {
      line(isOpen ? 'relay: connected' : 'relay: not there');
      bridge.showIs(null);
    },
  });
  return {
    start() {
      bridge.start();
      panel.connect();
    },
    stop() {
      bridge.stop();
      panel.stop();
    },
  };
}

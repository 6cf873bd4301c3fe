// What a graphic's lamp says. Red means painted: every output that its host has on program has reported a picture with it. What was only sent is amber, and so is
// what was painted where nobody sees it.
import { byTally } from '../wire/air-outputs.ts';
import type { OutputInfo } from '../wire/wire.ts';
import type { DeskState } from './desk-state.ts';

/** `air`: painted. `sent`: taken, not painted everywhere yet. `leaving`: taken out, still in a picture. */
export type TallyState = 'air' | 'sent' | 'leaving' | 'preview' | 'off';

/** `alsoPreview`: it is on program and prepared in preview as well. */
export type Tally = { readonly state: TallyState; readonly note: string; readonly alsoPreview: boolean };

const hasPainted = ({ painted, lagging }: OutputInfo, revision: number): boolean =>
  painted !== null && !lagging && painted.revision >= revision;

const names = (outputs: readonly OutputInfo[]): string => outputs.map(({ name }) => name).join(', ');

/** Why nobody sees it, where no output is on program. */
function unseen(elsewhere: readonly OutputInfo[], revision: number): string {
  const [first] = elsewhere;
  if (!first) return 'taken, no output connected';
  const host = first.tally?.by === 'vMix' ? 'vMix' : 'OBS';
  const missing = elsewhere.filter((output) => !hasPainted(output, revision));
  return missing.length > 0 ? `not painted: ${names(missing)}` : `painted, not on program in ${host}`;
}

/** The lamp of one graphic. Grey while nothing has been heard. */
export function tallyOf({ heard, taken, gone }: DeskState, graphic: string): Tally {
  if (!heard) return { state: 'off', note: 'off', alsoPreview: false };
  const alsoPreview = Object.values(heard.show.layers).some(({ preview }) => preview?.graphic === graphic);
  const { shown: outputs, elsewhere } = byTally(heard.health.outputs);
  const on = taken[graphic];
  if (on) {
    const missing = outputs.filter((output) => !hasPainted(output, on.revision));
    if (outputs.length === 0) return { state: 'sent', note: unseen(elsewhere, on.revision), alsoPreview };
    if (missing.length > 0) return { state: 'sent', note: `not painted: ${names(missing)}`, alsoPreview };
    return { state: 'air', note: 'on air', alsoPreview };
  }
  const offSince = gone[graphic];
  const holding = outputs.filter(
    ({ painted }) =>
      offSince !== undefined &&
      painted !== null &&
      painted.revision < offSince &&
      painted.graphics.includes(graphic),
  );
  if (holding.length > 0)
    return { state: 'leaving', note: `taken out, still on ${names(holding)}`, alsoPreview };
  return alsoPreview
    ? { state: 'preview', note: 'in preview', alsoPreview }
    : { state: 'off', note: 'off', alsoPreview };
}

/** What an operator should look at of an output, worst first; empty when all is well. */
export function outputTroubles({ painted, lagging, tally }: OutputInfo): readonly string[] {
  if (!painted) return [lagging ? 'lagging' : 'nothing painted yet'];
  return [
    lagging && 'lagging',
    // Where its host says that it is shown nowhere, it is hidden as it should be.
    !painted.visible && tally?.state !== 'off' && 'hidden',
    painted.contextsLost > 0 && `GPU lost ${painted.contextsLost}×`,
    painted.faults.length > 0 && `${painted.faults[0]?.where}: ${painted.faults[0]?.found}`,
    painted.renderer === 'webgl-software' && 'software rendering',
    painted.renderer === 'none' && 'no renderer',
  ].filter((trouble) => typeof trouble === 'string');
}

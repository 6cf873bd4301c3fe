// Who follows whom, of our show and an overlay channel of vMix: whichever changed last leads the other, and neither answers its own echo. Pure.

/** Null: not known yet. What is heard first is only taken note of: connecting changes nothing on air. */
export type Both = { readonly overlay: boolean | null; readonly show: boolean | null };
export const NOTHING_KNOWN: Both = { overlay: null, show: null };

/** Which sides may lead. */
export type Leads = { readonly vmix: boolean; readonly show: boolean };
/** As options name them: a take starts the overlay, the overlay takes what is ready, or both. */
export const LEAD_NAMES = ['both', 'take', 'vmix'] as const;
export type LeadName = (typeof LEAD_NAMES)[number];
export const LEADS: Readonly<Record<LeadName, Leads>> = {
  both: { vmix: true, show: true },
  take: { vmix: false, show: true },
  vmix: { vmix: true, show: false },
};

/** `take`: what is in preview goes to air; `clear`: all is taken off; `in`, `out`: the overlay channel. */
export type Deed = 'take' | 'clear' | 'in' | 'out';
export type Followed = { readonly both: Both; readonly deed: Deed | null };

/** The overlay was switched. */
export function overlayIs(both: Both, overlay: boolean, leads: Leads): Followed {
  const next = { ...both, overlay };
  const changed = both.overlay !== null && both.overlay !== overlay;
  if (!changed || !leads.vmix || both.show === null || both.show === overlay)
    return { both: next, deed: null };
  return { both: next, deed: overlay ? 'take' : 'clear' };
}

/** Something of ours is on air, or nothing any more. */
export function showIs(both: Both, show: boolean, leads: Leads): Followed {
  const next = { ...both, show };
  const changed = both.show !== null && both.show !== show;
  if (!changed || !leads.show || both.overlay === null || both.overlay === show)
    return { both: next, deed: null };
  // As good as done: the next change is measured by it, not by an echo that is still on its way.
  return { both: { overlay: show, show }, deed: show ? 'in' : 'out' };
}

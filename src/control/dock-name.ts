// Where panels stand on the operator's page.

/** `work`: under the pictures. `side`: beside them. */
export const DOCK_NAMES = ['work', 'side'] as const;
export type DockName = (typeof DOCK_NAMES)[number];

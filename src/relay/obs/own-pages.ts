// Which pages of a name may be those in OBS's sources: somebody may have the same output open beside OBS, and that one is no sign of life of a source.
import type { OutputInfo } from '../../wire/wire.ts';

/** True for a page that says that it is in OBS, or has not said anything yet. */
const mayBeInObs = ({ painted }: OutputInfo): boolean => painted === null || painted.obs !== undefined;

/**
 * Gives, of all pages, those of that output which OBS may hold. Where none of that name has ever said that it is in OBS, any may be: an OBS of another kind
 * tells its pages nothing.
 */
export function makeOwnPages(pages: () => readonly OutputInfo[]): (output: string) => readonly OutputInfo[] {
  const said = new Set<string>();
  return (output) => {
    const named = pages().filter(({ role, name }) => role === 'output' && name === output);
    if (named.some(({ painted }) => painted?.obs !== undefined)) said.add(output);
    return said.has(output) ? named.filter(mayBeInObs) : named;
  };
}

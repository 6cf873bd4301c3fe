// The part of culori that is used here; the package brings no types of its own.
declare module 'culori/fn' {
  /** A colour in a mode's channels; channels that a mode has not are absent. */
  export type Color = {
    readonly mode: string;
    readonly alpha?: number;
    readonly l?: number;
    readonly c?: number;
    readonly h?: number;
    readonly r?: number;
    readonly g?: number;
    readonly b?: number;
  };
  type Mode = { readonly mode: string };
  export const modeRgb: Mode;
  export const modeLrgb: Mode;
  export const modeXyz65: Mode;
  export const modeLab65: Mode;
  export const modeOklab: Mode;
  export const modeOklch: Mode;
  /** Registers a mode and returns its converter. */
  export function useMode(mode: Mode): (colour: Color | string) => Color | undefined;
  export function formatHex(colour: Color | string): string | undefined;
  export function clampChroma(colour: Color | string, mode?: string): Color;
  export function wcagContrast(a: Color | string, b: Color | string): number;
  export function differenceCiede2000(): (a: Color | string, b: Color | string) => number;
  export function filterDeficiencyProt(severity?: number): (colour: Color) => Color;
  export function filterDeficiencyDeuter(severity?: number): (colour: Color) => Color;
  export function filterDeficiencyTrit(severity?: number): (colour: Color) => Color;
}

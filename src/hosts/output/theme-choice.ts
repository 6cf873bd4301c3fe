// Which theme an output wears, from what its address pins, what the show has chosen and what the relay says there is.
import { type Fault, fault } from '../../game/fault.ts';
import { HOUSE_THEME, parseTheme, type Theme } from '../../stage/theme.ts';
import type { ThemeDocument } from '../../wire/look.ts';

/** Of several, the first that exists is worn; the house's own where none does. */
export type ThemeWish = { readonly pinned: string | null; readonly chosen: string };

/** Chooses anew only when something has changed: the same choice is the same object. */
export class ThemeChoice {
  readonly #onFault: (fault: Fault) => void;
  /** As they were read, by their documents' text: the relay says all of them again when one has changed. */
  readonly #read = new Map<string, Theme | null>();
  #theme: Theme = HOUSE_THEME;

  constructor(onFault: (fault: Fault) => void) {
    this.#onFault = onFault;
  }

  get theme(): Theme {
    return this.#theme;
  }

  /** True when another theme is to be worn from now on. */
  choose({ pinned, chosen }: ThemeWish, themes: readonly ThemeDocument[]): boolean {
    const pinnedTheme = pinned === null ? null : this.#find('address', pinned, themes);
    const next = pinnedTheme ?? this.#find('show', chosen, themes) ?? HOUSE_THEME;
    const changed = next !== this.#theme;
    this.#theme = next;
    return changed;
  }

  #find(where: string, id: string, themes: readonly ThemeDocument[]): Theme | null {
    const document = themes.find((one) => one.id === id);
    if (document) return this.#readOnce(document);
    if (id === HOUSE_THEME.id) return HOUSE_THEME;
    const ids = [HOUSE_THEME.id, ...themes.map((one) => one.id).filter((one) => one !== HOUSE_THEME.id)];
    this.#onFault(fault('theme-unknown', `${where}: theme`, `one of ${ids.join(', ')}`, id));
    return null;
  }

  #readOnce(document: ThemeDocument): Theme | null {
    const text = JSON.stringify(document);
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const { theme, faults = [] } = parseTheme(document);
    for (const told of faults) this.#onFault(told);
    const isHouse = theme !== undefined && JSON.stringify(theme) === JSON.stringify(HOUSE_THEME);
    const read = isHouse ? HOUSE_THEME : (theme ?? null);
    this.#read.set(text, read);
    return read;
  }
}

// The logos that a kit's scenes show: each drawn once a box and a ground, put in its place when it has come, and never waited for.
import { Container, Sprite, type Texture } from 'pixi.js';
import type { MarkImages } from './mark-images.ts';
import { inkOf, isLost, type MarkInk } from './mark-ink.ts';
import { type MarkBox, markPicture, placeIn } from './mark-picture.ts';
import type { Mark, MarkGround, MarkOptions } from './stage-kit.ts';

export type MarkBookOptions = {
  readonly document: Document;
  readonly images: MarkImages;
  /** Pixels a unit. */
  readonly resolution: number;
  /** Something has changed without a tick: the picture must be drawn again. */
  readonly onChanged: () => void;
};

/** Address, size and ground: another of them is another picture. */
type Asked = MarkBox & { readonly address: string; readonly ground: MarkGround };

export class MarkBook {
  readonly #options: MarkBookOptions;
  readonly #marks = new Set<PlacedMark>();
  /** Null: it cannot be shown. */
  readonly #inks = new Map<string, MarkInk | null>();
  readonly #pictures = new Map<string, Texture | null>();
  readonly #stopListening: () => void;

  constructor(options: MarkBookOptions) {
    this.#options = options;
    this.#stopListening = options.images.listen((address) => this.#arrived(address));
  }

  /** A place for a logo, with none in it. */
  mark(options: MarkOptions): Mark {
    const mark = new PlacedMark(options, (asked) => this.#picture(asked));
    this.#marks.add(mark);
    return mark;
  }

  /** Releases every picture; those that wait for a logo wait no more. */
  dispose(): void {
    this.#stopListening();
    for (const texture of this.#pictures.values()) texture?.destroy(true);
    this.#pictures.clear();
    this.#marks.clear();
  }

  #arrived(address: string): void {
    let changed = false;
    for (const mark of this.#marks) changed = mark.arrived(address) || changed;
    if (changed) this.#options.onChanged();
  }

  #picture(asked: Asked): Texture | null {
    const { address, width, height, ground } = asked;
    const { document, images, resolution } = this.#options;
    const image = images.find(address);
    const ink = image && this.#inkOf(image, address);
    if (!image || !ink) return null;
    const ring = isLost(ink, ground.fill) ? ground.ink : null;
    const key = `${address} ${width}x${height} ${ring}`;
    const held = this.#pictures.get(key);
    if (held !== undefined) return held;
    const box = { width, height };
    const place = placeIn(box, ink.area);
    const made =
      place && markPicture(document, { image: ink.image, ink: ink.area, box, place, resolution, ring });
    if (!place) images.refuse(address, 'one that is far too long for its height, or the other way round');
    this.#pictures.set(key, made);
    return made;
  }

  #inkOf(image: HTMLImageElement, address: string): MarkInk | null {
    const held = this.#inks.get(address);
    if (held !== undefined) return held;
    const ink = inkOf(this.#options.document, image, address);
    if (typeof ink === 'string') this.#options.images.refuse(address, ink);
    const known = typeof ink === 'string' ? null : ink;
    this.#inks.set(address, known);
    return known;
  }
}

class PlacedMark implements Mark {
  readonly view = new Container();
  readonly #sprite = new Sprite();
  readonly #options: MarkOptions;
  readonly #picture: (asked: Asked) => Texture | null;
  #address: string | null = null;
  #ground: MarkGround | null = null;
  #texture: Texture | null = null;

  constructor(options: MarkOptions, picture: (asked: Asked) => Texture | null) {
    this.#options = options;
    this.#picture = picture;
    // A texture's own anchor counts only where a sprite is made of it.
    this.#sprite.anchor.set(0.5);
    this.#sprite.visible = false;
    this.view.addChild(this.#sprite);
  }

  get shown(): boolean {
    return this.#texture !== null;
  }

  set(address: string | null, ground: MarkGround): void {
    const same = ground.fill === this.#ground?.fill && ground.ink === this.#ground.ink;
    if (address === this.#address && same) return;
    this.#address = address;
    this.#ground = ground;
    this.#look();
  }

  /** The logo at that address has come. True when it is this one's and can be shown. */
  arrived(address: string): boolean {
    if (address !== this.#address || this.shown) return false;
    this.#look();
    if (this.shown) this.#options.onArrived?.();
    return this.shown;
  }

  #look(): void {
    const { width, height } = this.#options;
    const texture =
      this.#address === null || this.#ground === null
        ? null
        : this.#picture({ address: this.#address, width, height, ground: this.#ground });
    if (texture === this.#texture) return;
    this.#texture = texture;
    this.#sprite.visible = texture !== null;
    if (texture) this.#sprite.texture = texture;
  }
}

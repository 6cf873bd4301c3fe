// The scenes of a page: each loaded and made once, kept for the next take, thrown away only after it has failed.
import type { Graphic, Scene } from './graphic.ts';
import type { StageKit } from './stage-kit.ts';

type Entry =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly scene: Scene<unknown> }
  | { readonly status: 'failed'; readonly why: unknown };

export class SceneShelf {
  readonly #graphics: ReadonlyMap<string, Graphic>;
  readonly #kit: StageKit;
  readonly #entries = new Map<string, Entry>();
  #disposed = false;

  constructor(graphics: ReadonlyMap<string, Graphic>, kit: StageKit) {
    this.#graphics = graphics;
    this.#kit = kit;
  }

  /**
   * The definition of a graphic.
   * @throws where there is none of that id.
   */
  graphic(id: string): Graphic {
    const graphic = this.#graphics.get(id);
    if (!graphic) throw new Error(`no graphic of that id: ${id}`);
    return graphic;
  }

  /**
   * The scene of a graphic, or null while it is being loaded; the first asking starts that.
   * @throws why it could not be loaded or made; the next asking tries again.
   */
  scene(id: string): Scene<unknown> | null {
    const entry = this.#entries.get(id);
    if (entry?.status === 'ready') return entry.scene;
    if (entry?.status === 'failed') {
      this.#entries.delete(id);
      throw entry.why;
    }
    this.prepare(id);
    return null;
  }

  /** Starts to load a scene that will be asked for. */
  prepare(id: string): void {
    if (!this.#entries.has(id)) void this.#load(id);
  }

  /** True once a scene that was asked for is made, or could not be. */
  isMade(id: string): boolean {
    const entry = this.#entries.get(id);
    return entry !== undefined && entry.status !== 'loading';
  }

  /** Throws a scene away: the next asking makes a new one. */
  discard(id: string): void {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (entry?.status !== 'ready') return;
    try {
      entry.scene.dispose();
    } catch {
      // It has failed already, and that has been told.
    }
  }

  /** May be called twice. */
  dispose(): void {
    this.#disposed = true;
    for (const id of this.#entries.keys()) this.discard(id);
  }

  async #load(id: string): Promise<void> {
    this.#entries.set(id, { status: 'loading' });
    try {
      const make = await this.graphic(id).scene();
      if (this.#disposed) return;
      this.#entries.set(id, { status: 'ready', scene: make(this.#kit) });
    } catch (why) {
      this.#entries.set(id, { status: 'failed', why });
    }
  }
}

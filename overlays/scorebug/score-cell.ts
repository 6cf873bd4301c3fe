// A score in its cell: a new one rolls in while the cell lights in the team's colour, or out of it; a correction is simply there.
import { Container, Graphics, type Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { CardPart } from '../../src/stage/ceremony.ts';
import { type Box, cardPlate, inset } from '../../src/stage/cut.ts';
import { glide, type Motion, motion } from '../../src/stage/motion.ts';
import type { StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { HAIRLINE, layoutOf, outlineOf } from './layout.ts';
import { ScoreReel } from './score-reel.ts';

/** Share of the theme's `settle` in which the cell stays lit before it begins to. */
const HOLD = 1 / 3;

/** The score's part of a team's block. */
export class ScoreCell {
  readonly #kit: StageKit;
  /** Where a score stands on its team's colour, that and its rim; else none. */
  readonly #team: { readonly rim: Sprite; readonly fill: Sprite } | null;
  readonly #glow: Sprite;
  /** At rest only the first is seen; the other, in the colour that reads on the light, while the cell is lit. */
  readonly #plain: ScoreReel;
  readonly #lit: ScoreReel;
  readonly #reels = new Container();
  /** Keeps rolling figures inside the cell. Only worn while they roll: a mask costs a draw call. */
  readonly #window: Graphics;
  #light = 0;
  #ink: string;
  #look: JerseyLook | null = null;
  #isDim = false;
  #score: number | null = null;

  constructor(kit: StageKit, { plates, ink }: Pick<CardPart, 'plates' | 'ink'>, row: Box) {
    this.#kit = kit;
    const { colour, scorebug } = kit.theme;
    const layout = layoutOf(kit.theme);
    const { panelWidth, scoreSize } = layout;
    const area = { x: panelWidth, y: 0, width: row.width - panelWidth, height: row.height };
    const outer = outlineOf(layout, true);
    const outline = { ...outer, x: outer.x - row.x, y: outer.y - row.y };
    const onCard = (by: number) =>
      cardPlate(kit, { ...inset(area, by), colour: colour.raised }, inset(outline, by));
    this.#ink = colour.text;
    this.#glow = onCard(0);
    this.#team = scorebug.score === 'team' ? { rim: onCard(0), fill: onCard(HAIRLINE) } : null;
    plates.addChild(...(this.#team ? [this.#team.rim, this.#team.fill] : [onCard(0)]), this.#glow);
    const face: TextFace = { family: 'display', weight: 700, sizePx: scoreSize, colour: colour.text };
    this.#plain = new ScoreReel(kit, face);
    this.#lit = new ScoreReel(kit, face);
    for (const { view } of [this.#plain, this.#lit])
      view.position.set(area.x + area.width / 2, row.height / 2);
    this.#reels.addChild(this.#plain.view, this.#lit.view);
    this.#window = new Graphics().rect(area.x, 0, area.width, area.height).fill('#ffffff');
    ink.addChild(this.#reels, this.#window);
    this.set(null);
  }

  /** In the team's colours: what is lit, or what it is lit out of. */
  paint(look: JerseyLook): void {
    this.#look = look;
    const { fill, ink, ring } = look;
    if (this.#team) {
      const { plate, raised, quiet } = this.#kit.theme.colour;
      this.#team.rim.tint = ring ?? plate;
      this.#team.fill.tint = this.#isDim ? raised : fill;
      this.#ink = this.#isDim ? quiet : ink;
      this.#plain.setColour(this.#ink);
    } else {
      this.#glow.tint = fill;
      this.#lit.setColour(ink);
    }
  }

  /** Its figures in the quiet colour, on no team's colour; or not. */
  dim(isDim: boolean): void {
    if (isDim === this.#isDim) return;
    this.#isDim = isDim;
    if (this.#look) this.paint(this.#look);
    this.#colour(this.#score);
  }

  /** How far it has rolled, in scores. */
  get rolled(): number {
    return this.#plain.turned;
  }
  set rolled(turned: number) {
    this.#plain.turned = turned;
    this.#lit.turned = turned;
    const rolls = turned < this.#plain.last;
    this.#reels.mask = rolls ? this.#window : null;
    this.#window.visible = rolls;
  }

  /** How brightly it is lit in the team's colour: 0 to 1. */
  get light(): number {
    return this.#light;
  }
  set light(part: number) {
    this.#light = part;
    this.#glow.alpha = part;
    this.#lit.view.alpha = part;
    this.#lit.view.visible = part > 0;
  }

  /** The score, at rest, at once. */
  set(score: number | null): void {
    this.#colour(score);
    for (const reel of [this.#plain, this.#lit]) reel.stand(score);
    this.rolled = 0;
    this.light = 0;
  }

  /** Another score in its place, quietly; the motion that puts out what the old one had lit, or null. */
  correct(score: number | null): Motion | null {
    this.#colour(score);
    for (const reel of [this.#plain, this.#lit]) reel.correct(score);
    if (this.#light === 0) return null;
    const { roll: duration, easeSettle: ease } = this.#kit.theme.motion;
    return glide(motion(), this, { light: 0 }, { duration, ease });
  }

  /** A score's arrival, also while another arrives: it rolls on. */
  roll(to: number): Motion {
    this.#colour(to);
    for (const reel of [this.#plain, this.#lit]) reel.add(to);
    const { roll, easeIn, settle, easeSettle } = this.#kit.theme.motion;
    const { last } = this.#plain;
    const hold = settle * HOLD;
    this.light = 1;
    const rolling = glide(
      motion(),
      this,
      { rolled: last },
      { duration: roll * (last - this.rolled), ease: easeIn },
    );
    return glide(rolling, this, { light: 0 }, { duration: settle - hold, ease: easeSettle }, hold);
  }

  #colour(score: number | null): void {
    this.#score = score;
    const isQuiet = this.#isDim || (score === null && !this.#team);
    this.#plain.setColour(isQuiet ? this.#kit.theme.colour.quiet : this.#ink);
  }
}

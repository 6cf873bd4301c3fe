// The panel's head: whose dots are whose, who has the ball, and a line about whom there is something to tell.
import { Container, Sprite } from 'pixi.js';
import { type JerseyLook, makeJerseyGuard } from '../../src/game/jersey.ts';
import type { Label, StageKit } from '../../src/stage/stage-kit.ts';
import { disc, flamePicture } from './dot-picture.ts';
import type { DotsView } from './view.ts';

/** In units. */
export const HEAD_HEIGHT = 40;
const PADDING = 20;
const CHIP = 18;
const GAP = 8;
const BETWEEN = 28;
const BALL = 5;
const SIZE = 24;

const chipPicture = (kit: StageKit, { fill, ring }: JerseyLook) =>
  kit.picture({
    key: `chip ${fill} ${ring ?? kit.theme.colour.headText}`,
    width: CHIP + 2,
    height: CHIP + 2,
    draw: (context) => {
      context.translate(CHIP / 2 + 1, CHIP / 2 + 1);
      disc(context, CHIP / 2, ring ?? kit.theme.colour.headText);
      disc(context, CHIP / 2 - 2, fill);
    },
  });

const ballPicture = (kit: StageKit, colour: string) =>
  kit.picture({
    key: `possession ${colour}`,
    width: 2 * BALL + 2,
    height: 2 * BALL + 2,
    draw: (context) => disc(context, BALL, colour, BALL + 1, BALL + 1),
  });

type Side = 'home' | 'away';
/** The guests stand first, as on the scorebug. */
const SIDES: readonly Side[] = ['away', 'home'];

/** One team: its disc, its code, and behind it a ball while it has that. */
class TeamKey {
  readonly chip = new Sprite();
  readonly code: Label;
  readonly ball: Sprite;

  constructor(kit: StageKit, ballColour: string) {
    const { headQuiet } = kit.theme.colour;
    const face = { family: 'display', weight: 700, sizePx: SIZE, colour: headQuiet, spacing: 0.6 } as const;
    this.code = kit.label({ face, maxWidth: 120, align: 'left' });
    this.ball = new Sprite(ballPicture(kit, ballColour));
  }

  /** Gives where the next may begin. */
  lay(x: number, code: string, hasBall: boolean): number {
    this.chip.visible = code !== '';
    this.code.set(code);
    this.ball.visible = hasBall && code !== '';
    if (code === '') return x;
    const codeX = x + CHIP + GAP;
    this.chip.x = x + CHIP / 2;
    this.code.view.x = codeX;
    this.ball.x = codeX + this.code.width + GAP + BALL;
    // Room for the ball whether it is there or not: nothing moves when it comes.
    return this.ball.x + BALL + BETWEEN;
  }
}

export class Head {
  readonly view = new Container();
  readonly #kit: StageKit;
  readonly #keys: Readonly<Record<Side, TeamKey>>;
  readonly #note: Label;
  readonly #flame: Sprite;
  readonly #width: number;
  readonly #guard;

  constructor(kit: StageKit, width: number, ballColour: string) {
    this.#kit = kit;
    this.#width = width;
    const { plate, floor } = kit.theme.colour;
    this.#guard = makeJerseyGuard({ plate, floor });
    this.#keys = { home: new TeamKey(kit, ballColour), away: new TeamKey(kit, ballColour) };
    const { headText } = kit.theme.colour;
    const face = { family: 'display', weight: 600, sizePx: SIZE, colour: headText } as const;
    this.#note = kit.label({ face: { ...face, spacing: 0.4 }, maxWidth: width / 2, align: 'right' });
    this.#flame = new Sprite(flamePicture(kit));
    this.#note.view.x = width - PADDING;
    // Above the rule, where the theme has one.
    this.view.y = (HEAD_HEIGHT - kit.theme.shape.rule) / 2;
    for (const { chip, code, ball } of Object.values(this.#keys)) this.view.addChild(chip, code.view, ball);
    this.view.addChild(this.#note.view, this.#flame);
  }

  set(view: DotsView): void {
    const { headText, headQuiet } = this.#kit.theme.colour;
    const jerseys = this.#guard(view.homeColour, view.awayColour);
    const codes = { home: view.homeCode, away: view.awayCode };
    let x = PADDING;
    for (const side of SIDES) {
      const { chip, code } = this.#keys[side];
      chip.texture = chipPicture(this.#kit, jerseys[side]);
      chip.anchor.set(0.5);
      code.setColour(view.possession === side ? headText : headQuiet);
      x = this.#keys[side].lay(x, codes[side].toUpperCase(), view.possession === side);
    }
    this.#note.set(view.note);
    this.#flame.visible = view.isNoteHot;
    this.#flame.x = this.#width - PADDING - this.#note.width - 18;
  }
}

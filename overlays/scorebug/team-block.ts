// A team's block: its panel of colour with its code and the possession arrow, its fouls and timeouts, its score.
import { Container, Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import type { Motion } from '../../src/stage/motion.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { type Block, makeBlock } from './block.ts';
import { DETAILS_HEIGHT, HAIRLINE, HEIGHT, PAD, PANEL_WIDTH } from './layout.ts';
import { ScoreCell } from './score-cell.ts';
import { TimeoutTicks } from './timeout-ticks.ts';
import type { TeamView } from './view.ts';

const CODE_SIZE = 56;
const DETAIL_SIZE = 22;
const ARROW = { width: 16, height: 24 };
const CODE_WIDTH = PANEL_WIDTH - PAD * 2 - ARROW.width - 8;

const BONUS_TEXT = { bonus: 'BONUS', double: 'BONUS+' } as const;

export class TeamBlock {
  readonly block: Block;
  readonly score: ScoreCell;
  readonly #ring: Sprite;
  readonly #panel: Sprite;
  readonly #code: Label;
  readonly #arrow: Sprite;
  readonly #details = new Container();
  readonly #fouls: Label;
  readonly #bonus: Label;
  readonly #timeouts: TimeoutTicks;

  constructor(kit: StageKit, x: number) {
    const { colour } = kit.theme;
    this.block = makeBlock(x);
    const { plates, ink } = this.block;
    this.#ring = plate({ width: PANEL_WIDTH, height: HEIGHT, colour: colour.line });
    this.#panel = plate({ width: PANEL_WIDTH, height: HEIGHT, colour: colour.raised });
    plates.addChild(
      plate({ width: PANEL_WIDTH, height: HEIGHT, colour: colour.plate }),
      this.#ring,
      this.#panel,
    );
    const code: TextFace = {
      family: 'display',
      weight: 700,
      sizePx: CODE_SIZE,
      colour: colour.text,
      spacing: 1,
    };
    this.#code = kit.label({ face: code, maxWidth: CODE_WIDTH, align: 'left' });
    this.#code.view.x = PAD;
    this.#arrow = arrow(kit);
    const small: TextFace = {
      family: 'display',
      weight: 600,
      sizePx: DETAIL_SIZE,
      colour: colour.quiet,
      spacing: 0.5,
    };
    this.#fouls = kit.label({ face: small, maxWidth: 80, align: 'left' });
    this.#bonus = kit.label({
      face: { ...small, weight: 700, colour: colour.warm },
      maxWidth: 72,
      align: 'left',
    });
    this.#timeouts = new TimeoutTicks(colour.text);
    this.#timeouts.view.x = PANEL_WIDTH - PAD;
    this.#details.y = HEIGHT - DETAILS_HEIGHT / 2;
    this.#details.addChild(this.#fouls.view, this.#bonus.view, this.#timeouts.view);
    ink.addChild(this.#code.view, this.#arrow, this.#details);
    this.score = new ScoreCell(kit, this.block);
  }

  /** Everything but the score, at once. */
  set(team: TeamView, hasDetails: boolean): void {
    const panelHeight = hasDetails ? HEIGHT - DETAILS_HEIGHT : HEIGHT;
    const inset = this.#ring.visible ? HAIRLINE : 0;
    this.#ring.setSize(PANEL_WIDTH, panelHeight);
    this.#panel.position.set(inset, inset);
    this.#panel.setSize(PANEL_WIDTH - inset * 2, panelHeight - inset * 2);
    this.#code.set(team.names);
    this.#code.view.y = panelHeight / 2;
    this.#arrow.y = panelHeight / 2;
    this.#arrow.visible = team.arrow;
    this.#details.visible = hasDetails;
    this.#fouls.set(team.fouls === null ? '' : `FOULS ${team.fouls}`);
    this.#fouls.view.x = PAD;
    this.#bonus.set(team.bonus === null ? '' : BONUS_TEXT[team.bonus]);
    this.#bonus.view.x = PAD + (this.#fouls.width > 0 ? this.#fouls.width + 12 : 0);
    this.#timeouts.set(team.timeouts ?? 0);
  }

  paint(look: JerseyLook): void {
    this.#ring.visible = look.ring !== null;
    if (look.ring !== null) this.#ring.tint = look.ring;
    this.#panel.tint = look.fill;
    this.#code.setColour(look.ink);
    this.#arrow.tint = look.ink;
    this.score.paint(look);
  }

  /** Adds the score's arrival to a motion. */
  roll(motion: Motion, from: number | null, to: number): void {
    this.score.roll(motion, from, to);
  }
}

/** The possession arrow: points at the code beside it. */
function arrow(kit: StageKit): Sprite {
  const { width, height } = ARROW;
  const texture = kit.picture({
    key: 'scorebug/arrow',
    width: width + 2,
    height: height + 2,
    draw: (context) => {
      context.fillStyle = '#ffffff';
      context.beginPath();
      context.moveTo(1, 1 + height / 2);
      context.lineTo(1 + width, 1);
      context.lineTo(1 + width, 1 + height);
      context.fill();
    },
  });
  const sprite = new Sprite(texture);
  sprite.x = PANEL_WIDTH - PAD - width / 2;
  return sprite;
}

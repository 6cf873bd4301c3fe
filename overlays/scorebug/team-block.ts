// A team's block: its panel of colour with its code and the possession arrow, its fouls and timeouts, its score.
import { Container, Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { type Block, makeBlock } from './block.ts';
import { DETAILS_HEIGHT, HAIRLINE, HEIGHT, PAD, PANEL_WIDTH } from './layout.ts';
import { ScoreCell } from './score-cell.ts';
import { TimeoutTicks } from './timeout-ticks.ts';
import type { TeamView } from './view.ts';

const CODE_SIZE = 56;
/** Where there is no code, the name. */
const NAME_SIZE = 32;
const DETAIL_SIZE = 22;
const ARROW = { width: 16, height: 24 };
const CODE_WIDTH = PANEL_WIDTH - PAD * 2 - ARROW.width - 8;
/** Between two details on one line. */
const DETAIL_GAP = 10;
const DETAILS_WIDTH = PANEL_WIDTH - PAD * 2;

const BONUS_TEXT = { bonus: 'BONUS', double: 'BONUS+' } as const;

export class TeamBlock {
  readonly block: Block;
  readonly score: ScoreCell;
  readonly #kit: StageKit;
  readonly #ring: Sprite;
  readonly #panel: Sprite;
  readonly #code: Label;
  readonly #name: Label;
  readonly #arrow: Sprite;
  readonly #details = new Container();
  readonly #fouls: Label;
  readonly #bonus: Label;
  readonly #timeouts: TimeoutTicks;

  constructor(kit: StageKit, x: number) {
    this.#kit = kit;
    const { colour } = kit.theme;
    this.block = makeBlock(x);
    const { plates, ink } = this.block;
    this.#ring = plate({ width: PANEL_WIDTH, height: HEIGHT, colour: colour.line });
    this.#panel = plate({ width: PANEL_WIDTH, height: HEIGHT, colour: colour.raised });
    this.#panel.position.set(HAIRLINE, HAIRLINE);
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
    this.#name = kit.label({
      face: { ...code, sizePx: NAME_SIZE, spacing: 0 },
      maxWidth: CODE_WIDTH,
      align: 'left',
    });
    this.#name.view.x = PAD;
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
    ink.addChild(this.#code.view, this.#name.view, this.#arrow, this.#details);
    this.score = new ScoreCell(kit, this.block);
  }

  /** Everything but the score, at once. */
  set(team: TeamView, hasDetails: boolean): void {
    const panelHeight = hasDetails ? HEIGHT - DETAILS_HEIGHT : HEIGHT;
    this.#ring.setSize(PANEL_WIDTH, panelHeight);
    this.#panel.setSize(PANEL_WIDTH - HAIRLINE * 2, panelHeight - HAIRLINE * 2);
    this.#code.set(team.code);
    this.#name.set(team.code === '' ? team.name : '');
    for (const part of [this.#code.view, this.#name.view, this.#arrow]) part.y = panelHeight / 2;
    this.#arrow.visible = team.arrow;
    this.#details.visible = hasDetails;
    this.#fouls.set(team.fouls === null ? '' : `FOULS ${team.fouls}`);
    this.#fouls.view.x = PAD;
    this.#bonus.set(team.bonus === null ? '' : BONUS_TEXT[team.bonus]);
    const besideFouls = widthWithGap(this.#fouls);
    this.#bonus.view.x = PAD + besideFouls;
    this.#timeouts.set(team.timeouts ?? 0, DETAILS_WIDTH - besideFouls - widthWithGap(this.#bonus));
  }

  paint(look: JerseyLook): void {
    // A dark hairline parts a white panel from a white floor too.
    this.#ring.tint = look.ring ?? this.#kit.theme.colour.plate;
    this.#panel.tint = look.fill;
    this.#code.setColour(look.ink);
    this.#name.setColour(look.ink);
    this.#arrow.tint = look.ink;
    this.score.paint(look);
  }
}

const widthWithGap = ({ width }: Label): number => (width === 0 ? 0 : width + DETAIL_GAP);

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

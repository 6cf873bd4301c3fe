// A team's block: its panel of colour with its logo, its code and the possession arrow, its fouls and timeouts, its score.
import { Container, Sprite } from 'pixi.js';
import type { JerseyLook } from '../../src/game/jersey.ts';
import { type CardPart, makeCardPart } from '../../src/stage/ceremony.ts';
import { type Box, cutPlate, inset } from '../../src/stage/cut.ts';
import { plate } from '../../src/stage/plate.ts';
import type { Label, StageKit, TextFace } from '../../src/stage/stage-kit.ts';
import { DETAILS_HEIGHT, HAIRLINE, INK_TRAVEL, layoutOf, outlineOf, PAD } from './layout.ts';
import { ScoreCell } from './score-cell.ts';
import { TeamName } from './team-name.ts';
import { TimeoutTicks } from './timeout-ticks.ts';
import type { ScorebugView, TeamView } from './view.ts';

const DETAIL_SIZE = 22;
const ARROW = { width: 16, height: 24 };
/** Between two details on one line. */
const DETAIL_GAP = 10;

/** The widest that a team's fouls are written: what stands beside them never moves. */
const WIDEST_FOULS = 'FOULS 20';
const BONUS_TEXT = { bonus: 'BONUS', double: 'BONUS+' } as const;

export class TeamBlock {
  readonly block: CardPart;
  readonly score: ScoreCell;
  readonly #kit: StageKit;
  /** Where it stands in the bug, and the bug's outline. */
  readonly #box: Box;
  readonly #outline: Box;
  readonly #panelWidth: number;
  readonly #ring: Sprite;
  readonly #panel: Sprite;
  readonly #name: TeamName;
  readonly #arrow: Sprite;
  readonly #details = new Container();
  readonly #fouls: Label;
  readonly #bonus: Label;
  readonly #timeouts: TimeoutTicks;
  /** From where fouls stand to where the bonus does, and from there to the timeouts' room. */
  readonly #foulsRoom: number;
  readonly #bonusRoom: number;

  constructor(kit: StageKit, side: 'away' | 'home', order: number) {
    this.#kit = kit;
    const { colour } = kit.theme;
    const layout = layoutOf(kit.theme);
    const { [side]: box, panelWidth, codeSize } = layout;
    this.#box = box;
    this.#outline = outlineOf(layout, true);
    this.#panelWidth = panelWidth;
    this.block = makeCardPart({ order, x: box.x, y: box.y, travel: INK_TRAVEL });
    const { plates, ink } = this.block;
    const size = { width: panelWidth, height: box.height };
    const ground = plate({ ...size, colour: colour.plate });
    cutPlate(kit, ground, { ...box, ...size }, this.#outline);
    this.#ring = plate({ ...size, colour: colour.line });
    this.#panel = plate({ ...size, colour: colour.raised });
    this.#panel.position.set(HAIRLINE, HAIRLINE);
    plates.addChild(ground, this.#ring, this.#panel);
    this.#name = new TeamName(kit, panelWidth - PAD * 2 - ARROW.width - 8, codeSize);
    this.#name.view.x = PAD;
    this.#arrow = arrow(kit);
    this.#arrow.x = panelWidth - PAD - ARROW.width / 2;
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
    this.#foulsRoom = roomOf(this.#fouls, WIDEST_FOULS);
    this.#bonusRoom = roomOf(this.#bonus, BONUS_TEXT.bonus);
    this.#timeouts = new TimeoutTicks(colour.text);
    this.#timeouts.view.x = panelWidth - PAD;
    this.#details.y = box.height - DETAILS_HEIGHT / 2;
    this.#details.addChild(this.#fouls.view, this.#bonus.view, this.#timeouts.view);
    ink.addChild(this.#name.view, this.#arrow, this.#details);
    this.score = new ScoreCell(kit, this.block, box);
  }

  /** Everything but the score, at once. */
  set(team: TeamView, hasDetails: boolean): void {
    const { height } = this.#box;
    const panelHeight = hasDetails ? height - DETAILS_HEIGHT : height;
    const panel = { ...this.#box, width: this.#panelWidth, height: panelHeight };
    cutPlate(this.#kit, this.#ring, panel, this.#outline);
    cutPlate(this.#kit, this.#panel, inset(panel, HAIRLINE), inset(this.#outline, HAIRLINE));
    this.#name.set(team);
    for (const part of [this.#name.view, this.#arrow]) part.y = panelHeight / 2;
    this.#arrow.visible = team.arrow;
    this.#details.visible = hasDetails;
    this.#fouls.set(team.fouls === null ? '' : `FOULS ${team.fouls}`);
    this.#fouls.view.x = PAD;
    this.#bonus.set(team.bonus === null ? '' : BONUS_TEXT[team.bonus]);
    const isCounted = team.fouls !== null || team.bonus !== null;
    this.#bonus.view.x = PAD + (team.fouls === null ? 0 : this.#foulsRoom);
    const bonusRoom = Math.max(this.#bonusRoom, this.#bonus.width + DETAIL_GAP);
    const taken = isCounted ? this.#foulsRoom + bonusRoom : 0;
    this.#timeouts.set(team.timeouts ?? 0, this.#panelWidth - PAD * 2 - taken);
  }

  /** The score, and the bonus that follows from fouls, in the quiet colour or not; what else is said of fouls is quiet anyway. */
  dim({ score, fouls }: ScorebugView['dim']): void {
    const { quiet, warm } = this.#kit.theme.colour;
    this.score.dim(score);
    this.#bonus.setColour(fouls ? quiet : warm);
  }

  paint(look: JerseyLook): void {
    // A dark hairline parts a white panel from a white floor too.
    this.#ring.tint = look.ring ?? this.#kit.theme.colour.plate;
    this.#panel.tint = look.fill;
    this.#name.paint(look);
    this.#arrow.tint = look.ink;
    this.score.paint(look);
  }
}

/** What a label takes at its widest, with the air after it. */
function roomOf(label: Label, widest: string): number {
  label.set(widest);
  const room = label.width + DETAIL_GAP;
  label.set('');
  return room;
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
  return new Sprite(texture);
}

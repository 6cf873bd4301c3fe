// Pictures of what hosts make of us that are words and fields: vMix's rows, SPX's form, Companion's buttons. Each is drawn from what the relay or the built file itself gives.
import type { Browser } from 'playwright';

const SIZE = { width: 1280, height: 720 };

const STYLE = `
  * { box-sizing: border-box; }
  body { margin: 0; padding: 20px 24px; height: 720px; overflow: hidden; background: #10151d; color: #e8edf3; font: 15px/1.4 "DejaVu Sans Condensed", "Roboto Condensed", sans-serif; }
  h1 { margin: 0 0 4px; font-size: 20px; }
  p { margin: 0 0 10px; color: #a9b4c2; }
  code { color: #ffb020; font: 14px ui-monospace, monospace; }
  table { border-collapse: collapse; width: 100%; margin-bottom: 20px; }
  th { background: #1d2734; color: #a9b4c2; font-weight: 600; text-align: left; }
  th, td { padding: 4px 8px; font-size: 13px; border: 1px solid #2b3646; white-space: nowrap; }
  tr:nth-child(odd) td { background: #151c26; }
  .form { display: grid; grid-template-columns: 380px 1fr; gap: 24px; height: 640px; }
  .fields { overflow: hidden; display: grid; gap: 7px; align-content: start; }
  .fields label { display: grid; grid-template-columns: 200px 1fr; gap: 8px; align-items: center; color: #a9b4c2; font-size: 14px; line-height: 1.2; }
  .fields :is(input, select, textarea) { width: 100%; height: 28px; padding: 2px 7px; border: 1px solid #3a475a; border-radius: 3px; background: #0b0f15; color: #e8edf3; font: inherit; }
  .fields input[type=checkbox] { width: 18px; height: 18px; }
  .fields hr { width: 100%; border: 0; border-top: 1px solid #2b3646; margin: 3px 0; }
  .fields b { color: #e8edf3; }
  .form img { width: 100%; border: 1px solid #2b3646; }
  .play { display: flex; gap: 8px; margin-top: 12px; }
  .play span { padding: 7px 22px; border-radius: 3px; background: #23a455; color: #fff; font-weight: 600; }
  .play span + span { background: #2b3646; }
  .buttons { display: grid; grid-template-columns: repeat(8, 1fr); gap: 12px; margin-top: 18px; }
  .buttons div { display: grid; place-items: center; height: 128px; padding: 6px; border-radius: 12px; border: 1px solid #2b3646; text-align: center; white-space: pre-line; font-weight: 600; font-size: 18px; line-height: 1.2; overflow: hidden; }
`;

/** Text of others in a page. */
const words = (text: Row[string] | undefined): string =>
  String(text ?? '').replaceAll(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);

async function drawn(browser: Browser, body: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: SIZE });
  await page.setContent(`<style>${STYLE}</style>${body}`);
  const jpeg = await page.screenshot({ type: 'jpeg', quality: 88 });
  await page.close();
  return jpeg;
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

const tableOf = (rows: readonly Row[], keys: readonly string[]): string =>
  `<table><tr>${keys.map((key) => `<th>${words(key)}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${keys.map((key) => `<td>${words(row[key])}</td>`).join('')}</tr>`)
    .join('')}</table>`;

/** Columns that a picture has room for. */
const OF_GAME = [
  'HomeCode',
  'HomeName',
  'HomeScore',
  'AwayCode',
  'AwayName',
  'AwayScore',
  'Period',
  'Clock',
  'ShotClock',
];
const OF_PLAYER = ['Number', 'Name', 'Position', 'OnFloor', 'Points', 'Rebounds', 'Assists', 'Minutes'];
const MOST_ROWS = 13;

/** As vMix's data sources list them. */
export function vmixRows(browser: Browser, game: readonly Row[], players: readonly Row[]): Promise<Buffer> {
  const columns = (rows: readonly Row[], names: readonly string[]): readonly string[] =>
    names.map((name) => `${name}.Text`).filter((key) => rows[0] && key in rows[0]);
  return drawn(
    browser,
    `<h1>What vMix's data sources read</h1><p><code>/api/v1/vmix.json</code> one row, the game</p>${tableOf(game, columns(game, OF_GAME))}
     <p><code>/api/v1/vmix.json?rows=home</code> a row for each player, those on the floor first</p>
     ${tableOf(players.slice(0, MOST_ROWS), columns(players, OF_PLAYER))}`,
  );
}

export type SpxField = {
  readonly ftype: string;
  readonly title: string;
  readonly value: string;
  readonly items?: readonly { readonly text: string; readonly value: string }[];
};
export type SpxDefinition = { readonly description: string; readonly DataFields: readonly SpxField[] };

function fieldOf({ ftype, title, value, items = [] }: SpxField): string {
  if (ftype === 'divider') return `<hr><b>${words(title)}</b>`;
  const chosen = items.find((item) => item.value === value)?.text ?? value;
  const input =
    ftype === 'checkbox'
      ? `<input type="checkbox" ${value === '1' ? 'checked' : ''}>`
      : ftype === 'dropdown'
        ? `<select><option>${words(chosen)}</option></select>`
        : `<input value="${words(value)}">`;
  return `<label>${words(title)}${input}</label>`;
}

/** The form that SPX makes of a template's definition, and what its play shows. */
export function spxForm(
  browser: Browser,
  { description, DataFields }: SpxDefinition,
  shown: Buffer,
): Promise<Buffer> {
  return drawn(
    browser,
    `<h1>${words(description)}</h1><div class="form"><div class="fields">${DataFields.map(fieldOf).join('')}</div>
     <div><img src="data:image/jpeg;base64,${shown.toString('base64')}">
     <div class="play"><span>Play</span><span>Continue</span><span>Stop</span></div></div></div>`,
  );
}

type Style = { readonly color: number; readonly bgcolor: number };
type Control = {
  readonly style: Style & { readonly text: string };
  readonly feedbacks: readonly {
    readonly options: { readonly variable: string; readonly value?: string };
    readonly style?: Style;
  }[];
};
/** As the relay gives it to be imported. */
export type CompanionFile = {
  readonly page: { readonly controls: Readonly<Record<string, Readonly<Record<string, Control>>>> };
};

const colour = (value: number): string => `#${value.toString(16).padStart(6, '0')}`;

/** The page as Companion draws it while the relay's events say that. */
export function companionPage(browser: Browser, file: CompanionFile, state: Row): Promise<Buffer> {
  const read = (name: string): Row[string] | undefined => state[name.replace(/^.*:/, '')];
  const buttons = Object.values(file.page.controls).flatMap((row) =>
    Object.values(row).map(({ style, feedbacks }) => {
      const lit = feedbacks.filter(
        ({ options, style: as }) => as && String(read(options.variable)) === options.value,
      );
      const { color, bgcolor } = lit.at(-1)?.style ?? style;
      const text = style.text
        .replaceAll('\\n', '\n')
        .replaceAll(/\$\(([^)]+)\)/g, (_all, name: string) => String(read(name) ?? ''));
      return `<div style="color:${colour(color)};background:${colour(bgcolor)}">${words(text)}</div>`;
    }),
  );
  return drawn(
    browser,
    `<h1>Courtside</h1><p>Imported from <code>/api/v1/companion</code>, lit by <code>/api/v1/events</code></p>
     <div class="buttons">${buttons.join('')}</div>`,
  );
}

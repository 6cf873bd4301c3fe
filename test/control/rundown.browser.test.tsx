import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../src/control/desk.css';
import { emptyRundown, itemSchema, type Rundown } from '../../src/show/rundown.ts';
import { deskWith, mountPage } from './fixture.tsx';
import { health, layer, onProgram, output, painted, show } from './words.ts';

beforeEach(() => page.viewport(1280, 800));

const item = (id: string, name: string, graphic: string, group: string | null = null) =>
  itemSchema.parse({ id, name, group, graphics: [{ graphic }] });
const RUNDOWN: Rundown = {
  ...emptyRundown,
  groups: [{ id: 'pre', name: 'Pre-game' }],
  items: [
    item('a', 'Open', 'scorebug'),
    item('b', 'Chart', 'shot-chart', 'pre'),
    item('c', 'Dots', 'player-dots', 'pre'),
  ],
  standby: 'b',
};

function open(rundown: Rundown, layers = {}) {
  const made = deskWith({
    show: { ...show(1, layers), rundown },
    health: health({ outputs: [output('air', { painted: painted({ revision: 1 }) })] }),
  });
  made.desk.tell({ on: 'opened', dock: 'work', tab: 'rundown' });
  const mounted = mountPage(made.desk);
  onTestFinished(() => mounted.unmount());
  return made;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('the rundown', () => {
  test('goes by keys: on, to preview, to air', async () => {
    const { sent } = open(RUNDOWN);
    await userEvent.keyboard('.');
    await userEvent.keyboard('x');
    await userEvent.keyboard('{Shift>}X{/Shift}');
    await userEvent.keyboard(',');
    expect(sent).toEqual(
      ['next', 'go', 'take', 'previous'].map((step) => ({ cue: 'rundown', step: { step } })),
    );
  });

  test('says what is on air, in preview and next, each in its colour', async () => {
    open(
      { ...RUNDOWN, current: 'a' },
      {
        bug: onProgram('scorebug'),
        floor: layer({ preview: { graphic: 'player-dots', options: {}, item: 'c' } }),
      },
    );
    await expect.element(page.getByLabelText('Open state')).toHaveTextContent('On air');
    await expect.element(page.getByLabelText('Chart state')).toHaveTextContent('Next');
    await expect.element(page.getByLabelText('Dots state')).toHaveTextContent('Preview');
    expect(getComputedStyle(page.getByLabelText('Open state').element()).backgroundColor).toBe(
      'rgb(229, 53, 43)',
    );
  });

  test('keeps what is in preview, with its options, as a new item', async () => {
    const preview = { graphic: 'shot-clock', options: { size: 'large' }, autoOutMs: 5_000 };
    const { sent } = open(emptyRundown, { clock: layer({ preview }) });
    await button('Add what is in preview').click();
    expect(sent).toMatchObject([
      {
        cue: 'rundown',
        step: {
          step: 'add',
          item: {
            name: 'Shot clock',
            graphics: [{ graphic: 'shot-clock', options: { size: 'large' } }],
            autoOutMs: 5_000,
          },
        },
      },
    ]);
  });

  test('moves an item within its group only', async () => {
    const { sent } = open(RUNDOWN);
    await button('Dots: edit').click();
    await expect.element(button('Later')).toBeDisabled();
    await button('Earlier').click();
    expect(sent).toEqual([{ cue: 'rundown', step: { step: 'move', id: 'c', before: 'b' } }]);
  });

  test('sends a changed name when the field is left, and a time as milliseconds', async () => {
    const { sent } = open(RUNDOWN);
    await page.getByLabelText('Name', { exact: true }).fill('Chart, first half');
    await page.getByLabelText('Out after, s').fill('7.5');
    await userEvent.keyboard('{Tab}');
    expect(sent).toEqual([
      { cue: 'rundown', step: { step: 'edit', id: 'b', change: { name: 'Chart, first half' } } },
      { cue: 'rundown', step: { step: 'edit', id: 'b', change: { autoOutMs: 7_500 } } },
    ]);
  });

  test('loads a file as it is, also one that is no rundown: the relay says what is wrong with it', async () => {
    const { sent } = open(RUNDOWN);
    await page.getByLabelText('Import').upload(new File(['{"courtside":"rundown"}'], 'r.json'));
    await expect
      .poll(() => sent)
      .toEqual([{ cue: 'rundown', step: { step: 'load', rundown: { courtside: 'rundown' } } }]);
    await page.getByLabelText('Import').upload(new File(['not json'], 'r.json'));
    await expect.poll(() => sent).toHaveLength(2);
    expect(sent[1]).toEqual({ cue: 'rundown', step: { step: 'load', rundown: 'not json' } });
  });

  test('exports the file that can be imported again', () => {
    open(RUNDOWN);
    const href = page.getByRole('link', { name: 'Export' }).element().getAttribute('href') ?? '';
    expect(JSON.parse(decodeURIComponent(href.slice(href.indexOf(',') + 1)))).toMatchObject({
      courtside: 'rundown',
      items: RUNDOWN.items,
      groups: RUNDOWN.groups,
    });
  });
});

test('the last take is taken back by one key', async () => {
  const { sent } = open(RUNDOWN);
  await userEvent.keyboard('{Shift>}Z{/Shift}');
  expect(sent).toEqual([{ cue: 'undo', what: 'take' }]);
});

// The provider's words in which a Fault was found are a press away, and shown as they were received.
import { render } from 'preact';
import { expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../src/control/desk.css';
import { RawFault, type ReadRaw } from '../../src/control/raw-fault.tsx';

function open(read: ReadRaw): void {
  const root = document.createElement('div');
  document.body.append(root);
  render(<RawFault id="a1" code="malformed" read={read} />, root);
  onTestFinished(() => {
    render(null, root);
    root.remove();
  });
}
const button = page.getByRole('button', { name: 'Words of malformed, as received' });

test('they are asked for by the id of the Fault, shown to the letter, and put away again', async () => {
  const asked: string[] = [];
  open((id) => {
    asked.push(id);
    return Promise.resolve({ source: 'clock', heardMs: 1_500, chars: 40, text: '{"min": "<b>noon</b>"}' });
  });
  await button.click();
  await expect.element(page.getByLabelText('Words of clock')).toHaveTextContent('{"min": "<b>noon</b>"}');
  await expect.element(page.getByText('heard 00:00:01.500 UTC · 40 characters, the first 22')).toBeVisible();
  await button.click();
  await expect.poll(() => page.getByLabelText('Words of clock').elements()).toHaveLength(0);
  expect(asked).toEqual(['a1']);
});

test.each<[string, ReadRaw]>([
  ['keeps none', () => Promise.resolve({ fault: {} })],
  ['does not answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('a relay that %s is told as such', async (_what, read) => {
  open(read);
  await button.click();
  await expect.element(page.getByText('The relay keeps none of it.')).toBeVisible();
});

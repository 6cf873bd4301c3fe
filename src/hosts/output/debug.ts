// How an output stands, written over its own picture: only where its address says `debug`, never on air.
import { faultText } from '../../game/fault.ts';

const REFRESH_MS = 250;

/** Writes until the page ends. */
export function writeDebug(window: Window): void {
  const board = window.document.createElement('pre');
  board.className = 'debug';
  window.document.body.append(board);
  window.setInterval(() => {
    const output = window.courtside;
    if (!output) return;
    const { faults, graphics, ...painted } = output.painted();
    board.textContent = [
      `${output.address.name} (${output.address.bus}), link ${output.link().status}`,
      ...Object.entries(painted).map(([name, value]) => `${name} ${display(value)}`),
      `graphics ${graphics.join(', ')}`,
      ...faults.map(faultText),
    ].join('\n');
  }, REFRESH_MS);
}

const display = (value: unknown): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : String(value);

// The operator's page as it runs.
import '../link/no-eval.ts';
import { render } from 'preact';
import { copyText } from './copy-text.ts';
import { listenToKeys } from './keyboard.ts';
import { monitorSource } from './monitors.tsx';
import { newId } from './new-id.ts';
import { openDesk } from './open-desk.ts';
import { Page } from './page.tsx';

const desk = openDesk({ name: 'desk', page: newId() });
listenToKeys(desk, document);
render(<Page desk={desk} origin={location.origin} monitor={monitorSource} copy={copyText} />, document.body);

// The script of a template: its page says which graphic it is.
import '../../link/no-eval.ts';
import { graphics } from '../../../overlays/catalogue.ts';
import { runTemplate } from './template.ts';

const id = window.document.documentElement.dataset.graphic ?? '';
const graphic = graphics.get(id);
if (!graphic) throw new Error(`There is no graphic ${id}: run npm run templates`);
runTemplate(window, graphic);

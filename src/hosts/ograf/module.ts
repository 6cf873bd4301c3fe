// The one module of an OGraf package. Which graphic it is stands in its last line: packages differ in that alone.
import '../../link/no-eval.ts';
import { graphics } from '../../../overlays/catalogue.ts';
import { ografElement } from './element.ts';

/** Replaced as a package is made. */
const GRAPHIC = '@courtside-graphic@';

const graphic = graphics.get(GRAPHIC);
if (!graphic) throw new Error(`There is no graphic ${GRAPHIC}: run npm run ograf`);

// The format's own demand: the default export is the element's class.
export default ografElement(graphic);

// The output page's entry: one output in this window, and how it stands written over it when its address asks for that.
import '../../link/no-eval.ts';
import { writeDebug } from './debug.ts';
import { mayStart } from './engine.ts';
import { Output } from './output.ts';

if (mayStart(window)) {
  new Output({ window });
  if (window.courtside?.address.debug) writeDebug(window);
}

// A template as one file with everything in it: hosts load it from a disk, where a page may fetch nothing.
import type { Graphic } from '../../stage/graphic.ts';
import { spxDefinition } from '../spx/definition.ts';

/** Text that may stand in a script of a page, whatever is in it. */
const inScript = (script: string): string =>
  script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '<\\!--');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The page. `script` is classic: no module is loaded from a disk. */
export const templatePage = (graphic: Graphic, script: string): string => `<!doctype html>
<html lang="en" data-graphic="${escaped(graphic.id)}">
<head>
<meta charset="utf-8">
<title>${escaped(graphic.name)}</title>
<style>html,body{width:100%;height:100%;margin:0;overflow:hidden;background:transparent}</style>
<script>window.SPXGCTemplateDefinition = ${inScript(JSON.stringify(spxDefinition(graphic), null, 1))};</script>
</head>
<body>
<script>${inScript(script)}</script>
</body>
</html>
`;

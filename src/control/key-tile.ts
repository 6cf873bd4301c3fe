// A key as a picture: for boxes that are typed into or chosen from, which can hold no mark of their own.

const CHAR_PX = 7;
const EDGE_PX = 9;

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '&': '&amp;', '"': '&quot;' };

/** How wide the key's picture is, in pixels. */
export const tileWidthPx = (key: string): number => EDGE_PX + CHAR_PX * key.length;

/** As a CSS value for a background: in the colours of every other key. */
export function keyTile(key: string): string {
  const width = tileWidthPx(key);
  const text = key.replace(/[<&"]/g, (sign) => ENTITIES[sign] ?? sign);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="15">
<rect x=".5" y=".5" width="${width - 1}" height="14" rx="3" fill="#0c1118" stroke="#3a475a"/>
<text x="${width / 2}" y="11.5" text-anchor="middle" font-family="Roboto Condensed, Arial Narrow, sans-serif"
 font-size="11" font-weight="600" fill="#a9b4c2">${text}</text></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

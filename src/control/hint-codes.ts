// The letters that controls are pressed by: as few as there can be, all of one length, so that none begins another. Pure.

/** Under the left hand first: the right one may be at the mixer. */
const LETTERS = 'ASDFGQWERTZXCVBHJKLYUIOPNM';

/** So many codes, in an order that does not change with what comes after them. */
export function hintCodes(count: number): readonly string[] {
  let chars = 1;
  while (LETTERS.length ** chars < count) chars += 1;
  return Array.from({ length: count }, (_, index) => {
    let code = '';
    for (let left = index, place = 0; place < chars; place += 1) {
      code = `${LETTERS[left % LETTERS.length]}${code}`;
      left = Math.floor(left / LETTERS.length);
    }
    return code;
  });
}

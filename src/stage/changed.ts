// What of a picture is another than it was: that a 2D canvas draws anew, and no more than that.

/** Nothing; nothing but pieces of flocks; or anything. */
export type Changed = false | 'flocks' | true;

/** What has changed after both. */
export const both = (a: Changed, b: Changed): Changed => (a === true || b === true ? true : a || b);

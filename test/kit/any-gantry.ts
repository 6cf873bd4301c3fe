// Any camera that a hall may have, for properties.
import fc from 'fast-check';
import type { Gantry } from '../shots/camera.ts';

const metres = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Any camera that a hall may have, outside the lines and above head height, looking at a place on the floor. */
export const anyGantry: fc.Arbitrary<Gantry> = fc
  .record({
    turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
    away: metres(17, 45),
    z: metres(3, 25),
    atX: metres(-4, 4),
    atY: metres(-9, 9),
    focal: metres(900, 4_000),
  })
  .map(({ turn, away, z, atX, atY, focal }) => ({
    from: { x: away * Math.cos(turn), y: away * Math.sin(turn), z },
    at: { x: atX, y: atY, z: 0 },
    focal,
  }));

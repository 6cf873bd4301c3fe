// What a promise is refused with, for tests.
import { type Fault, FaultError } from '../../src/game/fault.ts';

/** The Fault of a promise that rejects with one. @throws Error when it does not. */
export async function faultOf(promise: Promise<unknown> | undefined): Promise<Fault> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof FaultError) return error.fault;
    throw error;
  }
  throw new Error('nothing was refused');
}

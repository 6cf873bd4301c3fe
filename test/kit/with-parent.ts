// A process that a test starts ends with the test's own, however that one ends: killed too.

const WATCH = `import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.stdin.once('end', () => process.exit(1)).resume().unref();`;

/** What Node is started with before its program. Its standard input must be a pipe that whoever starts it holds open, and nobody writes to. */
export const WITH_PARENT = ['--import', `data:text/javascript,${encodeURIComponent(WATCH)}`] as const;

// What is built and how it is tested: two pages for browsers (the operator's, the outputs'), one bundle for Node, two test projects.
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_FLAGS, findChromium, SOFTWARE_WEBGL_FLAGS } from './test/kit/chromium.ts';

const fromRoot = (path: string) => resolve(import.meta.dirname, path);

/** The oldest Chromium we promise: OBS 28 to 30. */
const TARGET = 'chrome103';

const pages = {
  target: TARGET,
  outDir: 'dist/pages',
  sourcemap: true,
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: {
      index: fromRoot('index.html'),
      workshop: fromRoot('workshop.html'),
      output: fromRoot('overlays/output.html'),
      preflight: fromRoot('overlays/preflight.html'),
      film: fromRoot('overlays/film.html'),
    },
    // Zod is told not to compile before anything that has a schema runs, whichever chunk that is in.
    output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules\/zod\/|src\/link\/no-eval/ }] } },
  },
};

const relay = {
  target: 'node20',
  outDir: 'dist',
  emptyOutDir: false,
  ssr: true,
  rolldownOptions: {
    input: {
      courtside: fromRoot('src/relay/main.ts'),
      'pack-worker': fromRoot('src/relay/tapes/pack-worker.ts'),
      'gist-worker': fromRoot('src/relay/tapes/gist-worker.ts'),
    },
    output: { chunkFileNames: 'relay/[name]-[hash].js' },
  },
};

/** Small programs of the repository itself, run by npm scripts. */
const tools = {
  target: 'node20',
  outDir: 'dist/tools',
  ssr: true,
  rolldownOptions: {
    input: {
      'ensure-chromium': fromRoot('test/kit/ensure-chromium.ts'),
      'make-packages': fromRoot('test/kit/make-packages.ts'),
      'make-sample-tape': fromRoot('test/kit/make-sample-tape.ts'),
    },
  },
};

/** The benches, and the process of pages that they start. */
const bench = {
  target: 'node20',
  outDir: 'dist/bench',
  ssr: true,
  rolldownOptions: {
    input: { bench: fromRoot('test/bench/main.ts'), 'peer-load': fromRoot('test/bench/peer-load.ts') },
    output: { chunkFileNames: '[name]-[hash].js' },
  },
};

/** The pages that an output is measured against, and a stage alone. */
const bare = {
  target: TARGET,
  outDir: 'dist/bench/bare',
  modulePreload: { polyfill: false },
  rolldownOptions: {
    input: ['bare', 'painted', 'twin', 'svg-twin', 'played', 'defaults'].map((page) =>
      fromRoot(`test/bench/${page}.html`),
    ),
  },
};

/** The hall that pictures are laid over, and the program that makes them. */
const hall = {
  target: TARGET,
  outDir: 'dist/shots',
  rolldownOptions: {
    input: { 'arena-page': fromRoot('test/shots/arena-page.ts') },
    output: { entryFileNames: '[name].js' },
  },
};
/** The picture book's page. */
const book = {
  target: TARGET,
  outDir: 'dist/shots/book',
  chunkSizeWarningLimit: 2_000,
  modulePreload: { polyfill: false },
  rolldownOptions: { input: fromRoot('test/shots/book.html') },
};
const shots = {
  target: 'node20',
  outDir: 'dist/shots',
  emptyOutDir: false,
  ssr: true,
  rolldownOptions: {
    input: { shots: fromRoot('test/shots/main.ts'), chromes: fromRoot('test/shots/chromes.ts') },
    output: { chunkFileNames: '[name]-[hash].js' },
  },
};

/** One file with everything in it, fonts too: what a host loads, and nothing else with it. */
const alone = (entry: string, format: 'es' | 'iife', file: string) => ({
  target: TARGET,
  outDir: 'dist/hosts',
  emptyOutDir: false,
  chunkSizeWarningLimit: 4_000,
  lib: { entry: fromRoot(entry), formats: [format], name: 'courtside', fileName: () => file },
  rolldownOptions: { output: { codeSplitting: false } },
});

const BUILDS: Readonly<Record<string, object>> = {
  relay,
  tools,
  bench,
  bare,
  hall,
  book,
  shots,
  ograf: alone('src/hosts/ograf/module.ts', 'es', 'ograf-module.mjs'),
  template: alone('src/hosts/caspar/main.ts', 'iife', 'template.js'),
};

const VIEW = { width: 1920, height: 1080 };

/** Nothing is judged by how long it takes. A machine that stood still for a while is asked once more; what needed its second try is printed beside the test's name. */
const patience = {
  testTimeout: 120_000,
  hookTimeout: 120_000,
  retry: 1,
  expect: { poll: { timeout: 45_000, interval: 50 } },
  // A container may see many more cores than it is given.
  maxWorkers: Math.max(1, Math.min(4, availableParallelism() - 1)),
};
/** How long a browser may take to start, or a page of it to open. Milliseconds. */
const START_MS = 180_000;

export default defineConfig(({ mode }) => ({
  build: BUILDS[mode] ?? pages,
  // A library's build leaves this to whoever uses it: nobody does.
  ...(mode === 'ograf' || mode === 'template'
    ? { define: { 'process.env.NODE_ENV': JSON.stringify('production') } }
    : {}),
  publicDir: false as const,
  optimizeDeps: {
    include: [
      'pixi.js',
      'pixi.js/unsafe-eval',
      'gsap',
      'gsap/gsap-core',
      'zod',
      'preact',
      'preact/jsx-runtime',
      'preact/jsx-dev-runtime',
      '@preact/signals',
      'culori/fn',
      'fast-check',
    ],
  },
  test: {
    teardownTimeout: 60_000,
    browser: { connectTimeout: START_MS },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.{ts,tsx}', 'test/hosts/**'],
          ...patience,
        },
      },
      {
        extends: true as const,
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.{ts,tsx}'],
          ...patience,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: VIEW,
            provider: playwright({
              contextOptions: { viewport: VIEW, deviceScaleFactor: 1 },
              launchOptions: {
                // Looked for by the tests alone: a wrong CHROMIUM is no reason not to build.
                executablePath: (mode === 'test' ? findChromium() : null) ?? 'chromium',
                args: [...CHROMIUM_FLAGS, ...SOFTWARE_WEBGL_FLAGS],
                timeout: START_MS,
              },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}));

import { defineConfig } from 'vitest/config'

const TESTS = ['test/**/*.test.ts', 'test/**/*.test.tsx']

/** These take minutes, not seconds: `npm run test:long` runs them, `npm test` all others. */
const LONG_TESTS = [
  'test/browser/**/*.test.ts',
  'test/ingest/determinism.test.ts',
  'test/ingest/disk/crash.test.ts',
  'test/text/jieba/{jieba,compiled-words}.test.ts',
]

/** Slow properties: `npm test` tries a few of their cases, `npm run test:long` many times as many. See properties.ts. */
const SLOW_PROPERTIES = [
  'test/search/match/matching.test.ts',
  'test/search/literal/literal.test.ts',
  'test/search/in-page.test.ts',
  'test/ingest/update.test.ts',
]

export default defineConfig({
  test: {
    setupFiles: ['test/helpers/properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Vitest leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'short', include: TESTS, exclude: LONG_TESTS } },
      {
        extends: true,
        test: {
          name: 'long',
          include: [...LONG_TESTS, ...SLOW_PROPERTIES],
          env: { FC_TIMES: '6' },
          testTimeout: 300_000,
        },
      },
    ],
  },
})

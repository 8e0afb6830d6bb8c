import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/helpers/properties.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})

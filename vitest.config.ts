import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/{core,corpus,engine,scripts}/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

import { defineConfig } from 'vitest/config';

/** Tests of the timeline's page in a real browser, one at a time. */
export default defineConfig({
  test: {
    include: ['test/webview/**/*.browser.test.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});

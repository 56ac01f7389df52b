// A headless browser for tests and pictures. Nothing outside this machine is ever asked for: such requests are refused and listed.
import { chromium } from 'playwright-core';
import { ensureBrowser } from './provision.mjs';

export async function openBrowser({ log = () => {}, viewport = { width: 1400, height: 900 }, ...options } = {}) {
  const { executablePath, args, env } = ensureBrowser(log);
  const browser = await chromium.launch({
    executablePath, env: { ...process.env, ...env },
    args: ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...args],
  });
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', locale: 'en-GB', timezoneId: 'UTC', colorScheme: 'light', ...options });
  const outside = [];
  await context.route(url => /^https?:$/.test(url.protocol) && !/^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(url.hostname), route => {
    outside.push(route.request().url());
    return route.abort();
  });
  return { browser, context, outside };
}

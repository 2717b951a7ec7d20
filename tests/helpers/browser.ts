import assert from 'node:assert/strict';
import { after } from 'node:test';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Ending } from './app.ts';
import { findChromium } from './chromium.ts';

declare global {
  interface Window {
    reportViolation(violation: string): void;
  }
}

/** One person with one device: a context of its own, and everything its pages complained of. */
export interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Policy violations and errors in the console, in the order they came. */
  readonly trouble: readonly string[];
}

export interface DeviceKind {
  readonly language?: 'nl' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly script?: boolean;
}

/** Opens a phone of 360 px in Dutch, or what is asked. Names that end in `.test` lead to this machine: insecure origins, as in a hall. */
export async function openDevice(test: Ending, kind: DeviceKind = {}): Promise<Device> {
  const { language = 'nl', width = 360, height = 740, script = true } = kind;
  const context = await (await theBrowser()).newContext({ locale: language, viewport: { width, height }, javaScriptEnabled: script });
  test.after(() => context.close());
  const trouble: string[] = [];
  await listen(context, trouble);
  return { context, page: await context.newPage(), trouble };
}

/** The pages did nothing they should not; what a story provokes itself it names. */
export function assertQuiet({ trouble }: Device, provoked = /^$/): void {
  assert.deepEqual(
    trouble.filter((line) => !provoked.test(line)),
    [],
  );
}

let browser: Promise<Browser> | undefined;

after(async () => (await browser)?.close());

function theBrowser(): Promise<Browser> {
  browser ??= launch();
  return browser;
}

async function launch(): Promise<Browser> {
  const { path, environment } = await findChromium();
  return chromium.launch({
    executablePath: path,
    env: environment,
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--host-resolver-rules=MAP *.test 127.0.0.1'],
  });
}

async function listen(context: BrowserContext, trouble: string[]): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') trouble.push(`${message.text()} ${URL.parse(message.location().url)?.pathname ?? ''}`.trim());
  });
  context.on('weberror', (error) => trouble.push(String(error.error())));
  await context.exposeBinding('reportViolation', (_, violation: string) => void trouble.push(violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      window.reportViolation(`policy: ${violatedDirective} blocked ${blockedURI} ${sample}`);
    });
  });
}

import axe from 'axe-core';
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { Device } from '../helpers/browser.ts';

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

/** The device becomes the one that this secret belongs to. */
export async function carry({ context }: Device, url: string, secret: string): Promise<void> {
  await context.addCookies([{ name: 'apparaat', value: secret, url, httpOnly: true, sameSite: 'Lax' }]);
}

/** The script of a page has taken over: what is pressed from now on no longer loads it anew. */
export async function hydrated({ page }: Device): Promise<void> {
  await page.locator('html[data-ready]').waitFor({ state: 'attached' });
}

/** The secret in the cookie of a device that came in by itself. */
export async function secretOf({ context }: Device): Promise<string> {
  const cookie = (await context.cookies()).find(({ name }) => name === 'apparaat');
  assert.ok(cookie);
  return cookie.value;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** All that axe knows of, but what it would fetch once more by itself. Half of its cost is in bringing it to the page: once. */
export async function assertAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (tags) => {
    const { violations } = await window.axe.run({ runOnly: tags, resultTypes: ['violations'], preload: false });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
  }, TAGS);
  assert.deepEqual(found, [], page.url());
}

/** The page fits its width: nothing has to be scrolled sideways to be read. */
export async function assertFits(page: Page): Promise<void> {
  const { wider, sticking } = await page.evaluate(() => {
    const scrolling = [document.documentElement, ...document.querySelectorAll('.shell > .page')];
    const edge = document.documentElement.clientWidth;
    const outside = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().left + each.scrollWidth > edge + 1,
    );
    return {
      wider: Math.max(...scrolling.map((each) => each.scrollWidth - each.clientWidth)),
      sticking: outside.slice(0, 8).map((each) => each.outerHTML.slice(0, 120)),
    };
  });
  assert.ok(wider <= 0, `${page.url()} is ${wider} px too wide:\n${sticking.join('\n')}`);
}

/** With everything folded open: accessible, nothing sideways, also with letters twice as large. */
export async function assertReadsWell(page: Page): Promise<void> {
  for (const details of await page.locator('details').all()) await details.evaluate((each) => each.setAttribute('open', ''));
  await assertAccessible(page);
  await assertFits(page);
  if (page.viewportSize()?.width === NARROWEST) return;
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  await assertFits(page);
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
}

/** What a screen of 1280 px shows at 400 %. */
const NARROWEST = 320;

/** What a reader goes on from. */
export async function wordsInFocus(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.textContent.trim());
}

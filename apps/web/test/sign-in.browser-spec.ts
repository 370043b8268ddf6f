import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { PASSWORD } from '../../api/test/support/personas.js';
import type { TestApi } from '../../api/test/support/start-api.js';
import { type RunningWeb, startWeb } from './support/start-web.js';
import { openBrowser } from './support/visitor.js';

jest.setTimeout(240_000);

let web: RunningWeb;
let browser: Browser;
beforeAll(async () => {
  web = await startWeb();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await web?.close();
});

it('signs in by keyboard, says what is wrong with a wrong password, and shows a call to its coordinator', async () => {
  const api: TestApi = web.api;
  await api.createCall({ title: 'Probeaufruf', members: { 'koordination@demo.example': ['coordinator'] } });
  const context = await browser.newContext({ baseURL: web.baseUrl, locale: 'de-DE' });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto('/sign-in');
  await page.locator('input[type=email]').fill('koordination@demo.example');
  await page.locator('input[type=password]').fill('falsches Passwort');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').first().waitFor();
  await page.locator('input[type=password]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Meine Arbeit' }).waitFor();
  await page.getByText('Probeaufruf').first().waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

it('shows an anonymous visitor that nothing is published', async () => {
  const context = await browser.newContext({ baseURL: web.baseUrl, locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto('/overview/01890a5d-ac96-774b-bcce-b302099a8057');
  await page.getByText('Zu diesem Förderaufruf ist nichts veröffentlicht').waitFor({ timeout: 60_000 });
  await context.close();
});

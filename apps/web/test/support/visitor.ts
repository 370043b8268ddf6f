import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { NO_BROWSER } from '../../../../scripts/setup/browser.mjs';
import { PASSWORD, type Persona } from '../../../api/test/support/personas.js';

/** A loaded machine is no defect: nothing here waits as long as this when all is well. */
const PATIENCE = 40_000;
/** A folder for a picture of every screen, to look at them; without it none is taken. */
const PICTURES = process.env.BROWSER_PICTURES;

export interface Barrier {
  readonly screen: string;
  readonly rule: string;
  readonly impact: string;
  readonly where: readonly string[];
}

export function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROME_PATH;
  if (!executablePath) throw new Error(NO_BROWSER);
  // As root, as in a container, Chromium starts without its sandbox only.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath,
    args: [...sandbox, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    timeout: PATIENCE,
  });
}

/** Somebody at their own browser: nothing is shared with the others but the server. */
export class Visitor {
  /** What the browser complained about: errors on the console and exceptions nobody caught. */
  readonly complaints: string[] = [];
  readonly barriers: Barrier[] = [];
  private pictures = 0;

  private constructor(
    readonly name: string,
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'error')
        this.complaints.push(`${page.url()}: ${message.text()} ${message.location().url}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.stack ?? error.message}`));
  }

  /** An anonymous visitor. */
  static async arrive(browser: Browser, baseUrl: string, name = 'visitor'): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: baseUrl,
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
      viewport: { width: 1440, height: 1000 },
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(PATIENCE);
    return new Visitor(name, await context.newPage(), context);
  }

  static async signIn(browser: Browser, baseUrl: string, persona: Persona): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, baseUrl, persona.replace(/@.*/, ''));
    await visitor.page.goto('/sign-in');
    await visitor.page.getByLabel('E-Mail-Adresse').fill(persona);
    await visitor.page.getByLabel('Passwort', { exact: true }).fill(PASSWORD);
    await visitor.press('Anmelden', visitor.page.getByRole('main'));
    await visitor.heading('Meine Arbeit');
    return visitor;
  }

  /** Chromium reports every refused request on the console; this one was meant to be refused. */
  forgive(expected: RegExp): void {
    const at = this.complaints.findIndex((complaint) => expected.test(complaint));
    if (at === -1) throw new Error(`The browser of ${this.name} did not report ${String(expected)}.`);
    this.complaints.splice(at, 1);
  }

  /** By the navigation at the side, as people do. */
  async goTo(link: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Navigation' })
      .getByRole('link', { name: link, exact: true })
      .click();
  }

  async press(button: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    const exact = typeof button === 'string';
    // Where a list is empty, its button stands in the heading and beside the advice.
    await within.getByRole('button', { name: button, exact }).first().click();
  }

  async follow(link: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    const exact = typeof link === 'string';
    await within.getByRole('link', { name: link, exact }).first().click();
  }

  /** The open dialog, which has this title. */
  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title }).or(this.page.getByRole('alertdialog', { name: title }));
  }

  /** Opens a dialog by its button and answers it with the same word. */
  async confirm(button: string, reason?: string): Promise<void> {
    await this.press(button);
    const dialog = this.dialog(button);
    if (reason !== undefined) await dialog.getByRole('textbox').fill(reason);
    await this.press(button, dialog);
    await dialog.waitFor({ state: 'detached' });
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  row(name: string | RegExp): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('rowheader', { name }) });
  }

  /** Everything on the screen has come: looks for barriers on it. */
  async look(screen: string): Promise<void> {
    await this.settled();
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    for (const { id, impact, nodes } of violations) {
      const where = nodes.map(({ target, failureSummary }) => `${target.join(' ')} (${failureSummary ?? ''})`);
      this.barriers.push({ screen: `${this.name}: ${screen}`, rule: id, impact: impact ?? 'unknown', where });
    }
    await this.picture(screen);
  }

  async picture(screen: string): Promise<void> {
    if (!PICTURES) return;
    mkdirSync(PICTURES, { recursive: true });
    this.pictures += 1;
    const file = (variant: string) =>
      join(PICTURES, `${this.name}-${String(this.pictures).padStart(2, '0')}-${screen}${variant}.png`);
    await this.page.screenshot({ path: file('') });
    await this.page.setViewportSize({ width: 390, height: 844 });
    await this.page.waitForTimeout(500);
    await this.page.screenshot({ path: file('-narrow'), fullPage: true });
    await this.page.setViewportSize({ width: 1440, height: 1000 });
  }

  async settled(): Promise<void> {
    await this.page.locator('.kuer-skeleton').first().waitFor({ state: 'detached' });
  }

  /** After a failure: where the person was and what was on the screen. */
  async tellState(): Promise<void> {
    const screen = await this.page.locator('body').ariaSnapshot({ timeout: 10_000 }).catch(String);
    console.info(`${this.name} at ${this.page.url()}\n${screen.slice(0, 12_000)}\n${this.complaints.join('\n')}`);
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}

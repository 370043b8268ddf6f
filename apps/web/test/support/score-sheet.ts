import type { Page } from 'playwright-core';

type Reason = (criterionIndex: number, score: number) => string;

/**
 * All twelve scores with their reasons, the verdict, and on to the check page, without the mouse.
 * @returns how many keys were pressed besides those of the reasons' text, until the sheet was complete
 */
export async function scoreByKeyboard(page: Page, scores: readonly number[], reason: Reason): Promise<number> {
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  await press('Control+Enter');
  for (const [index, score] of scores.entries()) {
    await press(String(score));
    await press('Tab');
    await page.keyboard.insertText(reason(index, score));
    await press('Control+Enter');
  }
  await press('Space');
  const needed = keys;
  for (let stops = 0; stops < 10; stops += 1) {
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    if (focused === 'Prüfen und einreichen') break;
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  return needed;
}

/** The same with the mouse; the text of the reasons comes from the keyboard. Returns how many clicks it took, to the check page. */
export async function scoreByMouse(page: Page, scores: readonly number[], reason: Reason): Promise<number> {
  let clicks = 0;
  const click = async (target: ReturnType<Page['locator']>) => {
    clicks += 1;
    await target.click();
  };
  for (const [index, score] of scores.entries()) {
    const criterion = page.locator(`[data-part="K${index + 1}"]`);
    await click(criterion.locator('label.kuer-level').nth(score));
    await click(criterion.getByRole('textbox'));
    await page.keyboard.insertText(reason(index, score));
  }
  await click(page.getByLabel('grundsätzlich förderwürdig', { exact: true }));
  await click(page.getByRole('button', { name: 'Prüfen und einreichen' }).last());
  return clicks;
}

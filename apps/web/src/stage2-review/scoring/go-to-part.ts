/** Puts the cursor into a part of the sheet: on the chosen score, else the first one; the conclusion begins with its verdict. */
export function goToPart(part: string): boolean {
  const section = document.querySelector<HTMLElement>(`[data-part="${CSS.escape(part)}"]`);
  if (!section) return false;
  const target =
    section.querySelector<HTMLElement>('input:checked') ?? section.querySelector<HTMLElement>('input, textarea');
  section.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
  return true;
}

/** The part in which the cursor is. */
export const partInFocus = (): string | null =>
  document.activeElement?.closest<HTMLElement>('[data-part]')?.dataset.part ?? null;

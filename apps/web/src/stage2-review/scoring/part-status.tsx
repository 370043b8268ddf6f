import { Icon, type IconName } from '../../shared/controls/icon.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import type { Part } from '../draft/review-draft.js';
import { sheetTexts } from './texts.js';

type Shown = 'saved' | 'untouched' | 'unsaved' | 'saving' | 'offline' | 'offlineUnkept' | 'conflict' | 'refused';

const ICONS: Readonly<Partial<Record<Shown, IconName>>> = {
  saved: 'check',
  saving: 'autorenew',
  unsaved: 'edit',
  offline: 'warning',
  offlineUnkept: 'danger',
  conflict: 'danger',
  refused: 'danger',
};

function shownOf(part: Part): Shown {
  if (part.status === 'saved') return part.base.savedAt ? 'saved' : 'untouched';
  if (part.status === 'offline') return part.isKept ? 'offline' : 'offlineUnkept';
  return part.status;
}

/** The worst of all, and of what is saved the last time. */
const URGENCY: readonly Shown[] = ['conflict', 'refused', 'offlineUnkept', 'offline', 'saving', 'unsaved'];

function overall(parts: Iterable<Part>): { shown: Shown; savedAt: string | null } {
  const all = [...parts];
  const states = new Set(all.map(shownOf));
  const worst = URGENCY.find((state) => states.has(state));
  const savedAt = all
    .map(({ base }) => base.savedAt)
    .filter((at) => at !== null)
    .sort()
    .at(-1);
  return { shown: worst ?? (savedAt ? 'saved' : 'untouched'), savedAt: savedAt ?? null };
}

export function useStatusWords() {
  const t = useTexts(sheetTexts).status;
  const formats = useFormats();
  return (parts: Iterable<Part>): { shown: Shown; words: string } => {
    const { shown, savedAt } = overall(parts);
    return { shown, words: shown === 'saved' ? t.saved(formats.time(savedAt)) : t[shown] };
  };
}

/** Whether it is saved, in a word and an icon. Of a part that nobody has touched it says nothing. */
export function PartStatus({ part, id }: { part: Part; id?: string }) {
  const { shown, words } = useStatusWords()([part]);
  if (shown === 'untouched') return <span id={id} className="kuer-save" data-state={shown} />;
  return <Status id={id} shown={shown} words={words} />;
}

/** Of the whole sheet. Spoken only where something is wrong, or where it was asked for. */
export function SheetStatus({ parts, isAsked }: { parts: Iterable<Part>; isAsked: boolean }) {
  const { shown, words } = useStatusWords()(parts);
  const isWrong = ['conflict', 'refused', 'offline', 'offlineUnkept'].includes(shown);
  return (
    <>
      <Status shown={shown} words={words} />
      <span role="status" className="kern-sr-only">
        {isWrong || (isAsked && shown === 'saved') ? words : ''}
      </span>
    </>
  );
}

function Status({ shown, words, id }: { shown: Shown; words: string; id?: string }) {
  const icon = ICONS[shown];
  return (
    <span id={id} className="kuer-save" data-state={shown}>
      {icon && <Icon name={icon} />}
      {words}
    </span>
  );
}

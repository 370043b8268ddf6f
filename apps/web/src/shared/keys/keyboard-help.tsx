import { Fragment, useState } from 'react';
import { Checkbox } from '../form/choice-fields.js';
import { useTexts } from '../i18n/index.js';
import { Dialog } from '../overlay/dialog.js';
import { sharedTexts } from '../texts.js';
import { type Shortcut, useShortcut, useShortcuts, useSingleKeys } from './shortcuts.js';

/** Opens on „?“ and lists the shortcuts of what is on screen. Mounted once, by the shell. */
export function KeyboardHelp() {
  const t = useTexts(sharedTexts);
  const [isOpen, setOpen] = useState(false);
  const [single, setSingle] = useSingleKeys();
  const all = useShortcuts();
  useShortcut({ keys: '?', label: t.keys.help, scope: 'everywhere', onPress: () => setOpen(true) });
  const groups = [
    { title: t.keys.thisPage, shortcuts: all.filter((one) => one.scope === 'page') },
    { title: t.keys.everywhere, shortcuts: all.filter((one) => one.scope === 'everywhere') },
  ];
  return (
    <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t.keys.title}>
      {groups.map(
        (group) =>
          group.shortcuts.length > 0 && (
            <section key={group.title} className="kuer-stack kuer-stack--tight">
              <h3 className="kern-title kern-title--small">{group.title}</h3>
              <dl className="kuer-keys">
                {group.shortcuts.map((shortcut) => (
                  <div key={`${shortcut.keys}${shortcut.label}`}>
                    <dt>
                      <Keys keys={shortcut.keys} />
                    </dt>
                    <dd>{shortcut.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ),
      )}
      <Checkbox
        label={t.keys.single}
        hint={t.keys.singleHint}
        checked={single}
        onChange={(event) => setSingle(event.target.checked)}
      />
    </Dialog>
  );
}

/** Keys as caps, in the user's language (Strg, Umschalt). */
export function Keys({ keys }: Pick<Shortcut, 'keys'>) {
  const t = useTexts(sharedTexts);
  const names: Record<string, string> = { Ctrl: t.keys.ctrl, Shift: t.keys.shift, Enter: t.keys.enter };
  return (
    <span className="kuer-keycaps">
      {keys.split('+').map((key, index) => (
        <Fragment key={key}>
          {index > 0 && '+'}
          <kbd>{names[key] ?? key}</kbd>
        </Fragment>
      ))}
    </span>
  );
}

import { type KeyboardEvent, lazy, Suspense, useRef, useState } from 'react';
import { Button } from '../controls/button.js';
import type { IconName } from '../controls/icon.js';
import type { MenuGroup } from './menu-entries.js';

export type { MenuEntry, MenuGroup } from './menu-entries.js';

export interface MenuProps {
  /** Text of the button. */
  label: string;
  icon?: IconName;
  /** Name for screen readers, where the text does not say it. */
  ariaLabel?: string;
  groups: readonly MenuGroup[];
  size?: 'default' | 'small';
  variant?: 'secondary' | 'tertiary';
  /** Only the icon shows. */
  iconOnly?: boolean;
  /** Which edge of the button the menu keeps to. */
  align?: 'start' | 'end';
}

const load = () => import('./menu-popover.js');
const MenuPopover = lazy(load);
export const preloadMenu = (): void => void load().catch(() => undefined);

/** A button that opens a menu of actions or choices. Its code is loaded when somebody comes near the button. */
export function Menu({ label, icon, ariaLabel, groups, size, variant, iconOnly, align = 'start' }: MenuProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    setOpen(true);
  };
  return (
    <>
      <Button
        ref={trigger}
        variant={variant}
        size={size}
        icon={icon}
        iconAfter={iconOnly ? undefined : 'arrow-down'}
        iconOnly={iconOnly}
        aria-label={ariaLabel}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={onKeyDown}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
      >
        {label}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <MenuPopover
            trigger={trigger}
            label={ariaLabel ?? label}
            groups={groups}
            placement={`bottom ${align}`}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}

import type { RefObject } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { Icon } from '../controls/icon.js';
import type { MenuGroup } from './menu-entries.js';

export interface MenuPopoverProps {
  trigger: RefObject<HTMLButtonElement | null>;
  label: string;
  groups: readonly MenuGroup[];
  placement: 'bottom start' | 'bottom end';
  onClose(): void;
}

/** The open menu; see Menu, which loads it. */
export default function MenuPopover({ trigger, label, groups, placement, onClose }: MenuPopoverProps) {
  return (
    <Popover
      className="kuer-popover"
      aria-label={label}
      trigger="MenuTrigger"
      triggerRef={trigger}
      placement={placement}
      isOpen
      onOpenChange={(open) => !open && onClose()}
    >
      <AriaMenu className="kuer-menu" aria-label={label} autoFocus="first" onClose={onClose}>
        {groups.map((group, index) => (
          <MenuSection
            // Groups keep their order while the menu is open.
            key={group.title ?? `group-${String(index)}`}
            className="kuer-menu__group"
            aria-label={group.title ? undefined : label}
            selectionMode={group.selection?.mode ?? 'none'}
            selectedKeys={group.selection?.selected ?? []}
            disallowEmptySelection={group.selection?.mode === 'single'}
            onSelectionChange={(keys) => {
              const all = group.entries.map((entry) => entry.id);
              group.selection?.onChange(keys === 'all' ? all : all.filter((id) => keys.has(id)));
            }}
          >
            {group.title && <Header className="kuer-menu__title">{group.title}</Header>}
            {group.entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                textValue={entry.label}
                isDisabled={entry.disabled}
                onAction={entry.onAction}
                className="kuer-menu__item"
                shouldCloseOnSelect={group.selection?.mode !== 'multiple'}
              >
                {({ isSelected, selectionMode }) => (
                  <>
                    {selectionMode !== 'none' && (
                      <span className="kuer-menu__mark">{isSelected && <Icon name="check" />}</span>
                    )}
                    {entry.icon && <Icon name={entry.icon} />}
                    <span className="kuer-menu__label">
                      {entry.label}
                      {entry.detail && <span className="kuer-option__detail">{entry.detail}</span>}
                    </span>
                  </>
                )}
              </MenuItem>
            ))}
          </MenuSection>
        ))}
      </AriaMenu>
    </Popover>
  );
}

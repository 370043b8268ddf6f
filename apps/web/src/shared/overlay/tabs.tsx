import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { useSearchParams } from 'react-router';

export interface TabItem {
  id: string;
  label: ReactNode;
  content: ReactNode;
}

export interface TabsProps {
  label: string;
  items: readonly TabItem[];
  /** Name of the URL parameter that holds the open tab, so that it can be linked and survives a reload. Default: tab. */
  param?: string;
}

/**
 * Tabs whose open one is in the URL. Only the open tab's content is mounted. After the tabs pattern of the ARIA
 * practices: one tab stop, arrows, Home and End move and open. Ours, since react-aria's would double a page's code.
 */
export function Tabs({ label, items, param = 'tab' }: TabsProps) {
  const [search, setSearch] = useSearchParams();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const wanted = search.get(param);
  const open = items.find((item) => item.id === wanted) ?? items[0];
  if (!open) return null;

  const show = (item: TabItem) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (item.id === items[0]?.id) next.delete(param);
        else next.set(param, item.id);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items.indexOf(open);
    const last = items.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const item = to === undefined ? undefined : items[to];
    if (!item) return;
    event.preventDefault();
    show(item);
    list.current?.querySelector<HTMLElement>(`#${CSS.escape(`${id}-tab-${item.id}`)}`)?.focus();
  };

  return (
    <div className="kuer-tabs">
      <div className="kuer-tabs__list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown} tabIndex={-1}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-tab-${item.id}`}
            className="kuer-tabs__tab"
            aria-selected={item === open}
            aria-controls={item === open ? `${id}-panel` : undefined}
            tabIndex={item === open ? 0 : -1}
            onClick={() => show(item)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div
        key={open.id}
        className="kuer-tabs__panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${open.id}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without anything to focus must be reachable (ARIA practices)
        tabIndex={0}
      >
        {open.content}
      </div>
    </div>
  );
}

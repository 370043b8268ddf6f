import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
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

/** Tabs whose open one is in the URL. Only the open tab's content is mounted. */
export function Tabs({ label, items, param = 'tab' }: TabsProps) {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get(param);
  const open = items.find((item) => item.id === wanted) ?? items[0];
  return (
    <AriaTabs
      className="kuer-tabs"
      selectedKey={open?.id}
      onSelectionChange={(key) =>
        setSearch(
          (before) => {
            const next = new URLSearchParams(before);
            if (key === items[0]?.id) next.delete(param);
            else next.set(param, String(key));
            return next;
          },
          { replace: true, preventScrollReset: true },
        )
      }
    >
      <TabList className="kuer-tabs__list" aria-label={label}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="kuer-tabs__tab">
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="kuer-tabs__panel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../controls/button.js';
import { Icon } from '../controls/icon.js';
import { Checkbox, type Option, Select } from '../form/choice-fields.js';
import { useTexts } from '../i18n/index.js';
import { Menu } from '../overlay/menu.js';
import { sharedTexts } from '../texts.js';
import type { UrlStateHandle } from './use-url-state.js';

type KeysOf<State, Value> = { [Key in keyof State]: State[Key] extends Value ? Key : never }[keyof State] & string;

/** One filter; `key` is the URL parameter it sets. */
export type Filter<State> =
  | { kind: 'search'; key: KeysOf<State, string>; label: string; placeholder?: string }
  | { kind: 'one'; key: KeysOf<State, string | null>; label: string; options: readonly Option[]; all?: string }
  | { kind: 'many'; key: KeysOf<State, readonly string[]>; label: string; options: readonly Option[] }
  | { kind: 'flag'; key: KeysOf<State, boolean>; label: string };

export interface FilterBarProps<State> {
  url: UrlStateHandle<State>;
  filters: ReadonlyArray<Filter<State>>;
}

/** Filters of a list, all of them in the URL. */
export function FilterBar<State>({ url, filters }: FilterBarProps<State>) {
  const t = useTexts(sharedTexts);
  const values = url.state as Record<string, unknown>;
  const set = (key: string, value: unknown) => url.set({ [key]: value } as Partial<State>);
  return (
    <search className="kuer-filter-bar" aria-label={t.filter.title}>
      {filters.map((filter) => {
        const value = values[filter.key];
        switch (filter.kind) {
          case 'search':
            return (
              <SearchFilter
                key={filter.key}
                label={filter.label}
                placeholder={filter.placeholder}
                value={String(value ?? '')}
                onChange={(next) => set(filter.key, next)}
              />
            );
          case 'one':
            return (
              <Select
                key={filter.key}
                label={filter.label}
                options={filter.options}
                empty={filter.all ?? t.filter.all}
                value={String(value ?? '')}
                onChange={(event) => set(filter.key, event.target.value || null)}
              />
            );
          case 'many': {
            const chosen = value as readonly string[];
            return (
              <div key={filter.key} className="kern-form-input">
                <span className="kern-label" aria-hidden="true">
                  {filter.label}
                </span>
                <Menu
                  size="default"
                  label={chosen.length === 0 ? t.filter.all : labelsOf(filter.options, chosen)}
                  ariaLabel={t.filter.chosen(filter.label, chosen.length)}
                  groups={[
                    {
                      title: filter.label,
                      entries: filter.options.map((option) => ({ id: option.value, label: option.label })),
                      selection: { mode: 'multiple', selected: chosen, onChange: (next) => set(filter.key, next) },
                    },
                  ]}
                />
              </div>
            );
          }
          case 'flag':
            return (
              <Checkbox
                key={filter.key}
                label={filter.label}
                checked={value === true}
                onChange={(event) => set(filter.key, event.target.checked)}
              />
            );
          default:
            return filter satisfies never;
        }
      })}
      {url.isFiltered && (
        <Button variant="tertiary" icon="close" onClick={url.reset}>
          {t.filter.reset}
        </Button>
      )}
    </search>
  );
}

const labelsOf = (options: readonly Option[], chosen: readonly string[]): string => {
  const labels = options.filter((option) => chosen.includes(option.value)).map((option) => option.label);
  return labels.length > 2 ? `${labels.slice(0, 2).join(', ')} +${String(labels.length - 2)}` : labels.join(', ');
};

const DELAY_MS = 250;

interface SearchFilterProps {
  label: string;
  placeholder?: string;
  value: string;
  onChange(value: string): void;
}

/** Writes to the URL when the typing pauses, on Enter and on leaving. */
function SearchFilter({ label, placeholder, value, onChange }: SearchFilterProps) {
  const id = useId();
  const [typed, setTyped] = useState(value);
  const change = useRef(onChange);
  change.current = onChange;
  const written = useRef(value);
  useEffect(() => {
    // Changed from outside (reset, back button), not by this field.
    if (value !== written.current) {
      written.current = value;
      setTyped(value);
    }
  }, [value]);
  const write = (next: string) => {
    if (next === written.current) return;
    written.current = next;
    change.current(next);
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed !== written.current) {
        written.current = typed;
        change.current(typed);
      }
    }, DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="kern-form-input kuer-filter-bar__search">
      <label className="kern-label" htmlFor={id}>
        {label}
      </label>
      <span className="kuer-search">
        <Icon name="search" />
        <input
          id={id}
          type="search"
          className="kern-form-input__input"
          value={typed}
          placeholder={placeholder}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => write(typed)}
          onKeyDown={(event) => event.key === 'Enter' && write(typed)}
        />
      </span>
    </div>
  );
}

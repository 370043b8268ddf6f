import { type CorridorDimension, PORTFOLIO_GROUP_LABELS, PORTFOLIO_GROUPS, type PortfolioGroup } from '@kuer/domain';
import type { UseQueryResult } from '@tanstack/react-query';
import { corridorState } from '../../shared/charts/meter.js';
import { Button } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { GeneratedMark } from '../../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useLocale, useTexts } from '../../shared/i18n/index.js';
import { Points } from '../../shared/layout/values.js';
import { FilterBar } from '../../shared/url/filter-bar.js';
import { flag, oneOf, text } from '../../shared/url/url-params.js';
import { useUrlState } from '../../shared/url/use-url-state.js';
import { CORRIDOR_STATE_LABELS } from '../../shared/vocabulary/labels.js';
import type { Balance, ResultRow } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { classLabel } from './balance-labels.js';
import { effectOf } from './effect.js';

const FILTERS = { q: text(), group: oneOf(PORTFOLIO_GROUPS), free: flag() };

/** What is dragged: the id of an application. */
export const DRAG_TYPE = 'application/x-kuer-application';

export interface CandidateListProps {
  ranking: UseQueryResult<{ items: ResultRow[] }>;
  items: ReadonlySet<string>;
  balance: Balance;
  mayEdit: boolean;
  /** The pointer or the focus is on the row: show what a change would do. */
  onConsider(row: ResultRow | null): void;
  onAdd(applicationId: string): void;
  onRemove(applicationId: string): void;
}

/** The ranking to choose from. Every drag also has a button. */
export function CandidateList({ ranking, ...rest }: CandidateListProps) {
  const t = useTexts(juryTexts).bundle;
  const label = useLabel();
  const url = useUrlState(FILTERS);
  return (
    <section className="kuer-stack kuer-stack--tight" aria-labelledby="candidates">
      <h2 className="kern-heading-medium" id="candidates">
        {t.candidates}
      </h2>
      <FilterBar
        url={url}
        filters={[
          { kind: 'search', key: 'q', label: t.search },
          {
            kind: 'one',
            key: 'group',
            label: t.group,
            all: t.allGroups,
            options: PORTFOLIO_GROUPS.map((value) => ({ value, label: label(PORTFOLIO_GROUP_LABELS[value]) })),
          },
          { kind: 'flag', key: 'free', label: t.onlyFree },
        ]}
      />
      <Loaded query={ranking}>
        {({ items: rows }) => {
          const shown = rows.filter((row) => isShown(row, url.state, rest.items));
          if (rows.length === 0) return <EmptyState title={t.candidates} compact />;
          return (
            <ol className="kuer-list-plain kuer-candidates">
              {shown.map((row) => (
                <Candidate key={row.applicationId} row={row} {...rest} />
              ))}
            </ol>
          );
        }}
      </Loaded>
    </section>
  );
}

function isShown(
  row: ResultRow,
  filter: { q: string; group: PortfolioGroup | null; free: boolean },
  items: ReadonlySet<string>,
): boolean {
  const q = filter.q.trim().toLowerCase();
  if (filter.group && row.portfolioGroup !== filter.group) return false;
  if (filter.free && items.has(row.applicationId)) return false;
  return q === '' || [row.number, row.leadName, row.title].some((part) => part?.toLowerCase().includes(q));
}

function Candidate(props: Omit<CandidateListProps, 'ranking'> & { row: ResultRow }) {
  const { row, items, balance, mayEdit, onConsider, onAdd, onRemove } = props;
  const t = useTexts(juryTexts).bundle;
  const label = useLabel();
  const formats = useFormats();
  const isIn = items.has(row.applicationId);
  const isOffered = row.recommendation.outcome === 'recommended' && !row.isRecused;
  const name = `${row.number}${row.leadName ? ` ${row.leadName}` : ''}`;
  const effect = useEffectInWords(row, isIn, balance);
  return (
    <li
      className="kuer-candidate"
      data-in={isIn || undefined}
      data-muted={!isOffered || undefined}
      draggable={mayEdit && isOffered && !isIn}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, row.applicationId)}
      onMouseEnter={() => isOffered && onConsider(row)}
      onMouseLeave={() => onConsider(null)}
      onFocus={() => isOffered && onConsider(row)}
      onBlur={() => onConsider(null)}
    >
      <span className="kuer-candidate__rank">{row.rank ?? '–'}</span>
      <span className="kuer-candidate__text">
        <span className="kuer-strong">{name}</span> {row.isGenerated && <GeneratedMark />}
        <span className="kuer-small kuer-muted kuer-candidate__detail">
          {row.isRecused
            ? t.recusedRow
            : [
                row.portfolioGroup && label(PORTFOLIO_GROUP_LABELS[row.portfolioGroup as PortfolioGroup]),
                row.federalStates.join(', '),
                formats.moneyShort(row.fundingRequested),
              ]
                .filter(Boolean)
                .join(' · ')}
        </span>
        {mayEdit && isOffered && !isIn && effect && (
          <span className="kuer-small kuer-candidate__effect">{t.effectOf(effect)}</span>
        )}
      </span>
      <span className="kuer-candidate__points">
        <Points value={row.total} />
      </span>
      <span className="kuer-candidate__act">
        {!isOffered && !row.isRecused && <Badge>{t.notRecommended}</Badge>}
        {isIn && !mayEdit && <Badge tone="success">{t.inBundle}</Badge>}
        {mayEdit && isOffered && (
          <Button
            size="small"
            icon={isIn ? 'close' : 'add'}
            aria-label={isIn ? t.removeNamed(name) : t.addNamed(name)}
            onClick={() => (isIn ? onRemove(row.applicationId) : onAdd(row.applicationId))}
          >
            {isIn ? t.remove : t.add}
          </Button>
        )}
      </span>
    </li>
  );
}

/** „Mittelstädte 9 von 8–10, im Zielkorridor“: the classes with a corridor that adding the row would move. */
function useEffectInWords(row: ResultRow, isIn: boolean, balance: Balance): string {
  const locale = useLocale();
  const label = useLabel();
  if (isIn || row.isRecused) return '';
  const effect = effectOf(row, isIn, balance);
  const parts = balance.dimensions.flatMap(({ dimension, entries }) =>
    entries.flatMap((entry) => {
      const next = effect.classes.get(`${dimension}:${entry.value}`);
      if (next === undefined || (entry.min === null && entry.max === null)) return [];
      const corridor = [entry.min ?? 0, entry.max ?? '∞'].join('–');
      const state = label(CORRIDOR_STATE_LABELS[corridorState(next, entry.min, entry.max)]);
      return [`${classLabel(dimension as CorridorDimension, entry.value, locale)} ${next} (${corridor}), ${state}`];
    }),
  );
  return parts.join('; ');
}

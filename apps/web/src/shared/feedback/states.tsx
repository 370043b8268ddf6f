import type { ReactNode } from 'react';
import { isApiProblem } from '../../api/problem.js';
import { Button } from '../controls/button.js';
import { classes } from '../controls/classes.js';
import { Icon, type IconName } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { useProblemWords } from './problem-words.js';

/** Grey bars where content will be. They show after 300 ms only: what comes quicker needs no waiting. */
export function Skeleton({ lines = 4, label }: { lines?: number; label?: string }) {
  const t = useTexts(sharedTexts);
  return (
    <div className="kuer-skeleton" role="status">
      <span className="kern-sr-only">{label ?? t.loading}</span>
      {Array.from({ length: lines }, (_line, index) => (
        // The bars never change their order: their place is their key.
        <span key={`bar-${String(index)}`} className="kuer-skeleton__bar" aria-hidden="true" />
      ))}
    </div>
  );
}

export interface EmptyStateProps {
  title: string;
  /** Why there is nothing, and what to do next. */
  children?: ReactNode;
  /** The next step as a button or link. */
  action?: ReactNode;
  icon?: IconName;
  compact?: boolean;
}

export function EmptyState({ title, children, action, icon = 'checklist', compact }: EmptyStateProps) {
  return (
    <div className={classes('kuer-empty', compact && 'kuer-empty--compact')}>
      <Icon name={icon} />
      <p className="kuer-strong">{title}</p>
      {children && <div className="kuer-muted">{children}</div>}
      {action && <div className="kuer-button-row">{action}</div>}
    </div>
  );
}

export interface ErrorStateProps {
  error: unknown;
  onRetry?(): void;
  /** What is saved nevertheless, in one sentence. */
  saved?: string;
  actions?: ReactNode;
  /** A heading above says it already. */
  hideTitle?: boolean;
}

/** Something could not be shown or done: cause, what is saved, how to go on. */
export function ErrorState({ error, onRetry, saved, actions, hideTitle }: ErrorStateProps) {
  const t = useTexts(sharedTexts);
  const words = useProblemWords()(error);
  return (
    <div className="kern-alert kern-alert--danger kuer-banner" role="alert">
      <Icon name="danger" />
      <div className="kuer-banner__text">
        {!hideTitle && <p className="kuer-strong">{words.title}</p>}
        <p>{words.cause}</p>
        {words.details.length > 0 && (
          <ul className="kuer-bullets">
            {words.details.map((detail) => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        )}
        {saved && <p>{saved}</p>}
        {words.next && <p>{words.next}</p>}
        {words.reference && <p className="kuer-small">{words.reference}</p>}
        <div className="kuer-button-row">
          {onRetry && words.canRetry && (
            <Button size="small" icon="autorenew" onClick={onRetry}>
              {t.retry}
            </Button>
          )}
          {actions}
        </div>
      </div>
    </div>
  );
}

/** What Loaded needs of a query of react-query. */
export interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch(): unknown;
}

export interface LoadedProps<Data> {
  query: QueryLike<Data>;
  children(data: Data): ReactNode;
  /** In place of the grey bars. */
  skeleton?: ReactNode;
  saved?: string;
}

/** Shows the data of a query once it is there: grey bars before, the error with "try again" where it failed. */
export function Loaded<Data>({ query, children, skeleton, saved }: LoadedProps<Data>) {
  // What the server has closed meanwhile is not shown any more, though it is still in memory.
  const isClosed = isApiProblem(query.error) && [403, 404].includes(query.error.status);
  if (query.data !== undefined && !isClosed) return <>{children(query.data)}</>;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} saved={saved} />;
  return <>{skeleton ?? <Skeleton />}</>;
}

import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

export interface Crumb {
  label: string;
  to?: string;
}

export interface PageHeaderProps {
  /** Becomes the h1 and the title of the tab. */
  title: string;
  /** Title of the tab, where it should say more than the h1. */
  documentTitle?: string;
  /** The way here, without this page. */
  breadcrumbs?: readonly Crumb[];
  /** Badges beside the title. */
  badges?: ReactNode;
  /** Buttons at the right; the primary one first. */
  actions?: ReactNode;
  /** A sentence below. */
  children?: ReactNode;
}

// The page that has had its heading focused. The first page of a visit keeps the focus at the document's top.
let focusedPath = globalThis.location?.pathname ?? '/';

/** Top of every page: breadcrumbs, the one h1, actions. Takes the focus after a navigation, so that it is read out. */
export function PageHeader({ title, documentTitle, breadcrumbs, badges, actions, children }: PageHeaderProps) {
  const t = useTexts(sharedTexts);
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();

  useEffect(() => {
    document.title = `${documentTitle ?? title} – Kür`;
  }, [title, documentTitle]);

  useEffect(() => {
    if (focusedPath === pathname) return;
    focusedPath = pathname;
    heading.current?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <header className="kuer-page-header">
      {breadcrumbs && breadcrumbs.length > 0 && (
        <nav className="kuer-breadcrumbs" aria-label={t.breadcrumbs}>
          <ol>
            {breadcrumbs.map((crumb) => (
              <li key={`${crumb.to ?? ''}${crumb.label}`}>
                {crumb.to ? (
                  <Link className="kuer-link" to={crumb.to}>
                    {crumb.label}
                  </Link>
                ) : (
                  crumb.label
                )}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="kuer-page-header__line">
        <div className="kuer-page-header__title">
          <h1 ref={heading} className="kern-heading-large" tabIndex={-1}>
            {title}
          </h1>
          {badges}
        </div>
        {actions && <div className="kuer-button-row">{actions}</div>}
      </div>
      {children}
    </header>
  );
}

/** A page's outermost element: header, then sections with even distances. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="kuer-stack kuer-page">{children}</div>;
}

import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { useMe, useRoles } from '../../api/me.js';
import { ErrorState } from '../../shared/feedback/states.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { paths } from '../../shared/paths.js';
import { useCurrentCall } from '../current-call.js';
import { features } from '../features.js';
import { navigationFor } from '../navigation.js';
import { appTexts } from '../texts.js';

/** The navigation of the person's roles in the current call. */
export function useNavigation() {
  const { call } = useCurrentCall();
  const roles = useRoles(call?.callId ?? null);
  return navigationFor(features, { call, roles });
}

/** At the side; on narrow screens behind the menu button. */
export function Navigation({ onLeave }: { onLeave(): void }) {
  const t = useTexts(appTexts);
  const label = useLabel();
  const sections = useNavigation();
  const me = useMe();
  // “All calls” is not where one is on a page of one call, nor the call's overview on its other pages.
  const links = sections.flatMap((section) => section.links);
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && leave.current();
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return (
    <nav id="navigation" className="kuer-shell__sidebar" aria-label={t.menu}>
      <ul className="kuer-navigation">
        <li>
          <NavLink to={paths.home} end>
            {t.home}
          </NavLink>
        </li>
      </ul>
      {me.error && !me.data && <ErrorState error={me.error} onRetry={() => void me.refetch()} />}
      {sections.map((section) => (
        <div key={section.group}>
          <h2 className="kuer-navigation__title" id={`navigation-${section.group}`}>
            {t.groups[section.group]}
          </h2>
          <ul className="kuer-navigation" aria-labelledby={`navigation-${section.group}`}>
            {section.links.map((link) => (
              <li key={link.to}>
                <NavLink to={link.to} end={links.some(({ to }) => to.startsWith(`${link.to}/`))}>
                  {label(link.label)}
                </NavLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

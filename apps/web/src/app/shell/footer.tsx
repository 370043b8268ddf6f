import { Link } from 'react-router';
import { useTexts } from '../../shared/i18n/index.js';
import { paths } from '../../shared/paths.js';
import { site } from '../site.js';
import { appTexts } from '../texts.js';

export function Footer() {
  const t = useTexts(appTexts);
  return (
    <footer className="kuer-shell__footer">
      <span>{site.operator}</span>
      <nav aria-label={t.footer}>
        <ul className="kuer-row kuer-list-plain">
          <li>
            <Link className="kuer-link" to={paths.accessibility}>
              {t.accessibility}
            </Link>
          </li>
          <li>
            <Link className="kuer-link" to={paths.about}>
              {t.about}
            </Link>
          </li>
        </ul>
      </nav>
    </footer>
  );
}

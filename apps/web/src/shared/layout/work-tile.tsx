import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from '../controls/icon.js';
import type { Tone } from '../feedback/tone.js';

export interface WorkTileProps {
  title: string;
  /** How many, where it is a number of things. */
  count?: number | string;
  to: string;
  /** One line: what is due, what is missing. */
  children?: ReactNode;
  /** warning: soon due. danger: overdue or blocked. success: done. */
  tone?: Tone | 'neutral';
}

/** One thing to do, on „Meine Arbeit“. */
export function WorkTile({ title, count, to, children, tone = 'neutral' }: WorkTileProps) {
  return (
    <li className="kuer-tile" data-tone={tone}>
      {count !== undefined && <span className="kuer-tile__count">{count}</span>}
      <div className="kuer-tile__text">
        <Link to={to} className="kuer-tile__link">
          {title}
        </Link>
        {children && (
          <div className="kuer-small kuer-tile__detail">
            {tone !== 'neutral' && tone !== 'info' && <Icon name={tone} />}
            <span>{children}</span>
          </div>
        )}
      </div>
      <Icon name="chevron-right" />
    </li>
  );
}

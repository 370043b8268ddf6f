import { type ReactNode, useId } from 'react';
import { classes } from '../controls/classes.js';

export interface CardProps {
  title?: ReactNode;
  /** Level of the heading; default 2. */
  level?: 2 | 3 | 4;
  /** Beside the title: badges, a small button. */
  aside?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
  className?: string;
}

/** A framed section. With a title it is a region of that name. */
export function Card({ title, level = 2, aside, footer, children, className }: CardProps) {
  const titleId = useId();
  const Heading = `h${level}` as const;
  return (
    <section className={classes('kern-card', 'kuer-card', className)} aria-labelledby={title ? titleId : undefined}>
      <div className="kern-card__container">
        {(title || aside) && (
          <div className="kern-card__header">
            {title && (
              <Heading className="kern-title kern-title--small" id={titleId}>
                {title}
              </Heading>
            )}
            {aside}
          </div>
        )}
        {children && <div className="kern-card__body">{children}</div>}
        {footer && <div className="kern-card__footer">{footer}</div>}
      </div>
    </section>
  );
}

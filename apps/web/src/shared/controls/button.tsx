import type { ComponentProps, MouseEvent, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { classes } from './classes.js';
import { Icon, type IconName } from './icon.js';

export type ButtonVariant = 'primary' | 'secondary' | 'tertiary' | 'danger';

interface Look {
  /** One primary action per view; danger only where something can't be undone. Default: secondary. */
  variant?: ButtonVariant;
  /** small: 32 px, for tables and toolbars. */
  size?: 'default' | 'small';
  icon?: IconName;
  iconAfter?: IconName;
  /** Only the icon shows; the children stay as the name for screen readers and as the title. */
  iconOnly?: boolean;
  /** As wide as its place. */
  block?: boolean;
  children: ReactNode;
}

const look = ({ variant = 'secondary', size = 'default', iconOnly, block }: Look, more?: string): string =>
  classes(
    'kern-btn',
    `kern-btn--${variant === 'danger' ? 'primary' : variant}`,
    variant === 'danger' && 'kuer-btn--danger',
    size === 'small' && 'kuer-btn--small',
    iconOnly && 'kuer-btn--icon',
    block && 'kern-btn--block',
    'kuer-btn',
    more,
  );

function Content({ icon, iconAfter, iconOnly, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      <span className={iconOnly ? 'kern-sr-only' : 'kern-label'}>{children}</span>
      {iconAfter && <Icon name={iconAfter} />}
    </>
  );
}

const nameOf = ({ iconOnly, children }: Look): string | undefined =>
  iconOnly && typeof children === 'string' ? children : undefined;

export interface ButtonProps extends Look, Omit<ComponentProps<'button'>, 'children'> {
  /** The action is under way: shows it, and ignores further clicks without taking the focus away. */
  busy?: boolean;
}

export function Button({ variant, size, icon, iconAfter, iconOnly, block, busy, children, ...rest }: ButtonProps) {
  const t = useTexts(sharedTexts);
  const own: Look = { variant, size, icon, iconAfter, iconOnly, block, children };
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true') event.preventDefault();
    else rest.onClick?.(event);
  };
  return (
    <button
      type="button"
      title={nameOf(own)}
      {...rest}
      onClick={onClick}
      aria-disabled={busy || rest['aria-disabled'] || undefined}
      className={look(own, classes(busy && 'kuer-btn--busy', rest.className))}
    >
      <Content {...own} />
      {busy && <span className="kern-sr-only">{t.working}</span>}
    </button>
  );
}

export interface LinkButtonProps extends Look, Omit<LinkProps, 'children'> {}

/** Goes somewhere, looks like a button. */
export function LinkButton({ variant, size, icon, iconAfter, iconOnly, block, children, ...rest }: LinkButtonProps) {
  const own: Look = { variant, size, icon, iconAfter, iconOnly, block, children };
  return (
    <Link title={nameOf(own)} {...rest} className={look(own, rest.className)}>
      <Content {...own} />
    </Link>
  );
}

/** A link inside text or a table. */
export function TextLink({ children, ...rest }: LinkProps) {
  return (
    <Link {...rest} className={classes('kuer-link', rest.className)}>
      {children}
    </Link>
  );
}

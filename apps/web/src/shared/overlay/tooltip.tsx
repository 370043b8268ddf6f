import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from 'react-aria-components';

export interface TooltipProps {
  text: ReactNode;
  /** One element that takes the focus itself (a button, a link, something with tabIndex and a role). */
  children: ReactElement<Record<string, unknown>, string>;
}

/** A short explanation on hover and on focus. Nothing that is needed may stand only here. */
export function Tooltip({ text, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400}>
      <Focusable>{children}</Focusable>
      <AriaTooltip className="kuer-tooltip" offset={6}>
        {text}
      </AriaTooltip>
    </TooltipTrigger>
  );
}

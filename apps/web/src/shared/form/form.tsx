import type { ReactNode } from 'react';
import { classes } from '../controls/classes.js';
import { FormErrorSummary } from './error-summary.js';
import type { ServerForm } from './use-server-form.js';

export interface FormProps {
  form: ServerForm;
  children: ReactNode;
  /** Not limited to reading width. */
  wide?: boolean;
  label?: string;
}

/** The form element of a useServerForm, with its summary of errors on top. */
export function Form({ form, children, wide, label }: FormProps) {
  return (
    <form
      className={classes('kuer-form', wide && 'kuer-form--wide')}
      onSubmit={form.onSubmit}
      noValidate
      aria-label={label}
    >
      <FormErrorSummary {...form.summary} />
      {children}
    </form>
  );
}

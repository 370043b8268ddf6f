import { type BaseSyntheticEvent, useEffect, useId, useRef, useState } from 'react';
import {
  type DefaultValues,
  type FieldPath,
  type FieldValues,
  get,
  type RegisterOptions,
  type UseFormReturn,
  useForm,
} from 'react-hook-form';
import { isApiProblem } from '../../api/problem.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import type { FormErrorSummaryProps, SummaryEntry } from './error-summary.js';
import { focusField } from './error-summary.js';
import { assignServerErrors } from './server-errors.js';
import { useUnsavedGuard } from './unsaved.js';

export interface ServerFormOptions<Values extends FieldValues, Result> {
  defaultValues: DefaultValues<Values>;
  /** Sends the values; throws ApiProblem where they are refused. */
  submit(values: Values): Promise<Result>;
  /** After success. The form counts as saved by then, so that it may navigate away. */
  onSaved?(result: Result, values: Values): void;
  /** Asks before leaving the page with unsaved entries. */
  guard?: boolean;
  /** Where the API's names differ from the form's. */
  rename?(path: string): string;
}

export interface FieldOptions<Values extends FieldValues> {
  label: string;
  /** Message where it is empty; true: the usual one. */
  required?: boolean | string;
  rules?: Omit<RegisterOptions<Values, FieldPath<Values>>, 'required'>;
}

/**
 * react-hook-form for one request: registers fields with their labels, shows the server's complaints at the fields they
 * are about, feeds the summary at the top and focuses the first wrong field.
 *
 *     const form = useServerForm<Values>({ defaultValues, submit: (values) => save.mutateAsync(values), onSaved });
 *     <Form form={form}> <TextField {...form.field('title', { label: t.title, required: true })} /> … </Form>
 */
export function useServerForm<Values extends FieldValues, Result = unknown>(
  options: ServerFormOptions<Values, Result>,
) {
  const t = useTexts(sharedTexts);
  const formId = useId();
  const form: UseFormReturn<Values> = useForm<Values>({ defaultValues: options.defaultValues, mode: 'onSubmit' });
  const labels = useRef(new Map<string, string>());
  const [problem, setProblem] = useState<unknown>(null);
  const [rest, setRest] = useState<readonly string[]>([]);
  const [refusals, setRefusals] = useState(0);
  const summary = useRef<HTMLDivElement>(null);
  const isSaved = useRef(false);
  const { errors, isSubmitting, isDirty } = form.formState;

  const idOf = (name: string): string => `${formId}-${name.replaceAll('.', '-')}`;

  // After a refusal the errors are rendered first, then the first wrong field (or the summary) takes the focus.
  useEffect(() => {
    if (refusals === 0) return;
    const first = [...labels.current.keys()].find((name) => get(form.formState.errors, name));
    if (first) focusField(`${formId}-${first.replaceAll('.', '-')}`);
    else summary.current?.focus();
  }, [refusals, form, formId]);

  useEffect(() => {
    if (!isDirty) isSaved.current = false;
  }, [isDirty]);
  useUnsavedGuard(options.guard ? () => isDirty && !isSaved.current : null);

  const field = (name: FieldPath<Values>, { label, required, rules }: FieldOptions<Values>) => {
    labels.current.set(name, label);
    const complaint = messageAt(errors, name);
    return {
      ...form.register(name, {
        ...rules,
        required: required === true ? t.form.fillIn : required || false,
      } as RegisterOptions<Values, FieldPath<Values>>),
      id: idOf(name),
      label,
      optional: !required,
      error: complaint,
    };
  };

  const refuse = (error: unknown): void => {
    const complaints = isApiProblem(error) ? error.errors : [];
    const { byField, rest: others } = assignServerErrors(complaints, new Set(labels.current.keys()), options.rename);
    for (const [name, message] of byField) form.setError(name as FieldPath<Values>, { type: 'server', message });
    setRest(others);
    setProblem(error);
    setRefusals((count) => count + 1);
  };

  const send = form.handleSubmit(
    async (values) => {
      setProblem(null);
      setRest([]);
      try {
        const result = await options.submit(values);
        isSaved.current = true;
        form.reset(values);
        options.onSaved?.(result, values);
      } catch (error) {
        refuse(error);
      }
    },
    () => {
      setProblem(null);
      setRest([]);
      setRefusals((count) => count + 1);
    },
  );

  const entries: SummaryEntry[] = [...labels.current].flatMap(([name, label]) => {
    const complaint = messageAt(errors, name);
    return complaint ? [{ fieldId: idOf(name), message: `${label}: ${complaint}` }] : [];
  });
  for (const message of rest) entries.push({ fieldId: null, message });

  return {
    field,
    form,
    control: form.control,
    idOf,
    isSubmitting,
    isDirty,
    problem,
    onSubmit: (event?: BaseSyntheticEvent) => {
      // A form inside a dialog must not submit the form behind it.
      event?.stopPropagation();
      return send(event);
    },
    summary: { entries, problem, ref: summary } satisfies FormErrorSummaryProps,
  };
}

function messageAt(errors: object, name: string): string | undefined {
  const error = get(errors, name) as { message?: unknown } | undefined;
  return typeof error?.message === 'string' && error.message !== '' ? error.message : undefined;
}

export type ServerForm = Pick<ReturnType<typeof useServerForm>, 'onSubmit' | 'summary' | 'isSubmitting'>;

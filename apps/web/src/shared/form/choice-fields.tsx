import type { ComponentProps, ReactNode } from 'react';
import { classes } from '../controls/classes.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { FieldError, FieldFrame, type FieldProps, LabelText, useFieldIds } from './field.js';

export interface Option<Value extends string = string> {
  value: Value;
  label: string;
  /** A sentence below the label (radio groups only). */
  hint?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps extends FieldProps, Omit<ComponentProps<'select'>, 'id'> {
  options: readonly Option[];
  /** Text of the empty choice; false: there is none. Default: „Bitte auswählen“. */
  empty?: string | false;
}

/** A native select: one of a handful. For long lists to search in, take ComboBox. */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, hideLabel, short, id, className, options, empty, ...select } = props;
  const t = useTexts(sharedTexts);
  const ids = useFieldIds({ id, hint, error }, select['aria-describedby']);
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel, short, ids }}>
      <div className="kern-form-input__select-wrapper">
        <select
          {...select}
          {...ids.aria}
          id={ids.control}
          className={classes('kern-form-input__select', error && 'kern-form-input__select--error', className)}
        >
          {empty !== false && <option value="">{empty ?? t.choose}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
      </div>
    </FieldFrame>
  );
}

export interface CheckboxProps extends Omit<FieldProps, 'short'>, Omit<ComponentProps<'input'>, 'id' | 'type'> {}

export function Checkbox({ label, hint, error, optional, hideLabel, id, className, ...input }: CheckboxProps) {
  const ids = useFieldIds({ id, hint, error }, input['aria-describedby']);
  return (
    <div className={classes('kern-form-check', error && 'kern-form-check--error')}>
      <input
        {...input}
        {...ids.aria}
        type="checkbox"
        id={ids.control}
        className={classes('kern-form-check__checkbox', error && 'kern-form-check__checkbox--error', className)}
      />
      <label className={classes('kern-label', hideLabel && 'kern-sr-only')} htmlFor={ids.control}>
        <LabelText label={label} optional={optional} />
      </label>
      {hint && (
        <div className="kern-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      <FieldError id={ids.errorId}>{error}</FieldError>
    </div>
  );
}

interface GroupProps extends Omit<FieldProps, 'short'> {
  options: readonly Option[];
  horizontal?: boolean;
}

function Group(props: GroupProps & { ids: ReturnType<typeof useFieldIds>; role?: 'radiogroup'; children: ReactNode }) {
  const { label, hint, error, optional, hideLabel, horizontal, ids, role, children } = props;
  return (
    <fieldset
      className={classes('kern-fieldset', error && 'kern-fieldset--error')}
      role={role}
      aria-describedby={ids.aria['aria-describedby']}
      aria-invalid={role ? ids.aria['aria-invalid'] : undefined}
    >
      <legend className={classes('kern-label', hideLabel && 'kern-sr-only')}>
        <LabelText label={label} optional={optional} />
      </legend>
      {hint && (
        <div className="kern-hint" id={ids.hintId}>
          {hint}
        </div>
      )}
      <div className={classes('kern-fieldset__body', horizontal && 'kern-fieldset__body--horizontal')}>{children}</div>
      <FieldError id={ids.errorId}>{error}</FieldError>
    </fieldset>
  );
}

type NativeRadio = Pick<ComponentProps<'input'>, 'name' | 'onChange' | 'onBlur' | 'ref' | 'disabled' | 'required'>;

export interface RadioGroupProps extends GroupProps, NativeRadio {
  /** Controlled; leave out with register(). Null: nothing chosen, and nothing is preselected. */
  value?: string | null;
}

/** Native radio buttons, one tab stop, arrows move. The first one has the id of the group, so that error links find it. */
export function RadioGroup({ name, onChange, onBlur, ref, disabled, required, value, ...group }: RadioGroupProps) {
  const ids = useFieldIds(group);
  return (
    <Group {...group} ids={ids} role="radiogroup">
      {group.options.map((option, index) => {
        const id = index === 0 ? ids.control : `${ids.control}-${option.value}`;
        return (
          <div key={option.value} className="kern-form-check">
            <input
              {...{ onChange, onBlur, ref, required }}
              type="radio"
              name={name ?? ids.control}
              id={id}
              value={option.value}
              disabled={disabled || option.disabled}
              checked={value === undefined ? undefined : value === option.value}
              aria-describedby={option.hint ? `${id}-hint` : undefined}
              className={classes('kern-form-check__radio', group.error && 'kern-form-check__radio--error')}
            />
            <label className="kern-label" htmlFor={id}>
              {option.label}
            </label>
            {option.hint && (
              <div className="kern-hint" id={`${id}-hint`}>
                {option.hint}
              </div>
            )}
          </div>
        );
      })}
    </Group>
  );
}

export interface CheckboxGroupProps extends GroupProps {
  value: readonly string[];
  onChange(value: string[]): void;
}

/** Several of a handful. Controlled. */
export function CheckboxGroup({ value, onChange, ...group }: CheckboxGroupProps) {
  const ids = useFieldIds(group);
  const toggle = (option: string, on: boolean) =>
    onChange(group.options.map((one) => one.value).filter((one) => (one === option ? on : value.includes(one))));
  return (
    <Group {...group} ids={ids}>
      {group.options.map((option, index) => (
        <Checkbox
          key={option.value}
          id={index === 0 ? ids.control : `${ids.control}-${option.value}`}
          label={option.label}
          hint={option.hint}
          disabled={option.disabled}
          checked={value.includes(option.value)}
          onChange={(event) => toggle(option.value, event.target.checked)}
        />
      ))}
    </Group>
  );
}

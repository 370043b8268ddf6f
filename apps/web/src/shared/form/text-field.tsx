import { type ChangeEvent, type ComponentProps, useState } from 'react';
import { classes } from '../controls/classes.js';
import { useFormats, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { FieldFrame, type FieldProps, useFieldIds } from './field.js';

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'id'> {}

/** One line of text; for numbers give inputMode="decimal" rather than type="number" (its wheel and arrows change values by accident). */
export function TextField({ label, hint, error, optional, hideLabel, short, id, className, ...input }: TextFieldProps) {
  const ids = useFieldIds({ id, hint, error }, input['aria-describedby']);
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel, short, ids }}>
      <input
        type="text"
        {...input}
        {...ids.aria}
        id={ids.control}
        className={classes('kern-form-input__input', error && 'kern-form-input__input--error', className)}
      />
    </FieldFrame>
  );
}

/** A calendar day, as YYYY-MM-DD. */
export function DateField(props: Omit<TextFieldProps, 'type'>) {
  return <TextField short {...props} type="date" />;
}

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'id'> {
  /** Shows how many characters are written, against maxLength or this least number. */
  minLengthShown?: number;
  /** Shows the counter against maxLength. */
  counter?: boolean;
}

/** Text of several lines. Grows by hand (resize); the counter is polite and never cuts anything off. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, optional, hideLabel, short, id, className, minLengthShown, counter, maxLength, ...area } =
    props;
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const ids = useFieldIds({ id, hint, error }, area['aria-describedby']);
  const [length, setLength] = useState(() => String(area.value ?? area.defaultValue ?? '').trim().length);
  const shown = area.value === undefined ? length : String(area.value).trim().length;
  const count = formats.number(shown);
  const text =
    minLengthShown && shown < minLengthShown
      ? t.charactersAtLeast(count, formats.number(minLengthShown))
      : counter && maxLength
        ? t.characters(count, formats.number(maxLength))
        : null;
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setLength(event.target.value.trim().length);
    area.onChange?.(event);
  };
  return (
    <FieldFrame
      {...{ label, hint, error, optional, hideLabel, short, ids }}
      after={text && <span className="kuer-counter">{text}</span>}
    >
      <textarea
        rows={4}
        {...area}
        {...ids.aria}
        onChange={onChange}
        id={ids.control}
        className={classes('kern-form-input__input', error && 'kern-form-input__input--error', className)}
      />
    </FieldFrame>
  );
}

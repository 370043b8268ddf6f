import { useState } from 'react';
import {
  Button as AriaButton,
  ComboBox as AriaComboBox,
  FieldError as AriaFieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components';
import { classes } from '../controls/classes.js';
import { Icon } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import type { ComboBoxProps, ComboOption } from './combo-box-props.js';
import { LabelText } from './field.js';

/** The field itself; see ComboBox, which loads it. */
export default function ComboBoxField(props: ComboBoxProps) {
  const { label, hint, error, optional, hideLabel, short, id, options, value, onChange, onBlur, disabled, onSearch } =
    props;
  const t = useTexts(sharedTexts);
  const chosen = options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? chosen?.label ?? '';
  const needle = (typed ?? '').trim().toLocaleLowerCase();
  const shown =
    onSearch || needle === ''
      ? options
      : options.filter((option) => `${option.label} ${option.detail ?? ''}`.toLocaleLowerCase().includes(needle));
  return (
    <AriaComboBox
      className={classes('kern-form-input', error && 'kern-form-input--error', short && 'kuer-field--short')}
      id={id}
      value={value}
      inputValue={text}
      items={shown}
      isInvalid={Boolean(error)}
      isDisabled={disabled}
      menuTrigger="focus"
      onInputChange={(next) => {
        setTyped(next);
        onSearch?.(next);
        if (next === '' && value !== null) onChange(null);
      }}
      onChange={(key) => {
        setTyped(null);
        onChange(key === null ? null : String(key));
      }}
      onBlur={() => {
        setTyped(null);
        onBlur?.();
      }}
    >
      <Label className={classes('kern-label', hideLabel && 'kern-sr-only')}>
        <LabelText label={label} optional={optional} />
      </Label>
      {hint && (
        <Text slot="description" className="kern-hint">
          {hint}
        </Text>
      )}
      <div className="kuer-combo">
        <Input className={classes('kern-form-input__input', error && 'kern-form-input__input--error')} />
        <AriaButton className="kuer-combo__open">
          <Icon name="arrow-down" />
        </AriaButton>
      </div>
      <AriaFieldError className="kern-error">{error}</AriaFieldError>
      <Popover className="kuer-popover kuer-popover--list">
        <ListBox<ComboOption>
          className="kuer-options"
          renderEmptyState={() => <div className="kuer-options__empty">{t.table.nothing}</div>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="kuer-option">
              <span>{option.label}</span>
              {option.detail && <span className="kuer-option__detail">{option.detail}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}

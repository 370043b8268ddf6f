import { lazy, Suspense } from 'react';
import type { ComboBoxProps } from './combo-box-props.js';
import { FieldFrame, useFieldIds } from './field.js';

export type { ComboBoxProps, ComboOption } from './combo-box-props.js';

const ComboBoxField = lazy(() => import('./combo-box-field.js'));

/**
 * One of many, found by typing. Controlled; with react-hook-form use Controller. Its code comes after the page; until
 * then its place is held by a field that can't be used yet.
 */
export function ComboBox(props: ComboBoxProps) {
  return (
    <Suspense fallback={<Placeholder {...props} />}>
      <ComboBoxField {...props} />
    </Suspense>
  );
}

function Placeholder({ label, hint, error, optional, hideLabel, short, id, options, value }: ComboBoxProps) {
  const ids = useFieldIds({ id, hint, error });
  return (
    <FieldFrame {...{ label, hint, error, optional, hideLabel, short, ids }}>
      <input
        type="text"
        className="kern-form-input__input"
        id={ids.control}
        {...ids.aria}
        disabled
        aria-busy="true"
        value={options.find((option) => option.value === value)?.label ?? ''}
        readOnly
      />
    </FieldFrame>
  );
}

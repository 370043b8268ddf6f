import {
  CORRIDOR_DIMENSIONS,
  CORRIDOR_VALUES,
  type CorridorDimension,
  FEDERAL_STATE_INFO,
  type FederalState,
  PHASE_LABELS,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';
import { useFieldArray } from 'react-hook-form';
import { Button } from '../../shared/controls/button.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Checkbox, Select } from '../../shared/form/choice-fields.js';
import { Form } from '../../shared/form/form.js';
import { TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useLocale, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import type { Call } from '../calls-api.js';
import { settingsTexts } from './texts.js';
import { numberOf, useSaveCall } from './use-save-call.js';

interface Values {
  corridors: { dimension: CorridorDimension; value: string; min: string; max: string }[];
  documents: { key: string; de: string; en: string; required: boolean; deadline: string }[];
}

const valuesOf = ({ settings }: Call): Values => ({
  corridors: settings.corridors.map(({ dimension, value, min, max }) => ({
    dimension,
    value,
    min: min === undefined ? '' : String(min),
    max: max === undefined ? '' : String(max),
  })),
  documents: settings.documents.map(({ key, label, required, deadline }) => ({
    key,
    de: label.de,
    en: label.en,
    required,
    deadline: deadline ?? '',
  })),
});

function settingsOf(values: Values, { settings }: Call): Call['settings'] {
  const bound = (name: 'min' | 'max', text: string) => {
    const value = numberOf(text);
    return value === undefined ? {} : { [name]: value };
  };
  return {
    ...settings,
    corridors: values.corridors.map(({ dimension, value, min, max }) => ({
      dimension,
      value,
      ...bound('min', min),
      ...bound('max', max),
    })),
    documents: values.documents.map(({ key, de, en, required, deadline }) => ({
      key,
      label: { de, en },
      required,
      ...(deadline ? { deadline } : {}),
    })),
  };
}

/** Corridors of the bundle and the documents each application needs. */
export function CorridorsForm({ call, mayWrite }: { call: Call; mayWrite: boolean }) {
  const t = useTexts(settingsTexts);
  const locale = useLocale();
  const toasts = useToasts();
  const save = useSaveCall(call);
  const form = useServerForm<Values>({
    defaultValues: valuesOf(call),
    guard: mayWrite,
    submit: (values) => save({ settings: settingsOf(values, call) }),
    onSaved: () => toasts.success(t.saved),
  });
  const corridors = useFieldArray({ control: form.control, name: 'corridors' });
  const documents = useFieldArray({ control: form.control, name: 'documents' });
  const nameOf = (dimension: CorridorDimension, value: string): string => {
    switch (dimension) {
      case 'portfolioGroup':
        return PORTFOLIO_GROUP_LABELS[value as PortfolioGroup][locale];
      case 'sizeClass':
        return SIZE_CLASS_INFO[value as SizeClass].label[locale];
      case 'state':
        return FEDERAL_STATE_INFO[value as FederalState][locale];
      case 'phase':
        return PHASE_LABELS[value as Phase][locale];
      default:
        return dimension satisfies never;
    }
  };
  return (
    <Form form={form} wide>
      <Card title={t.corridors}>
        <p className="kuer-muted">{t.corridorsHint}</p>
        {corridors.fields.length === 0 && <p>{t.none}</p>}
        {corridors.fields.map((row, index) => {
          const dimension = form.form.watch(`corridors.${index}.dimension`);
          return (
            <div key={row.id} className="kuer-row">
              <Select
                {...form.field(`corridors.${index}.dimension`, { label: t.dimension, required: true })}
                empty={false}
                disabled={!mayWrite}
                options={CORRIDOR_DIMENSIONS.map((value) => ({ value, label: t.dimensions[value] }))}
              />
              <Select
                {...form.field(`corridors.${index}.value`, { label: t.value, required: true })}
                disabled={!mayWrite}
                options={CORRIDOR_VALUES[dimension].map((value) => ({ value, label: nameOf(dimension, value) }))}
              />
              <TextField
                {...form.field(`corridors.${index}.min`, { label: t.min })}
                inputMode="numeric"
                short
                readOnly={!mayWrite}
              />
              <TextField
                {...form.field(`corridors.${index}.max`, { label: t.max })}
                inputMode="numeric"
                short
                readOnly={!mayWrite}
              />
              {mayWrite && (
                <Button size="small" variant="tertiary" icon="delete" onClick={() => corridors.remove(index)}>
                  {t.remove}
                </Button>
              )}
            </div>
          );
        })}
        {mayWrite && (
          <Button
            size="small"
            icon="add"
            onClick={() => corridors.append({ dimension: 'portfolioGroup', value: '', min: '', max: '' })}
          >
            {t.addCorridor}
          </Button>
        )}
      </Card>
      <Card title={t.documents}>
        {documents.fields.length === 0 && <p>{t.none}</p>}
        {documents.fields.map((row, index) => (
          <div key={row.id} className="kuer-row">
            <TextField
              {...form.field(`documents.${index}.key`, { label: t.documentKey, required: true })}
              short
              readOnly={!mayWrite}
            />
            <TextField
              {...form.field(`documents.${index}.de`, { label: t.documentDe, required: true })}
              readOnly={!mayWrite}
            />
            <TextField
              {...form.field(`documents.${index}.en`, { label: t.documentEn, required: true })}
              readOnly={!mayWrite}
            />
            <TextField
              {...form.field(`documents.${index}.deadline`, { label: t.deadline })}
              type="date"
              short
              readOnly={!mayWrite}
            />
            <Checkbox {...form.field(`documents.${index}.required`, { label: t.required })} disabled={!mayWrite} />
            {mayWrite && (
              <Button size="small" variant="tertiary" icon="delete" onClick={() => documents.remove(index)}>
                {t.remove}
              </Button>
            )}
          </div>
        ))}
        {mayWrite && (
          <Button
            size="small"
            icon="add"
            onClick={() => documents.append({ key: '', de: '', en: '', required: true, deadline: '' })}
          >
            {t.addDocument}
          </Button>
        )}
      </Card>
      {mayWrite && (
        <Button type="submit" variant="primary" busy={form.isSubmitting}>
          {t.save}
        </Button>
      )}
    </Form>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.js';
import type { Schema } from '../../api/types.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Form } from '../../shared/form/form.js';
import { TextArea, TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { settingsTexts } from './texts.js';
import { numberOf } from './use-save-call.js';

type Catalogue = Schema<'CatalogueResponse'>;

interface Values {
  groups: { name: string; threshold: string; criteria: { text: string; weight: string }[] }[];
  levels: { label: string; descriptor: string }[];
}

const valuesOf = ({ groups, scale }: Catalogue): Values => ({
  groups: groups.map((group) => ({
    name: group.name,
    threshold: group.threshold === undefined ? '' : String(group.threshold),
    criteria: group.criteria.map(({ text, weight }) => ({ text, weight: String(weight) })),
  })),
  levels: scale.levels.map(({ label, descriptor }) => ({ label, descriptor })),
});

function contentOf(values: Values, { groups, scale }: Catalogue): Pick<Catalogue, 'groups' | 'scale'> {
  return {
    groups: groups.map((group, g) => {
      const { threshold: _before, ...rest } = group;
      const threshold = numberOf(values.groups[g]?.threshold ?? '');
      return {
        ...rest,
        name: values.groups[g]?.name ?? group.name,
        ...(threshold === undefined ? {} : { threshold }),
        criteria: group.criteria.map((criterion, c) => ({
          ...criterion,
          text: values.groups[g]?.criteria[c]?.text ?? criterion.text,
          weight: numberOf(values.groups[g]?.criteria[c]?.weight ?? '') ?? criterion.weight,
        })),
      };
    }),
    scale: { ...scale, levels: scale.levels.map((level, index) => ({ ...level, ...values.levels[index] })) },
  };
}

/** Wording, weights and thresholds of the criteria, and what each level of the scale means. */
export function CatalogueForm({ catalogue, mayWrite }: { catalogue: Catalogue; mayWrite: boolean }) {
  const t = useTexts(settingsTexts);
  const formats = useFormats();
  const client = useQueryClient();
  const toasts = useToasts();
  const form = useServerForm<Values, Catalogue>({
    defaultValues: valuesOf(catalogue),
    guard: mayWrite,
    submit: (values) =>
      unwrap(
        api.PUT('/api/v1/calls/{callId}/catalogue', {
          params: { path: { callId: catalogue.callId } },
          body: { ...contentOf(values, catalogue), version: catalogue.version },
        }),
      ),
    onSaved: (saved) => {
      client.setQueryData(['calls', catalogue.callId, 'catalogue'], saved);
      toasts.success(t.saved);
    },
  });
  const isNumber = { validate: (value: unknown) => numberOf(String(value)) !== undefined || t.number };
  return (
    <Form form={form} wide>
      {catalogue.frozenAt && <Banner title={t.catalogueFrozen(formats.dateTime(catalogue.frozenAt))} />}
      {catalogue.groups.map((group, g) => (
        <Card key={group.code} title={`${group.code} ${group.name}`}>
          {mayWrite && <TextField {...form.field(`groups.${g}.name`, { label: t.catalogue, required: true })} />}
          <TextField
            {...form.field(`groups.${g}.threshold`, { label: t.threshold })}
            hint={t.thresholdDefault}
            inputMode="decimal"
            short
            readOnly={!mayWrite}
          />
          {group.criteria.map((criterion, c) => (
            <div key={criterion.code} className="kuer-row">
              {mayWrite ? (
                <TextArea
                  {...form.field(`groups.${g}.criteria.${c}.text`, {
                    label: `${criterion.code} ${t.wording}`,
                    required: true,
                  })}
                  rows={2}
                />
              ) : (
                <p>
                  <span className="kuer-strong">{criterion.code}</span> {criterion.text}
                </p>
              )}
              <TextField
                {...form.field(`groups.${g}.criteria.${c}.weight`, {
                  label: `${t.weight} ${criterion.code}`,
                  required: true,
                  rules: isNumber,
                })}
                inputMode="decimal"
                short
                readOnly={!mayWrite}
              />
            </div>
          ))}
        </Card>
      ))}
      <Card title={t.scale}>
        <p className="kuer-muted">
          {t.scaleOf(formats.number(catalogue.scale.max), formats.number(catalogue.scale.step))}
        </p>
        {catalogue.scale.levels.map((level, index) => (
          <div key={level.value} className="kuer-row">
            <TextField
              {...form.field(`levels.${index}.label`, {
                label: `${t.level} ${formats.number(level.value)}: ${t.levelName}`,
                required: true,
              })}
              readOnly={!mayWrite}
            />
            <TextField
              {...form.field(`levels.${index}.descriptor`, { label: t.descriptor, required: true })}
              readOnly={!mayWrite}
            />
          </div>
        ))}
      </Card>
      {mayWrite && (
        <Button type="submit" variant="primary" busy={form.isSubmitting}>
          {t.save}
        </Button>
      )}
    </Form>
  );
}

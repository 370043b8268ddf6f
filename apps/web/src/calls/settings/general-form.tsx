import { BALLOTS, MAJORITIES, TIE_RULES } from '@kuer/domain';
import { Button } from '../../shared/controls/button.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Checkbox, Select } from '../../shared/form/choice-fields.js';
import { Form } from '../../shared/form/form.js';
import { TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { BALLOT_LABELS, MAJORITY_LABELS, TIE_RULE_LABELS } from '../../shared/vocabulary/labels.js';
import type { Call } from '../calls-api.js';
import { settingsTexts } from './texts.js';
import { numberOf, useSaveCall } from './use-save-call.js';

const DATES = ['submissionEndsOn', 'formalCheckEndsOn', 'reviewEndsOn', 'juryOn'] as const;
const THRESHOLDS = ['total', 'group', 'divergencePoints', 'divergenceLevels'] as const;

interface Values {
  title: string;
  round: string;
  total: string;
  group: string;
  divergencePoints: string;
  divergenceLevels: string;
  budgetTotal: string;
  countMin: string;
  countMax: string;
  submissionEndsOn: string;
  formalCheckEndsOn: string;
  reviewEndsOn: string;
  juryOn: string;
  reviewsPerApplication: string;
  minJustificationLength: string;
  ballot: (typeof BALLOTS)[number];
  majority: (typeof MAJORITIES)[number];
  tieRule: (typeof TIE_RULES)[number];
  ownStateConflict: boolean;
}

function valuesOf({ title, round, settings }: Call): Values {
  const { thresholds, budget, dates, rules } = settings;
  return {
    title,
    round: round ?? '',
    total: String(thresholds.total),
    group: String(thresholds.group),
    divergencePoints: String(thresholds.divergencePoints),
    divergenceLevels: String(thresholds.divergenceLevels),
    budgetTotal: String(budget.total),
    countMin: String(budget.count.min),
    countMax: String(budget.count.max),
    submissionEndsOn: dates.submissionEndsOn ?? '',
    formalCheckEndsOn: dates.formalCheckEndsOn ?? '',
    reviewEndsOn: dates.reviewEndsOn ?? '',
    juryOn: dates.juryOn ?? '',
    reviewsPerApplication: String(rules.reviewsPerApplication),
    minJustificationLength: String(rules.minJustificationLength),
    ballot: rules.ballot,
    majority: rules.majority,
    tieRule: rules.tieRule,
    ownStateConflict: rules.ownStateConflict,
  };
}

function settingsOf(values: Values, { settings }: Call): Call['settings'] {
  const whole = (text: string) => numberOf(text) ?? 0;
  return {
    ...settings,
    thresholds: {
      total: whole(values.total),
      group: whole(values.group),
      divergencePoints: whole(values.divergencePoints),
      divergenceLevels: whole(values.divergenceLevels),
    },
    budget: {
      ...settings.budget,
      total: whole(values.budgetTotal),
      count: { min: whole(values.countMin), max: whole(values.countMax) },
    },
    dates: Object.fromEntries(DATES.filter((key) => values[key] !== '').map((key) => [key, values[key]])),
    rules: {
      ...settings.rules,
      reviewsPerApplication: whole(values.reviewsPerApplication),
      minJustificationLength: whole(values.minJustificationLength),
      ballot: values.ballot,
      majority: values.majority,
      tieRule: values.tieRule,
      ownStateConflict: values.ownStateConflict,
    },
  };
}

/** Thresholds, funds, dates and rules. */
export function GeneralForm({ call, mayWrite }: { call: Call; mayWrite: boolean }) {
  const t = useTexts(settingsTexts);
  const label = useLabel();
  const toasts = useToasts();
  const save = useSaveCall(call);
  const form = useServerForm<Values>({
    defaultValues: valuesOf(call),
    guard: mayWrite,
    rename: (path) => path.split('.').at(-1) ?? path,
    submit: (values) =>
      save({ title: values.title, round: values.round.trim() || null, settings: settingsOf(values, call) }),
    onSaved: () => toasts.success(t.saved),
  });
  const number = (name: keyof Values, text: string) => (
    <TextField
      {...form.field(name, {
        label: text,
        required: true,
        rules: { validate: (value) => numberOf(String(value)) !== undefined || t.number },
      })}
      inputMode="decimal"
      short
      readOnly={!mayWrite}
    />
  );
  return (
    <Form form={form}>
      <TextField {...form.field('title', { label: t.name, required: true })} readOnly={!mayWrite} />
      <TextField {...form.field('round', { label: t.round })} readOnly={!mayWrite} />
      <Card title={t.thresholds}>
        {THRESHOLDS.map((key) => (
          <div key={key}>{number(key, t[key])}</div>
        ))}
      </Card>
      <Card title={t.budget}>
        {number('budgetTotal', t.budgetTotal)}
        {number('countMin', t.countMin)}
        {number('countMax', t.countMax)}
      </Card>
      <Card title={t.dates}>
        {DATES.map((key) => (
          <TextField key={key} {...form.field(key, { label: t[key] })} type="date" short readOnly={!mayWrite} />
        ))}
      </Card>
      <Card title={t.rules}>
        {number('reviewsPerApplication', t.reviewsPerApplication)}
        {number('minJustificationLength', t.minJustificationLength)}
        <Select
          {...form.field('ballot', { label: t.ballot, required: true })}
          empty={false}
          disabled={!mayWrite}
          options={BALLOTS.map((value) => ({ value, label: label(BALLOT_LABELS[value]) }))}
        />
        <Select
          {...form.field('majority', { label: t.majority, required: true })}
          empty={false}
          disabled={!mayWrite}
          options={MAJORITIES.map((value) => ({ value, label: label(MAJORITY_LABELS[value]) }))}
        />
        <Select
          {...form.field('tieRule', { label: t.tieRule, required: true })}
          empty={false}
          disabled={!mayWrite}
          options={TIE_RULES.map((value) => ({ value, label: label(TIE_RULE_LABELS[value]) }))}
        />
        <Checkbox {...form.field('ownStateConflict', { label: t.ownStateConflict })} disabled={!mayWrite} />
      </Card>
      {mayWrite && (
        <Button type="submit" variant="primary" busy={form.isSubmitting}>
          {t.save}
        </Button>
      )}
    </Form>
  );
}

import { Banner } from '../../../shared/feedback/banner.js';
import { ComboBox } from '../../../shared/form/combo-box.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { hasDeclined, loadsOf, type Obstacle, obstacleTo, type Pair } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

export interface ReviewerChoiceProps {
  desk: Pick<Desk, 'conflicts' | 'assignments' | 'reviewers' | 'maxLoad'>;
  applicationId: string;
  /** All pairs but the one that is chosen here. */
  pairs: readonly Pair[];
  value: string | null;
  onChange(value: string | null): void;
  /** Said by the server, or missing. */
  error?: string | undefined;
}

/** What speaks against the choice, seen at once. */
export function obstacleOf({ desk, applicationId, pairs, value }: ReviewerChoiceProps): Obstacle | null {
  if (value === null) return null;
  return obstacleTo({ applicationId, reviewerId: value }, { ...desk, pairs });
}

/** A reviewer by name or expertise; says at once what speaks against the person. */
export function ReviewerChoice(props: ReviewerChoiceProps) {
  const { desk, applicationId, pairs, value, onChange, error } = props;
  const t = useTexts(assignmentTexts).dialog;
  const formats = useFormats();
  const loads = loadsOf(pairs);
  const obstacle = obstacleOf(props);
  const declined = value !== null && hasDeclined({ applicationId, reviewerId: value }, desk.assignments);
  return (
    <>
      <ComboBox
        label={t.reviewer}
        hint={t.hint}
        error={error ?? (obstacle ? t.obstacles[obstacle] : undefined)}
        value={value}
        onChange={onChange}
        options={desk.reviewers.map((one) => ({
          value: one.accountId,
          label: one.name,
          detail: [t.load(formats.number(loads.get(one.accountId) ?? 0)), ...one.expertise].join(' · '),
        }))}
      />
      {declined && <Banner tone="warning" title={t.declinedNote} />}
    </>
  );
}

import { CALL_STATES, type CallState } from '@kuer/domain';
import type { ReactNode } from 'react';
import { Icon } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

export interface Step {
  label: string;
  state: 'done' | 'current' | 'upcoming';
  detail?: ReactNode;
}

/** Steps in their order and where we are. */
export function Steps({ label, steps }: { label: string; steps: readonly Step[] }) {
  const t = useTexts(sharedTexts);
  return (
    <ol className="kuer-steps" aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.label}
          className="kuer-steps__item"
          data-state={step.state}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="kuer-steps__mark" aria-hidden="true">
            {step.state === 'done' ? <Icon name="check" /> : index + 1}
          </span>
          <span>
            {step.label}
            {step.detail && <span className="kuer-muted"> {step.detail}</span>}
            <span className="kern-sr-only"> ({t.stages[step.state]})</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

/** The three stages of a call and what comes before and after: where it stands. */
export function StageSteps({ state }: { state: CallState }) {
  const t = useTexts(sharedTexts);
  const names: Record<CallState, string> = {
    draft: t.stages.draft,
    formal_check: t.stages.stage1,
    review: t.stages.stage2,
    jury: t.stages.stage3,
    decided: t.stages.decided,
    published: t.stages.published,
  };
  const now = CALL_STATES.indexOf(state);
  return (
    <Steps
      label={t.stages.label}
      steps={CALL_STATES.map((one, index) => ({
        label: names[one],
        state: index < now || state === 'published' ? 'done' : index === now ? 'current' : 'upcoming',
      }))}
    />
  );
}

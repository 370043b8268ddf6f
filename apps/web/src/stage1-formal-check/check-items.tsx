import type { CheckResult } from '@kuer/domain';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, unwrap } from '../api/client.js';
import { isApiProblem } from '../api/problem.js';
import { Button } from '../shared/controls/button.js';
import { ErrorState } from '../shared/feedback/states.js';
import { RadioGroup } from '../shared/form/choice-fields.js';
import { TextArea } from '../shared/form/text-field.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { CHECK_RESULT_LABELS } from '../shared/vocabulary/labels.js';
import { type CheckItem, type FormalCheck, formalCheckQuery } from './formal-check-api.js';
import { formalCheckTexts } from './texts.js';

const RESULTS = ['passed', 'failed', 'not_applicable'] as const;

/** The items, each saved by itself: a result at once, a comment on leaving the field. */
export function CheckItems({ check }: { check: FormalCheck }) {
  const t = useTexts(formalCheckTexts).check;
  const mayExamine = check.abilities.includes('formalCheck.examine');
  const open = check.items.filter((item) => item.result === null && item.suggestion !== null);
  const save = useSaveItem(check.applicationId);
  const takeOver = useMutation({
    mutationFn: async () => {
      for (const item of open) {
        if (item.suggestion === 'failed' || item.suggestion === null) continue;
        try {
          await save.mutateAsync({ item, result: item.suggestion, comment: item.comment });
        } catch (error) {
          // Somebody has entered a result meanwhile, perhaps this very person a moment ago: that one stays.
          if (!isApiProblem(error) || !error.isStale) throw error;
        }
      }
    },
    meta: { showsProblem: true },
  });
  return (
    <Card
      title={t.items}
      aside={
        mayExamine &&
        open.length > 0 && (
          <Button size="small" icon="check" busy={takeOver.isPending} onClick={() => takeOver.mutate()}>
            {t.takeOver}
          </Button>
        )
      }
    >
      {mayExamine && <p className="kuer-muted">{t.itemsHint}</p>}
      {takeOver.error !== null && <ErrorState error={takeOver.error} />}
      <ul className="kuer-list-plain kuer-stack">
        {check.items.map((item) => (
          <li key={item.key}>
            <Item item={item} applicationId={check.applicationId} mayExamine={mayExamine} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface Entry {
  item: CheckItem;
  result: CheckResult;
  comment: string | null;
}

function useSaveItem(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ item, result, comment }: Entry) =>
      unwrap(
        api.PUT('/api/v1/applications/{id}/formal-check/items/{key}', {
          params: { path: { id: applicationId, key: item.key } },
          body: { result, comment, version: item.version },
        }),
      ),
    meta: { showsProblem: true },
    onSettled: () => client.invalidateQueries({ queryKey: formalCheckQuery(applicationId).queryKey }),
  });
}

function Item({ item, applicationId, mayExamine }: { item: CheckItem; applicationId: string; mayExamine: boolean }) {
  const t = useTexts(formalCheckTexts).check;
  const label = useLabel();
  const formats = useFormats();
  const save = useSaveItem(applicationId);
  const [comment, setComment] = useState(item.comment ?? '');
  const [result, setResult] = useState<CheckResult | null>(item.result);
  const [needsComment, setNeedsComment] = useState(false);
  useEffect(() => {
    setComment(item.comment ?? '');
    setResult(item.result);
  }, [item.comment, item.result]);
  const send = (next: CheckResult, text: string) => {
    // A failed item says what is missing: it is sent once that is written.
    const isIncomplete = next === 'failed' && text.trim() === '';
    setNeedsComment(isIncomplete);
    if (!isIncomplete) save.mutate({ item, result: next, comment: text.trim() || null });
  };
  const finding = (
    <span>
      {t.finding}: {item.suggestion ? label(CHECK_RESULT_LABELS[item.suggestion]) : t.noFinding}
      {item.finding && ` – ${item.finding}`}
    </span>
  );
  if (!mayExamine) {
    return (
      <div>
        <p className="kuer-strong">{item.label}</p>
        <p className="kuer-small kuer-muted">{finding}</p>
        <p>
          {item.result ? label(CHECK_RESULT_LABELS[item.result]) : '–'}
          {item.comment && `: ${item.comment}`}
        </p>
      </div>
    );
  }
  return (
    <div className="kuer-stack kuer-stack--tight">
      <RadioGroup
        horizontal
        label={item.label}
        hint={finding}
        name={`item-${item.key}`}
        value={result}
        options={RESULTS.map((value) => ({ value, label: label(CHECK_RESULT_LABELS[value]) }))}
        onChange={(event) => {
          const next = (event.target as HTMLInputElement).value as CheckResult;
          setResult(next);
          send(next, comment);
        }}
      />
      {result !== null && (
        <TextArea
          label={t.comment}
          optional={result !== 'failed'}
          error={needsComment ? t.commentNeeded : undefined}
          rows={2}
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          onBlur={() => {
            if (comment.trim() !== (item.comment ?? '') || (result !== item.result && result === 'failed')) {
              send(result, comment);
            }
          }}
        />
      )}
      {save.error !== null && <ErrorState error={save.error} />}
      <p className="kuer-small kuer-muted" role="status">
        {save.isPending
          ? t.saving
          : item.examinedAt && t.saved(formats.dateTime(item.examinedAt), item.examinedBy ?? '')}
      </p>
    </div>
  );
}

import { justificationLength } from '@kuer/domain';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import type { Column } from '../../shared/table/columns.js';
import { DataTable } from '../../shared/table/data-table.js';
import type { Catalogue, Review } from '../review-api.js';
import { checkTexts } from './texts.js';

interface Row {
  code: string;
  text: string;
  value: number | null;
  level: string | null;
  justification: string;
}

/** Every score on one screen, to be compared with what one had in mind. */
export function ScoreTable({ review, catalogue }: { review: Review; catalogue: Catalogue }) {
  const t = useTexts(checkTexts);
  const formats = useFormats();
  const rows: Row[] = catalogue.groups.flatMap((group) =>
    group.criteria.map(({ code, text }) => {
      const score = review.scores.find(({ criterion }) => criterion === code);
      const value = score?.value ?? null;
      const level = catalogue.scale.levels.find((one) => one.value === value)?.label ?? null;
      return { code, text, value, level, justification: score?.justification ?? '' };
    }),
  );
  const columns: ReadonlyArray<Column<Row>> = [
    {
      key: 'criterion',
      header: t.criterion,
      isRowHeader: true,
      value: ({ code, text }) => `${code} ${text}`,
      cell: ({ code, text }) => (
        <span lang="de">
          <span className="kuer-strong">{code}</span> {text}
        </span>
      ),
    },
    {
      key: 'score',
      header: t.score,
      align: 'end',
      value: ({ value }) => value,
      cell: ({ value }) => (value === null ? t.missing : formats.number(value)),
    },
    { key: 'level', header: t.level, value: ({ level }) => level },
    {
      key: 'reason',
      header: t.reason,
      value: ({ justification }) => justification,
      cell: ({ justification }) => {
        const length = justificationLength(justification);
        return length === 0 ? t.missing : t.length(formats.number(length));
      },
    },
  ];
  return <DataTable caption={t.scores} columns={columns} rows={rows} rowKey={({ code }) => code} sorting="none" />;
}

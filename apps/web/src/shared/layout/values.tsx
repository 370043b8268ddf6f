import { Button } from '../controls/button.js';
import { useFormats, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

/** An amount in EUR. */
export function Money({ value, short }: { value: number | null | undefined; short?: boolean }) {
  const formats = useFormats();
  return <span className="kuer-money">{short ? formats.moneyShort(value) : formats.money(value)}</span>;
}

/** A day or a point in time; `from` adds how far away it is. */
export function DateTime(props: {
  value: string | null | undefined;
  show?: 'date' | 'dateTime' | 'time';
  from?: boolean;
}) {
  const { value, show = 'dateTime', from } = props;
  const formats = useFormats();
  if (!value) return <>–</>;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  return (
    <time dateTime={value} className="kuer-number">
      {isDay && show === 'dateTime' ? formats.date(value) : formats[show](value)}
      {from && ` (${formats.daysFromNow(value)})`}
    </time>
  );
}

/** Points of 100. */
export function Points({ value }: { value: number | null | undefined }) {
  const formats = useFormats();
  return <span className="kuer-number">{formats.points(value)}</span>;
}

export function PrintButton() {
  const t = useTexts(sharedTexts);
  return (
    <Button icon="print" variant="tertiary" onClick={() => window.print()}>
      {t.print}
    </Button>
  );
}

import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../controls/button.js';
import { classes } from '../controls/classes.js';
import { Icon } from '../controls/icon.js';
import { useFormats, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { FieldFrame, type FieldProps, useFieldIds } from './field.js';

export interface FileDropProps extends FieldProps {
  files: readonly File[];
  onChange(files: File[]): void;
  /** File name endings, as ['.pdf']. */
  accept: readonly string[];
  /** Bytes per file. */
  maxSize: number;
  multiple?: boolean;
  disabled?: boolean;
}

/** Choosing files by button or by dragging. Checks ending and size at once; what is really inside is checked by the server. */
export function FileDrop(props: FileDropProps) {
  const { files, onChange, accept, maxSize, multiple, disabled, ...field } = props;
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string>();
  const error = refused ?? field.error;
  const ids = useFieldIds({ ...field, error });

  const take = (offered: readonly File[]) => {
    const tooMany = !multiple && offered.length > 1;
    const wrong = offered.find((file) => !accept.some((ending) => file.name.toLowerCase().endsWith(ending)));
    const large = offered.find((file) => file.size > maxSize);
    if (tooMany) return setRefused(t.file.onlyOne);
    if (wrong) return setRefused(t.file.wrongType(wrong.name, formats.list(accept)));
    if (large) return setRefused(t.file.tooLarge(large.name, formats.bytes(maxSize)));
    setRefused(undefined);
    onChange(multiple ? [...files, ...offered] : [...offered]);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take([...event.dataTransfer.files]);
  };

  return (
    <FieldFrame {...field} error={error} ids={ids}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dragging is an extra; the button inside does the same */}
      <div
        className="kuer-drop"
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        <span>{multiple ? t.file.dropMany : t.file.drop}</span>
        <input
          ref={input}
          id={ids.control}
          {...ids.aria}
          type="file"
          className={classes('kern-sr-only')}
          accept={accept.join(',')}
          multiple={multiple}
          disabled={disabled}
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = '';
          }}
        />
        <Button
          size="small"
          icon="drive-folder-upload"
          disabled={disabled}
          tabIndex={-1}
          aria-hidden="true"
          onClick={() => input.current?.click()}
        >
          {multiple ? t.file.chooseMany : t.file.choose}
        </Button>
      </div>
      {files.length > 0 && (
        <ul className="kuer-list-plain kuer-stack kuer-stack--tight" aria-live="polite">
          {files.map((file, index) => (
            <li key={`${file.name}-${file.lastModified}-${file.size}`} className="kuer-row">
              <Icon name="draft" />
              <span>{t.file.chosen(file.name, formats.bytes(file.size))}</span>
              <Button
                size="small"
                variant="tertiary"
                icon="delete"
                iconOnly
                onClick={() => onChange(files.filter((_file, position) => position !== index))}
              >
                {t.file.remove(file.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </FieldFrame>
  );
}

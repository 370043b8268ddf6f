/** What a cell of an export can hold. Dates are calendar days or moments already written out as text. */
export type CellValue = string | number | boolean | null;

/** One column of an export: heading, value and width (characters, for xlsx). */
export interface TableColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => CellValue;
  readonly width?: number;
}

export { type FileFindings, findDuplicates } from './find-duplicates.js';
export { IMPORT_COLUMNS, type ImportColumn } from './import-columns.js';
export { importErrorText } from './import-error-text.js';
export {
  IMPORT_LIMITS,
  type ImportCellError,
  type ImportedRow,
  type ImportProblem,
  type ParsedImport,
  type RawRow,
} from './import-problem.js';
export { importTemplateCsv, importTemplateXlsx } from './import-template.js';
export type { ImportedApplication, ImportedParty } from './imported-application.js';
export { type MappedRow, mapRow } from './map-row.js';
export { parseImport } from './parse-import.js';

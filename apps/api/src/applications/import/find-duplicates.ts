import { bodyIdentity } from '@kuer/domain';
import type { ImportCellError } from './import-problem.js';
import type { ImportedApplication } from './imported-application.js';

export interface NumberedApplication {
  readonly line: number;
  readonly values: ImportedApplication;
}

export interface FileFindings {
  /** Wrong: the same number, or the same municipality as lead, in two rows. By line, for the later of the two. */
  readonly errors: ReadonlyMap<number, readonly ImportCellError[]>;
  /** For the formal check to decide: a body that takes part in two applications of the file. By line, for the later of the two. */
  readonly warnings: ReadonlyMap<number, readonly ImportCellError[]>;
}

/** A body is the same by its AGS and by its ARS. */
const identityOf = (key: string): string => bodyIdentity(key) ?? key;

/** What the rows of one file say against each other. */
export function findDuplicates(rows: readonly NumberedApplication[]): FileFindings {
  const errors = new Map<number, ImportCellError[]>();
  const warnings = new Map<number, ImportCellError[]>();
  const lineOfNumber = new Map<string, number>();
  const lineOfLead = new Map<string, number>();
  const lineOfParty = new Map<string, number>();
  for (const { line, values } of rows) {
    const earlierNumber = values.number === null ? undefined : lineOfNumber.get(values.number);
    if (values.number !== null && earlierNumber !== undefined) {
      add(errors, line, 'number', 'IMPORT.DUPLICATE_NUMBER', { value: values.number, line: earlierNumber });
    } else if (values.number !== null) {
      lineOfNumber.set(values.number, line);
    }
    const earlierLead = lineOfLead.get(identityOf(values.lead.ags));
    if (earlierLead !== undefined) {
      add(errors, line, 'leadAgs', 'IMPORT.DUPLICATE_LEAD', { value: values.lead.ags, line: earlierLead });
    } else {
      lineOfLead.set(identityOf(values.lead.ags), line);
    }
    for (const [index, party] of [values.lead, ...values.partners].entries()) {
      if (party.ags === null) continue;
      const earlier = lineOfParty.get(identityOf(party.ags));
      if (earlier === undefined) lineOfParty.set(identityOf(party.ags), line);
      // Two leads are an error already.
      else if (earlier !== line && (index > 0 || earlierLead === undefined)) {
        add(warnings, line, index === 0 ? 'leadAgs' : 'partners', 'IMPORT.PARTY_IN_ANOTHER_ROW', {
          name: party.name,
          value: party.ags,
          line: earlier,
        });
      }
    }
  }
  return { errors, warnings };
}

function add(
  findings: Map<number, ImportCellError[]>,
  line: number,
  column: 'number' | 'leadAgs' | 'partners',
  code: ImportCellError['code'],
  params: ImportCellError['params'],
): void {
  findings.set(line, [...(findings.get(line) ?? []), { column, code, params: { column, ...params } }]);
}

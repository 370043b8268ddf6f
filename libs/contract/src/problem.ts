import { ImportResponse } from './applications/application.dto.js';
import { Json, Many, One, Text, Whole } from './fields.js';

export class ProblemError {
  @Text({ max: 500, description: 'Where: path of the field in the body, or of the thing that is missing.' })
  path: string;
  @Text({ max: 100 })
  code: string;
  @Text({ max: 2000, description: 'What is wrong and how to mend it, in the language of Accept-Language.' })
  message: string;
}

/** RFC 9457 problem details: the shape of every refusal (`application/problem+json`). */
export class Problem {
  @Text({ max: 200 })
  type: string;
  @Text({ max: 200 })
  title: string;
  @Whole()
  status: number;
  @Text({ max: 2000 })
  detail: string;
  @Text({ max: 100, description: 'Stable code of the refusal, as REVIEW.SCORE_OUT_OF_RANGE.' })
  code: string;
  @Text({ max: 100 })
  requestId: string;
  @Many(() => ProblemError, { optional: true })
  errors?: ProblemError[];
  @Json({ optional: true, description: 'With 409 for a stale version: the current state.' })
  current?: Record<string, unknown>;
  @One(() => ImportResponse, { optional: true, description: 'With a refused import: row by row what is wrong.' })
  import?: ImportResponse;
}

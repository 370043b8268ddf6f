import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stage 2: assignments, reviews, scores, and what is derived from them. */
export class Review1795000003000 implements MigrationInterface {
  name = 'Review1795000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASSIGNMENTS);
    await runner.query(REVIEWS);
    await runner.query(SCORES);
    await runner.query(RECONCILIATION);
    await runner.query(RECOMMENDATIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kuer.ranking_entries;
      DROP TABLE kuer.ranking_versions;
      DROP TABLE kuer.recommendations;
      DROP TABLE kuer.third_review_orders;
      DROP TABLE kuer.reconciliations;
      DROP TABLE kuer.scores;
      DROP TABLE kuer.review_versions;
      DROP TABLE kuer.reviews;
      DROP TABLE kuer.assignments;
    `);
  }
}

const ASSIGNMENTS = `
  CREATE TABLE kuer.assignments (
    id              uuid PRIMARY KEY,
    call_id         uuid NOT NULL,
    application_id  uuid NOT NULL,
    slot            smallint NOT NULL,
    reviewer_id     uuid NOT NULL REFERENCES kuer.accounts (id),
    state           text NOT NULL DEFAULT 'assigned',
    due_on          date,
    assigned_by     uuid NOT NULL REFERENCES kuer.accounts (id),
    assigned_at     timestamptz NOT NULL DEFAULT now(),
    responded_at    timestamptz,
    decline_reason  text,
    revoked_by      uuid REFERENCES kuer.accounts (id),
    revoked_at      timestamptz,
    revoke_reason   text,
    version         integer NOT NULL DEFAULT 0,
    CONSTRAINT assignments_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    -- The third slot exists only where a third review was ordered.
    CONSTRAINT assignments_slot_is_known CHECK (slot BETWEEN 1 AND 3),
    CONSTRAINT assignments_state_is_known CHECK (state IN ('assigned','accepted','declined','revoked')),
    CONSTRAINT assignments_decline_has_reason CHECK (state <> 'declined' OR btrim(coalesce(decline_reason, '')) <> ''),
    CONSTRAINT assignments_revocation_is_whole CHECK (
      num_nonnulls(revoked_by, revoked_at, nullif(btrim(revoke_reason), '')) = CASE state WHEN 'revoked' THEN 3 ELSE 0 END),
    -- Target of the reviews' foreign key: a review belongs to the application of its assignment.
    CONSTRAINT assignments_application_key UNIQUE (id, application_id, call_id)
  );
  -- Two confirmations at once can not fill a slot twice.
  CREATE UNIQUE INDEX assignments_one_active_per_slot ON kuer.assignments (application_id, slot)
    WHERE state IN ('assigned', 'accepted');
  -- Two opinions must come from two people.
  CREATE UNIQUE INDEX assignments_reviewer_once_per_application ON kuer.assignments (application_id, reviewer_id)
    WHERE state IN ('assigned', 'accepted');
  CREATE INDEX assignments_by_application ON kuer.assignments (application_id, call_id);
  CREATE INDEX assignments_by_reviewer ON kuer.assignments (reviewer_id, call_id);
  CREATE INDEX assignments_by_call ON kuer.assignments (call_id, state);
`;

const REVIEWS = `
  -- No column here or below names the reviewer: the jury reads these rows and must not reach a name (I5). The way to the
  -- person leads over the assignment, which the jury does not see.
  CREATE TABLE kuer.reviews (
    id                uuid PRIMARY KEY,
    assignment_id     uuid NOT NULL,
    application_id    uuid NOT NULL,
    call_id           uuid NOT NULL,
    label             text NOT NULL,
    state             text NOT NULL DEFAULT 'in_progress',
    -- Edit version of summary and verdict; scores have one each, so that twelve autosaves do not collide.
    version           integer NOT NULL DEFAULT 0,
    -- Number of the latest submitted version; null as long as nothing was ever submitted. Kept by trigger.
    submitted_number  integer,
    -- False once the assignment was revoked or declined: the review stays on file and counts no more. Kept by trigger.
    is_counted        boolean NOT NULL DEFAULT true,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT reviews_one_per_assignment UNIQUE (assignment_id),
    CONSTRAINT reviews_assignment FOREIGN KEY (assignment_id, application_id, call_id)
      REFERENCES kuer.assignments (id, application_id, call_id),
    CONSTRAINT reviews_label_is_known CHECK (label IN ('A', 'B', 'C')),
    CONSTRAINT reviews_state_is_known CHECK (state IN ('in_progress', 'submitted')),
    CONSTRAINT reviews_application_key UNIQUE (id, application_id, call_id)
  );
  -- "Review A" means one review to everybody who reads the letters.
  CREATE UNIQUE INDEX reviews_label_is_unique ON kuer.reviews (application_id, label) WHERE is_counted;
  CREATE INDEX reviews_by_application ON kuer.reviews (application_id, call_id);
  CREATE INDEX reviews_by_call ON kuer.reviews (call_id);

  CREATE TABLE kuer.review_versions (
    id              uuid PRIMARY KEY,
    review_id       uuid NOT NULL,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    catalogue_id    uuid NOT NULL REFERENCES kuer.catalogue_versions (id),
    number          integer NOT NULL,
    state           text NOT NULL DEFAULT 'draft',
    summary         text NOT NULL DEFAULT '',
    verdict         text,
    -- Why this version was opened; the first one needs no reason.
    reason          text,
    opened_at       timestamptz NOT NULL DEFAULT now(),
    submitted_at    timestamptz,
    -- The version that counts: the latest submitted one of a counted review. Kept by trigger.
    is_current      boolean NOT NULL DEFAULT false,
    -- Totals (points of 100) as the rules gave them at submission; inputs and catalogue are fixed from then on.
    total           double precision,
    group_totals    jsonb,
    is_generated    boolean NOT NULL DEFAULT false,
    CONSTRAINT review_versions_review FOREIGN KEY (review_id, application_id, call_id)
      REFERENCES kuer.reviews (id, application_id, call_id),
    CONSTRAINT review_versions_number_is_unique UNIQUE (review_id, number),
    CONSTRAINT review_versions_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT review_versions_state_is_known CHECK (state IN ('draft', 'submitted')),
    CONSTRAINT review_versions_submission_is_whole CHECK ((state = 'submitted') = (submitted_at IS NOT NULL)),
    CONSTRAINT review_versions_verdict_is_known CHECK (verdict IN ('eligible', 'not_eligible')),
    CONSTRAINT review_versions_amendment_has_reason CHECK (number = 1 OR btrim(coalesce(reason, '')) <> ''),
    -- A draft has no total anywhere: nothing can be averaged or sorted by what is not submitted (I1).
    CONSTRAINT review_versions_draft_has_no_total CHECK (state = 'submitted' OR (total IS NULL AND group_totals IS NULL AND NOT is_current)),
    CONSTRAINT review_versions_total_is_points CHECK (total BETWEEN 0 AND 100),
    -- Target of the scores' foreign key: all scores of a version stand on one catalogue.
    CONSTRAINT review_versions_catalogue_key UNIQUE (id, catalogue_id)
  );
  CREATE UNIQUE INDEX review_versions_one_draft ON kuer.review_versions (review_id) WHERE state = 'draft';
  CREATE UNIQUE INDEX review_versions_one_current ON kuer.review_versions (review_id) WHERE is_current;
  CREATE INDEX review_versions_by_application ON kuer.review_versions (application_id);
  CREATE INDEX review_versions_by_call ON kuer.review_versions (call_id);
  CREATE INDEX review_versions_by_catalogue ON kuer.review_versions (catalogue_id);
`;

const SCORES = `
  -- One row a score. The scale is carried along by the foreign key, so that a CHECK can hold the value against it: a score
  -- outside of scale or step, or on a criterion that the frozen catalogue does not have, is not representable.
  CREATE TABLE kuer.scores (
    review_version_id  uuid NOT NULL,
    catalogue_id       uuid NOT NULL,
    criterion          text NOT NULL,
    scale_max          numeric(7,3) NOT NULL,
    scale_step         numeric(7,3) NOT NULL,
    value              numeric(7,3),
    justification      text NOT NULL DEFAULT '',
    version            integer NOT NULL DEFAULT 1,
    updated_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (review_version_id, criterion),
    CONSTRAINT scores_version FOREIGN KEY (review_version_id, catalogue_id) REFERENCES kuer.review_versions (id, catalogue_id),
    CONSTRAINT scores_criterion_of_the_catalogue FOREIGN KEY (catalogue_id, criterion, scale_max, scale_step)
      REFERENCES kuer.catalogue_criteria (catalogue_id, code, scale_max, scale_step),
    CONSTRAINT scores_value_is_on_the_scale CHECK (value >= 0 AND value <= scale_max),
    CONSTRAINT scores_value_is_a_step CHECK (mod(value, scale_step) = 0)
  );
  CREATE INDEX scores_by_criterion ON kuer.scores (catalogue_id, criterion, scale_max, scale_step);
`;

const RECONCILIATION = `
  CREATE TABLE kuer.reconciliations (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    reason          text NOT NULL,
    opened_by       uuid NOT NULL REFERENCES kuer.accounts (id),
    opened_at       timestamptz NOT NULL DEFAULT now(),
    closed_by       uuid REFERENCES kuer.accounts (id),
    closed_at       timestamptz,
    outcome         text,
    comment         text,
    CONSTRAINT reconciliations_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT reconciliations_reason_is_given CHECK (btrim(reason) <> ''),
    CONSTRAINT reconciliations_outcome_is_known CHECK (outcome IN ('amended', 'upheld', 'third_review')),
    CONSTRAINT reconciliations_closing_is_whole CHECK (
      (closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL))
  );
  CREATE UNIQUE INDEX reconciliations_one_open ON kuer.reconciliations (application_id) WHERE closed_at IS NULL;
  CREATE INDEX reconciliations_by_application ON kuer.reconciliations (application_id, call_id);

  -- A third review is ordered, by whom and why; its assignment takes slot 3.
  CREATE TABLE kuer.third_review_orders (
    application_id  uuid PRIMARY KEY,
    call_id         uuid NOT NULL,
    reason          text NOT NULL,
    ordered_by      uuid NOT NULL REFERENCES kuer.accounts (id),
    ordered_at      timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT third_review_orders_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT third_review_orders_reason_is_given CHECK (btrim(reason) <> '')
  );
`;

const RECOMMENDATIONS = `
  CREATE TABLE kuer.recommendations (
    application_id   uuid PRIMARY KEY,
    call_id          uuid NOT NULL,
    -- As it follows from the rules; null where it could not be derived (an open divergence, say).
    derived_outcome  text,
    outcome          text NOT NULL,
    comment          text,
    -- Totals, thresholds and findings it was derived from.
    inputs           jsonb NOT NULL DEFAULT '{}',
    confirmed_by     uuid NOT NULL REFERENCES kuer.accounts (id),
    confirmed_at     timestamptz NOT NULL DEFAULT now(),
    version          integer NOT NULL DEFAULT 0,
    CONSTRAINT recommendations_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT recommendations_derived_is_known CHECK (derived_outcome IN ('recommended', 'not_recommended')),
    CONSTRAINT recommendations_outcome_is_known CHECK (outcome IN ('recommended', 'not_recommended')),
    -- Whoever deviates from the rules says why.
    CONSTRAINT recommendations_deviation_has_comment CHECK (
      outcome IS NOT DISTINCT FROM derived_outcome OR btrim(coalesce(comment, '')) <> '')
  );
  CREATE INDEX recommendations_by_call ON kuer.recommendations (call_id);

  -- Every ranking that was ever shown to the jury. inputs and result hold what concerns the call as a whole (method,
  -- thresholds, catalogue, counts); what concerns one application stands in its entry, where a recused juror is kept out.
  CREATE TABLE kuer.ranking_versions (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    number      integer NOT NULL,
    inputs      jsonb NOT NULL DEFAULT '{}',
    result      jsonb NOT NULL DEFAULT '{}',
    created_by  uuid NOT NULL REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT ranking_versions_number_is_unique UNIQUE (call_id, number),
    CONSTRAINT ranking_versions_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT ranking_versions_call_key UNIQUE (id, call_id)
  );

  CREATE TABLE kuer.ranking_entries (
    ranking_id      uuid NOT NULL,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    portfolio_group text NOT NULL,
    -- Shared by equal totals (1, 2, 2, 4); null where the application could not be ranked.
    rank            integer,
    total           double precision,
    inputs          jsonb NOT NULL DEFAULT '{}',
    result          jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (ranking_id, application_id),
    CONSTRAINT ranking_entries_ranking FOREIGN KEY (ranking_id, call_id) REFERENCES kuer.ranking_versions (id, call_id),
    CONSTRAINT ranking_entries_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT ranking_entries_rank_counts_from_one CHECK (rank >= 1),
    CONSTRAINT ranking_entries_group_is_known CHECK (portfolio_group IN
      ('grossstaedte','mittelstaedte','kleinstaedte_landgemeinden','interkommunal_landkreise'))
  );
  CREATE INDEX ranking_entries_by_application ON kuer.ranking_entries (application_id, call_id);
`;

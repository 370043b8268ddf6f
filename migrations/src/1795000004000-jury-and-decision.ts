import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stage 3: bundles, sessions, motions, votes; the decision, and what was told to whom. */
export class JuryAndDecision1795000004000 implements MigrationInterface {
  name = 'JuryAndDecision1795000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUNDLES);
    await runner.query(SESSIONS);
    await runner.query(MOTIONS);
    await runner.query(VOTES);
    await runner.query(DECISIONS);
    await runner.query(NOTICES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kuer.notices;
      DROP TABLE kuer.decision_items;
      DROP TABLE kuer.decisions;
      DROP TABLE kuer.secret_ballots;
      DROP TABLE kuer.votes;
      DROP TABLE kuer.motion_electorate;
      DROP TABLE kuer.motions;
      DROP TABLE kuer.session_attendance;
      DROP TABLE kuer.sessions;
      DROP TABLE kuer.bundle_corridor_justifications;
      DROP TABLE kuer.bundle_justifications;
      DROP TABLE kuer.bundle_items;
      DROP TABLE kuer.bundles;
    `);
  }
}

const BUNDLES = `
  CREATE TABLE kuer.bundles (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    name        text NOT NULL,
    state       text NOT NULL DEFAULT 'draft',
    owner_id    uuid NOT NULL REFERENCES kuer.accounts (id),
    is_shared   boolean NOT NULL DEFAULT false,
    copied_from_id uuid REFERENCES kuer.bundles (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    adopted_at  timestamptz,
    adopted_by  uuid REFERENCES kuer.accounts (id),
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT bundles_name_is_given CHECK (btrim(name) <> ''),
    CONSTRAINT bundles_state_is_known CHECK (state IN ('draft', 'frozen', 'adopted')),
    CONSTRAINT bundles_adoption_is_whole CHECK (
      num_nonnulls(adopted_at, adopted_by) = CASE state WHEN 'adopted' THEN 2 ELSE 0 END),
    CONSTRAINT bundles_call_key UNIQUE (id, call_id)
  );
  -- Two adoptions at once can not both win.
  CREATE UNIQUE INDEX bundles_one_adopted_per_call ON kuer.bundles (call_id) WHERE state = 'adopted';
  CREATE INDEX bundles_by_call ON kuer.bundles (call_id);
  CREATE INDEX bundles_by_origin ON kuer.bundles (copied_from_id);

  CREATE TABLE kuer.bundle_items (
    bundle_id       uuid NOT NULL,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    added_by        uuid NOT NULL REFERENCES kuer.accounts (id),
    added_at        timestamptz NOT NULL DEFAULT now(),
    reason          text,
    PRIMARY KEY (bundle_id, application_id),
    CONSTRAINT bundle_items_bundle FOREIGN KEY (bundle_id, call_id) REFERENCES kuer.bundles (id, call_id),
    CONSTRAINT bundle_items_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id)
  );
  CREATE INDEX bundle_items_by_application ON kuer.bundle_items (application_id, call_id);

  -- Why a higher-ranked application stays out while a lower-ranked one of its group is in (I10).
  CREATE TABLE kuer.bundle_justifications (
    bundle_id       uuid NOT NULL,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    reason          text NOT NULL,
    written_by      uuid NOT NULL REFERENCES kuer.accounts (id),
    written_at      timestamptz NOT NULL DEFAULT now(),
    version         integer NOT NULL DEFAULT 0,
    PRIMARY KEY (bundle_id, application_id),
    CONSTRAINT bundle_justifications_bundle FOREIGN KEY (bundle_id, call_id) REFERENCES kuer.bundles (id, call_id),
    CONSTRAINT bundle_justifications_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT bundle_justifications_reason_is_given CHECK (btrim(reason) <> '')
  );
  CREATE INDEX bundle_justifications_by_application ON kuer.bundle_justifications (application_id, call_id);

  -- Why a bundle misses a corridor: adoption waits for the reason.
  CREATE TABLE kuer.bundle_corridor_justifications (
    bundle_id    uuid NOT NULL,
    call_id      uuid NOT NULL,
    dimension    text NOT NULL,
    value        text NOT NULL,
    reason       text NOT NULL,
    written_by   uuid NOT NULL REFERENCES kuer.accounts (id),
    written_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (bundle_id, dimension, value),
    CONSTRAINT bundle_corridor_justifications_bundle FOREIGN KEY (bundle_id, call_id) REFERENCES kuer.bundles (id, call_id),
    CONSTRAINT bundle_corridor_justifications_dimension_is_known
      CHECK (dimension IN ('portfolioGroup', 'sizeClass', 'state', 'phase')),
    CONSTRAINT bundle_corridor_justifications_reason_is_given CHECK (btrim(reason) <> '')
  );
`;

const SESSIONS = `
  CREATE TABLE kuer.sessions (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    title       text NOT NULL,
    starts_at   timestamptz,
    location    text,
    agenda      text[] NOT NULL DEFAULT '{}',
    minutes     text,
    state       text NOT NULL DEFAULT 'planned',
    created_by  uuid NOT NULL REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    opened_by   uuid REFERENCES kuer.accounts (id),
    opened_at   timestamptz,
    closed_by   uuid REFERENCES kuer.accounts (id),
    closed_at   timestamptz,
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT sessions_title_is_given CHECK (btrim(title) <> ''),
    CONSTRAINT sessions_state_is_known CHECK (state IN ('planned', 'open', 'closed')),
    CONSTRAINT sessions_open_since CHECK (state = 'planned' OR opened_at IS NOT NULL),
    CONSTRAINT sessions_closed_since CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT sessions_call_key UNIQUE (id, call_id)
  );
  CREATE INDEX sessions_by_call ON kuer.sessions (call_id, starts_at);

  CREATE TABLE kuer.session_attendance (
    session_id   uuid NOT NULL,
    account_id   uuid NOT NULL REFERENCES kuer.accounts (id),
    call_id      uuid NOT NULL,
    status       text NOT NULL DEFAULT 'invited',
    recorded_by  uuid NOT NULL REFERENCES kuer.accounts (id),
    recorded_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (session_id, account_id),
    CONSTRAINT session_attendance_session FOREIGN KEY (session_id, call_id) REFERENCES kuer.sessions (id, call_id),
    -- left_room: outside for what the member is recused from (VwVfG § 20 (4)).
    CONSTRAINT session_attendance_status_is_known CHECK (status IN ('invited', 'present', 'absent', 'left_room'))
  );
`;

const MOTIONS = `
  CREATE TABLE kuer.motions (
    id                    uuid PRIMARY KEY,
    session_id            uuid NOT NULL,
    call_id               uuid NOT NULL,
    number                integer NOT NULL,
    kind                  text NOT NULL,
    text                  text NOT NULL,
    bundle_id             uuid,
    application_id        uuid,
    other_application_id  uuid,
    ballot                text NOT NULL,
    majority              text NOT NULL,
    tie_rule              text NOT NULL,
    state                 text NOT NULL DEFAULT 'put',
    put_by                uuid NOT NULL REFERENCES kuer.accounts (id),
    put_at                timestamptz NOT NULL DEFAULT now(),
    opened_by             uuid REFERENCES kuer.accounts (id),
    opened_at             timestamptz,
    closed_by             uuid REFERENCES kuer.accounts (id),
    closed_at             timestamptz,
    -- The result, computed from the votes when the motion was closed; result holds quorum and electorate as they were.
    outcome               text,
    yes_count             integer,
    no_count              integer,
    abstain_count         integer,
    result                jsonb,
    version               integer NOT NULL DEFAULT 0,
    CONSTRAINT motions_session FOREIGN KEY (session_id, call_id) REFERENCES kuer.sessions (id, call_id),
    CONSTRAINT motions_bundle FOREIGN KEY (bundle_id, call_id) REFERENCES kuer.bundles (id, call_id),
    CONSTRAINT motions_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT motions_other_application FOREIGN KEY (other_application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT motions_number_is_unique UNIQUE (session_id, number),
    CONSTRAINT motions_text_is_given CHECK (btrim(text) <> ''),
    CONSTRAINT motions_kind_has_its_form CHECK (kind ~ '^[a-z_]+$'),
    CONSTRAINT motions_ballot_is_known CHECK (ballot IN ('open', 'secret')),
    CONSTRAINT motions_majority_is_known CHECK (majority IN ('simple', 'two_thirds')),
    CONSTRAINT motions_tie_rule_is_known CHECK (tie_rule IN ('chair_decides', 'rejected')),
    CONSTRAINT motions_state_is_known CHECK (state IN ('put', 'open', 'closed')),
    CONSTRAINT motions_outcome_is_known CHECK (outcome IN ('adopted', 'rejected', 'not_quorate')),
    CONSTRAINT motions_open_since CHECK ((state = 'put') = (opened_at IS NULL)),
    CONSTRAINT motions_closed_since CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
    CONSTRAINT motions_only_closed_ones_have_results CHECK (
      state = 'closed' OR (outcome IS NULL AND yes_count IS NULL AND no_count IS NULL AND abstain_count IS NULL AND result IS NULL)),
    CONSTRAINT motions_ballot_key UNIQUE (id, call_id)
  );
  -- One vote at a time: a session opens the next motion once the last is closed.
  CREATE UNIQUE INDEX motions_one_open_per_session ON kuer.motions (session_id) WHERE state = 'open';
  CREATE INDEX motions_by_bundle ON kuer.motions (bundle_id, call_id);
  CREATE INDEX motions_by_application ON kuer.motions (application_id, call_id);
  CREATE INDEX motions_by_other_application ON kuer.motions (other_application_id, call_id);

  -- Who may vote on the motion, fixed when it is opened: without the recused, who are out of the room.
  CREATE TABLE kuer.motion_electorate (
    motion_id   uuid NOT NULL,
    account_id  uuid NOT NULL REFERENCES kuer.accounts (id),
    call_id     uuid NOT NULL,
    status      text NOT NULL,
    PRIMARY KEY (motion_id, account_id),
    CONSTRAINT motion_electorate_motion FOREIGN KEY (motion_id, call_id) REFERENCES kuer.motions (id, call_id),
    CONSTRAINT motion_electorate_status_is_known CHECK (status IN ('eligible', 'recused', 'absent'))
  );
`;

const VOTES = `
  -- One row a member and motion: the primary key is the rule (I6). The electorate is the foreign key: who is not on it has no vote.
  CREATE TABLE kuer.votes (
    motion_id   uuid NOT NULL,
    account_id  uuid NOT NULL REFERENCES kuer.accounts (id),
    call_id     uuid NOT NULL,
    -- Null in a secret ballot: that somebody voted is recorded, not what.
    choice      text,
    cast_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (motion_id, account_id),
    CONSTRAINT votes_motion FOREIGN KEY (motion_id, call_id) REFERENCES kuer.motions (id, call_id),
    CONSTRAINT votes_electorate FOREIGN KEY (motion_id, account_id) REFERENCES kuer.motion_electorate (motion_id, account_id),
    CONSTRAINT votes_choice_is_known CHECK (choice IN ('yes', 'no', 'abstain'))
  );

  -- The slips of a secret ballot: no account, no time, and a random id, since a UUIDv7 would tell the time.
  CREATE TABLE kuer.secret_ballots (
    id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    motion_id  uuid NOT NULL REFERENCES kuer.motions (id),
    choice     text NOT NULL,
    CONSTRAINT secret_ballots_choice_is_known CHECK (choice IN ('yes', 'no', 'abstain'))
  );
  CREATE INDEX secret_ballots_by_motion ON kuer.secret_ballots (motion_id);
`;

const DECISIONS = `
  CREATE TABLE kuer.decisions (
    id             uuid PRIMARY KEY,
    call_id        uuid NOT NULL,
    number         integer NOT NULL,
    supersedes_id  uuid REFERENCES kuer.decisions (id),
    -- Why an earlier decision is corrected.
    reason         text,
    bundle_id      uuid NOT NULL,
    motion_id      uuid NOT NULL,
    decided_by     uuid NOT NULL REFERENCES kuer.accounts (id),
    decided_at     timestamptz NOT NULL DEFAULT now(),
    published_by   uuid REFERENCES kuer.accounts (id),
    published_at   timestamptz,
    CONSTRAINT decisions_bundle FOREIGN KEY (bundle_id, call_id) REFERENCES kuer.bundles (id, call_id),
    CONSTRAINT decisions_motion FOREIGN KEY (motion_id, call_id) REFERENCES kuer.motions (id, call_id),
    CONSTRAINT decisions_number_is_unique UNIQUE (call_id, number),
    CONSTRAINT decisions_correction_refers_and_says_why CHECK (
      (number = 1 AND supersedes_id IS NULL) OR
      (number > 1 AND supersedes_id IS NOT NULL AND btrim(coalesce(reason, '')) <> '')),
    CONSTRAINT decisions_superseded_once UNIQUE (supersedes_id),
    CONSTRAINT decisions_publication_is_whole CHECK ((published_by IS NULL) = (published_at IS NULL)),
    CONSTRAINT decisions_call_key UNIQUE (id, call_id)
  );
  CREATE INDEX decisions_by_bundle ON kuer.decisions (bundle_id, call_id);
  CREATE INDEX decisions_by_motion ON kuer.decisions (motion_id, call_id);

  CREATE TABLE kuer.decision_items (
    decision_id      uuid NOT NULL,
    application_id   uuid NOT NULL,
    call_id          uuid NOT NULL,
    outcome          text NOT NULL,
    reserve_rank     integer,
    portfolio_group  text NOT NULL,
    PRIMARY KEY (decision_id, application_id),
    CONSTRAINT decision_items_decision FOREIGN KEY (decision_id, call_id) REFERENCES kuer.decisions (id, call_id),
    CONSTRAINT decision_items_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT decision_items_outcome_is_known CHECK (outcome IN ('selected', 'reserve', 'not_selected')),
    CONSTRAINT decision_items_reserve_has_a_place CHECK ((outcome = 'reserve') = (reserve_rank IS NOT NULL) AND reserve_rank >= 1),
    CONSTRAINT decision_items_group_is_known CHECK (portfolio_group IN
      ('grossstaedte','mittelstaedte','kleinstaedte_landgemeinden','interkommunal_landkreise'))
  );
  CREATE INDEX decision_items_by_application ON kuer.decision_items (application_id, call_id);
`;

const NOTICES = `
  -- Every message to applicants is on record, and one that concerns all goes to all.
  CREATE TABLE kuer.notices (
    id              uuid PRIMARY KEY,
    call_id         uuid NOT NULL REFERENCES kuer.calls (id),
    application_id  uuid,
    kind            text NOT NULL,
    recipients      text[] NOT NULL DEFAULT '{}',
    subject         text NOT NULL,
    body            text NOT NULL,
    sent_by         uuid NOT NULL REFERENCES kuer.accounts (id),
    sent_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT notices_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT notices_kind_has_its_form CHECK (kind ~ '^[a-z_]+$')
  );
  CREATE INDEX notices_by_call ON kuer.notices (call_id, sent_at);
  CREATE INDEX notices_by_application ON kuer.notices (application_id, call_id);
`;

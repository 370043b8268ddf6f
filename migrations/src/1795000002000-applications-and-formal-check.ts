import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is applied for, stage 1, and who is in conflict with it. */
export class ApplicationsAndFormalCheck1795000002000 implements MigrationInterface {
  name = 'ApplicationsAndFormalCheck1795000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(APPLICATIONS);
    await runner.query(CONTENTS);
    await runner.query(ATTACHMENTS);
    await runner.query(FORMAL_CHECK);
    await runner.query(CONFLICTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kuer.conflict_statements;
      DROP TABLE kuer.conflicts;
      DROP TABLE kuer.supplement_requests;
      DROP TABLE kuer.formal_check_decisions;
      DROP TABLE kuer.formal_check_items;
      DROP TABLE kuer.attachment_contents;
      DROP TABLE kuer.attachments;
      DROP TABLE kuer.application_parties;
      DROP TABLE kuer.application_contents;
      DROP TABLE kuer.applications;
    `);
  }
}

const APPLICATIONS = `
  -- That an application exists, and nothing of its content: this row is all that a recused juror sees (I5).
  CREATE TABLE kuer.applications (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    number      text NOT NULL,
    state       text NOT NULL DEFAULT 'received',
    created_by  uuid REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT applications_number_has_its_form CHECK (number ~ '^[A-Z]-[0-9]{3,6}$'),
    CONSTRAINT applications_number_is_unique UNIQUE (call_id, number),
    CONSTRAINT applications_state_is_known CHECK (state IN (
      'received','in_formal_check','supplement_requested','formally_accepted','formally_rejected','in_review','reviewed',
      'in_reconciliation','recommended','not_recommended','selected','reserve','not_selected','withdrawn')),
    -- Target of composite foreign keys: a row below an application can not name another call than the application does.
    CONSTRAINT applications_call_key UNIQUE (id, call_id)
  );
  CREATE INDEX applications_by_state ON kuer.applications (call_id, state);
  -- The order of lists, in which B-1000 comes after B-999: a page is read, not sorted out of ten thousand rows.
  CREATE INDEX applications_in_order ON kuer.applications
    (call_id, (ascii(number) * 1000000 + substr(number, 3)::integer), id);
`;

const CONTENTS = `
  CREATE TABLE kuer.application_contents (
    application_id     uuid PRIMARY KEY,
    call_id            uuid NOT NULL,
    title              text NOT NULL,
    motto              text,
    summary            text,
    cooperation_text   text,
    lead_name          text NOT NULL,
    lead_ags           text NOT NULL,
    federal_states     text[] NOT NULL,
    size_class         text NOT NULL,
    portfolio_group    text NOT NULL,
    phase              text,
    funding_requested  numeric(14,2),
    population         integer,
    themes             text[] NOT NULL DEFAULT '{}',
    contact_name       text,
    contact_email      text,
    received_on        date,
    -- The lines of the public overview where they differ from lead and partners: as the office wants them printed.
    overview_heading   text,
    overview_partners  text[],
    is_generated       boolean NOT NULL DEFAULT false,
    -- Names of the fields whose values were generated although the application itself was published.
    generated_fields   text[] NOT NULL DEFAULT '{}',
    withdrawn_at       timestamptz,
    withdrawn_by       uuid REFERENCES kuer.accounts (id),
    withdrawal_reason  text,
    created_at         timestamptz NOT NULL DEFAULT now(),
    updated_at         timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT application_contents_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT application_contents_title_is_given CHECK (btrim(title) <> ''),
    CONSTRAINT application_contents_lead_is_given CHECK (btrim(lead_name) <> ''),
    CONSTRAINT application_contents_lead_ags_is_a_key CHECK (lead_ags ~ '^[0-9]{8}$|^[0-9]{12}$'),
    CONSTRAINT application_contents_states_are_known CHECK (cardinality(federal_states) >= 1 AND federal_states <@
      ARRAY['SH','HH','NI','HB','NW','HE','RP','BW','BY','SL','BE','BB','MV','SN','ST','TH']),
    CONSTRAINT application_contents_size_class_is_known CHECK (size_class IN (
      'grosse-grossstadt','kleinere-grossstadt','groessere-mittelstadt','kleinere-mittelstadt','groessere-kleinstadt',
      'kleine-kleinstadt','landgemeinde','gemeinde','kreisfreie-grossstadt','staedtischer-kreis',
      'laendlicher-kreis-mit-verdichtungsansaetzen','duenn-besiedelter-laendlicher-kreis')),
    CONSTRAINT application_contents_group_is_known CHECK (portfolio_group IN
      ('grossstaedte','mittelstaedte','kleinstaedte_landgemeinden','interkommunal_landkreise')),
    CONSTRAINT application_contents_phase_is_known CHECK (phase IN ('A', 'B')),
    CONSTRAINT application_contents_funding_is_not_negative CHECK (funding_requested >= 0),
    CONSTRAINT application_contents_population_is_not_negative CHECK (population >= 0)
  );
  CREATE INDEX application_contents_by_group ON kuer.application_contents (call_id, portfolio_group);

  -- Lead and partners as bodies. is_active goes with the application: a withdrawn one frees its municipalities.
  CREATE TABLE kuer.application_parties (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    role            text NOT NULL,
    position        integer NOT NULL DEFAULT 0,
    name            text NOT NULL,
    ags             text,
    kind            text,
    federal_state   text,
    is_active       boolean NOT NULL DEFAULT true,
    CONSTRAINT application_parties_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT application_parties_role_is_known CHECK (role IN ('lead', 'partner')),
    CONSTRAINT application_parties_name_is_given CHECK (btrim(name) <> ''),
    CONSTRAINT application_parties_ags_is_a_key CHECK (ags ~ '^[0-9]{8}$|^[0-9]{12}$'),
    CONSTRAINT application_parties_lead_has_a_key CHECK (role <> 'lead' OR ags IS NOT NULL),
    CONSTRAINT application_parties_state_is_known CHECK (federal_state IN
      ('SH','HH','NI','HB','NW','HE','RP','BW','BY','SL','BE','BB','MV','SN','ST','TH'))
  );
  CREATE INDEX application_parties_by_application ON kuer.application_parties (application_id, call_id);
  CREATE INDEX application_parties_by_ags ON kuer.application_parties (call_id, ags);
  CREATE UNIQUE INDEX application_parties_one_lead_per_application ON kuer.application_parties (application_id) WHERE role = 'lead';
  -- A municipality leads one application of a call. A second part as partner is shown as a collision, not refused.
  CREATE UNIQUE INDEX application_parties_lead_once_per_call ON kuer.application_parties (call_id, ags)
    WHERE role = 'lead' AND is_active;
`;

const ATTACHMENTS = `
  CREATE TABLE kuer.attachments (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    document_key    text NOT NULL,
    file_name       text NOT NULL,
    media_type      text NOT NULL,
    size            integer NOT NULL,
    sha256          text NOT NULL,
    uploaded_by     uuid NOT NULL REFERENCES kuer.accounts (id),
    uploaded_at     timestamptz NOT NULL DEFAULT now(),
    removed_by      uuid REFERENCES kuer.accounts (id),
    removed_at      timestamptz,
    CONSTRAINT attachments_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT attachments_size_is_positive CHECK (size > 0),
    CONSTRAINT attachments_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT attachments_removal_is_whole CHECK ((removed_by IS NULL) = (removed_at IS NULL))
  );
  CREATE INDEX attachments_by_application ON kuer.attachments (application_id, call_id);

  -- The bytes stand apart, so that no list drags them along; in the database, so that its backup is complete.
  CREATE TABLE kuer.attachment_contents (
    attachment_id  uuid PRIMARY KEY REFERENCES kuer.attachments (id),
    bytes          bytea NOT NULL
  );
  -- PDF is compressed already: trying again costs time and gains nothing.
  ALTER TABLE kuer.attachment_contents ALTER COLUMN bytes SET STORAGE EXTERNAL;
`;

const FORMAL_CHECK = `
  CREATE TABLE kuer.formal_check_items (
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    item_key        text NOT NULL,
    result          text NOT NULL,
    comment         text,
    examined_by     uuid NOT NULL REFERENCES kuer.accounts (id),
    examined_at     timestamptz NOT NULL DEFAULT now(),
    version         integer NOT NULL DEFAULT 1,
    PRIMARY KEY (application_id, item_key),
    CONSTRAINT formal_check_items_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT formal_check_items_result_is_known CHECK (result IN ('passed','failed','not_applicable'))
  );

  -- What examiners decided, one row each. A rejection counts once a second examiner's row confirms the first one (I4).
  CREATE TABLE kuer.formal_check_decisions (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    outcome         text NOT NULL,
    reason          text,
    decided_by      uuid NOT NULL REFERENCES kuer.accounts (id),
    decided_at      timestamptz NOT NULL DEFAULT now(),
    confirms_id     uuid,
    CONSTRAINT formal_check_decisions_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT formal_check_decisions_outcome_is_known CHECK (outcome IN ('accepted', 'rejected')),
    CONSTRAINT formal_check_decisions_rejection_has_reason CHECK (outcome <> 'rejected' OR btrim(coalesce(reason, '')) <> ''),
    CONSTRAINT formal_check_decisions_only_rejections_are_confirmed CHECK (confirms_id IS NULL OR outcome = 'rejected'),
    -- Confirmed once at most, and only a decision on the same application.
    CONSTRAINT formal_check_decisions_confirmed_once UNIQUE (confirms_id),
    CONSTRAINT formal_check_decisions_key UNIQUE (id, application_id),
    CONSTRAINT formal_check_decisions_confirms FOREIGN KEY (confirms_id, application_id)
      REFERENCES kuer.formal_check_decisions (id, application_id)
  );
  CREATE INDEX formal_check_decisions_by_application ON kuer.formal_check_decisions (application_id, call_id);

  CREATE TABLE kuer.supplement_requests (
    id              uuid PRIMARY KEY,
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    due_on          date NOT NULL,
    document_keys   text[] NOT NULL DEFAULT '{}',
    message         text NOT NULL,
    sent_by         uuid NOT NULL REFERENCES kuer.accounts (id),
    sent_at         timestamptz NOT NULL DEFAULT now(),
    answer          text,
    answered_at     timestamptz,
    answered_by     uuid REFERENCES kuer.accounts (id),
    CONSTRAINT supplement_requests_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT supplement_requests_message_is_given CHECK (btrim(message) <> ''),
    CONSTRAINT supplement_requests_answer_is_whole CHECK (
      (answer IS NULL) = (answered_at IS NULL) AND (answered_by IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX supplement_requests_by_application ON kuer.supplement_requests (application_id, call_id);
`;

const CONFLICTS = `
  CREATE TABLE kuer.conflicts (
    id              uuid PRIMARY KEY,
    call_id         uuid NOT NULL,
    application_id  uuid NOT NULL,
    account_id      uuid NOT NULL REFERENCES kuer.accounts (id),
    ground          text NOT NULL,
    note            text,
    source          text NOT NULL,
    state           text NOT NULL DEFAULT 'active',
    -- Who put it on record: the person (declared), a coordinator (set), or whoever's act led to it (derived).
    created_by      uuid NOT NULL REFERENCES kuer.accounts (id),
    created_at      timestamptz NOT NULL DEFAULT now(),
    lifted_by       uuid REFERENCES kuer.accounts (id),
    lifted_at       timestamptz,
    lift_reason     text,
    CONSTRAINT conflicts_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id),
    CONSTRAINT conflicts_ground_is_known CHECK (ground IN
      ('own_municipality','own_partner','employer','own_state','family','economic','prior_involvement','other')),
    CONSTRAINT conflicts_source_is_known CHECK (source IN ('declared', 'set', 'derived')),
    CONSTRAINT conflicts_state_is_known CHECK (state IN ('active', 'lifted')),
    CONSTRAINT conflicts_declared_by_the_person CHECK (source <> 'declared' OR created_by = account_id),
    CONSTRAINT conflicts_lift_is_whole CHECK (
      num_nonnulls(lifted_by, lifted_at, nullif(btrim(lift_reason), '')) = CASE state WHEN 'lifted' THEN 3 ELSE 0 END),
    -- Decided without the person concerned: nobody lifts a conflict of their own.
    CONSTRAINT conflicts_lifted_by_another CHECK (lifted_by <> account_id)
  );
  CREATE UNIQUE INDEX conflicts_one_active_per_ground ON kuer.conflicts (application_id, account_id, ground) WHERE state = 'active';
  CREATE INDEX conflicts_active_by_account ON kuer.conflicts (account_id, application_id) WHERE state = 'active';
  CREATE INDEX conflicts_by_application ON kuer.conflicts (application_id, call_id);
  CREATE INDEX conflicts_by_call ON kuer.conflicts (call_id, created_at);

  -- The answer to the conflict question, once per person and application. A later "yes" is a conflict of its own.
  CREATE TABLE kuer.conflict_statements (
    application_id  uuid NOT NULL,
    call_id         uuid NOT NULL,
    account_id      uuid NOT NULL REFERENCES kuer.accounts (id),
    has_conflict    boolean NOT NULL,
    stated_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (application_id, account_id),
    CONSTRAINT conflict_statements_application FOREIGN KEY (application_id, call_id) REFERENCES kuer.applications (id, call_id)
  );
`;

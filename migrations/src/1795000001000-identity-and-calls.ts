import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes part, and the call they take part in: accounts, calls, the criteria catalogue, members, overrides. */
export class IdentityAndCalls1795000001000 implements MigrationInterface {
  name = 'IdentityAndCalls1795000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE SCHEMA kuer`);
    await runner.query(ACCOUNTS);
    await runner.query(CALLS);
    await runner.query(CATALOGUE);
    await runner.query(MEMBERS);
    await runner.query(OVERRIDES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kuer.override_requests;
      DROP TABLE kuer.members;
      DROP TABLE kuer.catalogue_criteria;
      DROP TABLE kuer.catalogue_versions;
      DROP TABLE kuer.calls;
      DROP TABLE kuer.accounts;
      DROP SCHEMA kuer;
    `);
  }
}

const ACCOUNTS = `
  CREATE TABLE kuer.accounts (
    id                uuid PRIMARY KEY,
    email             text NOT NULL,
    display_name      text NOT NULL,
    password_hash     text,
    is_administrator  boolean NOT NULL DEFAULT false,
    municipality_ags  text,
    employer          text,
    home_state        text,
    expertise         text[] NOT NULL DEFAULT '{}',
    locale            text NOT NULL DEFAULT 'de',
    is_demo           boolean NOT NULL DEFAULT false,
    disabled_at       timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    updated_at        timestamptz NOT NULL DEFAULT now(),
    version           integer NOT NULL DEFAULT 0,
    CONSTRAINT accounts_email_is_plausible CHECK (email ~ '^[^[:space:]@]+@[^[:space:]@]+$' AND length(email) <= 254),
    CONSTRAINT accounts_display_name_is_given CHECK (btrim(display_name) <> ''),
    -- Keys of municipalities are strings: 8 digits (AGS) or 12 (ARS), leading zeros count.
    CONSTRAINT accounts_municipality_ags_is_a_key CHECK (municipality_ags ~ '^[0-9]{8}$|^[0-9]{12}$'),
    CONSTRAINT accounts_home_state_is_known CHECK (home_state IN
      ('SH','HH','NI','HB','NW','HE','RP','BW','BY','SL','BE','BB','MV','SN','ST','TH')),
    CONSTRAINT accounts_locale_is_known CHECK (locale IN ('de', 'en'))
  );
  -- One person, one account: Koordination@ and koordination@ are the same mailbox.
  CREATE UNIQUE INDEX accounts_email_is_unique ON kuer.accounts (lower(email));
`;

const CALLS = `
  CREATE TABLE kuer.calls (
    id          uuid PRIMARY KEY,
    title       text NOT NULL,
    round       text,
    state       text NOT NULL DEFAULT 'draft',
    settings    jsonb NOT NULL DEFAULT '{}',
    is_demo     boolean NOT NULL DEFAULT false,
    -- Scores and reasons of this call were generated and are marked as such wherever they show.
    has_generated_data boolean NOT NULL DEFAULT false,
    created_by  uuid REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    updated_at  timestamptz NOT NULL DEFAULT now(),
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT calls_title_is_given CHECK (btrim(title) <> ''),
    CONSTRAINT calls_settings_are_an_object CHECK (jsonb_typeof(settings) = 'object'),
    CONSTRAINT calls_state_is_known CHECK (state IN ('draft','formal_check','review','jury','decided','published'))
  );
`;

const CATALOGUE = `
  CREATE TABLE kuer.catalogue_versions (
    id          uuid PRIMARY KEY,
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    number      integer NOT NULL,
    content     jsonb NOT NULL,
    created_by  uuid REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    frozen_by   uuid REFERENCES kuer.accounts (id),
    frozen_at   timestamptz,
    version     integer NOT NULL DEFAULT 0,
    CONSTRAINT catalogue_versions_number_counts_from_one CHECK (number >= 1),
    CONSTRAINT catalogue_versions_content_is_an_object CHECK (jsonb_typeof(content) = 'object'),
    CONSTRAINT catalogue_versions_number_is_unique UNIQUE (call_id, number)
  );

  -- The criteria as rows, so that a score can refer to one by foreign key: what is not in the catalogue can not be scored.
  CREATE TABLE kuer.catalogue_criteria (
    catalogue_id  uuid NOT NULL REFERENCES kuer.catalogue_versions (id),
    code          text NOT NULL,
    group_code    text NOT NULL,
    weight        numeric(9,4) NOT NULL DEFAULT 1,
    scale_max     numeric(7,3) NOT NULL,
    scale_step    numeric(7,3) NOT NULL,
    position      integer NOT NULL,
    PRIMARY KEY (catalogue_id, code),
    CONSTRAINT catalogue_criteria_weight_is_not_negative CHECK (weight >= 0),
    CONSTRAINT catalogue_criteria_scale_is_sound CHECK (scale_max > 0 AND scale_step > 0 AND scale_step <= scale_max),
    CONSTRAINT catalogue_criteria_position_is_unique UNIQUE (catalogue_id, position),
    -- Target of the scores' foreign key: it carries the scale into the score, where a CHECK compares value and scale.
    CONSTRAINT catalogue_criteria_scale_key UNIQUE (catalogue_id, code, scale_max, scale_step)
  );
`;

const MEMBERS = `
  -- Roles are held per call; the administrator's is a mark of the account. Rows come and go, they are never changed.
  CREATE TABLE kuer.members (
    call_id     uuid NOT NULL REFERENCES kuer.calls (id),
    account_id  uuid NOT NULL REFERENCES kuer.accounts (id),
    role        text NOT NULL,
    created_by  uuid REFERENCES kuer.accounts (id),
    created_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (call_id, account_id, role),
    CONSTRAINT members_role_is_known CHECK (role IN ('coordinator','examiner','reviewer','juror','chair','auditor'))
  );
  CREATE INDEX members_by_account ON kuer.members (account_id, role, call_id);
`;

const OVERRIDES = `
  -- A stage step although duties are open: one coordinator asks, another one confirms (I4).
  CREATE TABLE kuer.override_requests (
    id            uuid PRIMARY KEY,
    call_id       uuid NOT NULL REFERENCES kuer.calls (id),
    from_state    text NOT NULL,
    to_state      text NOT NULL,
    reason        text NOT NULL,
    -- What was missing when it was asked for: codes and ids, as the readiness list says it.
    missing       jsonb NOT NULL DEFAULT '[]',
    requested_by  uuid NOT NULL REFERENCES kuer.accounts (id),
    requested_at  timestamptz NOT NULL DEFAULT now(),
    confirmed_by  uuid REFERENCES kuer.accounts (id),
    confirmed_at  timestamptz,
    withdrawn_at  timestamptz,
    CONSTRAINT override_requests_reason_is_given CHECK (btrim(reason) <> ''),
    CONSTRAINT override_requests_states_are_known CHECK (
      from_state IN ('draft','formal_check','review','jury','decided','published') AND
      to_state IN ('draft','formal_check','review','jury','decided','published')),
    CONSTRAINT override_requests_confirmed_by_another CHECK (confirmed_by <> requested_by),
    CONSTRAINT override_requests_confirmation_is_whole CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
    CONSTRAINT override_requests_end_once CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
  );
  CREATE UNIQUE INDEX override_requests_one_pending_per_call ON kuer.override_requests (call_id)
    WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;
  CREATE INDEX override_requests_by_call ON kuer.override_requests (call_id);
`;

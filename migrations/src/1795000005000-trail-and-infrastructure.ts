import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The audit trail, and what the HTTP layer keeps in the database: sessions of sign-in, repeated requests. */
export class TrailAndInfrastructure1795000005000 implements MigrationInterface {
  name = 'TrailAndInfrastructure1795000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRAIL);
    await runner.query(SIGN_IN);
    await runner.query(IDEMPOTENCY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE kuer.idempotency_records;
      DROP TABLE kuer.sign_in_attempts;
      DROP TABLE kuer.refresh_tokens;
      DROP TABLE kuer.audit_events;
      DROP TABLE kuer.audit_chains;
    `);
  }
}

const TRAIL = `
  -- One chain a call, and one of the installation under the nil UUID. The row holds where the chain stands; it is moved on
  -- by the events themselves (trigger), never by hand.
  CREATE TABLE kuer.audit_chains (
    id          uuid PRIMARY KEY,
    last_seq    bigint NOT NULL DEFAULT 0,
    last_hash   bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex'),
    CONSTRAINT audit_chains_hash_is_sha256 CHECK (octet_length(last_hash) = 32),
    CONSTRAINT audit_chains_seq_is_not_negative CHECK (last_seq >= 0)
  );

  CREATE TABLE kuer.audit_events (
    -- What an event refers to exists (kuer.append_to_chain() looks) and is never deleted. Not by foreign keys: each would lock
    -- the row it names while the chain is held, and two requests could wait for each other.
    chain_id        uuid NOT NULL,
    seq             bigint NOT NULL,
    id              uuid NOT NULL,
    call_id         uuid,
    application_id  uuid,
    type            text NOT NULL,
    -- Null: the installation itself (sign-in book-keeping, the demo loader's accounts).
    actor_id        uuid,
    at              timestamptz NOT NULL,
    payload         jsonb NOT NULL,
    -- The event in canonical JSON (RFC 8785), to the byte as it was hashed: jsonb does not keep bytes.
    canonical       text NOT NULL,
    previous_hash   bytea NOT NULL,
    hash            bytea NOT NULL,
    PRIMARY KEY (chain_id, seq),
    CONSTRAINT audit_events_id_is_unique UNIQUE (id),
    CONSTRAINT audit_events_type_has_its_form CHECK (type ~ '^[A-Z][A-Z0-9_]*$'),
    CONSTRAINT audit_events_chain_of_the_call CHECK (chain_id = coalesce(call_id, '00000000-0000-0000-0000-000000000000')),
    -- The database recomputes the hash: an event whose hash does not follow from its predecessor can not be stored (I8).
    CONSTRAINT audit_events_hash_follows CHECK (hash = sha256(previous_hash || convert_to(canonical, 'UTF8'))),
    CONSTRAINT audit_events_seq_counts_from_one CHECK (seq >= 1)
  );
  CREATE INDEX audit_events_by_call ON kuer.audit_events (call_id);
  CREATE INDEX audit_events_by_application ON kuer.audit_events (application_id, call_id);
  CREATE INDEX audit_events_by_actor ON kuer.audit_events (actor_id);
  CREATE INDEX audit_events_by_type ON kuer.audit_events (chain_id, type);
`;

const SIGN_IN = `
  -- Rotating refresh tokens: using one twice revokes its whole family. Only hashes are kept.
  CREATE TABLE kuer.refresh_tokens (
    id            uuid PRIMARY KEY,
    family_id     uuid NOT NULL,
    account_id    uuid NOT NULL REFERENCES kuer.accounts (id),
    token_hash    text NOT NULL,
    issued_at     timestamptz NOT NULL DEFAULT now(),
    expires_at    timestamptz NOT NULL,
    used_at       timestamptz,
    revoked_at    timestamptz,
    revoked_why   text,
    CONSTRAINT refresh_tokens_hash_is_unique UNIQUE (token_hash)
  );
  CREATE INDEX refresh_tokens_by_family ON kuer.refresh_tokens (family_id);
  CREATE INDEX refresh_tokens_by_account ON kuer.refresh_tokens (account_id);
  CREATE INDEX refresh_tokens_by_expiry ON kuer.refresh_tokens (expires_at);

  CREATE TABLE kuer.sign_in_attempts (
    id           uuid PRIMARY KEY,
    -- What was tried, lower case; not necessarily an account's.
    email        text NOT NULL,
    account_id   uuid REFERENCES kuer.accounts (id),
    remote_key   text NOT NULL DEFAULT '',
    succeeded    boolean NOT NULL,
    at           timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX sign_in_attempts_by_email ON kuer.sign_in_attempts (email, at);
  CREATE INDEX sign_in_attempts_by_remote ON kuer.sign_in_attempts (remote_key, at);
`;

const IDEMPOTENCY = `
  CREATE TABLE kuer.idempotency_records (
    account_id    uuid NOT NULL REFERENCES kuer.accounts (id),
    key           text NOT NULL,
    route         text NOT NULL,
    request_hash  text NOT NULL,
    status        integer NOT NULL,
    headers       jsonb NOT NULL DEFAULT '{}',
    body          jsonb,
    created_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, key)
  );
  CREATE INDEX idempotency_records_by_age ON kuer.idempotency_records (created_at);
`;

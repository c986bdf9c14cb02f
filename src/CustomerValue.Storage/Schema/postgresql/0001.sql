-- Members by number, a pseudonym that stays. The id goes when the person is forgotten.
CREATE TABLE {p}member (
    number   BIGINT PRIMARY KEY,
    id       TEXT UNIQUE,
    sequence BIGINT NOT NULL CHECK (sequence >= 1)
);

-- The journal. Content is the whole entry, beginning with the hash of the member's entry before; hash is its SHA-256.
-- What stands in further columns is for people and reports. Instants are ticks (10^-7 seconds) since 1970-01-01 UTC.
CREATE TABLE {p}entry (
    member       BIGINT NOT NULL REFERENCES {p}member (number),
    sequence     BIGINT NOT NULL CHECK (sequence >= 1),
    kind         TEXT   NOT NULL,
    key          TEXT   NOT NULL,
    wallet       TEXT,
    occurred_at  BIGINT NOT NULL,
    effective_at BIGINT NOT NULL,
    recorded_at  BIGINT NOT NULL,
    postings     BIGINT NOT NULL CHECK (postings >= 0),
    hash         BYTEA  NOT NULL CHECK (length(hash) = 32),
    content      BYTEA  NOT NULL,
    PRIMARY KEY (member, sequence)
);

-- The movements of points. They are written before their entry, which then checks that they are all there and come to 0.
CREATE TABLE {p}posting (
    member   BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    line     BIGINT NOT NULL,
    account  TEXT   NOT NULL,
    lot      BIGINT NOT NULL,
    units    BIGINT NOT NULL,
    PRIMARY KEY (member, sequence, line),
    FOREIGN KEY (member, sequence) REFERENCES {p}entry (member, sequence) DEFERRABLE INITIALLY DEFERRED
);

-- The checks look at all rows of a statement at once, which is many times as fast as row by row.
CREATE FUNCTION {p}entry_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM added, LATERAL (SELECT count(*) AS postings, coalesce(sum(units), 0) AS units FROM {p}posting AS p WHERE p.member = added.member AND p.sequence = added.sequence) AS there
        WHERE there.postings <> added.postings OR there.units <> 0) THEN
        RAISE EXCEPTION 'the postings of an entry must all be there and add up to 0';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION {p}posting_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added WHERE EXISTS (SELECT 1 FROM {p}entry AS e WHERE e.member = added.member AND e.sequence = added.sequence)) THEN
        RAISE EXCEPTION 'postings come before their entry, and are never replaced';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION {p}never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is never changed or deleted; corrections are entries';
END $$;

CREATE TRIGGER entry_balanced AFTER INSERT ON {p}entry REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION {p}entry_balanced();
CREATE TRIGGER entry_never BEFORE UPDATE OR DELETE ON {p}entry FOR EACH ROW EXECUTE FUNCTION {p}never();
CREATE TRIGGER entry_truncate BEFORE TRUNCATE ON {p}entry FOR EACH STATEMENT EXECUTE FUNCTION {p}never();
CREATE TRIGGER posting_late AFTER INSERT ON {p}posting REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION {p}posting_late();
CREATE TRIGGER posting_never BEFORE UPDATE OR DELETE ON {p}posting FOR EACH ROW EXECUTE FUNCTION {p}never();
CREATE TRIGGER posting_truncate BEFORE TRUNCATE ON {p}posting FOR EACH STATEMENT EXECUTE FUNCTION {p}never();

-- What is left of lots: a cache, which the journal alone decides.
CREATE TABLE {p}lot (
    member       BIGINT NOT NULL REFERENCES {p}member (number),
    lot          BIGINT NOT NULL,
    wallet       TEXT   NOT NULL,
    granted      BIGINT NOT NULL,
    remaining    BIGINT NOT NULL CHECK (remaining >= 0 AND remaining <= granted),
    earned_at    BIGINT NOT NULL,
    activates_at BIGINT NOT NULL,
    expires_at   BIGINT,
    announced    BIGINT NOT NULL DEFAULT 0 CHECK (announced IN (0, 1)),
    PRIMARY KEY (member, lot)
);

CREATE INDEX {i}lot_expiring ON {p}lot (expires_at) WHERE remaining > 0 AND expires_at IS NOT NULL;

-- What keys were answered with: entries as member:first-last, or why it was refused.
CREATE TABLE {p}answer (
    key     TEXT PRIMARY KEY,
    payload BYTEA NOT NULL,
    entries TEXT  NOT NULL,
    error   TEXT,
    english TEXT,
    chinese TEXT
);

-- SHA-256 of what must not be rewarded twice.
CREATE TABLE {p}source (
    hash BYTEA PRIMARY KEY,
    type TEXT NOT NULL
);

-- What all members together have used of caps and budgets.
CREATE TABLE {p}counter (
    id          TEXT   NOT NULL,
    period      BIGINT NOT NULL,
    of_referrer BIGINT NOT NULL,
    used        BIGINT NOT NULL,
    PRIMARY KEY (id, period, of_referrer)
);

-- What is known of persons, apart from the journal and encrypted by a key per member. Forgetting destroys the key.
CREATE TABLE {p}profile (
    member  BIGINT PRIMARY KEY REFERENCES {p}member (number),
    secret  BYTEA NOT NULL,
    content BYTEA NOT NULL
);

-- What long journals came to, so that they need not be read from their beginning: a cache.
CREATE TABLE {p}snapshot (
    member   BIGINT PRIMARY KEY REFERENCES {p}member (number),
    sequence BIGINT NOT NULL,
    content  BYTEA NOT NULL
);

-- What others want to know. Transactions end in another order than their numbers, so a message gets its place when somebody reads: what is there
-- then comes after all that was read before. It and the next two are empty where the store keeps no messages.
CREATE TABLE {p}message (
    number    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    place     BIGINT UNIQUE,
    kind      TEXT   NOT NULL,
    member    BIGINT NOT NULL REFERENCES {p}member (number),
    sequence  BIGINT NOT NULL,
    at        BIGINT NOT NULL,
    wallet    TEXT,
    units     BIGINT NOT NULL,
    lot       BIGINT NOT NULL,
    tier_from TEXT,
    tier_to   TEXT
);

CREATE INDEX {i}message_waiting ON {p}message (number) WHERE place IS NULL;

-- A lot is told of once, whoever tells.
CREATE UNIQUE INDEX {i}message_expiring ON {p}message (member, lot) WHERE kind = 'PointsExpiring';

-- How far each reader of messages has come.
CREATE TABLE {p}reader (
    name  TEXT PRIMARY KEY,
    place BIGINT NOT NULL CHECK (place >= 0)
);

-- The tier of which a member was told last, and until when it lasts by time alone.
CREATE TABLE {p}standing (
    member BIGINT PRIMARY KEY REFERENCES {p}member (number),
    level  TEXT NOT NULL,
    until  BIGINT
);

CREATE INDEX {i}standing_due ON {p}standing (until) WHERE until IS NOT NULL;

-- Gives places to messages that wait for one, after all that had one.
CREATE FUNCTION {p}place_messages() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {p}message WHERE place IS NULL) THEN
        PERFORM pg_advisory_xact_lock('{p}message'::regclass::oid::bigint);
        UPDATE {p}message AS m SET place = waiting.place
            FROM (
                SELECT number, row_number() OVER (ORDER BY number) + greatest((SELECT coalesce(max(place), 0) FROM {p}message), (SELECT coalesce(max(place), 0) FROM {p}reader)) AS place
                FROM {p}message WHERE place IS NULL) AS waiting
            WHERE m.number = waiting.number;
    END IF;
END $$;

-- The highest number of a member, for one who is about to make new ones: until his transaction ends he alone does, as numbers have no gaps.
CREATE FUNCTION {p}last_member() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock('{p}member'::regclass::oid::bigint);
    RETURN (SELECT coalesce(max(number), 0) FROM {p}member);
END $$;

-- Which of many members, keys and sources are there. Plans are made once a connection and go by indexes, whatever the tables were like then: empty, as a rule.
CREATE FUNCTION {p}known(keys text[], ids text[], hashes bytea[])
RETURNS TABLE (number bigint, id text, sequence bigint, payload bytea, entries text, error text, english text, chinese text, key text, hash bytea) LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
    RETURN QUERY
        SELECT m.number, m.id, m.sequence, NULL::bytea, NULL::text, NULL::text, NULL::text, NULL::text, NULL::text, NULL::bytea FROM {p}member AS m WHERE m.id = ANY (ids)
        UNION ALL SELECT NULL, NULL, NULL, a.payload, a.entries, a.error, a.english, a.chinese, a.key, NULL FROM {p}answer AS a WHERE a.key = ANY (keys)
        UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, s.hash FROM {p}source AS s WHERE s.hash = ANY (hashes);
END $$;

-- Writes what was decided, a table after the other, each from its columns. What others may have changed fails: a key or source that is there, a
-- member's entry that is there, a member or counter that is no longer as it was (it would become NULL). Locks are taken in one order by all:
-- (that of last_member,) keys, sources, members by number, counters, lots by member and number.
CREATE FUNCTION {p}write(
    answer_key text[], answer_payload bytea[], answer_entries text[], answer_error text[], answer_english text[], answer_chinese text[],
    source_hash bytea[], source_type text[],
    forgotten bigint[],
    step_number bigint[], step_before bigint[], step_after bigint[],
    joined_number bigint[], joined_id text[], joined_sequence bigint[],
    counter_id text[], counter_period bigint[], counter_of_referrer bigint[], counter_before bigint[], counter_after bigint[],
    profile_member bigint[], profile_secret bytea[], profile_content bytea[],
    posting_member bigint[], posting_sequence bigint[], posting_line bigint[], posting_account text[], posting_lot bigint[], posting_units bigint[],
    entry_member bigint[], entry_sequence bigint[], entry_kind text[], entry_key text[], entry_wallet text[],
    entry_occurred_at bigint[], entry_effective_at bigint[], entry_recorded_at bigint[], entry_postings bigint[], entry_hash bytea[], entry_content bytea[],
    lot_member bigint[], lot_lot bigint[], lot_wallet text[], lot_granted bigint[], lot_remaining bigint[], lot_earned_at bigint[], lot_activates_at bigint[], lot_expires_at bigint[],
    snapshot_member bigint[], snapshot_sequence bigint[], snapshot_content bytea[],
    message_kind text[], message_member bigint[], message_sequence bigint[], message_at bigint[], message_wallet text[], message_units bigint[], message_lot bigint[], message_from text[], message_to text[],
    standing_member bigint[], standing_before text[], standing_level text[], standing_until bigint[],
    announced_member bigint[], announced_lot bigint[])
RETURNS void LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
AS $$
BEGIN
    INSERT INTO {p}answer (key, payload, entries, error, english, chinese)
        SELECT * FROM unnest(answer_key, answer_payload, answer_entries, answer_error, answer_english, answer_chinese);
    IF cardinality(source_hash) > 0 THEN
        INSERT INTO {p}source (hash, type) SELECT * FROM unnest(source_hash, source_type);
    END IF;
    IF cardinality(forgotten) > 0 THEN
        DELETE FROM {p}profile WHERE member = ANY (forgotten);
        UPDATE {p}member SET id = NULL WHERE number = ANY (forgotten);
    END IF;
    IF cardinality(step_number) > 1 THEN
        PERFORM 1 FROM {p}member WHERE number = ANY (step_number) ORDER BY number FOR UPDATE;
    END IF;
    UPDATE {p}member AS m SET sequence = CASE WHEN m.sequence = step.before THEN step.after END
        FROM unnest(step_number, step_before, step_after) AS step (number, before, after) WHERE m.number = step.number;
    IF cardinality(joined_number) > 0 THEN
        INSERT INTO {p}member (number, id, sequence) SELECT * FROM unnest(joined_number, joined_id, joined_sequence);
    END IF;
    IF cardinality(counter_id) > 0 THEN
        INSERT INTO {p}counter AS c (id, period, of_referrer, used) SELECT id, period, of_referrer, 0 FROM unnest(counter_id, counter_period, counter_of_referrer) AS step (id, period, of_referrer)
            ON CONFLICT DO NOTHING;
        PERFORM 1 FROM {p}counter WHERE id = ANY (counter_id) ORDER BY id, period, of_referrer FOR UPDATE;
        UPDATE {p}counter AS c SET used = CASE WHEN c.used = step.before THEN step.after END
            FROM unnest(counter_id, counter_period, counter_of_referrer, counter_before, counter_after) AS step (id, period, of_referrer, before, after)
            WHERE c.id = step.id AND c.period = step.period AND c.of_referrer = step.of_referrer;
    END IF;
    IF cardinality(profile_member) > 0 THEN
        INSERT INTO {p}profile (member, secret, content) SELECT * FROM unnest(profile_member, profile_secret, profile_content)
            ON CONFLICT (member) DO UPDATE SET secret = excluded.secret, content = excluded.content;
    END IF;
    IF cardinality(entry_member) > 0 THEN
        INSERT INTO {p}posting (member, sequence, line, account, lot, units)
            SELECT * FROM unnest(posting_member, posting_sequence, posting_line, posting_account, posting_lot, posting_units);
        INSERT INTO {p}entry (member, sequence, kind, key, wallet, occurred_at, effective_at, recorded_at, postings, hash, content)
            SELECT * FROM unnest(
                entry_member, entry_sequence, entry_kind, entry_key, entry_wallet,
                entry_occurred_at, entry_effective_at, entry_recorded_at, entry_postings, entry_hash, entry_content);
    END IF;
    IF cardinality(lot_member) > 0 THEN
        INSERT INTO {p}lot (member, lot, wallet, granted, remaining, earned_at, activates_at, expires_at)
            SELECT * FROM unnest(lot_member, lot_lot, lot_wallet, lot_granted, lot_remaining, lot_earned_at, lot_activates_at, lot_expires_at)
            ON CONFLICT (member, lot) DO UPDATE SET granted = excluded.granted, remaining = excluded.remaining;
    END IF;
    IF cardinality(snapshot_member) > 0 THEN
        INSERT INTO {p}snapshot (member, sequence, content) SELECT * FROM unnest(snapshot_member, snapshot_sequence, snapshot_content)
            ON CONFLICT (member) DO UPDATE SET sequence = excluded.sequence, content = excluded.content;
    END IF;
    IF cardinality(message_kind) > 0 THEN
        INSERT INTO {p}message (kind, member, sequence, at, wallet, units, lot, tier_from, tier_to)
            SELECT * FROM unnest(message_kind, message_member, message_sequence, message_at, message_wallet, message_units, message_lot, message_from, message_to);
    END IF;
    IF cardinality(standing_member) > 0 THEN
        INSERT INTO {p}standing AS s (member, level, until) SELECT member, level, until FROM unnest(standing_member, standing_level, standing_until) AS step (member, level, until)
            ON CONFLICT (member) DO UPDATE SET until = excluded.until,
                level = CASE WHEN s.level = (SELECT before FROM unnest(standing_member, standing_before) AS step (member, before) WHERE step.member = s.member) THEN excluded.level END;
    END IF;
    IF cardinality(announced_member) > 0 THEN
        UPDATE {p}lot AS l SET announced = 1 FROM unnest(announced_member, announced_lot) AS told (member, lot) WHERE l.member = told.member AND l.lot = told.lot;
    END IF;
END $$;

-- Customers whose stages are recorded, by number, a pseudonym that stays. The id goes when the customer is forgotten. They need not be members.
CREATE TABLE {p}stage_customer (
    number BIGINT PRIMARY KEY,
    id     TEXT UNIQUE
);

-- Runs: what was said of customers up to a day (days since 1970-01-01), by which definition, when and by whom. They are written after what they say.
CREATE TABLE {p}stage_run (
    number      BIGINT PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    lifecycle   TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    definition  TEXT    NOT NULL CHECK (length(definition) = 64),
    as_of       INTEGER NOT NULL,
    recorded_at BIGINT  NOT NULL,
    actor       TEXT,
    payload     TEXT    NOT NULL CHECK (length(payload) = 64),
    customers   INTEGER NOT NULL,
    changed     INTEGER NOT NULL
);

-- What runs say: a stage began on a day, or, without a transition, what had begun from this day on did not. From its first day on a run replaces what was
-- said of the customer before.
CREATE TABLE {p}stage (
    customer   BIGINT  NOT NULL REFERENCES {p}stage_customer (number),
    run        BIGINT  NOT NULL REFERENCES {p}stage_run (number) DEFERRABLE INITIALLY DEFERRED,
    line       INTEGER NOT NULL CHECK (line >= 0),
    day        INTEGER NOT NULL,
    stage      TEXT,
    stage_left TEXT,
    transition TEXT,
    event      TEXT,
    model      TEXT,
    english    TEXT    NOT NULL,
    chinese    TEXT    NOT NULL,
    CHECK (stage IS NOT NULL OR transition IS NULL),
    PRIMARY KEY (customer, run, line)
);

CREATE FUNCTION {p}stage_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT run FROM added) AS a JOIN {p}stage_run AS r ON r.number = a.run) THEN
        RAISE EXCEPTION 'what a run says comes before the run, and is never replaced';
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION {p}stage_never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what was said of stages is never changed or deleted; a later run says otherwise, and customers are forgotten by emptying their id';
END $$;

CREATE TRIGGER stage_late AFTER INSERT ON {p}stage REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION {p}stage_late();
CREATE TRIGGER stage_never BEFORE UPDATE OR DELETE ON {p}stage FOR EACH ROW EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_run_never BEFORE UPDATE OR DELETE ON {p}stage_run FOR EACH ROW EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_customer_update BEFORE UPDATE ON {p}stage_customer FOR EACH ROW WHEN (NEW.number <> OLD.number OR NEW.id IS NOT NULL) EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_customer_delete BEFORE DELETE ON {p}stage_customer FOR EACH ROW EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_truncate BEFORE TRUNCATE ON {p}stage FOR EACH STATEMENT EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_run_truncate BEFORE TRUNCATE ON {p}stage_run FOR EACH STATEMENT EXECUTE FUNCTION {p}stage_never();
CREATE TRIGGER stage_customer_truncate BEFORE TRUNCATE ON {p}stage_customer FOR EACH STATEMENT EXECUTE FUNCTION {p}stage_never();

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

CREATE FUNCTION {p}entry_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (SELECT count(*) <> NEW.postings OR coalesce(sum(units), 0) <> 0 FROM {p}posting WHERE member = NEW.member AND sequence = NEW.sequence) THEN
        RAISE EXCEPTION 'the postings of an entry must all be there and add up to 0';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION {p}posting_late() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM {p}entry WHERE member = NEW.member AND sequence = NEW.sequence) THEN
        RAISE EXCEPTION 'postings come before their entry, and are never replaced';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION {p}never() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is never changed or deleted; corrections are entries';
END $$;

CREATE TRIGGER entry_balanced BEFORE INSERT ON {p}entry FOR EACH ROW EXECUTE FUNCTION {p}entry_balanced();
CREATE TRIGGER entry_never BEFORE UPDATE OR DELETE ON {p}entry FOR EACH ROW EXECUTE FUNCTION {p}never();
CREATE TRIGGER entry_truncate BEFORE TRUNCATE ON {p}entry FOR EACH STATEMENT EXECUTE FUNCTION {p}never();
CREATE TRIGGER posting_late BEFORE INSERT ON {p}posting FOR EACH ROW EXECUTE FUNCTION {p}posting_late();
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

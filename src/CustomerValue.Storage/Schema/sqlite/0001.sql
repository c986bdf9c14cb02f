-- Members by number, a pseudonym that stays. The id goes when the person is forgotten.
CREATE TABLE {p}member (
    number   INTEGER PRIMARY KEY,
    id       TEXT UNIQUE,
    sequence INTEGER NOT NULL CHECK (sequence >= 1)
);

-- The journal. Content is the whole entry, beginning with the hash of the member's entry before; hash is its SHA-256.
-- A member's entries lie together, so that his journal is read from a few pages however many others write in between.
-- What stands in further columns is for people and reports. Instants are ticks (10^-7 seconds) since 1970-01-01 UTC.
CREATE TABLE {p}entry (
    member       INTEGER NOT NULL REFERENCES {p}member (number),
    sequence     INTEGER NOT NULL CHECK (sequence >= 1),
    kind         TEXT    NOT NULL,
    key          TEXT    NOT NULL,
    wallet       TEXT,
    occurred_at  INTEGER NOT NULL,
    effective_at INTEGER NOT NULL,
    recorded_at  INTEGER NOT NULL,
    postings     INTEGER NOT NULL CHECK (postings >= 0),
    hash         BLOB    NOT NULL CHECK (length(hash) = 32),
    content      BLOB    NOT NULL,
    PRIMARY KEY (member, sequence)
) WITHOUT ROWID;

-- The movements of points. They are written before their entry, which then checks that they are all there and come to 0.
CREATE TABLE {p}posting (
    member   INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    account  TEXT    NOT NULL,
    lot      INTEGER NOT NULL,
    units    INTEGER NOT NULL,
    PRIMARY KEY (member, sequence, line),
    FOREIGN KEY (member, sequence) REFERENCES {p}entry (member, sequence) DEFERRABLE INITIALLY DEFERRED
) WITHOUT ROWID;

CREATE TRIGGER {p}entry_balanced BEFORE INSERT ON {p}entry
WHEN (SELECT count(*) <> NEW.postings OR coalesce(sum(units), 0) <> 0 FROM {p}posting WHERE member = NEW.member AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'the postings of an entry must all be there and add up to 0');
END;

CREATE TRIGGER {p}entry_once BEFORE INSERT ON {p}entry
WHEN EXISTS (SELECT 1 FROM {p}entry WHERE member = NEW.member AND sequence = NEW.sequence)
BEGIN
    SELECT RAISE(ABORT, 'an entry is never replaced');
END;

CREATE TRIGGER {p}entry_update BEFORE UPDATE ON {p}entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never changed; corrections are entries');
END;

CREATE TRIGGER {p}entry_delete BEFORE DELETE ON {p}entry
BEGIN
    SELECT RAISE(ABORT, 'an entry is never deleted; corrections are entries');
END;

CREATE TRIGGER {p}posting_late BEFORE INSERT ON {p}posting
WHEN EXISTS (SELECT 1 FROM {p}entry WHERE member = NEW.member AND sequence = NEW.sequence)
    OR EXISTS (SELECT 1 FROM {p}posting WHERE member = NEW.member AND sequence = NEW.sequence AND line = NEW.line)
BEGIN
    SELECT RAISE(ABORT, 'postings come before their entry, and are never replaced');
END;

CREATE TRIGGER {p}posting_update BEFORE UPDATE ON {p}posting
BEGIN
    SELECT RAISE(ABORT, 'a posting is never changed; corrections are entries');
END;

CREATE TRIGGER {p}posting_delete BEFORE DELETE ON {p}posting
BEGIN
    SELECT RAISE(ABORT, 'a posting is never deleted; corrections are entries');
END;

-- What is left of lots: a cache, which the journal alone decides.
CREATE TABLE {p}lot (
    member       INTEGER NOT NULL REFERENCES {p}member (number),
    lot          INTEGER NOT NULL,
    wallet       TEXT    NOT NULL,
    granted      INTEGER NOT NULL,
    remaining    INTEGER NOT NULL CHECK (remaining >= 0 AND remaining <= granted),
    earned_at    INTEGER NOT NULL,
    activates_at INTEGER NOT NULL,
    expires_at   INTEGER,
    announced    INTEGER NOT NULL DEFAULT 0 CHECK (announced IN (0, 1)),
    PRIMARY KEY (member, lot)
) WITHOUT ROWID;

CREATE INDEX {p}lot_expiring ON {p}lot (expires_at) WHERE remaining > 0 AND expires_at IS NOT NULL;

-- What keys were answered with: entries as member:first-last, or why it was refused.
CREATE TABLE {p}answer (
    key     TEXT PRIMARY KEY,
    payload BLOB NOT NULL,
    entries TEXT NOT NULL,
    error   TEXT,
    english TEXT,
    chinese TEXT
) WITHOUT ROWID;

-- SHA-256 of what must not be rewarded twice.
CREATE TABLE {p}source (
    hash BLOB PRIMARY KEY,
    type TEXT NOT NULL
) WITHOUT ROWID;

-- What all members together have used of caps and budgets.
CREATE TABLE {p}counter (
    id          TEXT    NOT NULL,
    period      INTEGER NOT NULL,
    of_referrer INTEGER NOT NULL,
    used        INTEGER NOT NULL,
    PRIMARY KEY (id, period, of_referrer)
) WITHOUT ROWID;

-- What is known of persons, apart from the journal and encrypted by a key per member. Forgetting destroys the key.
CREATE TABLE {p}profile (
    member  INTEGER PRIMARY KEY REFERENCES {p}member (number),
    secret  BLOB NOT NULL,
    content BLOB NOT NULL
);

-- What long journals came to, so that they need not be read from their beginning: a cache.
CREATE TABLE {p}snapshot (
    member   INTEGER PRIMARY KEY REFERENCES {p}member (number),
    sequence INTEGER NOT NULL,
    content  BLOB NOT NULL
);

-- What others want to know, in the order in which it came to be; and how far each reader has come. Both are empty where the store keeps no messages.
CREATE TABLE {p}message (
    place    INTEGER PRIMARY KEY AUTOINCREMENT,
    kind     TEXT    NOT NULL,
    member   INTEGER NOT NULL REFERENCES {p}member (number),
    sequence INTEGER NOT NULL,
    at       INTEGER NOT NULL,
    wallet   TEXT,
    units    INTEGER NOT NULL,
    lot      INTEGER NOT NULL,
    tier_from TEXT,
    tier_to   TEXT
);

-- A lot is told of once, whoever tells.
CREATE UNIQUE INDEX {p}message_expiring ON {p}message (member, lot) WHERE kind = 'PointsExpiring';

CREATE TABLE {p}reader (
    name  TEXT PRIMARY KEY,
    place INTEGER NOT NULL CHECK (place >= 0)
) WITHOUT ROWID;

-- The tier of which a member was told last, and until when it lasts by time alone.
CREATE TABLE {p}standing (
    member INTEGER PRIMARY KEY REFERENCES {p}member (number),
    level  TEXT NOT NULL,
    until  INTEGER
);

CREATE INDEX {p}standing_due ON {p}standing (until) WHERE until IS NOT NULL;

-- Customers whose stages are recorded, by number, a pseudonym that stays. The id goes when the customer is forgotten. They need not be members.
CREATE TABLE {p}stage_customer (
    number INTEGER PRIMARY KEY,
    id     TEXT UNIQUE
);

-- Runs: what was said of customers up to a day (days since 1970-01-01), by which definition, when and by whom. They are written after what they say.
CREATE TABLE {p}stage_run (
    number      INTEGER PRIMARY KEY,
    key         TEXT    NOT NULL UNIQUE,
    lifecycle   TEXT    NOT NULL,
    version     TEXT    NOT NULL,
    definition  TEXT    NOT NULL CHECK (length(definition) = 64),
    as_of       INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    actor       TEXT,
    payload     TEXT    NOT NULL CHECK (length(payload) = 64),
    customers   INTEGER NOT NULL,
    changed     INTEGER NOT NULL
);

-- What runs say: a stage began on a day, or, without a transition, what had begun from this day on did not. From its first day on a run replaces what was
-- said of the customer before.
CREATE TABLE {p}stage (
    customer   INTEGER NOT NULL REFERENCES {p}stage_customer (number),
    run        INTEGER NOT NULL REFERENCES {p}stage_run (number) DEFERRABLE INITIALLY DEFERRED,
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
) WITHOUT ROWID;

CREATE TRIGGER {p}stage_late BEFORE INSERT ON {p}stage
WHEN EXISTS (SELECT 1 FROM {p}stage_run WHERE number = NEW.run)
    OR EXISTS (SELECT 1 FROM {p}stage WHERE customer = NEW.customer AND run = NEW.run AND line = NEW.line)
BEGIN
    SELECT RAISE(ABORT, 'what a run says comes before the run, and is never replaced');
END;

CREATE TRIGGER {p}stage_update BEFORE UPDATE ON {p}stage
BEGIN
    SELECT RAISE(ABORT, 'what was said of a stage is never changed; a later run says otherwise');
END;

CREATE TRIGGER {p}stage_delete BEFORE DELETE ON {p}stage
BEGIN
    SELECT RAISE(ABORT, 'what was said of a stage is never deleted; a later run says otherwise');
END;

CREATE TRIGGER {p}stage_run_once BEFORE INSERT ON {p}stage_run
WHEN EXISTS (SELECT 1 FROM {p}stage_run WHERE number = NEW.number OR key = NEW.key)
BEGIN
    SELECT RAISE(ABORT, 'a run is never replaced');
END;

CREATE TRIGGER {p}stage_run_update BEFORE UPDATE ON {p}stage_run
BEGIN
    SELECT RAISE(ABORT, 'a run is never changed; record another one');
END;

CREATE TRIGGER {p}stage_run_delete BEFORE DELETE ON {p}stage_run
BEGIN
    SELECT RAISE(ABORT, 'a run is never deleted; record another one');
END;

CREATE TRIGGER {p}stage_customer_once BEFORE INSERT ON {p}stage_customer
WHEN EXISTS (SELECT 1 FROM {p}stage_customer WHERE number = NEW.number OR id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'a customer is never replaced');
END;

CREATE TRIGGER {p}stage_customer_update BEFORE UPDATE ON {p}stage_customer
WHEN NEW.number <> OLD.number OR NEW.id IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'a customer is never changed, only forgotten');
END;

CREATE TRIGGER {p}stage_customer_delete BEFORE DELETE ON {p}stage_customer
BEGIN
    SELECT RAISE(ABORT, 'a customer is never deleted, only forgotten');
END;

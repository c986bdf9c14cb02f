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

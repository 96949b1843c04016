"""The tables, as data: each migration is a tuple of plain SQL, and lifts the version by one.

A migration that has shipped is never changed; a new one is added at the end, with a test that
climbs from the version before it.
"""

Migration = tuple[str, ...]

# "HipT" in ASCII: tells our file from any other SQLite database.
APPLICATION_ID = 0x48697054

_FIRST: Migration = (
    # changed_at: when the journal last committed something; the end of an interrupted session.
    """
    CREATE TABLE session (
        id TEXT PRIMARY KEY,
        status TEXT NOT NULL,
        speed REAL NOT NULL,
        routine_id TEXT NOT NULL,
        routine_name TEXT NOT NULL,
        started_at TEXT NOT NULL,
        utc_offset_s INTEGER NOT NULL,
        ended_at TEXT,
        edited_at TEXT,
        deleted_at TEXT,
        effort REAL,
        note TEXT NOT NULL,
        changed_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX session_by_start ON session (started_at)",
    # The exercise is written out with each set: it stays readable when the catalogue changes.
    """
    CREATE TABLE set_record (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        n INTEGER NOT NULL CHECK (n >= 1),
        attempt INTEGER NOT NULL CHECK (attempt >= 1),
        exercise_id TEXT NOT NULL,
        exercise_name TEXT NOT NULL,
        exercise_family TEXT NOT NULL,
        exercise_level INTEGER NOT NULL,
        exercise_muscles TEXT NOT NULL,
        step INTEGER NOT NULL,
        round INTEGER NOT NULL,
        set_number INTEGER NOT NULL,
        side TEXT NOT NULL,
        planned_reps INTEGER,
        planned_tempo_s TEXT,
        planned_hold_s REAL,
        reps INTEGER,
        hold_s REAL,
        corrected_reps INTEGER,
        corrected_hold_s REAL,
        swapped_from TEXT,
        outcome TEXT NOT NULL,
        started_at TEXT,
        rating TEXT,
        PRIMARY KEY (session_id, n, attempt)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pause (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        at_s REAL NOT NULL,
        for_s REAL NOT NULL,
        PRIMARY KEY (session_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE pain (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        place TEXT NOT NULL,
        side TEXT NOT NULL,
        score INTEGER NOT NULL,
        PRIMARY KEY (session_id, position)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE sign (
        session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        sign TEXT NOT NULL,
        PRIMARY KEY (session_id, position)
    ) STRICT, WITHOUT ROWID
    """,
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST,)

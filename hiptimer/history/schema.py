"""The tables, as data: each migration is a tuple of plain SQL, and lifts the version by one.

The one function that is not SQLite's own is `searched_text`, from `folding`.

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

# What looking back needs, so that a first look costs the same however long the past is.
_SECOND: Migration = (
    # The day on the person's own calendar. Whole seconds: SQLite would round the last half
    # millisecond of a day into the next one.
    """
    ALTER TABLE session ADD COLUMN local_day TEXT GENERATED ALWAYS AS
        (date(substr(started_at, 1, 19), utc_offset_s || ' seconds')) VIRTUAL
    """,
    "DROP INDEX session_by_start",
    "CREATE INDEX session_by_start ON session (started_at DESC, id) WHERE deleted_at IS NULL",
    "CREATE INDEX session_by_day ON session (local_day) WHERE deleted_at IS NULL",
    """
    CREATE INDEX session_by_routine ON session (routine_id, started_at DESC)
        WHERE deleted_at IS NULL
    """,
    "CREATE INDEX session_running ON session (id) WHERE status = 'running'",
    # The few that are in the list and in no total: with the totals they make the number of all.
    """
    CREATE INDEX session_uncounted ON session (id)
        WHERE deleted_at IS NULL AND (speed <> 1.0 OR status = 'running' OR local_day IS NULL)
    """,
    "CREATE INDEX set_by_exercise ON set_record (exercise_id, side, started_at DESC)",
    # seconds: from start to end without pauses. strftime counts whole seconds exactly.
    """
    CREATE VIEW past_session AS
    SELECT
        session.*,
        coalesce(
            max(
                0.0,
                CAST(strftime('%s', substr(ended_at, 1, 19)) AS INTEGER)
                - CAST(strftime('%s', substr(started_at, 1, 19)) AS INTEGER)
                + (substr(ended_at, 21, 6) - substr(started_at, 21, 6)) / 1e6
                - (SELECT total(for_s) FROM pause WHERE session_id = session.id)
            ),
            0.0
        ) AS seconds
    FROM session
    WHERE deleted_at IS NULL
    """,
    """
    CREATE VIEW counting_session AS
    SELECT * FROM past_session WHERE speed = 1.0 AND status <> 'running'
    """,
    # Of several attempts at one set the last, with the corrected number where there is one.
    """
    CREATE VIEW counting_set AS
    SELECT
        one.*,
        coalesce(corrected_reps, reps, 0) AS done_reps,
        coalesce(corrected_hold_s, hold_s, 0.0) AS done_hold_s
    FROM set_record AS one
    WHERE NOT EXISTS (
        SELECT 1 FROM set_record AS later
        WHERE later.session_id = one.session_id
            AND (later.n, later.attempt) > (one.n, one.attempt)
            AND later.step = one.step
            AND later.round = one.round
            AND later.set_number = one.set_number
            AND later.side = one.side
            AND later.exercise_id = one.exercise_id
    )
    """,
    """
    CREATE VIEW day_as_counted AS
    SELECT
        local_day AS day,
        count(*) AS sessions,
        total(seconds) AS seconds,
        sum((SELECT coalesce(sum(done_reps), 0) FROM counting_set WHERE session_id = id)) AS reps,
        total((SELECT sum(done_hold_s) FROM counting_set WHERE session_id = id)) AS hold_s
    FROM counting_session
    WHERE local_day IS NOT NULL
    GROUP BY local_day
    """,
    """
    CREATE VIEW day_as_trained AS
    SELECT
        local_day AS day,
        exercise_id,
        side,
        exercise_muscles AS muscles,
        sum(done_reps) AS reps,
        total(done_hold_s) AS hold_s
    FROM counting_session AS past CROSS JOIN counting_set ON session_id = past.id
    WHERE local_day IS NOT NULL
    GROUP BY local_day, exercise_id, side, exercise_muscles
    HAVING sum(done_reps) > 0 OR total(done_hold_s) > 0
    """,
    # The same, kept: a day and its week are counted again by whatever writes one of its sessions.
    """
    CREATE TABLE day_total (
        day TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL,
        seconds REAL NOT NULL,
        reps INTEGER NOT NULL,
        hold_s REAL NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO day_total SELECT * FROM day_as_counted",
    """
    CREATE TABLE day_trained (
        day TEXT NOT NULL,
        exercise_id TEXT NOT NULL,
        side TEXT NOT NULL,
        muscles TEXT NOT NULL,
        reps INTEGER NOT NULL,
        hold_s REAL NOT NULL,
        PRIMARY KEY (day, exercise_id, side, muscles)
    ) STRICT, WITHOUT ROWID
    """,
    "INSERT INTO day_trained SELECT * FROM day_as_trained",
    """
    CREATE TABLE week_total (
        monday TEXT PRIMARY KEY,
        sessions INTEGER NOT NULL,
        seconds REAL NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO week_total
    SELECT date(day, '-6 days', 'weekday 1') AS monday, sum(sessions), total(seconds)
    FROM day_total GROUP BY monday
    """,
    # What a search looks through, without capitals and accents (see folding).
    """
    CREATE TABLE session_text (
        session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
        folded TEXT NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO session_text
    SELECT id, searched_text(
        routine_name,
        (SELECT json_group_array(exercise_name) FROM set_record WHERE session_id = session.id),
        note
    )
    FROM session
    """,
)

# What keeping several computers in step needs.
_THIRD: Migration = (
    # When each thing was last said, so that two laptops may say different things of one session.
    "ALTER TABLE session ADD COLUMN effort_at TEXT",
    "ALTER TABLE session ADD COLUMN note_at TEXT",
    "ALTER TABLE session ADD COLUMN pain_at TEXT",
    "ALTER TABLE set_record ADD COLUMN corrected_at TEXT",
    "ALTER TABLE set_record ADD COLUMN rated_at TEXT",
    # Each state of a finished session has a number of its own. Whatever writes a part of a
    # session writes its row in the same transaction.
    """
    CREATE TABLE session_version (
        version INTEGER PRIMARY KEY AUTOINCREMENT,
        session_id TEXT NOT NULL UNIQUE REFERENCES session (id) ON DELETE CASCADE
    ) STRICT
    """,
    "INSERT INTO session_version (session_id) SELECT id FROM session WHERE status <> 'running'",
    """
    CREATE TRIGGER session_came AFTER INSERT ON session WHEN NEW.status <> 'running' BEGIN
        DELETE FROM session_version WHERE session_id = NEW.id;
        INSERT INTO session_version (session_id) VALUES (NEW.id);
    END
    """,
    """
    CREATE TRIGGER session_changed AFTER UPDATE ON session WHEN NEW.status <> 'running' BEGIN
        DELETE FROM session_version WHERE session_id = NEW.id;
        INSERT INTO session_version (session_id) VALUES (NEW.id);
    END
    """,
    # The files of a sync folder as they were when all that they say was in this history. With a
    # version: that file says all that this version of the session does.
    """
    CREATE TABLE sync_file (
        folder TEXT NOT NULL,
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        mtime_ns INTEGER NOT NULL,
        version INTEGER,
        PRIMARY KEY (folder, name)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX sync_file_by_version ON sync_file (folder, version)",
)

# How it felt on the run or the next morning.
_FOURTH: Migration = (
    "ALTER TABLE session ADD COLUMN after TEXT",
    "ALTER TABLE session ADD COLUMN after_at TEXT",
)

MIGRATIONS: tuple[Migration, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH)

-- The gradebook. A section is run where the file's user_version is below the section's number; none is ever edited again.
-- Order is told by ids, never by clocks: a clock may go backwards.

-- version 1

-- What grading came to. A regrade adds a row; the latest one counts.
CREATE TABLE report (
    id INTEGER PRIMARY KEY,
    assignment TEXT NOT NULL,
    content TEXT NOT NULL,      -- SHA-256 of what was handed in
    version TEXT NOT NULL,      -- SHA-256 of what grades: grader, reference, limits, secret, cnnlab
    environment TEXT NOT NULL,  -- what else decides a result: Python, packages, sandbox
    status TEXT NOT NULL,
    score REAL NOT NULL,
    max_score REAL NOT NULL,
    graded_at TEXT NOT NULL,    -- ISO 8601, UTC
    body TEXT NOT NULL          -- the report as gradebook/record.py writes it
);
CREATE INDEX report_by_key ON report (assignment, content, version, environment);

-- Who is who, as roster and LMS told it last.
CREATE TABLE student (
    key TEXT PRIMARY KEY,
    body TEXT NOT NULL          -- as gradebook/record.py writes it
);

-- What a student handed in, one row each time it was something else than before.
CREATE TABLE attempt (
    id INTEGER PRIMARY KEY,
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    number INTEGER NOT NULL,    -- as the LMS counts; 1 where nobody does
    content TEXT NOT NULL,
    submitted TEXT,             -- ISO 8601 with time zone, where it is known
    notes TEXT NOT NULL         -- what the student should know of the file, as gradebook/record.py writes it
);
CREATE INDEX attempt_by_student ON attempt (assignment, student);

-- What a teacher decided. It stands beside the reports and changes none; the latest one counts.
CREATE TABLE override (
    id INTEGER PRIMARY KEY,
    assignment TEXT NOT NULL,
    student TEXT NOT NULL,
    points REAL NOT NULL,
    why TEXT NOT NULL,
    made_at TEXT NOT NULL
);
CREATE INDEX override_by_student ON override (assignment, student);

"""Opening the gradebook's file: its schema brought up to date, and every failure of SQLite as a sentence."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cnnlab.errors import GradebookUnavailable
from cnnlab.messages import Text, text

SCHEMA = Path(__file__).with_name("schema.sql")
SECTION = "-- version "
PATIENCE_SECONDS = 20.0


@contextmanager
def connected(
    path: Path, patience: float = PATIENCE_SECONDS, schema: str | None = None
) -> Iterator[sqlite3.Connection]:
    """A connection to a gradebook that exists afterwards and has the newest schema. `patience` is for locks, in seconds.

    Raises:
        GradebookUnavailable: where the file cannot be used.
    """
    with explained(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _migrate(connection, path, schema if schema is not None else SCHEMA.read_text(encoding="utf-8"))
            # A reader and a writer do not wait for each other, and a commit is on the disk before it is told.
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            yield connection
        finally:
            connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite says into what a teacher can do about it."""
    try:
        yield
    except sqlite3.Error as error:
        raise GradebookUnavailable(_sentence(path, getattr(error, "sqlite_errorname", None) or "", error)) from error


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or nothing, and alone: the lock is taken at the beginning, where waiting for it is possible."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite has ended it by itself where the disk is full
            connection.execute("ROLLBACK")
        raise


def _migrate(connection: sqlite3.Connection, path: Path, schema: str) -> None:
    sections = _sections(schema)
    if _version(connection) == len(sections):
        return
    with transaction(connection):
        found = _version(connection)  # another program may have been first
        if found > len(sections):
            raise GradebookUnavailable(
                text(
                    "The gradebook {path} was written by a newer cnnlab (its version is {found}, this cnnlab knows {known}). "
                    "Update cnnlab, or name another file with --gradebook.",
                    path=path,
                    found=found,
                    known=len(sections),
                )
            )
        for number, statements in enumerate(sections[found:], found + 1):
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number}")


def _version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def _sections(schema: str) -> list[list[str]]:
    """The statements of each version. They are run one by one, as a script would end the transaction."""
    sections: list[list[str]] = []
    statement = ""
    for line in schema.splitlines(keepends=True):
        if line.startswith(SECTION):
            sections.append([])
            statement = ""
            continue
        statement += line
        if sections and sqlite3.complete_statement(statement):
            sections[-1].append(statement)
            statement = ""
    return sections


def _sentence(path: Path, name: str, error: Exception) -> Text:
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return text(
            "The gradebook {path} is locked by another program. Wait until that one is done, and run the same command again.",
            path=path,
        )
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return text(
            "{path} is not a gradebook, or it is damaged ({reason}). Name another file with --gradebook.",
            path=path,
            reason=str(error),
        )
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
        return text(
            "The gradebook {path} cannot be written: {reason}. What was graded before is kept; "
            "make room, and run the same command again.",
            path=path,
            reason=str(error),
        )
    return text(
        "The gradebook {path} cannot be written: {reason}. Name a file in a folder of yours with --gradebook.",
        path=path,
        reason=str(error),
    )

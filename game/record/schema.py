"""The tables of a record, in SQLAlchemy Core: one file is one game, a database may hold many.

Numbered steps take the place of a migration framework: `form.FORMAT` is the number of this one.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

scenario = Table(
    "scenario",
    metadata,
    Column("digest", String(64), primary_key=True),
    Column("id", String(64), nullable=False),
    Column("whole", LargeBinary, nullable=False),  # zlib of {"text": ..., "included": {...}}
)

game = Table(
    "game",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("format", Integer, nullable=False),
    Column("header", Text, nullable=False),
    Column("scenario", ForeignKey("scenario.digest"), nullable=False),
    Column("head", Integer, nullable=False),  # how many entries there are; its lock orders them
    Column("chain", LargeBinary, nullable=False),  # the hash of the last of them
    Column("created", String(32), nullable=False),
)

secret = Table(
    "secret",
    metadata,
    Column("game", ForeignKey("game.id"), primary_key=True),
    Column("seed", String(40), nullable=False),
    Column("salt", String(64), nullable=False),
)

entry = Table(
    "entry",
    metadata,
    Column("game", ForeignKey("game.id"), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("author", String(64), nullable=False),
    Column("key", String(200)),
    Column("at", String(32), nullable=False),
    Column("command", Text, nullable=False),
    Column("facts", LargeBinary, nullable=False),  # zlib of the text that the chain covers
    Column("hash", LargeBinary, nullable=False),
    PrimaryKeyConstraint("game", "seq"),
    UniqueConstraint("game", "author", "key"),
)

word = Table(
    "word",
    metadata,
    Column("game", ForeignKey("game.id"), nullable=False),
    Column("key", String(64), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("seat", String(64), nullable=False),
    Column("salt", String(64)),
    Column("text", Text),
    PrimaryKeyConstraint("game", "key"),
)

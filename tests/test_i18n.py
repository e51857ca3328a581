"""The language of the game's sentences."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from game import i18n


@pytest.fixture(autouse=True)
def source_language_again() -> Iterator[None]:
    """Leave the language as it was found."""
    yield
    i18n.use(i18n.SOURCE)


def catalogue(messages: dict[str, str]) -> bytes:
    """A compiled catalogue (the MO format: two sorted tables of lengths and offsets, the texts)."""
    pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **messages}.items())
    top, count = 28, len(pairs)
    texts, tables = b"", ([], [])
    for column, table in enumerate(tables):
        for pair in pairs:
            text = pair[column].encode()
            table += [len(text), top + 16 * count + len(texts)]
            texts += text + b"\0"
    header = struct.pack("<7I", 0x950412DE, 0, count, top, top + 8 * count, 0, 0)
    return header + struct.pack(f"<{4 * count}I", *tables[0], *tables[1]) + texts


def test_a_catalogue_is_used_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "locale" / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "modus.mo").write_bytes(catalogue({"a treaty": "ein Vertrag"}))
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)

    assert i18n._("a treaty") == "a treaty"
    assert i18n.use("de") == "de"
    assert i18n._("a treaty") == "ein Vertrag"
    assert i18n._("a pledge") == "a pledge"
    assert i18n.use("en") == "en"
    assert i18n._("a treaty") == "a treaty"


def test_without_a_catalogue_the_source_language_is_spoken() -> None:
    assert i18n.use("tlh") == i18n.SOURCE
    assert i18n._("a treaty") == "a treaty"
    assert [i18n.ngettext("{n} turn", "{n} turns", n) for n in (1, 2)] == ["{n} turn", "{n} turns"]

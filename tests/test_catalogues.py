"""The catalogues of translations: they put in what the English sentences put in, and are spoken."""

from __future__ import annotations

import io
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from game import i18n
from game.checking.catalogues import said_in
from game.desktop.fonts import CHINESE, JAPANESE, PLAIN, has

LOCALE = Path(__file__).resolve().parents[1] / "game" / "locale"
FILES = sorted(LOCALE.glob("*/LC_MESSAGES/modus.po"))


@pytest.fixture(params=FILES, ids=lambda path: path.parent.parent.name)
def file(request: pytest.FixtureRequest) -> Path:
    """A catalogue's file."""
    path: Path = request.param
    return path


@pytest.fixture(autouse=True)
def source_language_again() -> Iterator[None]:
    """Leave the language as it was found."""
    yield
    i18n.use(i18n.SOURCE)


def read(file: Path) -> Catalog:
    """A catalogue, which must be well-formed."""
    with file.open("rb") as stream:
        return read_po(stream, abort_invalid=True)


def sides(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Each English text beside each of its translations."""
    for message in catalog:
        if message.id:
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            english = message.id if isinstance(message.id, tuple) else (message.id,)
            yield from ((english[-1], text) for text in texts)


def fields(text: str) -> set[tuple[str, str]]:
    """What is put into a text, and how it is written."""
    return {(name, how or "") for _, name, how, _ in Formatter().parse(text) if name is not None}


def test_there_are_catalogues() -> None:
    assert [file.parent.parent.name for file in FILES] == ["ja", "ko", "ru", "zh"]


def test_a_sentence_is_translated_with_its_fields(file: Path) -> None:
    catalog = read(file)
    assert str(catalog.locale) == file.parent.parent.name
    wrong = [
        (english, text)
        for english, text in sides(catalog)
        if text
        and (
            fields(text) != fields(english)
            or text[0].isspace() != english[0].isspace()
            or text[-1].isspace() != english[-1].isspace()
        )
    ]
    assert wrong == []
    assert not any(message.fuzzy for message in catalog if message.id)


def test_the_fonts_have_every_letter(file: Path) -> None:
    letters = {letter for _, text in sides(read(file)) for letter in text if not letter.isspace()}
    families = (PLAIN, JAPANESE, CHINESE)
    assert {x for x in letters if not any(has(family, x) for family in families)} == set()


def test_a_catalogue_is_spoken(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    language = file.parent.parent.name
    folder = tmp_path / "locale" / language / "LC_MESSAGES"
    folder.mkdir(parents=True)
    compiled = io.BytesIO()
    write_mo(compiled, read(file))
    (folder / "modus.mo").write_bytes(compiled.getvalue())
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)

    assert i18n.use(language) == language
    assert i18n._("Your desk") != "Your desk"
    assert "{n}" in i18n.ngettext("{n} order", "{n} orders", 2)


def test_nothing_that_the_program_says_is_missing(file: Path) -> None:
    """What is missing, `modus check --untranslated LANGUAGE` lists."""
    told = {english[0] if isinstance(english, tuple) else english for english, _ in pairs(file)}
    assert [sentence for sentence in said_in(LOCALE.parent) if sentence not in told] == []


def pairs(file: Path) -> Iterator[tuple[str | tuple[str, ...], str | tuple[str, ...]]]:
    """Each message with its translation, where there is one."""
    yield from ((message.id, message.string) for message in read(file) if message.string)

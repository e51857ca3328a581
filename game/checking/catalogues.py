"""What is not translated: of scenarios, and of the program's own sentences."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from game import data
from game.checking.translations import showing, unrenamed, untranslated
from game.checking.words import dotted, texts
from game.errors import UserError
from game.i18n import _, ngettext
from game.loading import load
from game.scenario.document import Document

LOCALE = re.compile(r"[a-z]{2,3}(?:_[A-Za-z]{2,4})?").fullmatch
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


def untranslated_texts(named: Sequence[str]) -> Iterator[str]:
    """Every text that is not translated, of the scenarios and into the languages that are named.

    A name that is no scenario and looks like a language's code is one; another may be a skin, of
    which is told what it does not rename. Without a scenario it is
    all bundled ones and the program's sentences; without a language, each that something is in.
    Raises UserError where a scenario cannot be found or read.
    """
    known = data.scenario_ids()
    languages = [name for name in named if LOCALE(name) and name not in known]
    rest = [name for name in named if name not in languages]
    scenarios = [name for name in rest if name in known or Path(name).suffix]
    skins = [name for name in rest if name not in scenarios]
    documents = {name: load(name).document for name in scenarios or known}
    for skin in skins:
        if not any(skin in document.skins for document in documents.values()):
            load(skin)  # tells that it is no scenario either
    for name, document in documents.items():
        for locale in languages or (() if skins else document.texts):
            missing = untranslated(document, locale)
            yield _sum(name, locale, len(missing))
            yield from (f"  {dotted(path)}" for path in missing)
        for skin in (one for one in skins if one in document.skins):
            yield from _skin(name, document, skin)
    if not scenarios and not skins:
        yield from _program(languages)


def _skin(name: str, document: Document, skin: str) -> Iterator[str]:
    """What a skin leaves as it is, though it names something or somebody."""
    words = document.skins[skin]
    left = [dotted(path) for path in unrenamed(document, words)]
    through = showing(document, words, list(texts(document)))
    left += [f"{dotted(path)} ({real})" for path, real in through if dotted(path) not in left]
    yield _sum(name, skin, len(left))
    yield from (f"  {path}" for path in left)


def _program(languages: Sequence[str]) -> Iterator[str]:
    package = Path(__file__).resolve().parents[1]
    there = {path.parents[1].name: path for path in package.glob("locale/*/LC_MESSAGES/modus.po")}
    wanted = said_in(package) if there else []
    for locale in languages or sorted(there):
        known = dict(sentences(there[locale])) if locale in there else {}
        missing = [sentence for sentence in wanted if not known.get(sentence)]
        yield _sum(_("the program's sentences"), locale, len(missing))
        yield from (f"  {sentence}" for sentence in missing)


def said_in(package: Path) -> list[str]:
    """Each sentence that the program says (of two forms the first), in order.

    :raises UserError: where what collects them is not installed: with the program alone it is not.
    """
    try:
        from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
    except ImportError:
        says = _("The program's own sentences are collected in a checkout alone: make setup.")
        raise UserError(says) from None
    keywords = {**DEFAULT_KEYWORDS, "N_": None}
    found = extract_from_dir(package, [("**.py", "python")], keywords=keywords)
    said = {text if isinstance(text, str) else text[0] for _file, _line, text, *_more in found}
    return sorted(said - {""})


def _sum(what: str, locale: str, n: int) -> str:
    says = ngettext(
        "{what}: {n} text is not in {locale}", "{what}: {n} texts are not in {locale}", n
    )
    return says.format(what=what, n=n, locale=locale)


def sentences(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Each sentence of a catalogue (of two forms the first) with its translation, or ""."""
    for block in catalogue.read_text(encoding="utf-8").split("\n\n"):
        said = {"msgid": "", "msgstr": ""}
        key = ""
        for line in block.splitlines():
            if line.startswith("msg"):
                key = line.split('"')[0].strip()
                key = "msgstr" if key in ("msgstr", "msgstr[0]") else key
            elif not line.startswith('"'):
                continue
            if key in said:
                said[key] += "".join(ast.literal_eval(part) for part in _STRING.findall(line))
        if said["msgid"]:
            # What is marked fuzzy was only guessed at, and is not compiled.
            fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
            yield said["msgid"], "" if fuzzy else said["msgstr"]

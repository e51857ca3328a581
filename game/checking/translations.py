"""What is not translated, and what a skin leaves showing."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence

from game.checking.places import Path, Places
from game.checking.words import dotted, said, spoken, texts, there
from game.i18n import _, ngettext
from game.scenario.document import Document, Skin, Texts
from game.scenario.problems import Problem

FIRST = 3
"""How many paths a warning names; the list of all is asked for."""

_NAMED = {"actors": "name", "issues": "name", "events": "title", "agreements": "name"}
"""Sections whose entries a skin names anew, and the key that holds the name."""

_CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z]\w*[a-z]\w*")
_SMALL = re.compile(r"(?<!\w)[a-z]\w+")
_WORD = re.compile(r"\w+")
_DATES = {*calendar.month_name, *calendar.day_name}

_OPTIONAL = frozenset({"name", "title", "brief", "says"})
"""What an entry of the file may leave out, and a translation or a skin say all the same."""


def warnings(document: Document, places: Places) -> Iterator[Problem]:
    """Translations with gaps, words for what does not exist, skins that show the real world."""
    everything = list(texts(document)) if document.texts or document.skins else []
    known = {path for path, _text in everything}
    for locale, words in document.texts.items():
        missing = [path for path, _text in everything if not said(words, path)]
        if missing:
            gaps = _gaps(locale, missing, len(everything), places.source)
            yield places.warn("text/untranslated", gaps, ("texts", locale), key=True)
        yield from _strays(document, words, known, ("texts", locale), places)
    for name, skin in document.skins.items():
        at: Path = ("skins", name)
        yield from _strays(document, skin, known, at, places)
        yield from _unrenamed(document, skin, at, places)
        yield from _real_names(document, skin, everything, at, places)


def untranslated(document: Document, locale: str) -> list[Path]:
    """The paths of all texts that a translation does not have; all where there is none."""
    words = document.texts.get(locale)
    return [path for path, _text in texts(document) if words is None or not said(words, path)]


def _gaps(locale: str, missing: Sequence[Path], of: int, file: str) -> str:
    says = ngettext(
        "{n} of {of} texts has no translation: {first}. All: modus check --untranslated {locale}",
        "{n} of {of} texts have no translation: {first}. All: modus check --untranslated {locale}",
        len(missing),
    )
    asked = f"{locale} {file}"
    return says.format(n=len(missing), of=of, first=_first(_dotted(missing)), locale=asked)


def _dotted(paths: Iterable[Path]) -> list[str]:
    return [dotted(path) for path in paths]


def _first(paths: Sequence[str]) -> str:
    shown = ", ".join(paths[:FIRST])
    return shown + ", …" if len(paths) > FIRST else shown


def _strays(
    document: Document, words: Texts, known: set[Path], at: Path, places: Places
) -> Iterator[Problem]:
    for path, _text in spoken(words):
        if path in known or (path[-1] in _OPTIONAL and there(document, path[:-1])):
            continue
        says = _("The scenario has no text at {path} that this could stand for.")
        yield places.warn("text/stray", says.format(path=dotted(path)), (*at, *path))


def _told_by_name(path: Path) -> bool:
    return len(path) == 3 and _NAMED.get(str(path[0])) == path[2]


def unrenamed(document: Document, skin: Skin) -> list[Path]:
    """The names that a skin does not say, those of constituencies among them."""
    left: list[Path] = [
        (section, key, name)
        for section, name in _NAMED.items()
        for key in getattr(document, section)
        if not said(skin, (section, key, name))
    ]
    left += [
        path for path, _text in texts(document)
        if path[0] == "actors" and path[2] == "constituencies" and not said(skin, path)
    ]  # fmt: skip
    return left


def _unrenamed(document: Document, skin: Skin, at: Path, places: Places) -> Iterator[Problem]:
    left = unrenamed(document, skin)
    if left:
        says = ngettext(
            "This skin gives {n} thing no name of its own: {first}.",
            "This skin gives {n} things no names of their own: {first}.",
            len(left),
        )
        says = says.format(n=len(left), first=_first(_dotted(left)))
        yield places.warn("skin/unrenamed", f"{says} {_all(at, places)}", at, key=True)


def _all(at: Path, places: Places) -> str:
    command = f"modus check --untranslated {at[-1]} {places.source}"
    return _("All: {command}").format(command=command)


def _real_names(
    document: Document, skin: Skin, everything: Sequence[tuple[Path, str]], at: Path, places: Places
) -> Iterator[Problem]:
    real = re.compile(r"(?<!\w)(" + _either(_players(document)) + ")")
    for path, text in spoken(skin):
        found = real.search(text)
        if found is not None:
            says = _("This skin's own words hold the real name '{name}'.").format(name=found[1])
            yield places.warn("skin/real-name", says, (*at, *path))
    through = showing(document, skin, everything)
    if through:
        says = ngettext(
            "A real name shows through this skin in {n} text that it does not replace: {first}.",
            "Real names show through this skin in {n} texts that it does not replace: {first}.",
            len(through),
        )
        first = _first([f"{dotted(path)} ({name})" for path, name in through])
        says = says.format(n=len(through), first=first)
        yield places.warn("skin/shows-through", f"{says} {_all(at, places)}", at, key=True)


def showing(
    document: Document, skin: Skin, everything: Sequence[tuple[Path, str]]
) -> list[tuple[Path, str]]:
    """Texts that a skin leaves as they are and that hold a real name, with that name.

    A name is that of an actor, or what is written with a capital letter inside a sentence and never
    without, unless the skin's own words have it too. What really happened is shown in no skin.
    """
    actors = re.compile(r"(?<!\w)(" + _either(_players(document)) + ")")
    others = re.compile(r"(?<!\w)(" + _either(_proper(everything, skin)) + r")(?!\w)")
    found = []
    for path, text in everything:
        if path[0] == "history" or said(skin, path) or _told_by_name(path):
            continue
        name = actors.search(text)
        if name is None and "roles" not in path:  # these name offices
            name = others.search(text)
        if name is not None:
            found.append((path, name[1]))
    return found


def _players(document: Document) -> list[str]:
    return [actor.name or key for key, actor in document.actors.items()]


def _either(names: Iterable[str]) -> str:
    listed = sorted((name for name in names if name), key=len, reverse=True)
    return "|".join(map(re.escape, listed)) or "(?!)"


def _proper(everything: Sequence[tuple[Path, str]], skin: Skin) -> set[str]:
    """Words with a capital letter inside a sentence, but for those that are no names here."""
    names = {name for _path, text in everything for name in _CAPITAL.findall(text)}
    small = {word for _path, text in everything for word in _SMALL.findall(text)}
    own = {word for _path, text in spoken(skin) for word in _WORD.findall(text)}
    return {name for name in names - own - _DATES if name.lower() not in small}

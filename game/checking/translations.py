"""What is not translated, and what a skin leaves showing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.checking.places import Path, Places
from game.checking.words import dotted, said, spoken, texts, there
from game.i18n import _, ngettext
from game.scenario.document import Document, Skin, Texts
from game.scenario.problems import Problem

FIRST = 3
"""How many paths a warning names; the list of all is asked for."""

_NAMED = {"actors": "name", "issues": "name", "events": "title", "agreements": "name"}
"""Sections whose entries a skin names anew, and the key that holds the name."""

_OPTIONAL = frozenset({"name", "title", "brief", "says"})
"""What an entry of the file may leave out, and a translation or a skin say all the same."""


def warnings(document: Document, places: Places) -> Iterator[Problem]:
    """Translations with gaps, words for what does not exist, skins that show the real world."""
    everything = list(texts(document)) if document.texts or document.skins else []
    known = {path for path, _text in everything}
    for locale, words in document.texts.items():
        missing = [path for path, _text in everything if not said(words, path)]
        if missing:
            yield places.warn("text/untranslated", _gaps(locale, missing, len(everything)),
                              ("texts", locale), key=True)  # fmt: skip
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


def _gaps(locale: str, missing: Sequence[Path], of: int) -> str:
    says = ngettext(
        "{n} of {of} texts has no translation: {first}. All: modus check --untranslated {locale}",
        "{n} of {of} texts have no translation: {first}. All: modus check --untranslated {locale}",
        len(missing),
    )
    return says.format(n=len(missing), of=of, first=_first(missing), locale=locale)


def _first(paths: Sequence[Path]) -> str:
    shown = ", ".join(dotted(path) for path in paths[:FIRST])
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


def _unrenamed(document: Document, skin: Skin, at: Path, places: Places) -> Iterator[Problem]:
    left: list[Path] = [
        (section, key, name)
        for section, name in _NAMED.items()
        for key in getattr(document, section)
        if not said(skin, (section, key, name))
    ]
    if left:
        says = ngettext(
            "This skin gives {n} thing no name of its own: {first}.",
            "This skin gives {n} things no names of their own: {first}.",
            len(left),
        )
        yield places.warn(
            "skin/unrenamed", says.format(n=len(left), first=_first(left)), at, key=True
        )


def _real_names(
    document: Document, skin: Skin, everything: Sequence[tuple[Path, str]], at: Path, places: Places
) -> Iterator[Problem]:
    names = [actor.name or key for key, actor in document.actors.items()]
    listed = sorted((n for n in names if n), key=len, reverse=True)
    real = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, listed)) + ")")
    for path, text in spoken(skin):
        found = real.search(text)
        if found is not None:
            says = _("This skin's own words hold the real name '{name}'.").format(name=found[1])
            yield places.warn("skin/real-name", says, (*at, *path))
    through = [
        path
        for path, text in everything
        if real.search(text) and not said(skin, path) and not _told_by_name(path)
    ]
    if through:
        says = ngettext(
            "A real name shows through this skin in {n} text that it does not replace: {first}.",
            "Real names show through this skin in {n} texts that it does not replace: {first}.",
            len(through),
        )
        yield places.warn(
            "skin/shows-through", says.format(n=len(through), first=_first(through)), at, key=True
        )

"""Facts and their sources: a brief that tells a date or a figure says who says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.checking.places import Path, Places
from game.checking.words import texts
from game.i18n import _, ngettext
from game.scenario.document import Document
from game.scenario.problems import Problem

_CITED = re.compile(r"\[(\d{1,4}(?:\s*[,;]\s*\d{1,4})*)\]")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_FIGURE = re.compile(
    rf"(?<![\w.,#-])\d{{2,}}(?:[.,]\d+)*(?![\w-])|\d\s?%|\d\sper\s?cent|\d\s(?:{_MONTHS})\b"
)
"""What looks like a fact: a year, a date, a number of two figures or more, a percentage."""

_MATTER = frozenset({"summary", "brief", "says"})
_INVENTED = frozenset({"private", "objectives", "choice", "teaches", "instruments", "end"})
"""Parts that state no facts: what seats are told in secret, what they may answer, what acts say."""


def warnings(document: Document, places: Places) -> Iterator[Problem]:
    """Facts without a source, sources without a fact, and numbers that name no source."""
    bare = list(_bare(document))
    if document.sources:
        yield from (_unsourced(places, path, figure) for path, figure in bare)
        yield from _history(document, places)
    elif bare:
        path, found = bare[0]
        says = ngettext(
            "'{figure}' looks like a fact, and the file names no sources: give it 'sources:', "
            "or accept this where everything is invented.",
            "'{figure}' and figures in {n} texts look like facts, and the file names no sources: "
            "give it 'sources:', or accept this where everything is invented.",
            len(bare),
        )
        yield places.warn("fact/no-sources", says.format(figure=found[0], n=len(bare)), path,
                          offset=found.start())  # fmt: skip
    yield from _numbers(document, places)


def _bare(document: Document) -> Iterator[tuple[Path, re.Match[str]]]:
    """Path and figure of each text that tells a fact and names no source for it."""
    for path, text in texts(document):
        if path[-1] not in _MATTER or path[0] == "history" or _INVENTED & {*path}:
            continue
        if _CITED.search(text) or _named(document, path):
            continue
        figure = _FIGURE.search(text)
        if figure is not None:
            yield path, figure


def _named(document: Document, path: Path) -> bool:
    """Whether the entry that a text belongs to names its sources beside it."""
    entries = getattr(document, str(path[0]), None)
    entry = entries.get(path[1]) if isinstance(entries, dict) and len(path) > 1 else None
    return bool(getattr(entry, "sources", None) or getattr(entry, "source", None))


def _unsourced(places: Places, path: Path, figure: re.Match[str]) -> Problem:
    says = _("'{figure}' looks like a fact: put the number of its source behind it, as in [3].")
    says = says.format(figure=figure[0])
    return places.warn("fact/unsourced", says, path, offset=figure.start())


def _history(document: Document, places: Places) -> Iterator[Problem]:
    for number, entry in enumerate(document.history):
        if not entry.sources and entry.source is None and not _CITED.search(entry.says):
            says = _("What really happened has a source: name it with 'source:'.")
            yield places.warn("fact/history", says, ("history", number))


def _numbers(document: Document, places: Places) -> Iterator[Problem]:
    uses = list(_uses(document))
    unknown: dict[Path, list[int]] = {}
    for path, number in uses:
        if number not in document.sources and number not in unknown.setdefault(path, []):
            unknown[path].append(number)
    for path, numbers in unknown.items():
        if numbers:
            says = ngettext(
                "There is no source {n} under 'sources:'.",
                "There are no sources {n} under 'sources:'.",
                len(numbers),
            )
            listed = ", ".join(str(number) for number in sorted(numbers))
            yield places.warn("source/unknown", says.format(n=listed), path)
    used = {number for _path, number in uses}
    for number in document.sources:
        if number not in used:
            says = _("Nothing refers to source {n}: cite it, or take it out.").format(n=number)
            yield places.warn("source/unused", says, ("sources", number), key=True)


def _uses(document: Document) -> Iterator[tuple[Path, int]]:
    """Where each number of a source is used: in brackets in a text, or beside an entry."""
    for path, text in texts(document):
        for found in _CITED.finditer(text):
            yield from ((path, int(n)) for n in re.findall(r"\d+", found[1]))
    for section in ("issues", "instruments", "rules", "events", "agreements"):
        for key, entry in getattr(document, section).items():
            yield from _beside(entry, (section, key))
    for number, entry in enumerate(document.history):
        yield from _beside(entry, ("history", number))


def _beside(entry: object, path: Path) -> Iterator[tuple[Path, int]]:
    listed: Iterable[int] = getattr(entry, "sources", ())
    yield from (((*path, "sources"), number) for number in listed)
    one = getattr(entry, "source", None)
    if isinstance(one, int) or (isinstance(one, str) and one.isdecimal()):
        yield (*path, "source"), int(one)

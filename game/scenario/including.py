"""What a file includes, laid under what it says itself, before its shape is checked.

An entry of the file with the id of a library's entry overrides it key by key: `visit: {who: [usa]}`
keeps the library's sentence, cost and effects. A later library does the same to an earlier one.
Each key keeps its place in the file that it came from, so that a problem is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from game.errors import UserError
from game.i18n import _
from game.scenario.desk import Desk, Path
from game.scenario.document import examine_library
from game.scenario.gate import read
from game.scenario.needs import needs
from game.scenario.problems import nearest
from game.scenario.source import Source

SHARED = ("forums", "instruments", "rules")
"""The sections whose entries a library brings."""

SECTIONS = {**dict.fromkeys(SHARED, 2), "texts": 4}
"""How deep a section is laid over another: by entry, and by an entry's keys."""


def include(source: Source, library: Mapping[str, str]) -> Source:
    """The file with what its libraries bring; `library` holds their texts by name."""
    desk = Desk(source)
    problems = list(source.problems)
    layers = _Layers()
    shared: dict[Any, Any] = {}
    damaged = source.damaged
    brings: list[_Brought] = []
    for name, chosen, path in _asked(source.data):
        if not desk.known(name, library, _("a library"), path):
            damaged |= {"include"}
            continue
        brought = read(library[name], f"{name}.yaml")
        problems += examine_library(brought)
        damaged |= brought.damaged
        layers.hold(brought)
        taken = _taken(desk, name, brought.data, chosen, path)
        brings.append(_Brought(name, brought.data, taken, path))
        shared = layers.merge(shared, layers.part(brought.data, taken), SECTIONS)
        shared = layers.merge(shared, layers.texts(brought.data, taken, source.data), SECTIONS)
    if not shared:
        return replace(source, problems=(*problems, *desk.problems), damaged=damaged)
    layers.hold(source, home=False)
    whole = layers.merge(shared, source.data, SECTIONS)
    missing = _missing(desk, brings, source.data, whole, library) if not damaged else frozenset()
    return replace(
        source, data=whole, problems=(*problems, *desk.problems), damaged=damaged, missing=missing,
        _marks=layers.marks, _homes=layers.homes, _held=layers.held,
    )  # fmt: skip


def _asked(data: Any) -> Iterator[tuple[str, list[Any] | None, Path]]:
    """Each library that the file names, the entries it wants of it (None: all), and where."""
    said = data.get("include")
    if isinstance(said, list):
        for number, name in enumerate(said):
            if isinstance(name, str):
                yield name, None, ("include", number)
    elif isinstance(said, dict):
        for name, ids in said.items():
            if isinstance(name, str) and (ids == "all" or isinstance(ids, list)):
                yield name, ids if isinstance(ids, list) else None, ("include", name)


def _taken(
    desk: Desk, name: str, data: dict[Any, Any], chosen: list[Any] | None, path: Path
) -> dict[str, list[Any]]:
    """The ids that the file takes from a library, by section."""
    there = {part: list(data[part]) for part in SHARED if isinstance(data.get(part), dict)}
    if chosen is None:
        return there
    known = [str(entry) for entries in there.values() for entry in entries]
    for number, entry in enumerate(chosen):
        what = _("an entry of the library {name}").format(name=name)
        if isinstance(entry, str):
            desk.known(entry, known, what, (*path, number))
    return {part: [e for e in entries if e in chosen] for part, entries in there.items()}


class _Brought(NamedTuple):
    """What a file takes from one library: its name and values, the ids by section, and where."""

    library: str
    data: dict[Any, Any]
    taken: dict[str, list[Any]]
    path: Path


class _Wanted(NamedTuple):
    """An entry of a library that needs something, and where the file takes it."""

    library: str
    entry: str
    path: Path


_ALWAYS = {"tracks": ("debt",)}
"""What the engine keeps without being told."""


def _missing(
    desk: Desk, brings: Iterable[_Brought], own: Any, whole: Any, library: Mapping[str, str]
) -> frozenset[str]:
    """Note what entries that are taken need and nobody brings; return the names of it.

    What an entry of the file says anew is its own, and what is wrong there is told there.
    """
    found: dict[tuple[str, str], list[_Wanted]] = {}
    for name, data, taken, path in brings:
        for part in SHARED:
            mine = _table(own.get(part))
            for entry in taken.get(part, ()):
                anew = _table(mine.get(entry))
                left = {k: v for k, v in _table(data[part][entry]).items() if k not in anew}
                wants = _Wanted(name, entry, (*path, *_chosen_at(own, name, entry)))
                for section, names in needs(left).by_section():
                    there = {*_table(whole.get(section)), *_ALWAYS.get(section, ()), entry}
                    for one in sorted(names - there):
                        if section == "tracks" and nearest(one, there):
                            continue  # a slip of the library's, told where it stands
                        found.setdefault((section, one), []).append(wants)
    for (section, one), wanted in found.items():
        _tell_missing(desk, section, one, wanted, library)
    return frozenset(one for _section, one in found)


def _chosen_at(own: Any, library: str, entry: str) -> Iterator[int]:
    """Where an entry stands in the list of those that a file takes, if it names them."""
    chosen = _table(own.get("include")).get(library)
    if isinstance(chosen, list):
        yield chosen.index(entry)


def _tell_missing(
    desk: Desk, section: str, one: str, wanted: list[_Wanted], library: Mapping[str, str]
) -> None:
    who = ", ".join(f"{want.entry} ({want.library})" for want in wanted)
    says = _("'{name}' is needed by {entries}, and there is none under '{section}'.")
    home = next(_homes(section, one, library), "") if section in SHARED else ""
    if home:
        says += " " + _("The library {library} has it: under 'include:' write {library}: [{name}].")
    else:
        says += " " + _("Say what it is there, or do not take what needs it.")
    message = says.format(name=one, section=section, entries=who, library=home)
    desk.problem("name/unknown", message, wanted[0].path)


def _homes(section: str, one: str, library: Mapping[str, str]) -> Iterator[str]:
    """The libraries that have an entry; a scenario that lies among them is none."""
    for name in library:
        try:
            text = library[name]
        except UserError:  # a file beside the scenario that nobody asked for
            continue
        if f"{one}:" in text:
            data = read(text, name).data
            if "actors" not in data and one in _table(data.get(section)):
                yield name


def _table(value: Any) -> dict[Any, Any]:
    """A mapping; an empty one where the file has something else, of which its shape is told."""
    return value if isinstance(value, dict) else {}


class _Layers:
    """Values of several files laid over each other, and where each part of them stands."""

    def __init__(self) -> None:
        self.marks: dict[int, Any] = {}
        self.homes: dict[int, str] = {}
        self.held: list[Any] = []

    def hold(self, source: Source, *, home: bool = True) -> None:
        """Know a file's places; with `home` its name is told with them."""
        self.held.append(source)  # marks go by identity, so what they mark has to stay
        self.marks |= source._marks
        for places in source._marks.values() if home else ():
            pairs = places.values() if isinstance(places, dict) else places
            self.homes |= {id(event): source.name for pair in pairs for event in pair if event}

    def part(self, data: Any, taken: Mapping[str, list[Any]]) -> dict[Any, Any]:
        """A library's sections with the entries that are taken."""
        sections = {
            part: self._made({entry: data[part][entry] for entry in ids}, data[part])
            for part, ids in taken.items()
            if ids
        }
        return self._made(sections, data)

    def texts(self, data: Any, taken: Mapping[str, list[Any]], own: Any) -> dict[Any, Any]:
        """A library's words in the scenario's languages, but for what the scenario says anew."""
        said, spoken = _table(data.get("texts")), _table(own.get("texts"))
        locales = {
            locale: self._words(_table(said[locale]), taken, own)
            for locale in spoken
            if locale in said
        }
        return self._made({"texts": self._made(locales, said)}, data) if locales else {}

    def _words(self, words: Any, taken: Mapping[str, list[Any]], own: Any) -> dict[Any, Any]:
        parts = {}
        for part in (one for one in taken if one in words):
            entries, mine = _table(words[part]), _table(own.get(part))
            kept = {}
            for id in (one for one in taken[part] if one in entries):
                anew = _table(mine.get(id))
                left = {key: v for key, v in _table(entries[id]).items() if key not in anew}
                kept[id] = self._made(left, entries[id])
            parts[part] = self._made(kept, entries)
        return self._made(parts, words)

    def merge(self, lower: Any, upper: Any, depth: int | Mapping[str, int]) -> Any:
        """One value over another: mappings key by key down to a depth, by section or for all."""
        if upper is None and depth:
            return lower
        if not (depth and isinstance(lower, dict) and isinstance(upper, dict)):
            return upper
        merged = {**lower, **upper}
        for key in lower.keys() & upper.keys():
            deeper = depth - 1 if isinstance(depth, int) else depth.get(key, 0)
            merged[key] = self.merge(lower[key], upper[key], deeper)
        return self._made(merged, lower, upper)

    def _made(self, value: dict[Any, Any], *of: Any) -> dict[Any, Any]:
        self.held.append(value)
        marks = [self.marks.get(id(one), {}) for one in of]
        # A list in the place of a mapping has marks without keys; its shape is told elsewhere.
        self.marks[id(value)] = {k: v for m in marks if isinstance(m, dict) for k, v in m.items()}
        return value

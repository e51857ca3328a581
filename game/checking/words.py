"""Every text of a scenario that people read, and what a translation or a skin says in its place."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from game.checking.places import Path
from game.scenario.document import Document, Texts
from game.scenario.document_types import Part

_KEYS = {("issues", "options"), ("tracks", "bands"), ("actors", "roles")}
"""Where the file has no text but ids or words of its own, and a translation says others."""


def texts(document: Document) -> Iterator[tuple[Path, str]]:
    """Path and text of everything that a translation could say, in the order of its model."""
    yield from _of(Texts, document, ())


def said(words: Part, path: Path) -> str:
    """What a translation or a skin says at a path; "" where nothing."""
    at = _at(words, path)
    return at if isinstance(at, str) else ""


def there(document: Document, path: Path) -> bool:
    """Whether the file has anything at a path, named or not."""
    return _at(document, path) is not None


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if isinstance(value, list):
            value = value[step] if isinstance(step, int) and step < len(value) else None
        elif isinstance(value, dict):
            value = value.get(step)
        else:
            value = getattr(value, str(step), None)
        if value is None:
            return None
    return value


def spoken(words: Part) -> Iterator[tuple[Path, str]]:
    """Path and text of everything that a translation or a skin says."""
    yield from _leaves(words, ())


def dotted(path: Path) -> str:
    """A path as people write it: `actors.rok.brief`."""
    return ".".join(str(step) for step in path)


def _leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name not in ("at", "colour", "emblem"):
                yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _leaves(entry, (*path, key))
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _leaves(entry, (*path, number))


def _of(words: type[Part], value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    for name, (kind, inner) in _fields(words).items():
        entry = getattr(value, name, None)
        here = (*path, name)
        if not entry:
            continue
        if (path[0] if path else "", name) in _KEYS:
            yield from (((*here, key), str(key)) for key in entry)
        elif kind == "one":
            yield from _one(inner, entry, here)
        else:
            numbered = enumerate(entry) if kind == "list" else entry.items()
            for key, part in numbered:
                yield from _one(inner, part, (*here, key))


def _one(inner: Any, value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(inner, type) and issubclass(inner, Part):
        yield from _of(inner, value, path)
    elif isinstance(value, str) and not (path[-1] in ("name", "title") and value in path):
        yield path, value


@cache
def _fields(words: type[Part]) -> dict[str, tuple[str, Any]]:
    """The fields of words that are texts, and how they hold them: one, a list, by id."""
    found = {}
    for name, field in words.model_fields.items():
        if name in ("at", "colour", "emblem"):
            continue
        shape = _plain(field.annotation)
        origin = get_origin(shape)
        if origin is dict:
            found[name] = ("map", _plain(get_args(shape)[1]))
        elif origin is list:
            found[name] = ("list", _plain(get_args(shape)[0]))
        else:
            found[name] = ("one", shape)
    return found


def _plain(annotation: Any) -> Any:
    """What is said where something is said: without `Annotated` and `None`."""
    if get_origin(annotation) is Annotated:
        return _plain(get_args(annotation)[0])
    if (
        get_origin(annotation) is Union
        or str(get_origin(annotation)) == "<class 'types.UnionType'>"
    ):
        return _plain(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation

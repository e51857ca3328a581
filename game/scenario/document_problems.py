"""What pydantic found wrong, as problems with a place in the file and words for authors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from typing_extensions import TypeAliasType

from game.i18n import N_, _
from game.scenario.document_types import found
from game.scenario.problems import Problem, nearest
from game.scenario.pruning import Pruned
from game.scenario.source import Source

MOST = 200
# What stands for a missing key at the top, so that the rest of the file can be examined.
_STAND_INS: dict[str, Any] = {
    "modus": 1,
    "id": "unnamed",
    "title": "?",
    "turns": 1000,
    "actors": {"nobody": {}},
}
Path = tuple[str | int, ...]


def problems_of(
    error: ValidationError, source: Source, pruned: Pruned, model: type[BaseModel]
) -> list[Problem]:
    """Return one problem for each mistake, and mark what is mistaken for removal.

    What is wrong only because something was removed before is removed too, and not told.
    """
    problems: list[Problem] = []
    seen: set[tuple[str, int, int]] = set()
    for details in error.errors(include_url=False, include_input=True):
        problem = _problem(details, source, pruned, model)
        if problem is None:
            continue
        place = (problem.source, problem.line, problem.column)
        if problem.code != "schema/missing":
            if place in seen:
                continue
            seen.add(place)
        problems.append(problem)
        if len(problems) >= MOST:
            break
    return problems


def _problem(
    details: ErrorDetails, source: Source, pruned: Pruned, model: type[BaseModel]
) -> Problem | None:
    loc = details["loc"]
    kind = details["type"]
    context = details.get("ctx") or {}
    if kind == "missing":
        return _missing(loc, source, pruned, model)
    on_key = bool(loc) and loc[-1] == "[key]"
    if on_key:
        loc = loc[:-1]
    if context.get("at") is not None:
        loc = (*loc, context["at"])
    path = pruned.place(loc)
    pruned.doom(loc)
    if pruned.caused(path):
        return None
    if kind == "extra_forbidden":
        return source.problem("schema/unknown-key", _unknown(path, model), path, key=True)
    if "/" in kind:
        return source.problem(kind, str(context["said"]), path, key=on_key)
    code, said = _words(kind, details["input"], context)
    return source.problem(code, said, path, key=on_key)


def _missing(loc: Path, source: Source, pruned: Pruned, model: type[BaseModel]) -> Problem | None:
    key = str(loc[-1])
    path = pruned.place(loc[:-1])
    if path:
        pruned.doom(loc[:-1])
    else:
        pruned.data[key] = _STAND_INS.get(key)
        pruned.lost.add(key)
    if (*path, key) in pruned.removed or (not path and key in source.damaged):
        return None
    said = _("'{key}' is missing: {means}").format(
        key=key, means=_meaning(model, (*path, key)) or _("it must be said.")
    )
    return source.problem("schema/missing", said, path, key=bool(path))


def _words(kind: str, value: Any, context: dict[str, Any]) -> tuple[str, str]:
    if value is None:
        return "schema/empty", _("Nothing is said here: say it, or leave the key out.")
    expected = _EXPECTED.get(kind)
    if expected is not None:
        said = _("Expected {expected}, found {found}.").format(
            expected=_(expected), found=found(value)
        )
        if kind == "string_type" and isinstance(value, int | float):
            said += " " + _("Put it in quotes if it is a text.")
        return "schema/type", said
    if kind in ("literal_error", "enum"):
        return "schema/value", _choices(value, str(context.get("expected", "")))
    if kind in _LIMITS:
        limit = next((context[name] for name in _LIMITS[kind] if name in context), "?")
        return _limit(kind, limit, value)
    if kind.startswith("union_tag"):
        forms = str(context.get("expected_tags", "")).replace("'", "").split(", ")
        expected = " / ".join(_(_FORMS[form]) for form in forms if form in _FORMS)
        return "schema/type", _("Expected {expected}, found {found}.").format(
            expected=expected, found=found(value)
        )
    return "schema/value", _("{problem}, found {found}.").format(problem=kind, found=found(value))


_EXPECTED = {
    "string_type": N_("a text"),
    "int_type": N_("a whole number"),
    "int_from_float": N_("a whole number"),
    "float_type": N_("a number"),
    "bool_type": N_("true or false"),
    "dict_type": N_("'key: value' entries"),
    "model_type": N_("'key: value' entries"),
    "model_attributes_type": N_("'key: value' entries"),
    "list_type": N_("a list, such as [one, two]"),
}
_FORMS = {
    "one": N_("a single value"),
    "list": N_("a list, such as [one, two]"),
    "map": N_("'key: value' entries"),
}
_LIMITS = {
    "greater_than_equal": ("ge",),
    "greater_than": ("gt",),
    "less_than_equal": ("le",),
    "less_than": ("lt",),
    "too_short": ("min_length",),
    "too_long": ("max_length",),
    "string_too_short": ("min_length",),
    "string_too_long": ("max_length",),
}


def _limit(kind: str, limit: Any, value: Any) -> tuple[str, str]:
    if isinstance(limit, float):
        limit = f"{limit:g}"
    if kind.startswith("greater"):
        said = _("Expected a number of at least {limit}, found {found}.")
    elif kind.startswith("less"):
        said = _("Expected a number of at most {limit}, found {found}.")
    elif kind == "string_too_short":
        return "schema/empty", _("Nothing is said here: say it, or leave the key out.")
    elif kind == "string_too_long":
        return "schema/too-long", _("This text is too long: at most {limit} characters.").format(
            limit=limit
        )
    elif kind == "too_short":
        n = len(value) if isinstance(value, list | dict) else 0
        return "schema/length", _("Expected {limit} or more entries, found {n}.").format(
            limit=limit, n=n
        )
    else:
        n = len(value) if isinstance(value, list | dict) else 0
        return "schema/length", _("Expected at most {limit} entries, found {n}.").format(
            limit=limit, n=n
        )
    return "schema/range", said.format(limit=limit, found=found(value))


def _choices(value: Any, expected: str) -> str:
    known = [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]
    said = _("Expected {known}, found {found}.").format(known=" / ".join(known), found=found(value))
    near = nearest(str(value), known)
    if near:
        said += " " + _("Did you mean '{near}'?").format(near=near)
    return said


def _unknown(path: Path, model: type[BaseModel]) -> str:
    key = str(path[-1]) if path else ""
    known = sorted(
        {
            field.alias or name
            for part in _walk(model, path[:-1])
            if isinstance(part, type) and issubclass(part, BaseModel)
            for name, field in part.model_fields.items()
        }
    )
    said = _("'{key}' is not a key of the language here.").format(key=key[:60])
    near = nearest(key, known)
    if near:
        return said + " " + _("Did you mean '{near}'?").format(near=near)
    if known:
        return said + " " + _("Known here: {known}.").format(known=", ".join(known))
    return said


def _meaning(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """Return what the missing key of `loc` would say."""
    for part in _walk(model, loc[:-1]):
        if isinstance(part, type) and issubclass(part, BaseModel):
            for name, field in part.model_fields.items():
                if loc[-1] in (name, field.alias):
                    return field.description or ""
    return ""


def _walk(model: Any, path: Iterable[str | int]) -> list[Any]:
    """Return the types that stand at `path` in `model`."""
    here = list(_plain(model))
    for part in path:
        there = [inner for outer in here for inner in _inside(outer, part)]
        here = there or here
    return here


def _inside(outer: Any, part: str | int) -> Iterator[Any]:
    if isinstance(outer, type) and issubclass(outer, BaseModel):
        for name, field in outer.model_fields.items():
            if part in (name, field.alias):
                yield from _plain(field.annotation)
    elif get_origin(outer) is dict:
        yield from _plain(get_args(outer)[1])
    elif get_origin(outer) is list and isinstance(part, int):
        yield from _plain(get_args(outer)[0])


def _plain(annotation: Any) -> Iterator[Any]:
    """Take apart what is wrapped: Annotated, unions, aliases."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _plain(get_args(annotation)[0])
    elif origin is Union or str(origin) == "<class 'types.UnionType'>":
        for one in get_args(annotation):
            yield from _plain(one)
    elif isinstance(annotation, TypeAliasType):
        yield from _plain(annotation.__value__)
    else:
        yield annotation


def cut_lists(source: Source) -> list[Problem]:
    """Return lists of sentences in [ ] where a comma has, it seems, cut one in two (section 11)."""
    problems = []
    for path, texts in _prose_lists(source.data):
        if source.style(path) != "flow":
            continue
        for i in range(1, len(texts)):
            before, after = texts[i - 1], texts[i]
            if not (isinstance(before, str) and isinstance(after, str)):
                continue
            plain = source.style((*path, i)) == source.style((*path, i - 1)) == "plain"
            if plain and before[-1:] not in ".?!…" and (" " in before or after[:1].islower()):
                said = _(
                    "'{text}' and what stands before it may be one text, cut at a comma: put each"
                    " text of a list in [ ] in quotes."
                )
                problems.append(
                    source.problem("yaml/split-text", said.format(text=after[:60]), (*path, i))
                )
    return problems


def _prose_lists(data: Any) -> Iterator[tuple[Path, list[Any]]]:
    if not isinstance(data, dict):
        return
    if isinstance(data.get("debrief"), list):
        yield ("debrief",), data["debrief"]
    texts = data.get("texts")
    for locale, words in texts.items() if isinstance(texts, dict) else ():
        if isinstance(words, dict) and isinstance(words.get("debrief"), list):
            yield ("texts", locale, "debrief"), words["debrief"]
    cases = data.get("cases")
    for i, case in enumerate(cases if isinstance(cases, list) else ()):
        expected = case.get("expect") if isinstance(case, dict) else None
        if isinstance(expected, dict) and isinstance(expected.get("news"), list):
            yield ("cases", i, "expect", "news"), expected["news"]

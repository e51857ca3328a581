"""YAML events to plain values with marks, without recursion, aliases' bombs or YAML's surprises.

What a plain scalar means is language.md, section 11: `true` and `false` are booleans, plain decimal
digits a number, nothing is None, and every other word is a text (`on`, `no`, `2031-03`, `0x1F`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.i18n import _
from game.scenario.masking import unmask
from game.scenario.problems import Problem

DEPTH: Final = 40
NODES: Final = 200_000
ALIASES: Final = 500
PROBLEMS: Final = 200
GREATEST: Final = 10**12

_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*)").fullmatch
_FRACTION = re.compile(r"[-+]?[0-9]+\.[0-9]+").fullmatch
_NUMERIC = frozenset("+-0123456789")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "": None}
_NO_KEY = object()
_BAD_KEY = object()


class Stop(Exception):
    """The file is beyond a bound, or not one document: nothing of it is read."""


class Frame:
    """A collection that is being filled, with the event that made each of its entries."""

    __slots__ = (
        "value",
        "made_by",
        "is_map",
        "flow",
        "key",
        "key_event",
        "anchor",
        "size",
        "height",
    )

    def __init__(self, event: Any) -> None:
        self.is_map = type(event) is MappingStartEvent
        self.value: Any = {} if self.is_map else []
        self.made_by: Any = {} if self.is_map else []
        self.flow = bool(event.flow_style)
        self.key: Any = _NO_KEY
        self.key_event: Any = None
        self.anchor: str | None = event.anchor
        self.size = 1
        self.height = 1


class Composer:
    """Builds one document from parser events; what is wrong goes to `problems`."""

    def __init__(self, text: str, source: str, masked: bool) -> None:
        self.text = text
        self.source = source
        self.masked = masked
        self.problems: list[Problem] = []
        self.marks: dict[int, Any] = {}
        self.root: Any = None
        self.root_event: Any = None
        self._stack: list[Frame] = []
        self._anchors: dict[str, tuple[Any, int, int] | Frame] = {}
        self._aliases = 0
        self._documents = 0

    def report(self, code: str, message: str, mark: Any) -> None:
        """Note a problem at a mark of the parser."""
        if len(self.problems) < PROBLEMS:
            self.problems.append(
                Problem(code, message, self.source, mark.line + 1, mark.column + 1)
            )

    def compose(self, next_event: Callable[[], Any]) -> None:
        """Read events to the end of the stream.

        Raises Stop when a bound is passed, and lets the parser's own errors through.
        """
        events = 0
        while True:
            event = next_event()
            kind = type(event)
            events += 1
            if events > 2 * NODES:
                self._stop("yaml/too-big", _("The file has more than {n} entries."), event, NODES)
            if kind is ScalarEvent:
                self._scalar(event)
            elif kind is MappingStartEvent or kind is SequenceStartEvent:
                self._open(event)
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                self._close(event)
            elif kind is AliasEvent:
                self._alias(event)
            elif kind is DocumentStartEvent:
                self._documents += 1
                if self._documents > 1:
                    self._stop(
                        "yaml/documents",
                        _("A file holds one scenario: remove the line '---' and what follows it."),
                        event,
                    )
            elif kind is StreamEndEvent:
                return

    def _stop(self, code: str, message: str, event: Any, n: int = 0) -> None:
        self.report(code, message.format(n=f"{n:,}"), event.start_mark)
        raise Stop

    def _open(self, event: Any) -> None:
        if len(self._stack) >= DEPTH:
            self._stop("yaml/too-deep", _("More than {n} levels inside each other."), event, DEPTH)
        if event.tag is not None:
            self._tag(event)
        frame = Frame(event)
        if frame.anchor is not None:
            self._anchors[frame.anchor] = frame
        # The opening event waits on the parent's side: a value's mark is where it begins.
        if self._stack:
            self._put(frame.value, event, 0, 0)
        else:
            self.root, self.root_event = frame.value, event
        self._stack.append(frame)

    def _close(self, event: Any) -> None:
        frame = self._stack.pop()
        self.marks[id(frame.value)] = frame.made_by
        if frame.anchor is not None:
            self._anchors[frame.anchor] = (frame.value, frame.size, frame.height)
        if self._stack:
            parent = self._stack[-1]
            parent.size += frame.size
            if parent.size > NODES:
                self._stop("yaml/too-big", _("The file has more than {n} entries."), event, NODES)
            parent.height = max(parent.height, frame.height + 1)

    def _scalar(self, event: Any) -> None:
        if event.tag is not None:
            self._tag(event)
        frame = self._stack[-1] if self._stack else None
        plain = event.implicit[0]
        value: Any = event.value
        if self.masked:
            value = unmask(value)
        if frame is not None and frame.is_map and frame.key is _NO_KEY:
            self._key(frame, value, event, plain)
            return
        if plain:
            if value and frame is not None and frame.flow:
                self._check_whole(value, event)
            value = self._plain(value, event)
            if value is None and frame is not None and frame.is_map and frame.flow:
                self._check_value(frame, event)
        if event.anchor is not None:
            self._anchors[event.anchor] = (value, 1, 0)
        if frame is None:
            self.root, self.root_event = value, event
        else:
            self._put(value, event, 1, 1)

    def _put(self, value: Any, event: Any, size: int, height: int) -> None:
        frame = self._stack[-1]
        frame.size += size
        if frame.size > NODES:
            self._stop("yaml/too-big", _("The file has more than {n} entries."), event, NODES)
        frame.height = max(frame.height, height + 1)
        if not frame.is_map:
            frame.value.append(value)
            frame.made_by.append((event, event))
            return
        if frame.key is _NO_KEY:  # a collection or an alias where a key belongs
            self.report(
                "yaml/key",
                _("Expected a name before ':', found {found}.").format(
                    found=_("a list or a mapping, or an alias")
                ),
                event.start_mark,
            )
            frame.key = _BAD_KEY
            return
        if frame.key is not _BAD_KEY:
            frame.value[frame.key] = value
            frame.made_by[frame.key] = (frame.key_event, event)
        frame.key = _NO_KEY

    def _key(self, frame: Frame, key: Any, event: Any, plain: bool) -> None:
        frame.key_event = event
        frame.size += 1
        if event.anchor is not None:
            self._anchors[event.anchor] = (key, 1, 0)
        if plain:
            if key == "":
                self.report("yaml/key", _("Expected a name before ':'."), event.start_mark)
                frame.key = _BAD_KEY
                return
            if key == "<<":
                self.report(
                    "yaml/merge",
                    _("The merge key '<<' is not part of the language: write the entries out."),
                    event.start_mark,
                )
                frame.key = _BAD_KEY
                return
            if key[0] in _NUMERIC and _INTEGER(key) and len(key) < 14:
                key = int(key)
        if key in frame.value:
            first = frame.made_by[key][0].start_mark.line + 1
            self.report(
                "yaml/duplicate-key",
                _("'{key}' stands here twice, first in line {line}: keep one of them.").format(
                    key=_short(key), line=first
                ),
                event.start_mark,
            )
            frame.key = _BAD_KEY
            return
        frame.key = key

    def _plain(self, value: str, event: Any) -> Any:
        if not value or value[0] not in _NUMERIC:
            return _WORDS.get(value, value)
        if _INTEGER(value):
            number = int(value) if len(value) < 16 else GREATEST + 1
            if -GREATEST <= number <= GREATEST:
                return number
        elif _FRACTION(value):
            if len(value) < 40:
                return float(value)
        else:
            return value
        self.report(
            "yaml/huge-number",
            _("{number} is too large a number for a scenario.").format(number=_short(value)),
            event.start_mark,
        )
        return 0

    def _alias(self, event: Any) -> None:
        self._aliases += 1
        if self._aliases > ALIASES:
            self._stop("yaml/aliases", _("The file has more than {n} aliases."), event, ALIASES)
        known = self._anchors.get(event.anchor)
        if known is None or isinstance(known, Frame):
            if known is None:
                code = "yaml/unknown-alias"
                message = _("Nothing is called &{name}; quote the text if it begins with a '*'.")
            else:
                code = "yaml/recursive-alias"
                message = _("*{name} stands inside what it repeats.")
            self.report(code, message.format(name=_short(event.anchor)), event.start_mark)
            known = (None, 1, 0)
        value, size, height = known
        if len(self._stack) + height > DEPTH:
            self._stop("yaml/too-deep", _("More than {n} levels inside each other."), event, DEPTH)
        if self._stack:
            self._put(value, event, size, height)

    def _tag(self, event: Any) -> None:
        self.report(
            "yaml/tag",
            _(
                "Tags such as {tag} are not in the language; quote a text that begins with '!'."
            ).format(tag=_short(event.tag)),
            event.start_mark,
        )

    def _check_whole(self, value: str, event: Any) -> None:
        """Complain about a plain text inside [] or {} that a comma, it seems, has cut in two."""
        if '"' in value:
            cut = value.count('"') % 2 == 1
        else:
            cut = value.count("(") != value.count(")")
        if cut:
            self._split(value, event)

    def _check_value(self, frame: Frame, event: Any) -> None:
        """Complain about a key inside {} that has no value: mostly the rest of a cut text."""
        key = frame.key_event
        if frame.key is _BAD_KEY or event.anchor is not None:
            return
        if ":" not in self.text[key.end_mark.index : event.start_mark.index]:
            self._split(str(frame.key), key)
            frame.key = _BAD_KEY

    def _split(self, value: str, event: Any) -> None:
        if ":" in value and " " not in value:
            name, colon, rest = value.partition(":")
            message = _("'{text}' needs a space after the colon: '{fixed}'.")
            message = message.format(text=_short(value), fixed=_short(f"{name}{colon} {rest}"))
        else:
            message = _(
                "'{text}' looks like a part of a text that was cut at a comma: inside [ ] and {{ }}"
                " a text with a comma, a colon or a bracket must be in quotes."
            ).format(text=_short(value))
        self.report("yaml/split-text", message, event.start_mark)


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"

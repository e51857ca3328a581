"""Taking what is broken out of a file, so that the rest of it can still be checked.

A model complains about its parts first and about how they fit together only when all are sound. So
that an author hears of everything at once, each broken entry is taken out of a copy of the data and
the rest is examined again. Places keep pointing into the file as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Path = tuple[str | int, ...]

_GONE = object()


class Pruned:
    """A copy of a file's data from which entries can be removed."""

    def __init__(self, data: dict[Any, Any]) -> None:
        self._indexes: dict[int, list[int]] = {}
        self.data: dict[Any, Any] = self._copy(data)
        self.removed: set[Path] = set()
        self.lost: set[str] = set()
        self._doomed: list[tuple[Any, Any, Path]] = []

    def place(self, loc: Iterable[str | int]) -> Path:
        """Return the part of `loc` that is in the file, with the file's own list indexes.

        A location in a model holds names that are not in the file; they are passed over.
        """
        return tuple(original for _here, _part, original in self._walk(loc))

    def doom(self, loc: Iterable[str | int]) -> bool:
        """Mark the entry at `loc` for removal; False where nothing of it is in the file."""
        steps = list(self._walk(loc))
        if not steps:
            return False
        here, part, _last = steps[-1]
        self._doomed.append((here, part, tuple(step[2] for step in steps)))
        return True

    def prune(self) -> None:
        """Remove what is marked."""
        lists = {}
        for here, part, path in self._doomed:
            self.removed.add(path)
            self.lost.add(str(path[-1]))
            if isinstance(here, dict):
                self._lose(here.pop(part, None))
            elif here[part] is not _GONE:
                self._lose(here[part])
                here[part] = _GONE
                lists[id(here)] = here
        for which, here in lists.items():
            indexes = self._indexes[which]
            kept = [i for i, entry in enumerate(here) if entry is not _GONE]
            self._indexes[which] = [indexes[i] for i in kept]
            here[:] = [here[i] for i in kept]
        self._doomed.clear()

    def caused(self, path: Path) -> bool:
        """Say whether something inside `path` was removed, so that it may be wrong through us."""
        n = len(path)
        return any(len(removed) > n and removed[:n] == path for removed in self.removed)

    def _walk(self, loc: Iterable[str | int]) -> Iterable[tuple[Any, Any, str | int]]:
        here: Any = self.data
        for part in loc:
            if isinstance(here, dict):
                if part not in here:
                    continue
                yield here, part, part
            elif isinstance(here, list) and isinstance(part, int) and part < len(here):
                yield here, part, self._indexes[id(here)][part]
            else:
                continue
            here = here[part]

    def _copy(self, value: Any) -> Any:
        if isinstance(value, dict):
            return {key: self._copy(entry) for key, entry in value.items()}
        if isinstance(value, list):
            copied = [self._copy(entry) for entry in value]
            self._indexes[id(copied)] = list(range(len(copied)))
            return copied
        return value

    def _lose(self, value: Any) -> None:
        """Note every word of what was removed: it may be the name that another place misses."""
        if isinstance(value, str):
            self.lost.add(value)
        elif isinstance(value, dict):
            for key, entry in value.items():
                self.lost.add(str(key))
                self._lose(entry)
        elif isinstance(value, list):
            for entry in value:
                self._lose(entry)

"""Dice with a name: what a bot throws depends on the seed, the turn and its seat alone."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

T = TypeVar("T")
_WORDS = 32


class Dice:
    """A short supply of named randomness, stretched as far as it is asked."""

    __slots__ = ("_block", "_name", "_numbers")

    def __init__(self, *name: object) -> None:
        self._name = "|".join(map(str, name))
        self._block = 0
        self._numbers: list[int] = []

    def below(self, top: int) -> int:
        """A whole number in [0, top); top at most 65,536."""
        if not self._numbers:
            digest = blake2b(
                f"{self._name}|{self._block}".encode(), digest_size=2 * _WORDS
            ).digest()
            self._block += 1
            self._numbers = list(memoryview(digest).cast("H"))
        return self._numbers.pop() * top >> 16

    def chance(self, probability: float) -> bool:
        """True in that share of throws."""
        return self.below(65536) < probability * 65536

    def pick(self, among: Sequence[T]) -> T:
        """One of them."""
        return among[self.below(len(among))]

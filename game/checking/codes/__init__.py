"""Every code that `modus check` may give: what it means, why it matters, how to mend it."""

from __future__ import annotations

from game.checking.codes.code import Code
from game.checking.codes.drafts import DRAFTS
from game.checking.codes.expressions import EXPRESSIONS
from game.checking.codes.names import NAMES
from game.checking.codes.shape import SHAPE
from game.checking.codes.taste import TASTE
from game.checking.codes.words import WORDS
from game.checking.codes.yaml import YAML

__all__ = ["CODES", "Code"]

CODES: dict[str, Code] = {
    code.id: code for code in (*YAML, *SHAPE, *NAMES, *EXPRESSIONS, *DRAFTS, *TASTE, *WORDS)
}

"""What is told about one code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """A code with its explanation; the sentences are translated where they are said.

    `example` gives the code when it stands in an otherwise sound scenario with the actors `host`
    and `sponsor`, the issue `radar` and the instrument `reassure`: its entries stand in the
    place of that scenario's own. It is empty where no few lines can show it.
    """

    id: str
    means: str
    why: str
    mend: str
    example: str = ""
    severity: Literal["error", "warning"] = "error"

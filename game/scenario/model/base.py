"""What all parts of the format share: kinds of text, scales, and strictness."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints


class Spoken:
    """Mark of what players read: translators get it."""


SPOKEN = Spoken()

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000), SPOKEN]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200), SPOKEN]
Note = Annotated[str, StringConstraints(min_length=1, max_length=200)]
When = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Level = Annotated[float, Field(ge=0, le=100)]
Share = Annotated[float, Field(ge=0, le=1)]
Year = Annotated[int, Field(ge=1900, le=2100)]
Turns = Annotated[int, Field(ge=1, le=40)]


class Strict(BaseModel):
    """What every part of a scenario shares: unknown keys, wrong types and NaN are refused."""

    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False, frozen=True)

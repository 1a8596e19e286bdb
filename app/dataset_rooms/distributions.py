"""The distributions that a recipe of a data set declares: choices of words with weights, numbers and counts."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, model_validator
from pydantic_core import CoreSchema

from scenewright.scene.strict_types import shown_value, strict_schema

__all__ = ["Count", "DatasetTable", "NumberRange", "Words"]

_Weight = Annotated[float, Field(gt=0.0, le=1e6)]
_Word = Annotated[str, Field(max_length=80)]
_Size = Annotated[float, Field(ge=-1e6, le=1e6)]
_MOST_TRIES = 200


class DatasetTable(BaseModel):
    """A table of a recipe: unknown keys are refused, and a text is no number."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return strict_schema(handler(source))  # type: ignore[no-any-return]


class Words(DatasetTable):
    """One of several texts: ``"bedroom"``, ``["bedroom", "kitchen"]`` or ``["bedroom", { value = "kitchen", weight = 2 }]``."""

    values: Annotated[tuple[_Word, ...], Field(min_length=1, max_length=500)]
    weights: tuple[_Weight, ...]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, str):
            given = [given]
        if not isinstance(given, (list, tuple)):
            raise ValueError(f"must be a text or a list of texts, not {shown_value(given)}")
        if not given:
            raise ValueError("must have at least one text")
        values, weights = zip(*(_weighted(one) for one in given), strict=True)
        return {"values": values, "weights": weights}

    def draw(self, random: Random) -> str:
        """One of them, by the weights."""
        return random.choices(self.values, self.weights)[0]


def _weighted(one: Any) -> tuple[Any, Any]:
    if isinstance(one, str):
        return one, 1.0
    if isinstance(one, Mapping) and set(one) <= {"value", "weight"} and "value" in one:
        weight = one.get("weight", 1.0)
        return one["value"], float(weight) if isinstance(weight, int) and not isinstance(weight, bool) else weight
    raise ValueError(
        f'must be texts, or tables such as {{ value = "kitchen", weight = 2 }}, and one is {shown_value(one)}'
    )


class NumberRange(DatasetTable):
    """A number: ``3.5``, ``{ uniform = [3, 5] }``, or ``{ normal = [4, 0.5], least = 3, most = 5 }`` with mean and standard deviation."""

    uniform: tuple[_Size, _Size] | None = None
    normal: tuple[_Size, Annotated[float, Field(ge=0.0, le=1e6)]] | None = None
    least: _Size | None = None
    most: _Size | None = None

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, (int, float)) and not isinstance(given, bool):
            return {"uniform": (float(given), float(given))}
        if not isinstance(given, Mapping):
            raise ValueError(
                f"must be a number, {{ uniform = [a, b] }} or {{ normal = [mean, deviation] }}, not {shown_value(given)}"
            )
        return given

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.uniform is None) == (self.normal is None):
            raise ValueError("must have uniform or normal, one of them")
        if self.uniform is not None and self.uniform[0] > self.uniform[1]:
            a, b = self.uniform
            raise ValueError(f"uniform goes from the least to the most: write [{b:g}, {a:g}]")
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError(f"least is {self.least:g}, which is more than most, {self.most:g}")
        return self

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the most that it can be; infinite where nothing bounds it."""
        low, high = self.uniform if self.uniform is not None else (float("-inf"), float("inf"))
        return (
            low if self.least is None else max(low, self.least),
            high if self.most is None else min(high, self.most),
        )

    def draw(self, random: Random) -> float:
        """A number. A normal one outside of `least` and `most` is drawn again."""
        low, high = self.bounds
        if self.uniform is not None:
            return min(max(random.uniform(*self.uniform), low), high)
        assert self.normal is not None
        for _ in range(_MOST_TRIES):
            value = random.gauss(*self.normal)
            if low <= value <= high:
                return value
        return min(max(self.normal[0], low), high)


class Count(DatasetTable):
    """A whole number: ``2``, ``{ uniform = [1, 3] }`` with both ends, or ``{ weights = { 1 = 3, 2 = 1 } }``."""

    values: Annotated[tuple[Annotated[int, Field(ge=0, le=60)], ...], Field(min_length=1)]
    weights: tuple[_Weight, ...]

    @model_validator(mode="before")
    @classmethod
    def _short(cls, given: Any) -> Any:
        if isinstance(given, int) and not isinstance(given, bool):
            return {"values": (given,), "weights": (1.0,)}
        if isinstance(given, Mapping) and set(given) == {"uniform"}:
            ends = given["uniform"]
            whole = isinstance(ends, (list, tuple)) and len(ends) == 2 and all(type(e) is int for e in ends)
            if not whole or not 0 <= ends[0] <= ends[1] <= 60:
                raise ValueError(f"uniform is two whole numbers from least to most, up to 60, not {shown_value(ends)}")
            values = tuple(range(ends[0], ends[1] + 1))
            return {"values": values, "weights": (1.0,) * len(values)}
        if isinstance(given, Mapping) and set(given) == {"weights"} and isinstance(given["weights"], Mapping):
            table = given["weights"]
            if not table or not all(str(key).isdecimal() for key in table):
                raise ValueError("weights is a table of whole numbers with their weights, such as { 1 = 3, 2 = 1 }")
            return {
                "values": tuple(int(key) for key in table),
                "weights": tuple(float(w) if type(w) is int else w for w in table.values()),
            }
        raise ValueError(
            f"must be a whole number, {{ uniform = [1, 3] }} or {{ weights = {{ 1 = 3, 2 = 1 }} }}, not {shown_value(given)}"
        )

    def draw(self, random: Random) -> int:
        """A whole number, by the weights."""
        return random.choices(self.values, self.weights)[0]

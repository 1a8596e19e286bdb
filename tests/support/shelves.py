"""A small typed answer of a model."""

from __future__ import annotations

from pydantic import BaseModel, Field

__all__ = ["ShelfPlan"]


class ShelfPlan(BaseModel):
    """A shelf."""

    boards: int = Field(ge=1, le=9)
    finishes: list[str] = []

"""Edits of the limits of a process: another limit, or one less."""

from typing import Literal

from models.base import Model, Slug
from models.draft import Draft, EditError
from models.limit import Limit
from models.said import said


class SetLimit(Model):
    """Replace the limit of that slug, or add it."""

    kind: Literal["set-limit"] = "set-limit"
    limit: Limit

    def apply(self, draft: Draft) -> None:
        """Put the limit in its place; a new one comes last."""
        for slug in (*self.limit.over, *([self.limit.starts.step] if self.limit.starts else ())):
            draft.step(slug)
        for place, known in enumerate(draft.limits):
            if known.slug == self.limit.slug:
                draft.limits[place] = self.limit
                return
        draft.limits.append(self.limit)


class DropLimit(Model):
    """Measure against a limit no longer."""

    kind: Literal["drop-limit"] = "drop-limit"
    limit: Slug

    def apply(self, draft: Draft) -> None:
        """Take the limit away."""
        kept = [limit for limit in draft.limits if limit.slug != self.limit]
        if len(kept) == len(draft.limits):
            raise EditError(said(f"没有时限“{self.limit}”", f"there is no limit {self.limit!r}"))
        draft.limits[:] = kept

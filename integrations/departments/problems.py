"""Refusals, and the problem documents (RFC 9457) that tell them to the caller."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from starlette.responses import Response

from integrations.departments.contract import Problem
from models.said import Said, in_chinese, said

MEDIA_TYPE = "application/problem+json"
PREFIX = "urn:onething:problem:"


REFUSALS: dict[int | str, dict[str, Any]] = {
    400: {"description": "请求格式不对 / the request cannot be read"},
    401: {"description": "未签名、签名不正确或已用过 / no valid, fresh signature"},
    403: {"description": "办件属于其他申报方 / another client's case"},
    404: {"description": "没有此部门、申请或文书 / no such department, application or document"},
    409: {"description": "与此前的请求矛盾 / contradicts an earlier call"},
    413: {"description": "正文过大 / body too large"},
    415: {"description": "正文不是JSON / the body is not JSON"},
    422: {"description": "内容不对 / the content is not valid"},
    503: {"description": "暂不可用，见Retry-After / not now, see Retry-After"},
}
"""The refusals by their status, as the description of the API lists them."""


class RefusedError(Exception):
    """A call that a department does not do; ``kind`` is the last part of the problem's type."""

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        errors: Sequence[str] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.status = status
        self.kind = kind
        self.detail = detail
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        super().__init__(detail)

    def response(self, instance: str = "") -> Response:
        """The answer; ``instance`` is the path that was called."""
        problem = Problem(
            type=f"{PREFIX}{self.kind}",
            title=HTTPStatus(self.status).phrase,
            status=self.status,
            detail=str(self.detail),
            detail_zh=in_chinese(self.detail),
            instance=instance,
            errors=self.errors,
        )
        return Response(
            problem.model_dump_json(exclude_defaults=True),
            self.status,
            headers=self.headers,
            media_type=MEDIA_TYPE,
        )


def unauthorized(detail: Said, kind: str = "unauthorized") -> RefusedError:
    """The caller did not show who it is."""
    return RefusedError(401, kind, detail, headers={"www-authenticate": "Signature"})


def unknown(detail: Said) -> RefusedError:
    """There is no such thing, or it is not the caller's."""
    return RefusedError(404, "not-found", detail)


def conflict(detail: Said, kind: str = "conflict") -> RefusedError:
    """The call contradicts what was called before."""
    return RefusedError(409, kind, detail)


def invalid(detail: str, errors: Sequence[str] = ()) -> RefusedError:
    """The content cannot be done."""
    return RefusedError(422, "invalid", detail, errors=errors)


def unavailable(detail: Said, seconds: int = 1, kind: str = "unavailable") -> RefusedError:
    """Not now; come again after so many seconds."""
    return RefusedError(503, kind, detail, headers={"retry-after": str(seconds)})


LEDGER_AWAY = said(
    "台账数据库暂时连接不上，请稍后重试", "the ledger's database is away for the moment; try again"
)

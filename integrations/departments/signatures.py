"""Signed requests: HTTP Message Signatures (RFC 9421) with HMAC-SHA256, and nothing more of it.

A signature covers the method, the path, the query, and for a request with a body the digest of
the body (RFC 9530), its type and the idempotency key if there is one; further it names the key,
the second at which it was made, and a nonce by which a repetition is noticed.
"""

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LABEL = "onething"
ALGORITHM = "hmac-sha256"
TOKEN = re.compile(r"[A-Za-z0-9._~-]{1,100}")
"""What a key's id and a nonce look like."""

_COMPONENT = r'"(@?[a-z][a-z0-9-]*)"'
_INPUT = re.compile(
    rf"{LABEL}=(\(((?:{_COMPONENT}(?: (?!\)))?)*)\)((?:;[a-z]+=(?:\d{{1,15}}|\"[^\"\\]*\"))*))"
)
_PARAMETER = re.compile(r';([a-z]+)=(?:(\d+)|"([^"\\]*)")')
_SIGNATURE = re.compile(rf"{LABEL}=:([A-Za-z0-9+/=]+):")


class SignatureError(ValueError):
    """A signature that cannot be read; the text says what is wrong with it."""


@dataclass(frozen=True)
class Signed:
    """What a request says of its signature. ``parameters`` is the text that was signed with it."""

    components: tuple[str, ...]
    parameters: str
    created: int
    key: str
    nonce: str
    signature: bytes


def content_digest(body: bytes) -> str:
    """The value of the header ``Content-Digest`` for a body."""
    return f"sha-256=:{base64.b64encode(hashlib.sha256(body).digest()).decode()}:"


def covered(method: str, headers: Mapping[str, str]) -> tuple[str, ...]:
    """The components that the signature of a request must cover."""
    optional = ("content-digest", "content-type", "idempotency-key")
    body = ("content-digest",) if method in {"POST", "PUT", "PATCH"} else ()
    present = (name for name in optional if name in headers and name not in body)
    return ("@method", "@path", "@query", *body, *present)


def parameters(components: Sequence[str], created: int, key: str, nonce: str) -> str:
    """The signature's parameters, as they stand in ``Signature-Input`` and are signed."""
    names = " ".join(f'"{name}"' for name in components)
    return f'({names});created={created};keyid="{key}";nonce="{nonce}";alg="{ALGORITHM}"'


def signature(
    secret: bytes, components: Sequence[str], values: Mapping[str, str], signed: str
) -> bytes:
    """The HMAC over the signature base (RFC 9421, 2.5); ``signed`` are the parameters."""
    lines = [f'"{name}": {values[name].strip()}' for name in components]
    base = "\n".join([*lines, f'"@signature-params": {signed}'])
    return hmac.new(secret, base.encode(), hashlib.sha256).digest()


def values_of(method: str, path: str, query: str, headers: Mapping[str, str]) -> dict[str, str]:
    """The values that components stand for; header names in lower case."""
    return {**headers, "@method": method, "@path": path, "@query": f"?{query}"}


def headers_for(
    secret: bytes,
    key: str,
    created: int,
    nonce: str,
    components: Sequence[str],
    values: Mapping[str, str],
) -> dict[str, str]:
    """The two headers that sign a request."""
    signed = parameters(components, created, key, nonce)
    mac = base64.b64encode(signature(secret, components, values, signed)).decode()
    return {"signature-input": f"{LABEL}={signed}", "signature": f"{LABEL}=:{mac}:"}


def read(headers: Mapping[str, str]) -> Signed:
    """What a request's headers say of its signature; SignatureError if they cannot be read."""
    described = _INPUT.fullmatch(headers.get("signature-input", ""))
    given = _SIGNATURE.fullmatch(headers.get("signature", ""))
    if described is None or given is None:
        raise SignatureError("no signature, or one that cannot be read")
    found: dict[str, str] = {}
    for name, number, text in _PARAMETER.findall(described[4]):
        if name in found:
            raise SignatureError(f"the parameter {name} appears twice")
        found[name] = number or text
    if missing := {"created", "keyid", "nonce"} - found.keys():
        raise SignatureError(f"the signature does not say: {', '.join(sorted(missing))}")
    if found.get("alg", ALGORITHM) != ALGORITHM:
        raise SignatureError(f"the algorithm must be {ALGORITHM}")
    if not found["created"].isdigit() or not TOKEN.fullmatch(found["nonce"]):
        raise SignatureError("`created` or `nonce` cannot be read")
    components = tuple(re.findall(_COMPONENT, described[2]))
    if len(set(components)) < len(components):
        raise SignatureError("a component is covered twice")
    try:
        mac = base64.b64decode(given[1], validate=True)
    except binascii.Error:
        raise SignatureError("the signature is not base64") from None
    return Signed(
        components, described[1], int(found["created"]), found["keyid"], found["nonce"], mac
    )


def is_genuine(signed: Signed, secret: bytes, values: Mapping[str, str]) -> bool:
    """Whether the signature was made with the secret over these values."""
    if any(name not in values for name in signed.components):
        return False
    known = signature(secret, signed.components, values, signed.parameters)
    return hmac.compare_digest(known, signed.signature)

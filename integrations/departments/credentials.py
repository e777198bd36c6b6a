"""Keys by which a client's requests to a department are signed, in a file only its owner can read.

A client has its own keys for each department. To change a key, a new one is put before the old,
which stays valid until a given time: clients sign with the first, departments accept both.
"""

import base64
import logging
import os
import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, SecretStr, field_serializer, field_validator, model_validator

from integrations.departments.signatures import TOKEN
from integrations.documents import read, to_yaml
from models.base import Model, Slug
from models.errors import DocumentError
from models.said import said

PRIVATE = 0o600
OTHERS = 0o077
LOG = logging.getLogger("onething.departments")
SHORTEST = 32
"""Bytes of a secret."""


class Key(Model):
    """A secret that a client shares with a department, valid until ``until`` (None: no end).

    ``secret`` is base64 of at least 32 bytes; it is never shown.
    """

    id: Annotated[str, Field(pattern=rf"^{TOKEN.pattern}$")]
    client: Slug
    department: Slug
    secret: SecretStr
    until: datetime | None = None

    @field_validator("secret")
    @classmethod
    def _long_enough(cls, secret: SecretStr) -> SecretStr:
        try:
            length = len(base64.b64decode(secret.get_secret_value(), validate=True))
        except ValueError:
            length = 0
        if length < SHORTEST:
            raise ValueError(
                said("密钥须为不少于32字节的base64", "a secret is base64 of at least 32 bytes")
            )
        return secret

    @field_validator("until")
    @classmethod
    def _with_a_zone(cls, until: datetime | None) -> datetime | None:
        if until is not None and until.tzinfo is None:
            raise ValueError(
                said("时间须带时区，如+08:00", "a time needs its zone, such as +08:00")
            )
        return until

    @field_serializer("secret")
    def _written(self, secret: SecretStr) -> str:
        return secret.get_secret_value()

    @property
    def bytes(self) -> bytes:
        """The secret itself."""
        return base64.b64decode(self.secret.get_secret_value())

    def is_valid(self, now: datetime) -> bool:
        """Whether the key may still be used."""
        return self.until is None or now < self.until


class Keyring(Model):
    """All keys that somebody holds; of a client's keys to a department the newest comes first."""

    keys: tuple[Key, ...]

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        ids = [key.id for key in self.keys]
        if twice := sorted({one for one in ids if ids.count(one) > 1}):
            names = ", ".join(twice)
            raise ValueError(said(f"密钥编号重复：{names}", f"key ids appear twice: {names}"))
        return self

    @classmethod
    def fresh(cls, client: str, departments: Iterable[str]) -> Self:
        """New random keys of a client for each department."""
        return cls(keys=tuple(_fresh(client, slug) for slug in departments))

    def find(self, identity: str, department: str, now: datetime) -> Key | None:
        """The key of that id if it is valid for the department."""
        for key in self.keys:
            if key.id == identity and key.department == department and key.is_valid(now):
                return key
        return None

    def signing(self, client: str, department: str, now: datetime) -> Key | None:
        """The key with which the client signs its requests to the department."""
        mine = (k for k in self.keys if (k.client, k.department) == (client, department))
        return next((key for key in mine if key.is_valid(now)), None)

    def rotated(self, now: datetime, overlap: timedelta) -> Self:
        """With a new key before each that is valid; the old ones end after ``overlap``.

        Keys that are no longer valid are dropped.
        """
        kept = [key for key in self.keys if key.is_valid(now)]
        pairs = dict.fromkeys((key.client, key.department) for key in kept)
        end = now + overlap
        old = (k.changed(until=min(end, k.until) if k.until else end) for k in kept)
        return self.changed(keys=(*(_fresh(*pair) for pair in pairs), *old))


def _fresh(client: str, department: str) -> Key:
    return Key(
        id=f"{client}.{department}.{secrets.token_hex(4)}",
        client=client,
        department=department,
        secret=SecretStr(base64.b64encode(secrets.token_bytes(SHORTEST)).decode()),
    )


class KeyFile:
    """The keys of a file, read again when it has changed, so that keys change without a stop."""

    def __init__(self, path: Path) -> None:
        """Read it; DocumentError as ``read_keys``."""
        self.path = path
        self.keys = read_keys(path)
        self.read_at = self._changed()

    def __call__(self) -> Keyring:
        """The keys now; those known before if the file cannot be read."""
        changed = self._changed()
        if changed != self.read_at:
            self.read_at = changed
            try:
                self.keys = read_keys(self.path)
            except DocumentError as error:
                LOG.warning("keys not renewed: %s", error)
        return self.keys

    def _changed(self) -> int:
        try:
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0


def read_keys(path: Path) -> Keyring:
    """The keys in a file; DocumentError if others than its owner can read it."""
    try:
        shared = path.stat().st_mode & OTHERS
    except OSError:
        shared = 0  # reading it says what is wrong
    if shared and os.name == "posix":
        raise DocumentError(
            said(
                f"{path}：密钥文件可被他人读取；请运行 chmod 600 {path}",
                f"{path}: others can read this file of secrets; run chmod 600 {path}",
            )
        )
    return read(path, Keyring)


def write_keys(path: Path, keys: Keyring) -> None:
    """Write keys to a file that only its owner can read, as a whole or not at all."""
    draft = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE), "w") as file:
            file.write(to_yaml(keys))
        draft.replace(path)
    except OSError as error:
        raise DocumentError(
            said(
                f"{path}：无法写入（{error.strerror}）",
                f"{path}: cannot be written ({error.strerror})",
            )
        ) from None

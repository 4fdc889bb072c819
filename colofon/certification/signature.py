"""A file and its detached SSH signature -> whether somebody whose key counts has signed it."""

from __future__ import annotations

import base64
import datetime as dt
import io
import re
from collections.abc import Iterable, Iterator

from sshsig import InvalidSignature, PublicKey, check_signature
from sshsig.allowed_signers import AllowedSigner, load_allowed_signers_file
from sshsig.binary_io import SshReader, ssh_read_string_pair
from sshsig.sshsig import SshsigSignature, ssh_dearmor_sshsig

NAMESPACE = "colofon"
"""What `ssh-keygen -Y sign -n` must be told, so that a signature for Git or mail is none here."""

HASHES = {b"sha256", b"sha512"}
"""What PROTOCOL.sshsig allows; the library would take any hash that Python knows."""

ALGORITHMS = {b"ssh-ed25519": {b"ssh-ed25519"}, b"ssh-rsa": {b"rsa-sha2-256", b"rsa-sha2-512"}}
"""How the keys of each kind may sign (PROTOCOL.sshsig: RSA never with SHA-1)."""


class NotSigned(Exception):  # noqa: N818  # an answer, not an error
    """Nobody whose key counts has signed the file, and why; says it in a sentence."""


class BadSigners(Exception):  # noqa: N818  # an answer, not an error
    """The list of those whose keys count cannot be read, and why."""


def verify(data: bytes, signature: bytes, signers: bytes, identity: str, day: dt.date) -> None:
    """Raise `NotSigned` unless `identity`, who may sign on `day`, has signed `data`.

    `signers` is a file in OpenSSH's format (ssh-keygen(1), ALLOWED SIGNERS); `BadSigners` is
    raised if it is none. Its times count by their days, so that no time zone matters.
    """
    allowed = _allowed(signers)
    key = _signing_key(data, signature)
    lines = [line for line, each in allowed if each == key]
    if not lines:
        message = (
            f"It is signed by a key that is not among the allowed signers: {key.sha256_str()}."
        )
        raise NotSigned(message)
    if not any(_matches(identity, line.principals) for line in lines):
        raise NotSigned(f"The key that signed it is not allowed to sign for «{identity}».")
    if not any(_holds(line, identity, day) for line in lines):
        raise NotSigned(f"The key that signed it may not sign for «{NAMESPACE}» on {day}.")


def _signing_key(data: bytes, armoured: bytes) -> PublicKey:
    """Return the key that has signed the data; raise `NotSigned` if none has."""
    try:
        signature = SshsigSignature.from_armored(armoured)
        _prove_form(signature, ssh_dearmor_sshsig(armoured))
        if signature.namespace != NAMESPACE.encode():
            made = signature.namespace.decode("utf-8", "replace")
            raise NotSigned(f"It is signed for «{made}» and not for «{NAMESPACE}».")
        return check_signature(data, armoured, NAMESPACE)
    except InvalidSignature:
        raise NotSigned("It is not what was signed: it was changed after that.") from None
    except (ValueError, NotImplementedError) as error:
        raise NotSigned(f"Its signature cannot be read: {error}") from None


def _prove_form(signature: SshsigSignature, blob: bytes) -> None:
    """Raise ValueError if form, key, algorithm or hash is not such as PROTOCOL.sshsig allows.

    The library reads past what is cut short: so what it read must be all that is written.
    """
    kind = SshReader(signature.public_key).read_string()
    algorithm, raw = ssh_read_string_pair(signature.signature)
    if kind not in ALGORITHMS:
        known = ", ".join(each.decode() for each in ALGORITHMS)
        raise ValueError(f"the key is of the kind {_said(kind)}, and we know {known}.")
    key = PublicKey.from_ssh_encoding(signature.public_key)
    read = (bytes(signature), _blob(key), _strings(algorithm, raw))
    if read != (blob, signature.public_key, signature.signature):
        raise ValueError("it is not written as it should be.")
    if algorithm not in ALGORITHMS[kind] or signature.hash_algo not in HASHES:
        made = f"{_said(algorithm)} and {_said(signature.hash_algo)}"
        raise ValueError(f"it was made with {made}.")


def _said(name: bytes | str) -> str:
    """Return a name of the protocol as text."""
    return name if isinstance(name, str) else name.decode("utf-8", "replace")


def _strings(*parts: bytes) -> bytes:
    """Write strings as the SSH protocol does (RFC 4251, 5)."""
    return b"".join(len(part).to_bytes(4, "big") + part for part in parts)


def _blob(key: PublicKey) -> bytes:
    """Write a key as OpenSSH does."""
    return base64.b64decode(key.openssh_str().split()[1])


def _allowed(signers: bytes) -> list[tuple[AllowedSigner, PublicKey]]:
    """Read the lines of those who may sign, and their keys; other kinds of key are passed by."""
    try:
        lines = load_allowed_signers_file(io.StringIO(signers.decode("utf-8")))
        return list(_with_keys(lines))
    except (ValueError, IndexError) as error:
        raise BadSigners(str(error) or "A line of it cannot be read.") from None


def _with_keys(lines: Iterable[AllowedSigner]) -> Iterator[tuple[AllowedSigner, PublicKey]]:
    """Yield each line with the key in it; an authority's signs certificates, and no checklist."""
    for line in lines:
        if "cert-authority" in (line.options or {}):
            continue
        try:
            yield line, PublicKey.from_openssh_str(f"{line.key_type} {line.base64_key}")
        except NotImplementedError:
            continue


def _holds(line: AllowedSigner, identity: str, day: dt.date) -> bool:
    """Tell whether a line lets somebody sign for us on a day."""
    options = line.options or {}
    today = f"{day:%Y%m%d}"
    return (
        _matches(identity, line.principals)
        and _matches(NAMESPACE, options.get("namespaces", "*"))
        and options.get("valid-after", today)[:8] <= today
        and ("valid-before" not in options or today < options["valid-before"][:8])
    )


def _matches(name: str, patterns: str) -> bool:
    """Tell whether a name is in a list of patterns (ssh_config(5), PATTERNS)."""
    found = False
    for pattern in patterns.split(","):
        wildcards = re.escape(pattern.removeprefix("!")).replace(r"\*", ".*").replace(r"\?", ".")
        if re.fullmatch(wildcards, name):
            if pattern.startswith("!"):
                return False
            found = True
    return found

"""Whose signature counts, shown with signatures that ssh-keygen made and with our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from certified import DAY, FOREIGN, IDENTITY, KEY, public, sign
from colofon.certification.signature import BadSigners, NotSigned, verify

FOLDER = Path(__file__).parent / "signatures"
DATA = (FOLDER / "data.txt").read_bytes()
SIGNERS = (FOLDER / "allowed_signers").read_bytes()


@pytest.mark.parametrize(("kind", "name"), [("ed25519", "ed"), ("rsa", "rsa")])
def test_what_ssh_keygen_signed_is_signed(kind: str, name: str) -> None:
    """Keys of both kinds that we know."""
    verify(DATA, (FOLDER / f"{kind}.sig").read_bytes(), SIGNERS, f"{name}@example.org", DAY)


@pytest.mark.parametrize(("kind", "name"), [("ed25519", "ed"), ("rsa", "rsa")])
def test_one_byte_undoes_what_ssh_keygen_signed(kind: str, name: str) -> None:
    """Of the data, whatever the key."""
    signature = (FOLDER / f"{kind}.sig").read_bytes()
    with pytest.raises(NotSigned, match="changed"):
        verify(DATA + b" ", signature, SIGNERS, f"{name}@example.org", DAY)


def test_a_kind_of_key_that_we_do_not_know_is_named() -> None:
    """And those that we do."""
    with pytest.raises(NotSigned, match=r"ecdsa.*ssh-ed25519, ssh-rsa"):
        verify(DATA, (FOLDER / "ecdsa.sig").read_bytes(), SIGNERS, "ec@example.org", DAY)


def signers(options: str = "", who: str = IDENTITY, key: Ed25519PrivateKey = KEY) -> bytes:
    """Write a list of one signer."""
    return f"# ours\n{who} {options} {public(key)}\n".encode()


@pytest.mark.parametrize(
    "allowed",
    [
        signers(),
        signers('namespaces="git,colofon"'),
        signers('namespaces="colo*"'),
        signers('valid-after="20261123",valid-before="20261125Z"'),
        signers(who="*@example.org"),
        signers(who='"eva@example.org,an?@example.org"'),
        signers(key=FOREIGN) + signers(),
        signers("cert-authority", key=FOREIGN) + signers(),
    ],
)
def test_who_is_allowed_may_sign(allowed: bytes) -> None:
    """OpenSSH's patterns and options mean what they mean to ssh-keygen."""
    verify(DATA, sign(DATA), allowed, IDENTITY, DAY)


@pytest.mark.parametrize(
    ("allowed", "why"),
    [
        (b"", "not among the allowed"),
        (signers(key=FOREIGN), "not among the allowed"),
        (signers("cert-authority"), "not among the allowed"),
        (signers(who="eva@example.org"), "not allowed to sign for «ana"),
        (signers(who="*,!ana@*"), "not allowed to sign for «ana"),
        (signers(who="an.@example.org"), "not allowed to sign for «ana"),
        (signers('namespaces="git"'), "may not sign for «colofon»"),
        (signers('valid-after="20261125"'), "may not sign for «colofon» on 2026-11-24"),
        (signers('valid-before="20261124"'), "may not sign for «colofon» on 2026-11-24"),
    ],
)
def test_who_is_not_allowed_may_not(allowed: bytes, why: str) -> None:
    """The reason is told."""
    with pytest.raises(NotSigned, match=why.replace("*", r"\*")):
        verify(DATA, sign(DATA), allowed, IDENTITY, DAY)


@pytest.mark.parametrize(
    "allowed", [b"ana", b'"ana', b'"ana" ', b"ana ssh-ed25519 AAAA", "ñ a b".encode(), b"a x=1 b c"]
)
def test_a_malformed_list_of_signers_is_told(allowed: bytes) -> None:
    """No traceback, whatever is in it."""
    with pytest.raises(BadSigners):
        verify(DATA, sign(DATA), allowed, IDENTITY, DAY)


def test_a_signature_for_something_else_is_none() -> None:
    """Git's, for one."""
    with pytest.raises(NotSigned, match="«git» and not for «colofon»"):
        verify(DATA, sign(DATA, namespace="git"), signers(), IDENTITY, DAY)


@pytest.mark.parametrize("hashed", ["md5", "sha1"])
def test_a_weak_hash_is_refused(hashed: str) -> None:
    """The library would take it, and PROTOCOL.sshsig does not."""
    with pytest.raises(NotSigned, match=hashed):
        verify(DATA, sign(DATA, hashed=hashed), signers(), IDENTITY, DAY)


def test_no_byte_of_a_signature_can_be_changed_into_a_traceback() -> None:
    """Each in turn that says something; spaces and what stands around the signature do not."""
    whole = sign(DATA)
    start, end = whole.index(b"U1NIU0lH"), whole.index(b"\n-----END")
    for place in (place for place in range(start, end) if whole[place : place + 1].strip()):
        broken = bytearray(whole)
        broken[place] ^= 0x15
        with pytest.raises(NotSigned):
            verify(DATA, bytes(broken), signers(), IDENTITY, DAY)


def test_a_cut_signature_is_told() -> None:
    """At any length."""
    whole = sign(DATA)
    for length in range(0, len(whole) - 40, 7):
        with pytest.raises(NotSigned):
            verify(DATA, whole[:length], signers(), IDENTITY, DAY)

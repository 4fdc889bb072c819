"""A function -> its result, or one line: it runs in a process of its own, with little to spend."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar, cast

from colofon.finding import Place, Refused
from colofon.guarded.child import OUT_OF_MEMORY, REFUSED, SOUND, loaded
from colofon.guarded.limits import MEGA
from colofon.guarded.unsafe import Unsafe, shown

Result = TypeVar("Result")

SECONDS = 9
"""Time that reading a stranger's file may take."""

MEMORY = 480 * MEGA
"""Bytes that the process may ask for, all its libraries with it."""


def apart(
    function: Callable[..., Result],
    *arguments: object,
    place: str = "",
    seconds: int = SECONDS,
    memory: int = MEMORY,
) -> Result:
    """Call a function of a module in another process, and return what it returns.

    The function is found by its name; arguments and result are copied. `place` names the
    file that it reads. Raises Unsafe where the function does, where it wants more than `seconds`
    or `memory` (bytes; not held to on macOS), and where the process dies: a library that a
    hostile file brings down takes no more with it.
    """
    where = Place(place or _first_path(arguments))
    call = pickle.dumps((function.__module__, function.__qualname__, arguments, seconds, memory))
    try:
        done = subprocess.run(  # our own module
            [sys.executable, "-P", "-c", "from colofon.guarded.child import main; main()"],
            input=call,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(where, seconds) from error
    return cast("Result", _answer(done, where, seconds, memory))


def _first_path(arguments: tuple[object, ...]) -> str:
    """Name the file that is read: the last path among the arguments."""
    named = [str(each) for each in arguments if isinstance(each, os.PathLike)]
    return named[-1] if named else "the file"


def _answer(
    done: subprocess.CompletedProcess[bytes], where: Place, seconds: int, memory: int
) -> object:
    """Unpack what the process answered, or say why it did not."""
    sign, packed = done.stdout[:1], done.stdout[1:]
    if done.returncode == 0 and sign in {SOUND, REFUSED}:
        try:
            answer = loaded(packed)
        except pickle.UnpicklingError as error:
            raise Unsafe("unreadable", f"Reading it failed: {error}", where) from error
        if sign == SOUND:
            return answer
        raise Unsafe.of(answer[0]) if len(answer) == 1 else Refused(answer)
    said = done.stderr.decode(errors="replace").strip().splitlines() or ["it said nothing"]
    if done.returncode == OUT_OF_MEMORY or said[-1].startswith(("MemoryError",)):
        text = f"Reading it takes more than {memory // MEGA} MB of memory."
        raise Unsafe("too-much", text, where)
    if -done.returncode in {signal.SIGXCPU, signal.SIGKILL}:
        raise _too_slow(where, seconds)
    raise Unsafe("unreadable", f"Reading it failed: {shown(said[-1]).rstrip('.')}.", where)


def _too_slow(where: Place, seconds: int) -> Unsafe:
    """Say that the time is up."""
    return Unsafe("too-slow", f"Reading it takes more than {seconds} s.", where)

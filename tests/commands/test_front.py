"""The front of the commands: help, exit codes, and no traceback for a user's mistake."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from colofon import __main__ as front
from colofon.commands import commands, diff
from colofon.finding import Finding, Place, Refused
from conftest import ROOT
from finished import finished
from second_edition import second


def colofon(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "colofon", *arguments],
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


def output(suffix: str, *, later: bool = False) -> str:
    """Name an output of our edition, or of the second one."""
    edition = second() if later else finished()
    return str(edition.build / f"{edition.slug}{suffix}")


def test_help_names_every_command_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command, help is printed, with what each command is for."""
    assert front.main([]) == 0
    said = " ".join(capsys.readouterr().out.split())
    for name, command in commands().items():
        assert f"{name} {command.HELP}" in said
        assert "\n" not in command.HELP


def test_the_same_text_is_no_difference(capsys: pytest.CaptureFixture[str]) -> None:
    """EPUB and press PDF of one edition: exit code 0, and it says how much was compared."""
    assert front.main(["diff", output(".epub"), output("-print.pdf")]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == "No difference; 27 paragraphs and 18 notes the same."


def test_another_text_is_told_and_exits_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    """An EPUB and a press PDF of two editions: what they are, what changed, how much."""
    assert front.main(["diff", output(".epub"), output("-print.pdf", later=True)]) == 1
    said = capsys.readouterr().out
    first, then, *_, last = said.splitlines()
    assert first.endswith("edition 1, 2026-11-22 (EPUB)")
    assert then.endswith("edition 2, 2027-03-01 (PDF, by its pages)")
    assert "§ 3 → § 2, changed:" in said
    assert "este país está [-quebrado,-] {+roto,+} ya no hay" in said
    assert "ganado el apoyo de sus pueblos. {+¶+} No firmaremos una paz" in said
    assert "note 4 of B, added (§ 2, behind «este país está roto,»):" in said
    assert "§ 12–14 are now § 13–15" in said
    assert last.startswith("1 paragraph changed, 1 paragraph added, ")
    assert last.endswith("; 21 paragraphs and 16 notes the same.")


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    """A program reads what a person does."""
    assert front.main(["diff", "--json", output(".tei.xml"), output(".txt", later=True)]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["A"]["edition"], said["B"]["edition"]) == ("1", "2")
    assert said["differs"] is True
    [changed] = [each for each in said["paragraphs"] if each["kind"] == "changed"]
    assert (changed["A"][0]["number"], changed["B"][0]["number"]) == (3, 2)
    assert {"deleted": "quebrado,", "inserted": "roto,"} in changed["words"]
    assert said["same"] == {"paragraphs": 21, "notes": 16}


@pytest.mark.parametrize("arguments", [["diff"], ["diff", "a"], ["sing"], ["--loud"]])
def test_wrong_usage_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """What argparse refuses is its own exit code, and goes to the standard error."""
    with pytest.raises(SystemExit) as exit_:
        front.main(arguments)
    assert exit_.value.code == 2
    assert "usage:" in capsys.readouterr().err


def test_a_mistake_is_one_line_without_a_traceback() -> None:
    """A missing file is named on the standard error, in one line, and nothing else is printed."""
    run = colofon("diff", "/nowhere/a.epub", output(".epub"))
    assert (run.returncode, run.stdout) == (1, "")
    assert run.stderr == "/nowhere/a.epub: [no-file] There is no such file.\n"


def test_an_edition_says_nothing_that_commands_a_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Control characters of a stranger's file are written out."""
    line = "=" * 72
    for name, word in (("a.txt", "uno"), ("b.txt", "\x1b[31mdos\u202e")):
        (tmp_path / name).write_text(f"T\n\n{line}\n\n[1] Hola {word}.\n\n{line}\n", "utf-8")
    assert front.main(["diff", str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]) == 1
    said = capsys.readouterr().out
    assert "\\x1b[31mdos\\u202e" in said
    assert "\x1b" not in said


def test_any_terminal_can_show_it() -> None:
    """Where the terminal's encoding lacks a character, it is written out."""
    run = colofon("diff", output(".epub"), output(".txt"), PYTHONIOENCODING="ascii")
    assert run.returncode == 0
    assert "\\xa1Por la paz!" in run.stdout


def test_nobody_reads_on() -> None:
    """A closed pipe ends the command without a word."""
    command = [sys.executable, "-m", "colofon", "diff", output(".epub"), output(".txt", later=True)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout is not None
        assert run.stderr is not None
        run.stdout.close()
        assert run.stderr.read() == b""


def test_ctrl_c_exits_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who interrupts a command sees no traceback."""

    class Slow:
        """A command that is interrupted."""

        __name__ = "slow"
        HELP = "wait"

        def arguments(self, _parser: object) -> None:
            """Take nothing."""

        def run(self, _args: object) -> int:
            """Be interrupted, as a terminal does it."""
            os.kill(os.getpid(), signal.SIGINT)
            signal.pause()
            return 0

    monkeypatch.setattr(front, "commands", lambda: {"slow": Slow()})
    assert front.main(["slow"]) == 130


def test_every_finding_of_a_refusal_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A master with two faults gives two lines and exit code 1."""

    def refuse(_args: object) -> int:
        raise Refused([Finding(code, "No.", Place("a.md", 3)) for code in ("one", "two")])

    monkeypatch.setattr(diff, "run", refuse)
    assert front.main(["diff", "a", "b"]) == 1
    assert capsys.readouterr().err == "a.md:3: [one] No.\na.md:3: [two] No.\n"

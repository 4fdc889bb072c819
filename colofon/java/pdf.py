"""A PDF and a standard -> veraPDF's verdict, with each broken rule; runs beside the JVM."""

from __future__ import annotations

import functools
import zipfile
from pathlib import Path
from typing import Any

import jpype
from lxml import etree

from colofon.java.machine import reason, verapdf_jar

_PROFILES = "org.verapdf.pdfa.validation.profiles"
_NAMES = {"p": "http://www.verapdf.org/ValidationProfile"}
_ONE_EACH = 1  # veraPDF records the first failure of each rule, and counts them all


def _profile_file(standard: str) -> str:
    """Name the standard's profile in the jar, as veraPDF's ProfileDirectoryImpl does."""
    stem = "PDFUA-2-ISO32005" if standard == "PDF/UA-2" else standard.replace("PDF/", "PDF")
    return f"org/verapdf/pdfa/validation/{stem.replace(' ', '-').replace('.', '-')}.xml"


def _error(rule: etree._Element) -> Any:
    """Build what a rule says when it is broken, with the values that it shows."""
    argument = jpype.JClass(f"{_PROFILES}.ErrorArgumentImpl").fromValues
    arguments = jpype.JClass("java.util.ArrayList")()
    for element in rule.iterfind("p:error/p:arguments/p:argument", _NAMES):
        arguments.add(argument(element.text, element.get("name"), None))
    message = rule.findtext("p:error/p:message", namespaces=_NAMES)
    return jpype.JClass(f"{_PROFILES}.Profiles").errorFromValues(message, arguments)


def _rule(rule: etree._Element) -> Any:
    """Build one rule: on which kind of object which test must hold."""
    profiles = jpype.JClass(f"{_PROFILES}.Profiles")
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    identity = rule.find("p:id", _NAMES)
    assert identity is not None
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            specification.valueOf(identity.get("specification")),
            identity.get("clause"),
            int(identity.get("testNumber", "0")),
        ),
        rule.get("object"),
        jpype.JClass("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags", ""),
        rule.findtext("p:description", namespaces=_NAMES),
        rule.findtext("p:test", namespaces=_NAMES),
        _error(rule),
        jpype.JClass("java.util.ArrayList")(),
    )


def _variable(variable: etree._Element) -> Any:
    """Build one variable that the tests of a profile share."""
    return jpype.JClass(f"{_PROFILES}.Profiles").variableFromValues(
        variable.get("name"),
        variable.get("object"),
        variable.findtext("p:defaultValue", namespaces=_NAMES),
        variable.findtext("p:value", namespaces=_NAMES),
    )


@functools.cache
def _profile(standard: str) -> Any:
    """Build a standard's profile by hand: the jar lacks the JAXB that veraPDF reads it with."""
    with zipfile.ZipFile(verapdf_jar()) as jar:
        root = etree.fromstring(jar.read(_profile_file(standard)))
    rules, variables = jpype.JClass("java.util.HashSet")(), jpype.JClass("java.util.HashSet")()
    for rule in root.iterfind("p:rules/p:rule", _NAMES):
        rules.add(_rule(rule))
    for variable in root.iterfind("p:variables/p:variable", _NAMES):
        variables.add(_variable(variable))
    profiles = jpype.JClass(f"{_PROFILES}.Profiles")
    flavour = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    epoch = jpype.JClass("java.util.Date")(0)
    details = profiles.profileDetailsFromValues(standard, standard, "veraPDF", epoch)
    return profiles.profileFromValues(flavour, details, "", rules, variables)


def _failures(result: Any) -> list[dict[str, Any]]:
    """List each broken rule with its first failure, in the order of clause and test."""
    counts = {str(rule): int(count) for rule, count in result.getFailedChecks().items()}
    failures = []
    for assertion in result.getTestAssertions():
        rule = assertion.getRuleId()
        failure = {
            "clause": str(rule.getClause()),
            "test": int(rule.getTestNumber()),
            "message": str(assertion.getErrorMessage()),
            "context": str(assertion.getLocation().getContext()),
            "count": counts[str(rule)],
        }
        failures.append(failure)
    return sorted(failures, key=lambda failure: (failure["clause"], failure["test"]))


@functools.cache
def _foundry() -> Any:
    """Start veraPDF's own PDF parser («Greenfield»)."""
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    return jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()


def _validate(path: Path, profile: Any) -> Any:
    """Run veraPDF; gives its ValidationResult or raises one of its many exceptions."""
    factory = jpype.JClass("org.verapdf.pdfa.validation.validators.ValidatorFactory")
    file = jpype.JClass("java.io.File")(str(path))
    parser = _foundry().createParser(file, profile.getPDFAFlavour())
    try:
        # The flags: do not record passed tests, show values in messages, show no progress.
        return factory.createValidator(profile, _ONE_EACH, *(False, True, False)).validate(parser)
    finally:
        parser.close()


def validate(path: Path, standard: str) -> dict[str, Any]:
    """Judge a file; gives "compliant", the number of "assertions", and "failures".

    A file that is broken, encrypted or no PDF raises in veraPDF: that is a failure, too.
    """
    profile = _profile(standard)
    try:
        result = _validate(path, profile)
    except jpype.JClass("java.lang.Exception") as fault:  # not java.lang.Error: that is a crash
        message = f"veraPDF cannot judge the file: {reason(fault, path)}"
        failure = {"clause": "", "test": 0, "message": message, "context": "", "count": 1}
        return {"compliant": False, "assertions": 0, "failures": [failure]}
    return {
        "compliant": bool(result.isCompliant()),
        "assertions": int(result.getTotalAssertions()),
        "failures": _failures(result),
    }

"""A submission's network is trained once within a session, in a child of its own; reports carry what came of it."""

import importlib.util
import json
import math
import re
from dataclasses import replace
from textwrap import dedent

import pytest
from rich.console import Console

from cnnlab.course import Measured, Outcome
from cnnlab.errors import CourseError, PackageUnavailable
from cnnlab.grading.certifying import Certifier, driver_of
from cnnlab.messages import Language, render
from cnnlab.reporters.json_lines import to_json
from cnnlab.reporters.terminal import to_terminal
from cnnlab.sandbox.student import StudentCode

VARIANTS = {
    "nan_loss": """
        honest = train_epoch
        def train_epoch(*given):
            print("accuracy 100 %, whatever you measured")
            honest(*given)
            return float("nan")
    """,
    "an_mlp": """
        class SimpleCNN(nn.Sequential):
            def __init__(self):
                super().__init__(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    """,
    "raises": """
        def train_epoch(model, loader, optimizer, device):
            raise ValueError("not yet")
    """,
    "leaves": """
        honest, parts = train_epoch, [0]
        def train_epoch(*given):
            parts[0] += 1
            if parts[0] == 3:
                import os
                os._exit(0)
            return honest(*given)
    """,
    "no_class": "del SimpleCNN",
}


class Spied:
    """Reports by name, and what was asked of children between the first submission's and the second one's training."""

    def __init__(self, course):
        self.certified, self.calls, self.told = [], [], []
        certify, call = Certifier.certify, StudentCode.call

        def counting(certifier, source, circumstances):
            self.certified.append(source)
            return certify(certifier, source, circumstances)

        def noting(code, function, args, kwargs):
            if len(self.certified) == 1:
                self.calls.append(function)
            return call(code, function, args, kwargs)

        def hearing(point):
            if len(self.certified) == 1:
                self.told.append(point)

        self.sources = {name: course.reference + "\n" + dedent(extra) for name, extra in VARIANTS.items()}
        self.sources = {"reference": course.reference, **self.sources, "same": course.reference}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Certifier, "certify", counting)
            patch.setattr(StudentCode, "call", noting)
            self.reports = course.grade_all(self.sources, tell=hearing)


@pytest.fixture(scope="module")
def spied(shared_network_course):
    return Spied(shared_network_course)


def outcomes(report):
    return {check.id: check.outcome for check in report.checks}


def test_the_reference_reaches_the_step_that_a_few_seconds_reach(spied):
    report = spied.reports["reference"]
    assert outcomes(report) == {
        "test_parameters": Outcome.PASSED,
        "test_logits": Outcome.PASSED,
        "test_first_step": Outcome.PASSED,
        "test_last_step": Outcome.FAILED,
    }
    assert report.score == 60
    message = render(report.checks[-1].message, Language.ENGLISH)
    assert f"recognised {100 * report.certificate.accuracy:.2f} % of 304 digits" in message
    assert "this step is at 99.00 %" in message


def test_a_network_is_trained_once_for_all_checks_and_not_again_when_checks_are_replayed(spied):
    assert spied.certified == list(spied.sources.values())
    assert spied.calls.count("trained") == 3


def test_progress_is_told_as_it_comes(spied):
    assert tuple(spied.told) == spied.reports["reference"].certificate.curve
    assert [point.epochs for point in spied.told] == [0.25, 0.5, 0.75, 1.0]


def test_the_same_submission_has_the_same_certificate(spied):
    one, other = spied.reports["reference"].certificate, spied.reports["same"].certificate
    assert replace(one, seconds={}) == replace(other, seconds={})


def test_another_file_with_the_same_network_and_loop_has_the_same_accuracy(spied):
    """The loop of `nan_loss` trains as the reference's does; what it returns, and which of its parts are repeated, is all one."""
    one, other = (spied.reports[name].certificate for name in ("reference", "nan_loss"))
    assert replace(one, seconds={}) == replace(other, seconds={})


@pytest.mark.parametrize("name", ["an_mlp", "raises", "no_class"])
def test_what_cannot_be_certified_earns_no_points_for_accuracy_and_says_why(spied, name):
    report = spied.reports[name]
    found = outcomes(report)
    assert found["test_first_step"] is found["test_last_step"] is Outcome.REFUSED
    assert report.certificate.accuracy == 0
    refusal = render(report.certificate.refusal, Language.ENGLISH)
    assert refusal == render(report.checks[-1].message, Language.ENGLISH)
    assert {"raises": "train_epoch", "no_class": "SimpleCNN", "an_mlp": "convolution"}[name] in refusal


def test_a_child_that_leaves_where_it_is_watched_has_no_accuracy(spied):
    certificate = spied.reports["leaves"].certificate
    assert "train_epoch" in render(certificate.refusal, Language.ENGLISH)
    assert len(certificate.curve) == 4
    assert certificate.accuracy == 0
    assert outcomes(spied.reports["leaves"])["test_first_step"] is Outcome.REFUSED


def test_what_is_printed_in_training_is_not_shown(spied):
    assert "100 %" not in spied.reports["nan_loss"].printed
    assert spied.reports["nan_loss"].score == spied.reports["reference"].score


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["reference", "nan_loss", "an_mlp", "leaves"])
def test_json_of_a_certificate_is_json(spied, name, language):
    def refuse(constant):
        raise AssertionError(constant)

    report = spied.reports[name]
    fields = json.loads(to_json(report, language), parse_constant=refuse)["certificate"]
    assert fields["accuracy"] == pytest.approx(report.certificate.accuracy, abs=1e-6)
    assert (fields["refusal"] is None) == (report.certificate.refusal is None)
    assert (fields["source"], fields["device"], fields["images"]) == ("stand-in", "cpu", 304)
    assert fields["steps"] == [0.2, 0.99]
    assert len(fields["notes"]) == len(report.certificate.notes)
    if name == "nan_loss":
        assert all(math.isfinite(point["loss"]) for point in fields["curve"])
    if name == "reference":
        assert sum(map(sum, fields["confusion"])) == 304
        assert sum(layer["parameters"] for layer in fields["layers"]) == fields["parameters"] == 225_034


@pytest.mark.parametrize("loss", [math.nan, math.inf, -math.inf])
def test_a_loss_that_is_no_number_is_none_in_json(spied, loss):
    certificate = replace(spied.reports["reference"].certificate, curve=(Measured(1.0, loss, 0.5),))
    fields = json.loads(to_json(replace(spied.reports["reference"], certificate=certificate), Language.ENGLISH))
    assert fields["certificate"]["curve"][0]["loss"] is None


def on_terminal(report, language):
    console = Console(width=300, record=True, file=open("/dev/null", "w", encoding="utf-8"))  # noqa: PTH123, SIM115
    console.print(to_terminal(report, language))
    return " ".join(console.export_text().split())


@pytest.mark.parametrize("language", Language)
def test_the_terminal_says_what_was_certified_in_both_languages(spied, language):
    report = spied.reports["reference"]
    said = on_terminal(report, language)
    assert f"{100 * report.certificate.accuracy:.2f}" in said
    assert "225,034" in said
    assert "304" in said
    for seconds in report.certificate.seconds.values():
        assert f"{seconds:.1f}" in said
    refused = on_terminal(spied.reports["an_mlp"], language)
    assert "MNIST" in refused
    assert not re.search(r"\d %.*graded digits", refused)


def test_public_checks_alone_train_nothing(shared_network_course, monkeypatch):
    monkeypatch.setattr(Certifier, "certify", lambda *_: pytest.fail("trained"))
    report = shared_network_course.grade(shared_network_course.reference, public_only=True)
    assert report.certificate is None
    assert outcomes(report) == {"test_parameters": Outcome.PASSED}


@pytest.mark.parametrize("public_only", [True, False])
def test_a_public_check_that_wants_a_certificate_is_its_authors_fault(network_course, monkeypatch, public_only):
    monkeypatch.setattr(Certifier, "certify", lambda *_: pytest.fail("trained"))
    path = network_course.root / "assignments/nets/test_public.py"
    path.write_text(
        path.read_text(encoding="utf-8").replace("(student)", "(student, certificate)", 1), encoding="utf-8"
    )
    with pytest.raises(CourseError) as error:
        network_course.grade(network_course.reference, public_only=public_only)
    assert "a network is trained for hidden checks" in str(error.value)


@pytest.mark.parametrize("public_only", [False, True])
def test_a_package_that_is_not_installed_is_named_with_its_extra(shared_network_course, monkeypatch, public_only):
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name, *rest: None if name == "torch" else find(name, *rest))
    with pytest.raises(PackageUnavailable) as error:
        shared_network_course.grade(shared_network_course.reference, public_only=public_only)
    assert "nets needs the package torch" in str(error.value)
    assert "pip install 'cnnlab[torch]'" in str(error.value)


def test_a_rehearsal_refuses_what_is_refused_and_demands_no_accuracy(shared_network_course):
    course = shared_network_course
    reports = course.grade_all(
        {"honest": course.reference, "mlp": course.reference + "\n" + dedent(VARIANTS["an_mlp"])}, rehearsal=True
    )
    assert reports["honest"].score == 100
    assert set(reports["honest"].certificate.steps) == {0.0}
    assert reports["mlp"].certificate.refusal is not None


def test_a_driver_has_what_the_assignment_grants(shared_network_course, assignment3):
    driver = driver_of(shared_network_course.assignment)
    assert (driver.threads, driver.reply_mb) == (1, 4)
    assert "def trained(student" in driver.source
    assert driver_of(assignment3).source == ""

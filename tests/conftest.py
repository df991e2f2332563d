"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from golden import Golden
from hunting import USUAL, examples
from hypothesis import HealthCheck, settings
from hypothesis.internal.conjecture import providers

settings.register_profile(
    "quick", max_examples=USUAL, database=None, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("ci", settings.get_profile("quick"), derandomize=True)
settings.register_profile("hunt", settings.get_profile("quick"), max_examples=examples(20) * USUAL, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "quick")

if os.environ.get("CI"):
    # Hypothesis also draws numbers and words of whatever code of ours is loaded. Then an unrelated change, or the order
    # in which workers load modules, would choose other examples.
    pytest.MonkeyPatch().setattr(providers, "_get_local_constants", providers.Constants)

ROOT = Path(__file__).parent.parent
NO_SKIP = bool(os.environ.get("BRIEFING_NO_SKIP"))


@pytest.fixture(scope="session")
def example() -> Path:
    """The article folder of the worked example."""
    return ROOT / "assets" / "northern-alliance"


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a page with its kept picture, or keeps it with ``--update-golden``."""
    return Golden(update=request.config.getoption("--update-golden"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="keep the pages as they are now, to be looked at")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update-golden") and os.environ.get("CI"):
        raise pytest.UsageError("--update-golden is for a person who looks at the pages, not for CI")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Iterator[None]:
    report = yield
    return _without_skip(report)


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Iterator[None]:
    report = yield
    return _without_skip(report)


def _without_skip(report):
    """A test that cannot run is a failure where everything it needs has been set up."""
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, but BRIEFING_NO_SKIP is set: {report.longrepr}"
    return report

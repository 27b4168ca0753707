"""The admin API against its own OpenAPI description: made-up requests, good and bad, at every operation (schemathesis)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import booleans
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from desk.hub.pace import Pace
from tests.hub.web.conftest import signed_in
from tests.hub.web.estate import Estate
from tests.hub.web.served import Served

EXAMPLES = 7
CHECKS = (
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
    negative_data_rejection,
)  # fmt: skip


@pytest.fixture
def someone(real: Served, estate: Estate) -> Iterator[httpx.Client]:
    """An administrator whom nobody slows down."""
    real.face.pace = Pace(1e9, 1e9)
    with signed_in(real, estate.admin) as client:
        yield client


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
def test_every_operation_keeps_to_its_description(
    real: Served, someone: httpx.Client, estate: Estate, mode: GenerationMode
) -> None:
    described = schemathesis.openapi.from_dict(_without_cookie(httpx.get(real.url + "/admin/api/openapi.json").json()))
    described.config.update(base_url=real.url + "/admin/api")
    known = {"district_id": estate.district_id, "site_id": estate.gates["锦绣苑"].caller.site_id}
    headers = {"X-CSRF-Token": someone.headers["X-CSRF-Token"]}
    asked = 0
    for found in described.get_all_operations():
        operation = found.ok()
        if (operation.method, operation.path) == ("delete", "/session"):
            continue  # it would end the session of all the others; test_admin_auth does it
        if mode is GenerationMode.NEGATIVE and not (operation.body or operation.query or operation.path_parameters):
            continue  # nothing in it could be wrong
        strategies = operation.as_strategy(generation_mode=mode)

        @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(case=strategies, ours=booleans())
        def asks(case: Any, ours: bool) -> None:
            nonlocal asked
            asked += 1
            if ours and mode is GenerationMode.POSITIVE:
                case.path_parameters.update({name: known[name] for name in case.path_parameters if name in known})
            response = case.call(headers=headers, cookies=dict(someone.cookies))
            case.validate_response(response, checks=CHECKS)

        asks()
    assert asked > 20 * 3
    assert someone.get("/session").status_code == 200


def _without_cookie(said: dict[str, Any]) -> dict[str, Any]:
    """Every request goes out signed in: the cookie is not among what is made up."""
    for methods in said["paths"].values():
        for operation in methods.values():
            operation.pop("security", None)
    del said["components"]["securitySchemes"]
    return said


def test_every_operation_is_described_and_needs_somebody(real: Served, someone: httpx.Client) -> None:
    said = httpx.get(real.url + "/admin/api/openapi.json").json()
    paths = {(method, path) for path, methods in said["paths"].items() for method in methods}
    assert len(paths) > 20
    for method, path in sorted(paths - {("post", "/session")}):
        at = path.replace("{", "").replace("}", "")
        for name in ("district_id", "site_id", "device_id", "place_id", "user_id", "notice_id"):
            at = at.replace(name, "0" * 32)
        answer = httpx.request(method, f"{real.url}/admin/api{at}", json={} if method in ("post", "patch") else None)
        assert answer.status_code in (401, 422), (method, path, answer.text)
        if answer.status_code == 422:
            assert "query" in answer.text or "body" in answer.text

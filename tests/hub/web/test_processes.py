"""The hub as people start it: real processes on real sockets."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desk.core.clock import SystemClock
from desk.core.ids import new_id
from desk.hub import tls
from desk.wire import enrol
from desk.wire.answers import Hello, pack
from desk.wire.signing import sign

ROOT = Path(__file__).resolve().parents[3]
NOW = SystemClock().now_ms


def run(*words: str, feed: bytes = b"", **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "desk.hub", *words]
    return subprocess.run(
        command, input=feed, capture_output=True, cwd=ROOT, timeout=60, check=False, env={**os.environ, **more}
    )


class Running:
    """A hub process: what it said at its start, and its log."""

    def __init__(self, child: subprocess.Popen[str], said: dict[str, Any]) -> None:
        self.child, self.said, self.url = child, said, said["serving"]

    def stop(self) -> tuple[int, str]:
        """(exit code, its log)."""
        self.child.send_signal(signal.SIGTERM)
        _, log = self.child.communicate(timeout=30)
        return self.child.returncode, log


@contextmanager
def serving(db: str, *words: str, **more: str) -> Iterator[Running]:
    command = [sys.executable, "-m", "desk.hub", "serve", "--db", db, "--port", "0", "--json", *words]
    child = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **more}
    )
    try:
        assert child.stdout is not None
        line = child.stdout.readline()
        assert line, child.communicate(timeout=10)[1]
        yield Running(child, json.loads(line))
    finally:
        if child.poll() is None:
            child.kill()
        child.communicate(timeout=10)


def enrolled(hub: Running, client: httpx.Client) -> tuple[Ed25519PrivateKey, str, str]:
    key, site, device = Ed25519PrivateKey.generate(), new_id(NOW()), new_id(NOW())
    ticket = enrol.read_ticket(hub.said["code"]["ticket"])
    assert ticket.url == hub.url
    body = enrol.signed_ask(key, enrol.EnrolAsk(1, ticket.code, "", device, site, "南门", "0.2.0"))
    answer = client.post("/sync/v1/enrol", content=body)
    assert answer.status_code == 200, answer.text
    return key, site, device


def hello(client: httpx.Client, who: tuple[Ed25519PrivateKey, str, str], off_ms: int = 0) -> httpx.Response:
    body = pack(Hello(1, "0.2.0", 1, "c" * 32, NOW(), name="南门"))
    head = sign(*who, "POST", "/sync/v1/hello", body, NOW() + off_ms)
    return client.post("/sync/v1/hello", content=body, headers=head)


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "hub.db") if request.param == "sqlite" else request.getfixturevalue("pg_url")


def test_a_first_start_tells_what_is_needed_and_a_second_no_secret(url: str) -> None:
    with serving(url, "--insecure-http") as hub:
        assert hub.said["admin"]["name"] == "admin"
        with httpx.Client(base_url=hub.url) as client:
            who = enrolled(hub, client)
            assert hello(client, who).status_code == 200
        code, log = hub.stop()
    assert code in (0, -signal.SIGTERM), log
    with serving(url, "--insecure-http") as hub:
        assert "admin" not in hub.said
        assert "code" not in hub.said
        with httpx.Client(base_url=hub.url) as client:
            assert hello(client, who).status_code == 200


@pytest.mark.skipif(not hasattr(socket, "SO_REUSEPORT"), reason="this system cannot share a port")
def test_two_processes_of_one_hub_share_a_port(pg_url: str) -> None:
    with serving(pg_url, "--insecure-http", "--shared-port") as first:
        port = first.url.rpartition(":")[2]
        alone = run("serve", "--db", pg_url, "--port", port, "--insecure-http")
        assert b"hub.port_taken" in alone.stderr, "who does not say so shares nothing"
        with httpx.Client(base_url=first.url) as client:
            who = enrolled(first, client)
        with serving(pg_url, "--insecure-http", "--shared-port", "--port", port) as second:
            assert second.url == first.url
            first.stop()
            with httpx.Client(base_url=second.url) as client:
                assert hello(client, who).status_code == 200


def test_the_log_is_json_and_names_nobody(url: str) -> None:
    with serving(url, "--insecure-http", "--verbose") as hub:
        with httpx.Client(base_url=hub.url) as client:
            who = enrolled(hub, client)
            hello(client, who)
            client.get("/sync/v1/poll?secret=1")
        _, log = hub.stop()
    lines = [json.loads(line) for line in log.splitlines()]
    asked = [line for line in lines if line["event"] == "request"]
    assert [(line["door"], line["status"]) for line in asked] == [("enrol", 200), ("hello", 200), ("poll", 401)]
    assert asked[1]["site"] == who[1]
    for never in ("南门", "127.0.0.1", "secret", hub.said["admin"]["password"], hub.said["code"]["code"]):
        assert never not in log


def test_waiting_desks_do_not_hold_up_the_end(url: str) -> None:
    with serving(url, "--insecure-http") as hub, httpx.Client(base_url=hub.url, timeout=40) as client:
        who = enrolled(hub, client)
        target = f"/sync/v1/poll?wait=30&s:{who[1]}=0"
        with client.stream("GET", "/healthz"):
            pass
        request = client.build_request("GET", target, headers=sign(*who, "GET", target, b"", NOW()))
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor() as pool:
            told = pool.submit(client.send, request)
            while "hub_poll_waiters 1.0" not in httpx.get(hub.url + "/metrics").text:
                pass
            code, log = hub.stop()
            assert told.result(10).json()["heads"] == {}
    assert code in (0, -signal.SIGTERM), log


def test_two_processes_on_one_database_share_what_was_seen(pg_url: str) -> None:
    """Behind a balancer: a request that one process believed is a replay to the other."""
    with (
        serving(pg_url, "--insecure-http") as one,
        serving(pg_url, "--insecure-http") as two,
        httpx.Client(base_url=one.url) as first,
        httpx.Client(base_url=two.url) as second,
    ):
        who = enrolled(one, first)
        body = pack(Hello(1, "0.2.0", 1, "c" * 32, NOW()))
        head = sign(*who, "POST", "/sync/v1/hello", body, NOW())
        answers = [client.post("/sync/v1/hello", content=body, headers=head) for client in (first, second)]
        assert [answer.status_code for answer in answers] == [200, 401]
        assert answers[1].json()["code"] == "auth.replayed"
        assert hello(second, who).status_code == 200


def test_processes_that_start_at_once_make_one_beginning(pg_url: str) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def start(_n: int) -> dict[str, Any]:
        with serving(pg_url, "--insecure-http") as hub:
            return hub.said

    with ThreadPoolExecutor(3) as pool:
        said = list(pool.map(start, range(3)))
    assert sum("admin" in one for one in said) == 1
    counted = json.loads(run("stats", "--db", pg_url, "--json").stdout)
    assert (counted["districts"], counted["sites_planned"]) == (1, 1)


def test_a_replay_after_a_restart_is_refused(url: str) -> None:
    with serving(url, "--insecure-http") as hub, httpx.Client(base_url=hub.url) as client:
        who = enrolled(hub, client)
        body, made = pack(Hello(1, "0.2.0", 1, "c" * 32, NOW())), NOW() - 5000
        head = sign(*who, "POST", "/sync/v1/hello", body, made)
        first = client.post("/sync/v1/hello", content=body, headers=head)
        assert first.status_code in (200, 401)  # SQLite: signed before the hub began, so it may be a replay already
    with serving(url, "--insecure-http") as hub, httpx.Client(base_url=hub.url) as client:
        again = client.post("/sync/v1/hello", content=body, headers=head)
        assert again.status_code == 401
        assert again.json()["code"] in ("auth.replayed", "auth.stale")
        assert hello(client, who).status_code == 200


def test_one_process_serves_a_sqlite_file(tmp_path: Path) -> None:
    db = str(tmp_path / "hub.db")
    with serving(db, "--insecure-http"):
        second = run("serve", "--db", db, "--insecure-http", "--port", "0")
        assert second.returncode == 1
        assert b"hub.served_already" in second.stderr
        assert run("stats", "--db", db).returncode == 0


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "::", "hub.example"])
def test_plain_http_is_for_this_machine_only(tmp_path: Path, host: str) -> None:
    refused = run("serve", "--db", str(tmp_path / "hub.db"), "--insecure-http", "--host", host)
    assert (refused.returncode, b"hub.http_not_here" in refused.stderr) == (2, True)
    assert not (tmp_path / "hub.db").exists()


def test_without_tls_and_without_saying_so_nothing_is_served(tmp_path: Path) -> None:
    refused = run("serve", "--db", str(tmp_path / "hub.db"))
    assert (refused.returncode, b"hub.tls_needed" in refused.stderr) == (2, True)
    half = run("serve", "--db", str(tmp_path / "hub.db"), "--cert", "x.pem")
    assert (half.returncode, b"hub.cert_without_key" in half.stderr) == (2, True)


def test_tls_with_its_own_certificate_and_the_pin_of_it(tmp_path: Path) -> None:
    made = json.loads(run("certificate", "127.0.0.1", "hub.example", "--out", str(tmp_path), "--json").stdout)
    if os.name == "posix":
        assert os.stat(made["key"]).st_mode & 0o077 == 0
    again = run("certificate", "127.0.0.1", "--out", str(tmp_path))
    assert (again.returncode, b"hub.certificate_there" in again.stderr) == (1, True)
    with serving(str(tmp_path / "hub.db"), "--cert", made["cert"], "--key", made["key"]) as hub:
        assert hub.url.startswith("https://127.0.0.1:")
        assert enrol.read_ticket(hub.said["code"]["ticket"]).pin == made["pin"] == tls.pin_of(Path(made["cert"]))
        import ssl

        with httpx.Client(base_url=hub.url, verify=ssl.create_default_context(cafile=made["cert"])) as client:
            who = enrolled(hub, client)
            assert hello(client, who).status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(hub.url + "/healthz")


def test_tls_of_an_authority_is_not_pinned_unless_asked(tmp_path: Path) -> None:
    import ssl

    import trustme

    authority = trustme.CA()
    issued = authority.issue_cert("127.0.0.1", "localhost")
    cert, key = tmp_path / "cert.pem", tmp_path / "key.pem"
    issued.private_key_pem.write_to_path(str(key))
    for blob in issued.cert_chain_pems:
        blob.write_to_path(str(cert), append=True)
    context = ssl.create_default_context()
    authority.configure_trust(context)
    for words, pinned in ((), False), (("--pin",), True):
        with serving(str(tmp_path / f"{pinned}.db"), "--cert", str(cert), "--key", str(key), *words) as hub:
            ticket = enrol.read_ticket(hub.said["code"]["ticket"])
            assert ticket.pin == (tls.pin_of(cert) if pinned else "")
            with httpx.Client(base_url=hub.url, verify=context) as client:
                assert hello(client, enrolled(hub, client)).status_code == 200


def test_the_words_of_the_command_line(url: str) -> None:
    never = run("enrol-code", "--db", url, "--site", "锦绣苑")
    assert b"hub.never_served" in never.stderr
    with serving(url, "--insecure-http", "--site", "锦绣苑"):
        pass
    text = run("enrol-code", "--db", url, "--site", "锦绣苑").stdout.decode()
    assert "█" in text or "▀" in text
    other = json.loads(run("enrol-code", "--db", url, "--site", "临江苑", "--json").stdout)
    assert enrol.read_ticket(other["ticket"]).code == other["code"]
    made = json.loads(run("user", "add", "李老师", "--role", "officer", "--db", url, "--json").stdout)
    changed = json.loads(run("user", "password", "李老师", "--db", url, "--json").stdout)
    assert made["password"] != changed["password"]
    assert b"account.name_taken" in run("user", "add", "李老师", "--db", url).stderr
    assert b"account.unknown" in run("user", "password", "nobody", "--db", url).stderr
    listed = [json.loads(line) for line in run("user", "list", "--db", url, "--json").stdout.splitlines()]
    assert [(one["name"], one["role"]) for one in listed] == [("admin", "admin"), ("李老师", "officer")]
    counted = json.loads(run("stats", "--db", url, "--json").stdout)
    assert (counted["districts"], counted["sites"], counted["sites_planned"]) == (1, 0, 2)
    assert run("serve", "--db", "mysql://x/y", "--insecure-http").returncode == 2


def test_a_hub_moves_and_its_desks_notice_nothing(tmp_path: Path, pg_url: str) -> None:
    """SQLite to PostgreSQL through a pipe: the same key, the same devices."""
    old = str(tmp_path / "hub.db")
    with serving(old, "--insecure-http") as hub, httpx.Client(base_url=hub.url) as client:
        who = enrolled(hub, client)
    taken = run("import", "--db", pg_url, "--json", feed=run("export", "--db", old).stdout)
    assert json.loads(taken.stdout)["rows"] > 3
    with serving(pg_url, "--insecure-http") as hub, httpx.Client(base_url=hub.url) as client:
        assert "admin" not in hub.said
        assert hello(client, who).status_code == 200


def test_a_copy_of_a_hub_from_the_command_line(tmp_path: Path) -> None:
    with serving(str(tmp_path / "hub.db"), "--insecure-http", "--site", "锦绣苑"):
        made = json.loads(run("backup", str(tmp_path / "copy.db"), "--db", str(tmp_path / "hub.db"), "--json").stdout)
        assert made["bytes"] == (tmp_path / "copy.db").stat().st_size > 0
        nowhere = run("backup", str(tmp_path / "no" / "copy.db"), "--db", str(tmp_path / "hub.db"))
    assert nowhere.returncode == 1
    assert b"hub.backup_failed" in nowhere.stderr

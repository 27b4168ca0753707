"""What /metrics tells Prometheus: doors, waiters and desks, by count; no names and no persons."""

from __future__ import annotations

from collections.abc import Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """The figures of one process."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        ProcessCollector(registry=self.registry)
        r = self.registry
        self.asked = Counter("hub_requests", "Requests by door and status", ("door", "status"), registry=r)
        self.took = Histogram("hub_request_seconds", "Time to answer", ("door",), registry=r, buckets=SECONDS)
        self.bytes = Counter("hub_body_bytes", "Bytes of bodies as sent", ("door", "way"), registry=r)
        self.refused = Counter("hub_auth_refused", "Requests not believed, by reason", ("code",), registry=r)
        self.waiters = Gauge("hub_poll_waiters", "Long polls that wait", registry=r)
        self.desks = Gauge("hub_desks", "Desks by state", ("state",), registry=r)
        self.silent = Gauge("hub_desks_silent", "Active desks not heard of for an hour", registry=r)
        self.waiting = Gauge(
            "hub_desks_waiting_operations", "Operations that desks said still wait with them", registry=r
        )

    def note(self, door: str, status: int, seconds: float, read: int, sent: int) -> None:
        self.asked.labels(door, str(status)).inc()
        self.took.labels(door).observe(seconds)
        self.bytes.labels(door, "in").inc(read)
        self.bytes.labels(door, "out").inc(sent)

    def show(self, figures: Mapping[str, int]) -> None:
        """The figures of stats.gauges."""
        for state in ("live", "revoked"):
            self.desks.labels(state).set(figures[state])
        self.silent.set(figures["silent"])
        self.waiting.set(figures["waiting"])

    def page(self) -> bytes:
        return generate_latest(self.registry)

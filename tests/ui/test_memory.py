"""One heap for all threads: where the C library can, many threads leave no heaps of their own behind."""

from __future__ import annotations

import subprocess
import sys

import pytest

COUNT = """
import sys, threading
from ui.memory import one_heap
if sys.argv[1] == "one":
    one_heap()
hold = [threading.Event() for _ in range(6)]
ready = [threading.Event() for _ in range(6)]
def work(n):
    kept = [bytes(2000) for _ in range(2000)]
    ready[n].set(); hold[n].wait()
threads = [threading.Thread(target=work, args=(n,)) for n in range(6)]
[t.start() for t in threads]; [r.wait() for r in ready]
heaps = sum(1 for line in open("/proc/self/maps") if " 00:00 0 " in line and int(line.split("-")[0], 16) % 0x4000000 == 0)
[h.set() for h in hold]; [t.join() for t in threads]
print(heaps)
"""


def heaps(how: str) -> int:
    """Heaps of threads begin on a multiple of 64 MB."""
    told = subprocess.run([sys.executable, "-c", COUNT, how], capture_output=True, text=True, check=True)
    return int(told.stdout)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="glibc's heaps")
def test_threads_share_one_heap() -> None:
    assert heaps("many") > heaps("one") == 0


def test_freed_memory_can_be_given_back() -> None:
    from ui.memory import give_back

    assert give_back() in (True, False), "never an error, whatever the C library"

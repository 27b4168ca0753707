"""Memory given back: glibc keeps a heap for every thread, and what one frees no other uses."""

from __future__ import annotations

import ctypes
import sys

M_ARENA_MAX = -8  # malloc.h of glibc


def one_heap() -> bool:
    """Let all threads share one heap, before any is started; a desk that runs for months grows less. Only on glibc."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1))
    except AttributeError:  # another C library
        return False


def give_back() -> bool:
    """Hand freed memory back to the system: after the night's chores, which need much for a moment. Only on glibc."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        return bool(ctypes.CDLL(None).malloc_trim(0))
    except AttributeError:  # another C library
        return False

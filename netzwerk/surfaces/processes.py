"""Processes that end when their parent dies, also by `kill -9`, which gives the parent no time to stop them."""

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1  # from linux/prctl.h
POLL_SECONDS = 1.0  # where the system cannot signal the death of a parent
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_forking = 0


def end_with_parent(parent: int) -> None:
    """Send this process SIGTERM when its parent, whose number is given, dies or has died already."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


def end_forks_with_parent() -> None:
    """From now on every fork of this process, and every fork of those, ends with its parent."""
    os.register_at_fork(before=_remember, after_in_child=lambda: end_with_parent(_forking))


def _remember() -> None:
    global _forking  # the process that is about to fork: a child whose parent is dead already cannot find out who it was
    _forking = os.getpid()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(POLL_SECONDS)
    os.kill(os.getpid(), signal.SIGTERM)

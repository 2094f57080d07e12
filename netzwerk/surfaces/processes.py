"""Processes that end with the one that started them, however that one dies: a `kill -9` gives it no time to tell them."""

import ctypes
import os
import signal
import sys
import threading
import time

PR_SET_PDEATHSIG = 1  # from linux/prctl.h
LOOK_EVERY = 1.0  # seconds, where the system itself does not tell
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None
_forking = 0


def end_with_parent(parent: int) -> None:
    """This process is asked to end (SIGTERM) when its parent, whose number is given, dies, or has died already."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    else:
        threading.Thread(target=_watch, args=(parent,), daemon=True).start()
    if os.getppid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)


def bind_forks() -> None:
    """From now on every process that this one forks, and that those fork, ends with its parent."""
    os.register_at_fork(before=_remember, after_in_child=lambda: end_with_parent(_forking))


def _remember() -> None:
    global _forking  # which process is about to fork; the child cannot ask once it is too late
    _forking = os.getpid()


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)

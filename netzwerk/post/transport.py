"""Django's SMTP backend with a time limit for a whole mail. EMAIL_TIMEOUT limits each response only, so a server that sends a
byte now and then could block a worker for ever."""

import smtplib
import socket
import threading
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend


class _Limited:
    """Shuts the connection when the time is over, which ends a blocking read, and reports the server as
    disconnected from then on, however much of a response had arrived."""

    sock: socket.socket | None
    _timer: threading.Timer | None = None
    _timed_out = False

    def _get_socket(self, *args: Any) -> socket.socket:
        sock = super()._get_socket(*args)  # type: ignore[misc]
        self._timer = threading.Timer(settings.POST_SECONDS_A_MAIL, self._shut)
        self._timer.daemon = True
        self._timer.start()
        return sock

    def getreply(self) -> tuple[int, bytes]:
        """The server's response. Raises SMTPServerDisconnected once the time is over: what was read by then is incomplete."""
        try:
            return super().getreply()  # type: ignore[misc]
        finally:
            if self._timed_out:
                self.close()
                raise smtplib.SMTPServerDisconnected("Time limit of a mail exceeded")

    def _shut(self) -> None:
        self._timed_out = True
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        super().close()  # type: ignore[misc]


class _LimitedPlain(_Limited, smtplib.SMTP):
    pass


class _LimitedTls(_Limited, smtplib.SMTP_SSL):
    pass


class LimitedBackend(EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _LimitedTls if self.use_ssl else _LimitedPlain

"""Django's SMTP with a time limit for a whole mail. EMAIL_TIMEOUT is one for each answer only: a server that sends a byte
now and then keeps a sender for ever."""

import smtplib
import socket
import threading
from contextlib import suppress
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend


class _Limited:
    """Shuts the connection when the time is over; whoever waits for it is told that the server has gone."""

    sock: socket.socket | None
    _alarm: threading.Timer | None = None

    def _get_socket(self, *args: Any) -> socket.socket:
        made = super()._get_socket(*args)  # type: ignore[misc]
        self._alarm = threading.Timer(settings.POST_SECONDS_A_MAIL, self._shut)
        self._alarm.daemon = True
        self._alarm.start()
        return made

    def _shut(self) -> None:
        if self.sock is not None:
            with suppress(OSError):
                self.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
        super().close()  # type: ignore[misc]


class _LimitedPlain(_Limited, smtplib.SMTP):
    pass


class _LimitedTls(_Limited, smtplib.SMTP_SSL):
    pass


class LimitedBackend(EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return _LimitedTls if self.use_ssl else _LimitedPlain

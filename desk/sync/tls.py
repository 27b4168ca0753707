"""TLS of the line to a hub: the pinned public key where there is one, the machine's authorities where there is none."""

from __future__ import annotations

import ssl
from hashlib import sha256
from ipaddress import ip_address

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


class WrongPin(ssl.SSLError):
    """The other end holds another key than the one that was pinned at enrolment."""


class PinnedContext(ssl.SSLContext):
    """Trusts one key, whatever name or date its certificate bears: an expired certificate must not stop a gate."""

    pin = ""

    @classmethod
    def of(cls, pin: str) -> PinnedContext:
        """`pin`: SHA-256 of the public key (SPKI), hex."""
        made = cls(ssl.PROTOCOL_TLS_CLIENT)
        made.minimum_version = ssl.TLSVersion.TLSv1_2
        made.check_hostname, made.verify_mode = False, ssl.CERT_NONE
        made.sslsocket_class, made.sslobject_class = _PinnedSocket, _PinnedObject
        made.pin = pin
        return made


class _PinnedSocket(ssl.SSLSocket):
    def do_handshake(self, block: bool = False) -> None:
        super().do_handshake(block)
        _compare(self.context, self.getpeercert(binary_form=True))


class _PinnedObject(ssl.SSLObject):  # TLS within the TLS of a proxy
    def do_handshake(self) -> None:
        super().do_handshake()
        _compare(self.context, self.getpeercert(binary_form=True))


def _compare(context: ssl.SSLContext, certificate: bytes | None) -> None:
    assert isinstance(context, PinnedContext)
    if certificate is None or pin_of(certificate) != context.pin:
        raise WrongPin("not the pinned key")


def pin_of(certificate: bytes) -> str:
    """The pin of a DER certificate; '' for what is none."""
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except ValueError:
        return ""
    return sha256(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).hexdigest()


def trusted() -> ssl.SSLContext:
    """The authorities of this machine, and those that come with the program."""
    import certifi  # 2 ms; not needed with a pin

    made = ssl.create_default_context()
    made.load_verify_locations(certifi.where())
    return made


def is_loopback(host: str) -> bool:
    """Only this machine can reach it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"

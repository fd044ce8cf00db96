"""Pack the built book for taking away, and link what there is from its first page.

    python -m tools.take_away

Leaves `cross-correlation-by-index.zip` beside the pages: one folder, whose `index.html`
opens with a double click, and in it `course`, in which `make lab` runs the notebooks.
`make_pdf.py` adds the course as one PDF.
"""

import re
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
HTML = ROOT / "_build" / "html"
NAME = "cross-correlation-by-index"
LANDING = "book/intro.html"
PLACE = re.compile(r"(<!-- take-away -->)(?:<ul.*?</ul>)?", re.DOTALL)
LIVE = re.compile(r"(<!-- live -->).*?(?=<!-- /live -->)", re.DOTALL)
TEXTS = {
    "zip": "The whole book as a folder of pages{}, and in its folder "
    "<code>course</code> the notebooks to run",
    "pdf": "The course as one PDF",
}
WITH_PDF = ", with the PDF in it"
# What `make lab` reads, with what it installs: there is no Git where it is unpacked.
COURSE = (
    "LICENSE",
    "Makefile",
    "pyproject.toml",
    "requirements.txt",
    "benchmarks/results*.json",
    "book/*.ipynb",
    "book/*.md",
    "book/drawings/**/*.svg",
    "book/references.bib",
    "data/*.md",
    "data/*.npz",
    "data/cifar-10-batches-py/*",
    "data/mnist/*",
    "tools/__init__.py",
    "tools/copy_notebooks.py",
    "tools/install.py",
    "tools/lab.py",
    "tools/labconfig/*.json",
    "tools/plain_markdown.py",
    "tools/steps.py",
    "xcorr_helpers/**/*.py",
    "xcorr_helpers/py.typed",
)
LEFT_OUT = ROOT / "xcorr_helpers" / "grade"  # marks a class, and nothing imports it
ITS_README = ROOT / "tools" / "take_away.md"  # which pyproject.toml asks for, too
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # so that the same pages give the same bytes


def main(html=HTML):
    archive = html / f"{NAME}.zip"
    archive.unlink(missing_ok=True)
    landing = html / LANDING
    page = linked(landing.read_text(encoding="utf-8"), html)
    pack(archive, html, {LANDING: page})
    landing.write_text(linked(page, html), encoding="utf-8")
    print(f"{archive} ({megabytes(archive)})")


def linked(page, html):
    """Link the downloads that exist; the copy in the archive does not link itself."""
    with_pdf = WITH_PDF if (html / f"{NAME}.pdf").exists() else ""
    items = [
        f'<li><a href="../{NAME}.{end}" download>{text.format(with_pdf)}</a> '
        f"({end.upper()}, {megabytes(html / f'{NAME}.{end}')})</li>"
        for end, text in TEXTS.items()
        if (html / f"{NAME}.{end}").exists()
    ]
    place = f'<ul class="take-away">{"".join(items)}</ul>' if items else ""
    page, count = PLACE.subn(rf"\g<1>{place}", page)
    if count != 1:
        raise SystemExit(f"{LANDING} has {count} places for the downloads, not one")
    return page


def pack(archive, html, changed):
    """Write every file of the book but those that no page asks for, and the course.

    Notebooks run live from a server only: neither they nor their buttons come along.
    """
    with_pdf = (html / f"{NAME}.pdf").exists()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(html.rglob("*")):
            name = path.relative_to(html).as_posix()
            if path.is_dir() or path == archive or path.suffix == ".map":
                continue
            if name.startswith("lite/"):
                continue
            content = changed[name].encode() if name in changed else path.read_bytes()
            if path.suffix == ".html":
                content = LIVE.sub(r"\1", content.decode()).encode()
            write(packed, name, content)
        for path in course():
            name = path.relative_to(ROOT).as_posix()
            write(packed, f"course/{name}", path.read_bytes())
        told = ITS_README.read_text(encoding="utf-8")
        beside = f", and as one PDF in `{NAME}.pdf`" if with_pdf else ""
        write(packed, "course/README.md", told.replace("{pdf}", beside).encode())


def write(packed, name, content):
    info = zipfile.ZipInfo(f"{NAME}/{name}", MIDNIGHT)
    info.external_attr = 0o644 << 16
    packed.writestr(info, content, zipfile.ZIP_DEFLATED)


def course():
    """Yield the files that the notebooks need to run."""
    for pattern in COURSE:
        found = sorted(ROOT.glob(pattern))
        if not found:
            raise SystemExit(f"there is no {pattern}, which `make lab` needs")
        yield from (path for path in found if LEFT_OUT not in path.parents)


def megabytes(path):
    return f"{path.stat().st_size / 1e6:.1f} MB"


if __name__ == "__main__":
    main()

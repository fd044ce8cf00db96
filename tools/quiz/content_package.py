"""Items of QTI 2.1 in a content package: a manifest and the items, in one archive."""

import io
import xml.etree.ElementTree as ET
import zipfile

from .qti import document, item, written

SPACE = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMA = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
MIDNIGHT = (1980, 1, 1, 0, 0, 0)  # so that the same questions give the same bytes


def content_package(questions, identifier):
    """Pack questions; no name of a student becomes the name of a file."""
    names = [f"{q.judge}-{n:04}" for n, q in enumerate(questions, start=1)]
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _write(archive, "imsmanifest.xml", _manifest(names, identifier))
        for name, question in zip(names, questions):
            _write(archive, f"items/{name}.xml", item(question, name))
    return packed.getvalue()


def _manifest(names, identifier):
    root = document("manifest", SPACE, SCHEMA, identifier=identifier)
    about = ET.SubElement(root, "metadata")
    ET.SubElement(about, "schema").text = "QTIv2.1 Package"
    ET.SubElement(about, "schemaversion").text = "1.0.0"
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    for name in names:
        href = f"items/{name}.xml"
        resource = ET.SubElement(
            resources,
            "resource",
            identifier=f"resource-{name}",
            type="imsqti_item_xmlv2p1",
            href=href,
        )
        ET.SubElement(resource, "file", href=href)
    return written(root)


def _write(archive, name, content):
    info = zipfile.ZipInfo(name, MIDNIGHT)
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on Windows
    archive.writestr(info, content, zipfile.ZIP_DEFLATED)

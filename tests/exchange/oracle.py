#!/usr/bin/env python3
"""Judges a document with the tracked changes of many authors by reading its XML, with lxml alone.

  oracle.py check ROLLED.docx BASE.docx CODE=VERSION.docx ...
  oracle.py texts SAVED.docx BASE.docx CODE=VERSION.docx ...

Rejecting all changes gives the base; for each code, accepting the changes in whose list of authors the
code stands and rejecting all others gives that delegation's version. Nothing is shared with the writer:
the rules of WordprocessingML are written down here a second time. `texts` asks no more than that, as of
a document that another program saved: LibreOffice counts bookmarks and changes each from 0.
"""
import sys
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def stays(element, names):
    """Whether what a revision holds is there for a reader who accepts these authors."""
    authors = {name.strip() for name in element.get(W + "author", "").split(",")}
    accepted = names is not None and names in authors
    inserted = element.tag in (W + "ins", W + "moveTo")
    return accepted == inserted


def words(node, names):
    out = []
    for child in node:
        tag = child.tag
        if tag in (W + "ins", W + "del", W + "moveFrom", W + "moveTo"):
            if stays(child, names):
                out.append(words(child, names))
        elif tag in (W + "t", W + "delText"):
            out.append(child.text or "")
        elif tag == W + "tab":
            out.append("\t")
        elif tag == W + "br":
            out.append("\n")
        elif tag not in (W + "pPr", W + "rPr"):
            out.append(words(child, names))
    return "".join(out)


def paragraphs(path, names=None):
    """The paragraphs of a document as a reader has them; one whose end is gone runs into the next."""
    body = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).find(W + "body")
    out, carried = [], ""
    for paragraph in body.iter(W + "p"):
        text = carried + words(paragraph, names)
        carried = ""
        ends = paragraph.findall(f"{W}pPr/{W}rPr/*")
        ends = [end for end in ends if end.tag in (W + "ins", W + "del")]
        if all(stays(end, names) for end in ends):
            out.append(" ".join(text.split()))
        else:
            carried = text
    if carried.strip():
        out.append(" ".join(carried.split()))
    # The last paragraph of a file cannot be a tracked one: rejected, it stays as an empty one.
    while out and not out[-1]:
        out.pop()
    return out


def unique_ids(path):
    tree = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    marks = (W + "ins", W + "del", W + "bookmarkStart", W + "commentReference")
    ids = [node.get(W + "id") for node in tree.iter() if node.tag in marks]
    return len(ids) == len(set(ids))


def check(path, base, versions):
    bad = texts(path, base, versions)
    if not unique_ids(path):
        bad.append("two marks have one w:id")
    return bad


def texts(path, base, versions):
    bad = []
    if zipfile.ZipFile(path).testzip():
        bad.append("a member of the archive is damaged")
    if paragraphs(path) != paragraphs(base):
        bad.append("rejecting all is not the base")
    for version in versions:
        code, wanted = version.split("=", 1)
        if paragraphs(path, code) != paragraphs(wanted):
            bad.append(f"accepting {code} is not the text of {code}")
    return bad


if __name__ == "__main__":
    judges = {"check": check, "texts": texts}
    if len(sys.argv) < 4 or sys.argv[1] not in judges:
        sys.exit(__doc__)
    faults = judges[sys.argv[1]](sys.argv[2], sys.argv[3], sys.argv[4:])
    for fault in faults:
        print(fault)
    sys.exit(1 if faults else 0)

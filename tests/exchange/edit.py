#!/usr/bin/env python3
"""Changes the words of a document as a delegate does who works with tracking on.

  edit.py IN.docx OUT.docx NEW         a word is struck and NEW written instead, by the author Delegate
  edit.py --flatten IN.docx OUT.docx   every tracked change is accepted, as programs do that know none
"""
import copy
import sys
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def run(model, tag, text):
    new = etree.Element(W + "r")
    properties = model.find(W + "rPr")
    if properties is not None:
        new.append(copy.deepcopy(properties))
    words = etree.SubElement(new, W + tag)
    words.set(SPACE, "preserve")
    words.text = text
    return new


def revision(name, number, inner):
    mark = etree.Element(W + name)
    mark.set(W + "id", str(number))
    mark.set(W + "author", "Delegate")
    mark.set(W + "date", "2026-01-02T00:00:00Z")
    mark.append(inner)
    return mark


def replace(body, new):
    """Strikes the middle word of the longest run that nobody changes."""
    runs = [(paragraph, model) for paragraph in body.iter(W + "p") for model in paragraph.findall(W + "r")
            if model.find(W + "t") is not None]
    paragraph, model = max(runs, key=lambda found: len(found[1].find(W + "t").text or ""))
    words = (model.find(W + "t").text or "").split(" ")
    if len(words) < 3:
        sys.exit("no run that nobody changes has three words")
    middle = len(words) // 2
    before, old, after = " ".join(words[:middle]) + " ", words[middle], " " + " ".join(words[middle + 1:])
    at = paragraph.index(model)
    paragraph.remove(model)
    for piece in (run(model, "t", after), revision("ins", 90001, run(model, "t", new)),
                  revision("del", 90002, run(model, "delText", old)), run(model, "t", before)):
        paragraph.insert(at, piece)


def flatten(body):
    for mark in list(body.iter(W + "del", W + "ins")):
        parent = mark.getparent()
        if parent is None:
            continue
        if mark.tag == W + "ins":
            for child in list(mark):
                mark.addprevious(child)
        parent.remove(mark)


def main(source, target, change):
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            data = read.read(name)
            if name == "word/document.xml":
                tree = etree.fromstring(data)
                change(tree.find(W + "body"))
                data = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            write.writestr(name, data)


if __name__ == "__main__":
    if len(sys.argv) == 4 and sys.argv[1] == "--flatten":
        main(sys.argv[2], sys.argv[3], flatten)
    elif len(sys.argv) == 4:
        main(sys.argv[1], sys.argv[2], lambda body: replace(body, sys.argv[3]))
    else:
        sys.exit(__doc__)

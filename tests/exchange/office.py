#!/usr/bin/env python3
"""Changes a document as a person in a word processor does, in a LibreOffice of its own without a screen.

  office.py IN.docx OUT.docx [OLD NEW]

Opens the document with tracking on, replaces OLD by NEW where it stands first, and saves it as .docx.
Run by the Python that LibreOffice's package `python3-uno` belongs to.
"""
import os
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def value(name, content):
    return PropertyValue(name, 0, content, 0)


def connect(pipe):
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", context)
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    sys.exit("LibreOffice did not start within two minutes")


def main(source, target, change):
    with tempfile.TemporaryDirectory() as home:
        pipe = f"exchange{os.getpid()}"
        office = subprocess.Popen(
            ["soffice", "--headless", "--norestore", "--nolockcheck",
             f"-env:UserInstallation=file://{home}", f"--accept=pipe,name={pipe};urp;"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            context = connect(pipe)
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context)
            document = desktop.loadComponentFromURL(
                uno.systemPathToFileUrl(os.path.abspath(source)), "_blank", 0,
                (value("Hidden", True),))
            if change:
                document.RecordChanges = True
                search = document.createSearchDescriptor()
                search.SearchString = change[0]
                found = document.findFirst(search)
                if found is None:
                    sys.exit(f"'{change[0]}' is not in the document")
                found.setString(change[1])
            document.storeToURL(uno.systemPathToFileUrl(os.path.abspath(target)),
                                (value("FilterName", "MS Word 2007 XML"),))
            document.close(True)
            try:
                desktop.terminate()
            except Exception:
                pass
            office.wait(60)
        finally:
            if office.poll() is None:
                office.kill()
                office.wait()


if __name__ == "__main__":
    if len(sys.argv) not in (3, 5):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:5])

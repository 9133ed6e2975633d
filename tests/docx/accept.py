"""What LibreOffice reads of the documents of this folder once all tracked changes are accepted.

    soffice --headless --accept='socket,host=localhost,port=2002;urp;' &
    python3 accept.py *.docx      # the Python that has LibreOffice's `uno`; writes *.txt
"""

import pathlib
import sys

import uno
from com.sun.star.beans import PropertyValue


def prop(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
context = resolver.resolve("uno:socket,host=localhost,port=2002;urp;StarOffice.ComponentContext")
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
dispatcher = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
for name in sys.argv[1:]:
    path = pathlib.Path(name).resolve()
    document = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, (prop("Hidden", True),))
    dispatcher.executeDispatch(
        document.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, ()
    )
    target = path.with_suffix(".txt").as_uri()
    document.storeToURL(target, (prop("FilterName", "Text (encoded)"), prop("FilterOptions", "UTF8,LF")))
    document.close(True)

"""Turn the links of printed pages into links within the one PDF of them all."""

from urllib.parse import unquote

from pypdf.generic import ArrayObject, FloatObject, NameObject, NullObject


class Places:
    """Where the printed pages, and what they name, stand in the whole document."""

    def __init__(self):
        self.first = {}  # the number of the first sheet, by the page's address
        self.named = {}  # (number, height on the sheet), by address and name

    def add(self, address, part, first):
        """Note where a part, which begins at sheet number `first`, has its places."""
        self.first[address] = first
        for name, place in part.named_destinations.items():
            number = first + part.get_destination_page_number(place)
            self.named[address, name.removeprefix("/")] = number, place.top

    def find(self, address, name):
        """Return the place of a name, or the top of its page, or None for another's."""
        if address not in self.first:
            return None
        return self.named.get((address, name), (self.first[address], None))


def redirect(book, places, home):
    """Lead every link to another printed page there; drop those to what is not here."""
    starts = sorted((first, address) for address, first in places.first.items())
    for number, sheet in enumerate(book.pages):
        here = [address for first, address in starts if first <= number][-1]
        kept = ArrayObject()
        for link in sheet.get("/Annots", ()):
            note = link.get_object()
            target = target_of(note, here)
            if target and target[0].startswith(home):
                place = places.find(*target)
                if place is None:
                    continue
                note.pop("/A", None)
                note[NameObject("/Dest")] = destination(book, *place)
            kept.append(link)
        sheet[NameObject("/Annots")] = kept


def target_of(note, here):
    """Return the address and the name that a link leads to."""
    if "/Dest" in note:
        return here, str(note["/Dest"]).removeprefix("/")
    address = note.get("/A", {}).get("/URI")
    if address is None:
        return None
    address, _, name = str(address).partition("#")
    return address, unquote(name)


def destination(book, number, top):
    height = NullObject() if top is None else FloatObject(top)
    place = [NameObject("/XYZ"), NullObject(), height, NullObject()]
    return ArrayObject([book.pages[number].indirect_reference, *place])

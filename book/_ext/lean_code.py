"""Write code with a `<span>` around what has a colour, and around nothing else.

Pygments wraps every name, bracket and space, which was a quarter of a page. In the
book's two styles these look like the text around them.
"""

from pygments.formatters import HtmlFormatter
from pygments.token import Name, Punctuation, Text
from sphinx.highlighting import PygmentsBridge

PLAIN = {Name, Name.Namespace, Name.Other, Punctuation, Text, Text.Whitespace}


class LeanFormatter(HtmlFormatter):
    def _get_css_classes(self, ttype):
        return "" if ttype in PLAIN else super()._get_css_classes(ttype)


def setup(app):
    PygmentsBridge.html_formatter = LeanFormatter
    return {"parallel_read_safe": True, "parallel_write_safe": True}

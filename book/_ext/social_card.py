"""What a search engine or a message that links to a page shows of it.

sphinxext-opengraph writes it. Addresses must be whole there: they are known once
`html: baseurl` in `_config.yml` says where the book is published, and are left out as
long as it does not.
"""

import re

NEEDS_ADDRESS = re.compile(r'<meta property="og:(?:url|image|image:alt)"[^>]*>\n')


def know_address(app, config):
    config.ogp_site_url = config.html_baseurl


def leave_out_addresses(app, pagename, templatename, context, doctree):
    if not app.config.html_baseurl:
        context["metatags"] = NEEDS_ADDRESS.sub("", context.get("metatags", ""))


def setup(app):
    app.setup_extension("sphinxext.opengraph")
    app.connect("config-inited", know_address)
    app.connect("html-page-context", leave_out_addresses, priority=900)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

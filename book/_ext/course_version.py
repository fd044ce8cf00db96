"""Tell Sphinx the course's version, and show it at the foot of every page."""

from importlib.metadata import version

FOOTER = '<p class="course-version">Version {version} of the course.</p>'


def know_version(app, config):
    config.version = config.release = version("xcorr-helpers")
    options = config.html_theme_options
    options["extra_footer"] += FOOTER.format(version=config.release)


def setup(app):
    # Before the theme reads its options.
    app.connect("config-inited", know_version, priority=400)
    return {"parallel_read_safe": True, "parallel_write_safe": True}

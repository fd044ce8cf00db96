"""Paper exercises as files that learning platforms read: Moodle XML and QTI 2.1."""

"""`python -m live`: build the site beside the book, and the buttons that lead there."""

from .site import main

main()

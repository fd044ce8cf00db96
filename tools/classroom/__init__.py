"""What a teacher hands out, and what stays with the teacher.

    python -m tools.build class [names.txt SEED]

A folder for the students, homework, the key, and a page for the teacher: all of it is
made from the chapters, so that nothing is said in two places.
"""

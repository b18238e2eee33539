"""Commands: one file, one command; the folder is the list.

Each file says ABOUT (what it does) and EXAMPLE, fills a parser in `options`, and does it in
`run`, which gives the exit status. What is slow to import is imported there.
"""

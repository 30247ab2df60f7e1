"""A hook for MkDocs: it draws ```cap blocks as pictures and tables.

mkdocs.yml: `hooks: [mkdocs_netsplit.py]`, and the extension `tables`, which MkDocs has by itself.
"""

import os
import subprocess

COMMAND = ["npx", "--yes", "netsplit"]


def on_page_markdown(markdown, page, **_):
    """A page without a design stays as it is, and starts nothing."""
    if "```cap" not in markdown and "~~~cap" not in markdown:
        return markdown
    result = subprocess.run(
        [*COMMAND, "md", "-", "--embed"],
        input=markdown,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=os.path.dirname(page.file.abs_src_path),
    )
    # 2: a design has a mistake, which stands in the page, and which the command line has printed.
    if result.returncode not in (0, 2) or result.stdout == "":
        raise RuntimeError(f"netsplit md failed with exit code {result.returncode}")
    return result.stdout

"""Entry point of a page process that loads everything by itself: ``python -m workshop_kit.serving.page_process``."""

from __future__ import annotations

from workshop_kit.serving.making import serve_page

if __name__ == "__main__":
    serve_page()

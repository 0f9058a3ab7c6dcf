"""Entry point of a page process that loads everything by itself: ``python -m workshop_kit.serving.page_process``."""

from __future__ import annotations

from workshop_kit.serving.naming import intern_first


def main() -> None:
    """Intern the names of a visit, and only then load what uses them."""
    _kept = intern_first()
    from workshop_kit.serving.making import serve_page

    serve_page()


if __name__ == "__main__":
    main()

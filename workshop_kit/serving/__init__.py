"""Application server for a room of visitors on a laptop: Voilà pages finished once, a kernel of it for each visitor.

No code here knows what the pages are about; only figures of memory (``memory.py``) were measured on pages of the kit.
``ServerConfig`` says what to serve; ``python -m workshop_kit.serving CONFIG.json`` serves it. See ``docs/serving.md``.
"""

from workshop_kit.serving.config import KernelMode, ServerConfig, read_config

__all__ = ["KernelMode", "ServerConfig", "read_config"]

"""Hold a room of visitors from a laptop: Voilà pages finished once, given to each visitor as a kernel of their own.

Nothing here knows what the pages are about. ``ServerConfig`` says what to serve; ``python -m workshop_kit.serving
CONFIG.json`` serves it. See ``docs/serving.md``.
"""

from workshop_kit.serving.config import KernelMode, ServerConfig, read_config

__all__ = ["KernelMode", "ServerConfig", "read_config"]

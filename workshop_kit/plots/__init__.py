"""Domain values drawn as figures, each with its text alternative in words.

Shapes and figures say what colours say: every drawing holds in greyscale. Texts are drawn as outlines, so that a
figure looks the same in a page, in a PDF and on a machine without our fonts.
"""

from workshop_kit.plots.drawing import Drawing, find_fallback_font
from workshop_kit.plots.matrix import describe_matrix, draw_matrix
from workshop_kit.plots.opinions import describe_opinions, draw_opinion_groups
from workshop_kit.plots.presence import describe_presence, draw_presence
from workshop_kit.plots.profiles import describe_profiles, draw_profiles

__all__ = [
    "Drawing",
    "describe_matrix",
    "describe_opinions",
    "describe_presence",
    "describe_profiles",
    "draw_matrix",
    "draw_opinion_groups",
    "draw_presence",
    "draw_profiles",
    "find_fallback_font",
]

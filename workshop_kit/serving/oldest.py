"""Browsers that are too old for our pages: what such a browser lacks, and the one sentence it shows instead."""

from __future__ import annotations

from typing import Final

#: Written for the oldest of browsers. It asks for what came last of what our pages cannot do without: as old as
#: ``templates/frontend/floor.mjs`` says. A page whose own script cannot even be read says so too, as long as nothing
#: of it stands. The sentence is in the page, hidden, under the name ``page-old``.
OLDEST_SCRIPT: Final = (
    "(function(w,d){"
    "function can(){try{return w.WebSocket&&w.fetch&&w.AbortController&&w.Promise&&Promise.any&&w.Intl&&"
    'Intl.PluralRules&&"".replaceAll&&w.CSS&&CSS.supports("inset:0")&&"noModule"in d.createElement("script")'
    "}catch(e){return false}}"
    'function tell(){var p=d.getElementById("page-old"),b=d.body;if(!p)return;'
    'while(b.firstChild)b.removeChild(b.firstChild);p.removeAttribute("hidden");b.appendChild(p)}'
    'if(!can()){d.documentElement.setAttribute("data-old","");d.addEventListener("DOMContentLoaded",tell)}'
    'else w.addEventListener("error",function(e){'
    'if(e.error instanceof SyntaxError&&d.querySelector("main[aria-busy]"))tell()})'
    "})(window,document)"
)

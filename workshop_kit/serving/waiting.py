"""Interstitial and error pages, which the server makes by itself: waiting for one's turn, and what went wrong."""

from __future__ import annotations

import html
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final
from urllib.parse import urlencode

from workshop_kit.i18n import LANGUAGES, Translator
from workshop_kit.serving.close_codes import CLOSED, OVER
from workshop_kit.serving.policy import trust_script
from workshop_kit.tokens import read_dark_tokens, read_tokens

#: Why a room was closed; the words of each have its name.
_FAREWELLS: Final = (CLOSED, OVER)
#: These pages have the colours of those they stand in for, on dark ground too where the device asks for it, and letters
#: as large as the device asks for. Without scripts they do not say that they move on by themselves.
_STYLE: Final = """
:root{color-scheme:light dark;LIGHT}
@media (prefers-color-scheme:dark){:root{DARK}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;min-height:100svh;display:grid;place-items:center;padding:24px;
background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,sans-serif}
main{max-width:30rem;text-align:center}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 12px}
p{margin:0 0 12px}
[role=status]{min-height:3em}
a,button{display:inline-block;min-height:44px;padding:10px 20px;border:2px solid currentColor;border-radius:8px;
color:inherit}
a.other{border:0;font-size:1rem}
button{background:none;font:inherit;font-weight:700}
label{font-weight:700}
[role=alert]{font-weight:700;color:var(--bad)}
input{width:100%;min-height:48px;padding:8px 12px;border:2px solid currentColor;border-radius:8px;background:none;
color:inherit;font:inherit;font-size:1.25rem;text-align:center}
.dots{display:inline-flex;gap:10px;margin:0 0 20px}
.dots i{width:12px;height:12px;border-radius:50%;background:var(--lead);animation:b 1.2s infinite alternate}
.dots i:nth-child(2){animation-delay:.4s}.dots i:nth-child(3){animation-delay:.8s}
@keyframes b{from{opacity:.2}to{opacity:1}}
@supports (inset:0){#page-old{display:none}}
@supports not (inset:0){main>:not(#page-old){display:none}}
@media (prefers-reduced-motion:reduce){.dots i{animation:none}}
main:has(noscript>p)>:is(.dots,.open,[role=status]){display:none}
"""

#: Until every page is finished: asks for a sign of that, then for the page.
_READY_SCRIPT: Final = """
const words=JSON.parse(document.getElementById("words").textContent);
const said=document.querySelector("[role=status]");
const say=(text)=>{if(said.textContent!==text)said.textContent=text};
(async()=>{
  for(;;){
    try{
      if((await fetch("/api/alive",{cache:"no-store"})).status===204){location.reload();return}
      say(words.starting);
    }catch{
      say(words.lost);
    }
    await new Promise((done)=>setTimeout(done,500));
  }
})();
"""

#: Asks for one's place until it is one's turn; what it was told last of a closed room stays once nothing answers.
_SCRIPT: Final = """
const words=JSON.parse(document.getElementById("words").textContent);
const said=document.querySelector("[role=status]");
let last="",closed=words.farewell;
const say=(text)=>{
  if(text!==last){said.textContent=text;last=text}
  for(const one of document.querySelectorAll(".open"))one.hidden=!!closed;
};
const pause=(ms)=>new Promise((done)=>setTimeout(done,ms));
(async()=>{
  for(;;){
    try{
      const reply=await fetch("/api/queue?page="+encodeURIComponent(words.page||""),{cache:"no-store"});
      if(reply.status===403||reply.status===409){location.reload();return}
      const place=await reply.json();
      if(place.ready){location.reload();return}
      closed=place.closed;
      say(closed?words[closed]:place.slow?(words.slow||words.starting):place.place===0?words.starting:place.full?words.full:words.place.replace("{number}",place.place));
      await pause(closed?2000:place.slow?2000+4000*Math.random():200);
    }catch{
      say(closed?words[closed]:words.lost);
      await pause(2000);
    }
  }
})();
"""

#: Asks whether the door still wants its words of this browser, and goes on once it does not.
_DOOR_SCRIPT: Final = """
const words=JSON.parse(document.getElementById("words").textContent);
const said=document.getElementById("said");
const asked=said.textContent;
const say=(text)=>{if(said.textContent!==text)said.textContent=text};
(async()=>{
  for(;;){
    const began=Date.now();
    try{
      const reply=await fetch("/api/queue?door=1",{cache:"no-store"});
      const told=reply.ok?await reply.json():{};
      if(told.asks===false){location.reload();return}
      if(told.closed)say(words[told.closed]);
      else if(told.asks)say(asked);
    }catch{}
    await new Promise((done)=>setTimeout(done,Math.max(200,5000-(Date.now()-began))));
  }
})();
"""


@dataclass(frozen=True)
class SmallPage:
    """A self-contained page and the content security policy that lets exactly its own script run."""

    html: str
    policy: str


Query = Sequence[tuple[str, str]]


def waiting_page(
    language: str,
    title: str,
    number: int,
    *,
    full: bool,
    rest: Query = (),
    gave_way: bool = False,
    farewell: str = "",
) -> SmallPage:
    """Return the page of someone who waits: their place, kept up to date, until it is their turn.

    Parameters
    ----------
    language, title
        Of the page.
    number, full
        Their place, and whether every seat is taken.
    rest
        What the page was asked with besides the language.
    gave_way
        Whether a page of theirs gave its seat back, nobody having joined from it.
    farewell
        Why the room was closed, see ``close_codes``, if it was.

    """
    say = Translator(language)
    place = say("serving.waiting.full") if full else say("serving.waiting.place", number=number)
    before = [say("serving.waiting.welcome")]
    if gave_way:
        before = [say("serving.waiting.gave-way")]
    told = {"farewell": farewell} if farewell else {}
    said = say(f"serving.waiting.{farewell}") if farewell else place
    keep = [say("serving.waiting.keep")]
    return _page_that_waits(language, title, before, said, _SCRIPT, told, rest, keep)


def starting_page(language: str, title: str, page: str | None = None, rest: Query | None = None) -> SmallPage:
    """Return the page of someone whose page is on its way: that of the whole server, or ``page`` alone."""
    said = Translator(language)("serving.waiting.starting")
    script = _READY_SCRIPT if page is None else _SCRIPT
    return _page_that_waits(language, title, [], said, script, {} if page is None else {"page": page}, rest)


def slow_page(language: str, title: str, page: str, rest: Query = ()) -> SmallPage:
    """Return the page of someone whose address or device asks for too much: it moves on by itself."""
    said = Translator(language)("serving.waiting.slow")
    return _page_that_waits(language, title, [], said, _SCRIPT, {"page": page, "slow": said}, rest)


def door_page(language: str, title: str, rest: Query, typed: str = "", said: str = "ask") -> SmallPage:
    """Return the page of someone who has to say the door's words; it goes on by itself once it need not.

    Parameters
    ----------
    language, title
        Of the page.
    rest
        What the page was asked with besides, which is kept.
    typed
        What was typed before.
    said
        ``"ask"``, ``"wrong"`` for words that are not the door's, ``"slow"`` where too many were tried.

    """
    say = Translator(language)
    kept = "".join(f'<input type=hidden name="{_text(name)}" value="{_text(value)}">' for name, value in rest)
    role = "alert" if said == "wrong" else "status"
    words = {key: say(f"serving.waiting.{key}") for key in _FAREWELLS}
    body = (
        f"<h1>{_text(title)}</h1><form action='' method=get>"
        f"<p><label for=door>{_text(say('serving.door.label'))}</label></p>"
        f'<p><input id=door name=door value="{_text(typed[:200])}" required maxlength=200 autocomplete=off '
        f"autocapitalize=none autocorrect=off spellcheck=false aria-describedby=said></p>"
        f"<p id=said role={role}>{_text(say(f'serving.door.{said}'))}</p>{kept}"
        f"<button>{_text(say('serving.door.enter'))}</button></form>"
        f"{_other_language(language, [one for one in rest if one[0] != 'lang'])}{_script(words, _DOOR_SCRIPT)}"
    )
    return _page(language, title, body, script=_DOOR_SCRIPT, sends=True)


def closed_page(language: str) -> SmallPage:
    """Return the page of someone to whom the door is closed: whom to ask, and a way to try again."""
    say = Translator(language)
    heading = say("serving.door.closed.title")
    body = (
        f"<h1>{_text(heading)}</h1><p>{_text(say('serving.door.closed'))}</p>"
        f'<p><a href="">{_text(say("serving.door.again"))}</a></p>'
    )
    return _page(language, heading, body)


def _page_that_waits(
    language: str,
    title: str,
    before: Sequence[str],
    said: str,
    script: str,
    told: dict[str, str],
    rest: Query | None,
    after: Sequence[str] = (),
) -> SmallPage:
    say = Translator(language)
    words = {key: say(f"serving.waiting.{key}") for key in ("place", "full", "lost", "starting", *_FAREWELLS)} | told
    body = (
        f"<div class=dots aria-hidden=true><i></i><i></i><i></i></div><h1>{_text(title)}</h1>"
        f"{_paragraphs(before, told)}<p role=status>{_text(said)}</p>{_paragraphs(after, told)}"
        f"<p>{_text(say('serving.waiting.offline'))}</p>"
        f"<noscript><p>{_text(say('serving.waiting.noscript'))}</p></noscript>"
        f"{'' if rest is None else _other_language(language, rest)}"
        f"<p id=page-old>{_text(say('page.old'))}</p>{_script(words, script)}"
    )
    return _page(language, title, body, script=script)


def _paragraphs(sentences: Sequence[str], told: dict[str, str]) -> str:
    """Return what is said while the room is open, hidden where it is not."""
    hidden = " hidden" if "farewell" in told else ""
    return "".join(f"<p class=open{hidden}>{_text(one)}</p>" for one in sentences)


def _script(words: dict[str, str], script: str) -> str:
    return f"<script type=application/json id=words>{_json(words)}</script><script type=module>{script}</script>"


def _other_language(language: str, rest: Query) -> str:
    """Return the links to the same page in the other languages, each named in its own."""
    links = [
        f'<a class=other lang={one} hreflang={one} href="?{_text(urlencode([*rest, ("lang", one)]))}">'
        f"{_text(Translator(one)('serving.language'))}</a>"
        for one in LANGUAGES
        if one != language
    ]
    return f"<p>{' '.join(links)}</p>"


def locked_page(language: str, home: str) -> SmallPage:
    """Return the page of somebody at this machine whose browser has no key: ``home`` is where it is to be had."""
    say = Translator(language)
    heading = say("serving.locked.title")
    if home:
        way = f'<p><a href="{_text(home)}">{_text(say("serving.locked.home"))}</a></p>'
        return _page(language, heading, f"<h1>{_text(heading)}</h1><p>{_text(say('serving.locked'))}</p>{way}")
    return _page(language, heading, f"<h1>{_text(heading)}</h1><p>{_text(say('serving.locked.no-home'))}</p>")


def error_page(language: str, status: int) -> SmallPage:
    """Return the page of a request that cannot be met: what happened and what to do."""
    say = Translator(language)
    key = f"serving.error.{status}" if say.knows(f"serving.error.{status}") else "serving.error.500"
    again = "" if status == 403 else f'<p><a href="/">{_text(say("serving.error.back"))}</a></p>'
    heading = say(f"{key}.title")
    return _page(language, heading, f"<h1>{_text(heading)}</h1><p>{_text(say(key))}</p>{again}")


def _page(language: str, title: str, body: str, script: str = "", *, sends: bool = False) -> SmallPage:
    style = _style()
    document = (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{_text(title)}</title>"
        '<meta name=viewport content="width=device-width, initial-scale=1"><link rel=icon href="data:,">'
        f"<style>{style}</style></head><body><main>{body}</main></body></html>"
    )
    sent_to = "'self'" if sends else "'none'"
    scripts = trust_script(script) if script else "'none'"
    policy = (
        f"default-src 'none'; style-src {trust_script(style)}; script-src {scripts}; connect-src 'self'; "
        f"img-src data:; base-uri 'none'; form-action {sent_to}; frame-ancestors 'none'"
    )
    return SmallPage(document, policy)


def _text(text: str) -> str:
    return html.escape(text)


def _json(words: dict[str, str]) -> str:
    return json.dumps(words).replace("<", "\\u003c")


@cache
def _style() -> str:
    return _STYLE.replace("LIGHT", _declare(read_tokens())).replace("DARK", _declare(read_dark_tokens()))


def _declare(tokens: dict[str, str]) -> str:
    return ";".join(f"--{name}:{tokens[name]}" for name in ("paper", "ink", "lead", "bad"))

"""Look-alikes: the letters and signs that the eye reads as a Latin letter (*confusables*).

Taken from ``confusables.txt``, version 16.0.0, of Unicode's Technical Standard 39, whose licence stands beside this
file in ``UNICODE-LICENSE.txt`` (copyright Unicode, Inc.): those that are read as one Latin letter, without digits and
without what the compatibility form makes plain by itself. Some that people at a phone find, and that it does not
list, come after them. The whole table is a few tens of kilobytes, made once before the pages are forked.
"""

from __future__ import annotations

from typing import Final

_CONFUSABLES: Final = {
    "a": ("\u237a\u0251\u03b1\u0430\U0001ccd6\u0391\u0410\u13aa\u15c5\ua4ee\U00016f40\U000102a0\u2376"),
    "b": (
        "\u0184\u042c\u13cf\u1472\u15af\U0001ccd7\ua7b4\u0392\u0412\u13f4\u15f7"
        "\ua4d0\U00010282\U000102a1\U00010301\u0253\u1473\u0183\u0182\u0411\u0180\u048d"
        "\u048c\u0463\u0462"
    ),
    "c": (
        "\u1d04\u2ca5\u0441\uabaf\U0001043d\U0001f74c\U0001ccd8\u2ca4\u0421\u13df\ua4da"
        "\U000102a2\U00010302\U00010415\U0001051c\u00a2\u023c\u20a1\U0001f16e\u04ab\u04aa"
    ),
    "d": ("\u0501\u13e7\u146f\ua4d2\U0001ccd9\u13a0\u15de\u15ea\ua4d3\u0257\u0256\u018c\u0111\u0110\u00d0\u0189\u20ab"),
    "e": (
        "\u212e\uab32\u0435\u04bd\u22ff\U0001ccda\u0395\u0415\u2d39\u13ac\ua4f0"
        "\U000118a6\U000118ae\U00010286\u0247\u0246\u04bf"
    ),
    "f": (
        "\uab35\ua799\u1e9d\u0584\U0001d213\U0001ccdb\ua798\u03dc\u15b4\ua4dd\U000118c2"
        "\U000118a2\U00010287\U000102a5\U00010525\u0192\u0191\u1d6e"
    ),
    "g": ("\u0261\u1d83\u018d\u0581\U0001ccdc\u050c\u13c0\u13f3\ua4d6\u0260\u01e5\u01e4"),
    "h": (
        "\u04bb\u0570\u13c2\U0001ccdd\u0397\u2c8e\u041d\u13bb\u157c\ua4e7\U000102cf"
        "\u0266\ua695\u13f2\u2c67\u04a2\u0127\u045b\u0126\u04c9\u04c7"
    ),
    "i": ("\u2373\u0131\u026a\u0269\u03b9\u0456\ua647\u04cf\uab75\u13a5\U000118c3\u2378\u0268\u1d7b\u1d7c"),
    "j": "\u03f3\u0458\U0001ccdf\ua7b2\u037f\u0408\u13ab\u148d\ua4d9\u0249\u0248",
    "k": ("\U0001cce0\u039a\u2c94\u041a\u13e6\u16d5\ua4d7\U00010518\u0199\u2c69\u049a\u20ad\ua740\u049e"),
    "l": (
        "\u05c0\u2223\u23fd\U0001ccf1\U0001ccde\u0196\u01c0\u0399\u2c92\u0406\u04c0"
        "\u05d5\u05df\u0627\u07ca\u2d4f\u16c1\ua4f2\U00016f28\U0001028a\U00010309\U0001d22a"
        "\U0001cce1\u2cd0\u13de\u14aa\ua4e1\U00016f16\U000118a3\U000118b2\U0001041b\U00010526\u0142"
        "\u0141\u026d\u0197\u019a\u026b\u0673"
    ),
    "m": ("\U0001cce2\u039c\u03fa\u2c98\u041c\u13b7\u15f0\u16d6\ua4df\U000102b0\U00010311\u04cd"),
    "n": ("\u0578\u057c\U0001cce3\u039d\u2c9a\ua4e0\U00010513\U0001018e\u0273\u019e\u03b7\u019d\u1d70"),
    "o": (
        "\u1d0f\u1d11\uab3d\u03bf\u03c3\u2c9f\u043e\u10ff\u0585\u05e1\u0647"
        "\u06be\u06c1\u06d5\u0d20\u101d\U000104ea\U000118c8\U000118d7\U0001042c\U0001ccf0\U0001cce4"
        "\u039f\u2c9e\u041e\u0555\u2d54\u12d0\u0b20\U000104c2\ua4f3\U000118b5\U00010292"
        "\U000102ab\U00010404\U00010516\u06ff\u00f8\uab3e\u00d8\u2d41\u0275\ua74b\u04e9"
        "\u0473\uab8e\uabbb\u2296\u229d\u236c\U0001d21a\U0001f714\u019f\ua74a\u03b8"
        "\u0398\u04e8\u0472\u2d31\u13be\u13eb\uab74\u1010"
    ),
    "p": ("\u2374\u03c1\u2ca3\u0440\U0001cce5\u03a1\u2ca2\u0420\u13e2\u146d\ua4d1\U00010295\u01a5\u1d7d"),
    "q": "\u051b\u0563\u0566\U0001cce6\u2d55\u02a0",
    "r": (
        "\uab47\uab48\u1d26\u2c85\u0433\uab81\U0001d216\U0001cce7\u01a6\u13a1\u13d2"
        "\U000104b4\u1587\ua4e3\U00016f35\u027d\u027c\u024d\u0493\u1d72"
    ),
    "s": (
        "\ua731\u01bd\u0455\uabaa\U000118c1\U00010448\U0001cce8\u0405\u054f\u13d5\u13da"
        "\ua4e2\U00016f3a\U00010296\U00010420\u0282\u1d74"
    ),
    "t": (
        "\u22a4\u27d9\U0001f768\U0001cce9\u03a4\u2ca6\u0422\u13a2\ua4d4\U00016f0a\U000118bc"
        "\U00010297\U000102b1\U00010315\u01ad\u2361\u023e\u01ae\u04ac\u20ae\u0167\u0166"
        "\u1d75"
    ),
    "u": (
        "\ua79f\u1d1c\uab4e\uab52\u028b\u03c5\u057d\U000104f6\U000118d8\u222a\u22c3"
        "\U0001ccea\u054d\u1200\U000104ce\u144c\ua4f4\U00016f42\U000118b8\u1d7e\uab9c\u0244"
        "\u13cc"
    ),
    "v": (
        "\u2228\u22c1\u1d20\u03bd\u0475\u05d8\U00011706\uaba9\U000118c0\U0001d20d\U0001cceb"
        "\u0474\u2d38\u13d9\u142f\ua6df\ua4e6\U00016f08\U000118a0\U0001051d\U00010197\U0001f708"
    ),
    "w": (
        "\u026f\u1d21\u0461\u051d\u0561\U0001170a\U0001170e\U0001170f\uab83\U0001ccec\u051c"
        "\u13b3\u13d4\ua4ea\u047d\U000114c5\u20a9\ua761"
    ),
    "x": (
        "\u166e\u00d7\u292b\u292c\u2a2f\u0445\u1541\u157d\u166d\u2573\U0001cced"
        "\ua7b3\u03a7\u2cac\u0425\u2d5d\u16b7\ua4eb\U00010290\U000102b4\U00010317\U00010527"
        "\u2a30\u04b2\U00010196"
    ),
    "y": (
        "\u0263\u1d8c\u028f\u1eff\uab5a\u03b3\u0443\u04af\u10e7\U000118dc\U0001ccee"
        "\u03a5\u2ca8\u0423\u04ae\u13a9\u13bd\ua4ec\U00016f43\U000118a4\U000102b2\u01b4"
        "\u024f\u04b1\u00a5\u024e\u04b0"
    ),
    "z": ("\u1d22\uab93\U000118c4\U0001ccef\u0396\u13c3\ua4dc\U000118a9\u0290\u01b6\u01b5\u0225\u0224\u1d76"),
}
#: Letters and signs of our own: those that are turned or drawn alike, and letters that are read by their sound.
_MORE: Final = {
    "a": "\u2c81\u039b\u028c\u1d27\u2200\u25b3\u25b2\u2206\u2c6f\u0250\u15e9\u03bb\u0466\uab7a\u13aa",
    "b": "\u0432\u0431\u0411\u03b2",
    "c": "\u1455\u2282\u00a9",
    "d": "\u0564\u0434\u0414\u03b4\u00f0\u00d0",
    "e": "\u1971\u2c89\u2208\u220a\u20ac\u0454\u0404\u15f4\u2203\u018e\u0258\u01dd\u03b5\u0190\u025b\u044d",
    "f": "\u0444",
    "h": "\u043d",
    "i": "\u13c6\u2c93\u00a1\u0456\u0268\u1d09",
    "k": "\u043a\u03ba",
    "l": "\u043b\u041b\ua4e1\u00a3",
    "m": "\u2c99\u0271\u043c\u15f0\u026f\u019c",
    "n": "\u2c9b\u043f\u041f\u03b7\u144e\u0418\u0438\u0274\u1d0e\ua4e0\u03c0",
    "o": "\u2c9f\u25cb\u25ef\u25cf\u25ce\u26aa\u26ab\u25c9\u2299\u2b55\u2205\u2300",
    "r": "\u042f\u044f\u13d2\u00ae\u1d1a\u1587\u0433",
    "s": "\u13da",
    "t": "\u0442\u03c4\u2020",
    "u": "\u1959\u0446\u00b5\u03bc\u144c",
    "w": "\u0448\u03c9\u15ef",
    "y": "\u0447",
}
#: Letters of Greek and of Cyrillic, and those that they are read aloud as.
_ALOUD: Final = (
    "\u0430\u0431\u0432\u0433\u0491\u0434\u0435\u0451\u0436\u0437\u0438\u0456\u0439\u0457\u043a\u043b\u043c"
    "\u043d\u043e\u043f\u0440\u0441\u0442\u0443\u0444\u0445\u0446\u0447\u0448\u044b\u044d\u044e\u044f"
    "\u03b1\u03b2\u03b3\u03b4\u03b5\u03b6\u03b7\u03b8\u03b9\u03ba\u03bb\u03bc\u03bd\u03be\u03bf\u03c0\u03c1\u03c3\u03c2\u03c4\u03c5\u03c6\u03c7\u03c8\u03c9",
    "abvggdeejziiiiklmnoprstufhccsyeuyabgdezitiklmnxoprsstufhpo",
)


def _join(*tables: dict[str, str]) -> dict[int, str]:
    return {ord(sign): letter for table in tables for letter, signs in table.items() for sign in signs}


#: The letter that each is read as, for ``str.translate``.
LOOK_ALIKES: Final = _join(_CONFUSABLES, _MORE)
#: The letter that each is read aloud as: a name that is written in another script is the same name.
SOUNDS: Final = {ord(letter): sound for one, sound in zip(*_ALOUD, strict=True) for letter in (one, one.upper())}

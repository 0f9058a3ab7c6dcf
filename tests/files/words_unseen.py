"""Names of families and places that no weight was chosen by: what the telling of encodings is measured with.

None of them may be moved to the words that the weights are tuned on; whoever tunes again writes new ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: By language; each is written in the encodings that have all its letters.
WORDS: Final[Mapping[str, str]] = {
    "French": (
        "Lemaître|Péguy|Crépin|Duchâtel|Gâtine|Levêque|Brière|Bénézet|Géhin|Hégésippe|Étévé|Mégane|Cyrène|Gisèle|Honoré|"
        "Hôtelier|Île-Rousse|Maïwenn|Noëlle|Œillet|Quéré|Rabaçal|Sébastien|Théodule|Valérian|Yséult|Châteaubriant|"
        "Fougères|Gruyère|Bédarieux|Mâcon|Nogent-le-Rotrou à Lisière|Pézenas|Saint-Brévin|Sévérac|Thônes|Uzège|Vézelay"
    ),
    "Breton": (
        "Fañch|Añjela|Goulc’han|Kerñéo|Lannédern|Plougonvelen-ar-Mañ|"
        "Gwenaël|Haël|Brañsku|Mériadec|Locmariaquér|Tréguier"
    ),
    "Occitan": (
        "Lengadòc|Óc|Rocamadór|Bòria|Tolosan de còr|Besièrs|Peirigüers|Sant Orens d’Òlt|Marcèl|Joanòt|Corrèze|Fònt"
    ),
    "Portuguese": (
        "Magalhães|Simões|Assunção|Fátima|Estêvão|Inês|Antônio|Patrícia|Luís|Júlia|Falcão|Araújo|Gonçalves|Mendonça|"
        "Évora|Setúbal|Guimarães|Póvoa|Covilhã|Bragança|Olhão|Santarém"
    ),
    "Spanish": (
        "Martínez|Hernández|Muñiz|Íñigo|Begoña|Úrsula|Ramón|Inés|Peñalver|Óscar|Nicolás|Iñaki|Cádiz|León|Málaga|Córdoba|"
        "Logroño|Jaén|Cáceres|Avilés|Güell|Raúl"
    ),
    "Turkish": (
        "Gülşen|Öztürk|Çelik|Yılmaz|Şahin|Doğan|Uğur|Güneş|Ümit|İpek|Kâmil|Çağlar|Beyoğlu|Eskişehir|Muğla|Türkân"
    ),
    "Polish": (
        "Wałęsa|Kowalczyk-Dąbrowska|Żeleński|Wójcik|Łucja|Świątek|Gdańsk|Łódź|Poznań|Kraków|Grażyna|Michał|Zając|Krępa"
    ),
    "Vietnamese": "Nguyễn|Trần|Lê|Phạm|Hoàng|Võ|Đặng|Bùi|Hồ|Ngô|Dương|Huế|Hà Nội|Đà Nẵng",
}

"""Words that say in what manner a thing is at its place: *standing*, *just*, *directly*. Regular expressions, lower case.

They may stand before a phrase of :mod:`scenewright.scene.english.relations` and do not change its meaning.
"""

from __future__ import annotations

__all__ = ["ADVERBS", "NEARNESS", "POSTURES", "STATED_POSTURES"]

POSTURES = (
    "stands?|standing|stood|sits?|sitting|sat|seated|lies?|lying|lays?|laying|laid|rests?|resting|rested|hangs?|hanging|hung|hanged"
    "|leans?|leaning|leant|leaned|perche[ds]|perching|propped|placed|located|mounted|suspended|dangl(?:es|ing)|kept|stored|positioned"
    "|situated|set|put|found|tucked|hidden|hides?|hiding|parked|stuck|attached|fixed|fastened|nailed|pinned|glued|stacked|piled|squeezed"
    "|wedged|pushed|shoved|spread|draped|dropped|left|forgotten|thrown|arranged|lined up|gathered|grouped|displayed|built|installed"
    "|floats?|floating|hovers?|hovering|stays?|seen|visible|peeking|poking|sticking|sleeps|"
    "sleeping|waiting|waits|growing|grows"
)
"""Verbs that mean no more here than *is*."""
_AFTER_SEVERAL = r"(?:(?<=s )|(?<=\bthat )|(?<=\bwhich )|(?<=\bwho ))"
STATED_POSTURES = POSTURES.replace("stands?", f"stands|{_AFTER_SEVERAL}stand").replace(
    "rests?", f"rests|{_AFTER_SEVERAL}rest"
)
"""The same verbs after a subject. *stand* and *rest* count only after a plural or *that*, *which*, *who*: in *tv stand* and *arm rest* they
are nouns."""
ADVERBS = (
    "right|directly|just|immediately|straight|exactly|over|up|down|out|partly|partially|half|halfway|mostly|almost|nearly|slightly|somewhat"
    "|quite|very|a bit|a little|a little bit|still|also|only|there|here|all the way|somewhere|tightly|closely|neatly|squarely|flat|upright"
    "|back|far|high|high up|low down|together|flush|currently"
)
"""Words that may stand between such a verb and the relation."""
NEARNESS = frozenset(
    [
        "right",
        "directly",
        "just",
        "immediately",
        "straight",
        "exactly",
        "squarely",
        "flush",
        "flat",
        "tightly",
        "close",
        "closely",
        "almost",
        "nearly",
        "slightly",
        "well",
    ]
)
"""Single words that only say how strictly a relation holds, in any text."""

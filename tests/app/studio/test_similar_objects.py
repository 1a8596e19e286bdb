"""What a search of the catalogue shows beside what the words mean."""

from scenewright.app.studio.catalogue import similar_enough


def found(*matches: tuple[str, str, float]) -> list[dict[str, object]]:
    return [{"word": word, "how": how, "score": score} for word, how, score in matches]


def words(*matches: tuple[str, str, float]) -> list[object]:
    return [one["word"] for one in similar_enough(found(*matches))]


def test_what_is_far_from_the_words_is_left_out() -> None:
    related = ("flowers", "related", 0.49), ("beach ball", "related", 0.22)
    assert words(("vase", "exact", 1.0), *related) == ["vase", "flowers"]


def test_what_is_near_by_no_means_but_the_best_is_left_out() -> None:
    assert words(("floor lamp", "synonym", 0.95), ("desk lamp", "related", 0.49), ("onion", "related", 0.31)) == [
        "floor lamp",
        "desk lamp",
    ]


def test_the_nearest_are_all_there_is_where_nothing_fits() -> None:
    assert words(("chair", "related", 0.25), ("sofa", "related", 0.21), ("fork", "related", 0.1)) == ["chair", "sofa"]

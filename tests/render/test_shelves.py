"""Long lists in pages: when they are split, and where each part stands."""

from digest.render.shelves import ONE_PAGE, Shelf, by_letter, shelf_paths, shelve


def test_a_list_that_one_page_holds_has_no_shelves() -> None:
    assert shelve([("2024", range(ONE_PAGE))], folder="archive") == ()


def test_a_long_list_has_a_page_for_each_heading_and_goes_on_overleaf() -> None:
    shelves = shelve([("2024", range(250)), ("2023", range(2))], folder="archive", full=200)
    assert shelves == (
        Shelf("2024", "archive/2024.md", tuple(range(200))),
        Shelf("2024 (2)", "archive/2024-2.md", tuple(range(200, 250))),
        Shelf("2023", "archive/2023.md", (0, 1)),
    )


def test_headings_that_are_written_alike_in_ascii_have_pages_of_their_own() -> None:
    assert shelf_paths(["A", "А", "…"], folder="people") == {
        "A": "people/a.md",
        "А": "people/a-2.md",
        "…": "people/other.md",
    }


def test_names_stand_under_their_letters_with_digits_first_and_scripts_without_letters_last() -> None:
    groups = by_letter(["zoo", "含金量", "Élan", "eel", "3D"], str)
    assert groups == (("0–9", ("3D",)), ("E", ("eel", "Élan")), ("Z", ("zoo",)), ("…", ("含金量",)))

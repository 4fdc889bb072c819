"""What no program can judge of an EPUB of text and pictures, as questions to a person."""

from __future__ import annotations

from typing import NamedTuple


class Criterion(NamedTuple):
    """A question whose good answer is yes, and the rules that ask it."""

    id: str
    """Stable: answers are found again by it."""
    rule: str
    question: str
    optional: bool = False
    """Whether a book may lack what it asks about, so that it does not apply."""


CRITERIA = (
    Criterion(
        "pictures-described",
        "WCAG 2.2: 1.1.1 (A)",
        "Does the description of every picture, the cover included, say what it tells the reader?",
    ),
    Criterion(
        "ornaments-silent",
        "WCAG 2.2: 1.1.1 (A)",
        "Are pictures that only adorn passed over by a screen reader?",
        optional=True,
    ),
    Criterion(
        "media-alternatives",
        "WCAG 2.2: 1.2.1-1.2.5, 1.4.2 (A, AA); EPUB Accessibility 1.1: Media Overlays",
        "If there is sound or film: has it captions, a transcript and a description, "
        "and can it be stopped?",
        optional=True,
    ),
    Criterion(
        "structure-marked",
        "WCAG 2.2: 1.3.1 (A)",
        "Are all headings, lists, quotations, verses and notes announced as what they are, "
        "and nothing else as such?",
    ),
    Criterion(
        "tables-headed",
        "WCAG 2.2: 1.3.1 (A)",
        "Does a screen reader name the right headers in every cell of a table?",
        optional=True,
    ),
    Criterion(
        "reading-order",
        "WCAG 2.2: 1.3.2 (A)",
        "Read aloud from cover to end, does everything come once and in an order that makes sense?",
    ),
    Criterion(
        "no-sense-alone",
        "WCAG 2.2: 1.3.3, 1.4.1 (A)",
        "Can all be understood without seeing colour, shape, place or size?",
    ),
    Criterion(
        "both-orientations",
        "WCAG 2.2: 1.3.4 (AA)",
        "Can the book be read with the device held upright and sideways?",
    ),
    Criterion(
        "contrast",
        "WCAG 2.2: 1.4.3, 1.4.11 (AA)",
        "Do text and pictures stay legible in the themes of the reading system: "
        "light, dark and sepia?",
    ),
    Criterion(
        "text-enlarged",
        "WCAG 2.2: 1.4.4, 1.4.10 (AA)",
        "With the largest letters and on a narrow screen, is everything still seen whole, "
        "without scrolling sideways?",
    ),
    Criterion(
        "text-spaced",
        "WCAG 2.2: 1.4.12 (AA)",
        "With wider lines, letters and words, and in the reader’s own typeface, is all kept?",
    ),
    Criterion(
        "no-text-in-pictures",
        "WCAG 2.2: 1.4.5 (AA)",
        "Is text given as text wherever it does not have to be a picture?",
        optional=True,
    ),
    Criterion(
        "popups-dismissed",
        "WCAG 2.2: 1.4.13 (AA)",
        "Does a note that pops up stay until it is closed, and can it be closed without a mouse?",
        optional=True,
    ),
    Criterion(
        "keyboard",
        "WCAG 2.2: 2.1.1, 2.1.2, 2.1.4 (A)",
        "Can contents, links and notes all be reached and left again by keyboard alone?",
    ),
    Criterion(
        "nothing-flashes",
        "WCAG 2.2: 2.2.1, 2.2.2, 2.3.1 (A)",
        "Is the book free of whatever flashes, moves or runs out of time?",
    ),
    Criterion(
        "titles-true",
        "WCAG 2.2: 2.4.2 (A)",
        "Does the title of every part, as the reading system shows it, say what the part is?",
    ),
    Criterion(
        "focus-ordered",
        "WCAG 2.2: 2.4.3 (A), 2.4.7, 2.4.11 (AA)",
        "Does the focus follow the text, and is it seen wherever it goes?",
    ),
    Criterion(
        "links-clear",
        "WCAG 2.2: 2.4.4 (A)",
        "Is it clear from what is read aloud where each link leads: "
        "calls of notes, ways back, addresses?",
    ),
    Criterion(
        "ways-to-find",
        "WCAG 2.2: 2.4.1 (A), 2.4.5 (AA)",
        "Do contents and landmarks lead to every part, and does searching find words of the text?",
    ),
    Criterion(
        "headings-describe",
        "WCAG 2.2: 2.4.6 (AA)",
        "Does every heading say what follows, and can no two be taken for each other?",
    ),
    Criterion(
        "targets-large",
        "WCAG 2.2: 2.5.8 (AA)",
        "Can calls of notes and ways back be touched without hitting something else?",
        optional=True,
    ),
    Criterion(
        "language-of-book",
        "WCAG 2.2: 3.1.1 (A)",
        "Is the book read aloud by a voice of its own language?",
    ),
    Criterion(
        "languages-of-parts",
        "WCAG 2.2: 3.1.2 (AA)",
        "Is every passage in another language spoken as such, "
        "and nothing marked that is a name or at home in the book’s language?",
        optional=True,
    ),
    Criterion(
        "consistent",
        "WCAG 2.2: 3.2.1-3.2.4, 3.2.6 (A, AA)",
        "Do things that are alike look, sound and work alike through the whole book?",
    ),
    Criterion(
        "input-helped",
        "WCAG 2.2: 1.3.5, 2.5.1-2.5.4, 2.5.7, 3.3.1-3.3.4, 3.3.7, 3.3.8 (A, AA)",
        "If something has to be filled in, dragged or gestured: is there help, "
        "and a simpler way to do it?",
        optional=True,
    ),
    Criterion(
        "names-and-roles",
        "WCAG 2.2: 4.1.2 (A), 4.1.3 (AA)",
        "Does a screen reader tell the name and the kind of everything that can be activated?",
    ),
    Criterion(
        "pages-of-print",
        "EPUB Accessibility 1.1: Page Navigation",
        "If pages of print are marked: does “go to page” lead to where the page begins, "
        "for ten pages chosen at random?",
        optional=True,
    ),
    Criterion(
        "metadata-true",
        "EPUB Accessibility 1.1: Discovery Metadata",
        "Is everything true that the metadata says of access modes, features and hazards, "
        "and the summary too?",
    ),
    Criterion(
        "distribution-open",
        "EPUB Accessibility 1.1: Distribution",
        "Will the book reach readers without protection that keeps assistive technology out?",
    ),
)
"""Every criterion of levels A and AA that tools judge in part or not at all, grouped."""

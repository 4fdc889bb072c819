"""The tree of the page and the places of its content -> a structure tree.

WeasyPrint tags boxes: one element for each line and each page a paragraph falls on. Here is
one structure element for each HTML element, whatever it was broken into.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

from colofon.pdf import roles
from colofon.pdf.boxes import Placed


@dataclass(frozen=True)
class Content:
    """A marked-content sequence: page from 0, and its identifier on that page."""

    page: int
    mcid: int


@dataclass(frozen=True, eq=False)
class Annotation:
    """A link annotation, and its page from 0."""

    page: int
    object: Any


@dataclass(eq=False)
class Node:
    """A structure element; `element` is the HTML element it stands for, or None."""

    role: str
    parent: Node | None
    element: Element | None = None
    kids: list[Node | Content | Annotation] = field(default_factory=list)
    image: Placed | None = None
    """Where the image of a figure stands."""

    def add(self, role: str, element: Element | None = None) -> Node:
        """Make a node at the end of this one."""
        made = Node(role, self, element)
        self.kids.append(made)
        return made


class Structure:
    """Builds nodes as their content turns up, so that content and children stand in order."""

    def __init__(self, root: Element) -> None:
        self.top = Node(roles.DOCUMENT, None, root)
        self.nodes: dict[Element, Node] = {root: self.top}
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._bodies: dict[Node, Node] = {}
        self._labels: dict[Element, Node] = {}
        self._items: dict[Element, Node] = {}

    def ancestors(self, element: Element) -> list[Element]:
        """Return the elements around one, from its parent to the root."""
        found = []
        while (parent := self._parents.get(element)) is not None:
            found.append(parent)
            element = parent
        return found

    def named(self) -> dict[str, Node]:
        """Return the node of every element that has an id, or that of the nearest around it."""
        found = {}
        for element in (*self.nodes, *self._parents):
            if name := element.get("id"):
                around = (element, *self.ancestors(element))
                found[name] = next(self.nodes[each] for each in around if each in self.nodes)
        return found

    def holder(self, placed: Placed) -> Node:
        """Return the node that the content of a box belongs to."""
        element = placed.box.element
        if placed.pseudo == "marker":
            return self._label(element)
        if placed.pseudo == "footnote-call":
            element = self._parents[element]
        node = self.node(element)
        return self._body(node) if node.role == roles.ITEM else node

    def node(self, element: Element) -> Node:
        """Return an element's node, or that of its nearest ancestor that has one."""
        if element not in self.nodes:
            self.nodes[element] = self._make(element)
        return self.nodes[element]

    def _make(self, element: Element) -> Node:
        ancestors = self.ancestors(element)
        parent = self.node(ancestors[0])
        role = roles.role_of(element, ancestors)
        if role is None:
            return parent
        if role == roles.NOTE:
            return self._beside_call(element, parent)
        parent = self._host(element, parent)
        for wrapper in roles.wrappers(element, ancestors):
            parent = parent.add(wrapper)
        return parent.add(role, element)

    def _host(self, element: Element, parent: Node) -> Node:
        """Return the node to put an element into, where PDF wants more of them than HTML."""
        if element.tag in {"dt", "dd"}:
            return self._definition(element, parent)
        if parent.role == roles.ITEM:
            return self._body(parent)
        if element.tag == "figcaption":
            table = self._parents[element].find("table")
            return parent if table is None else self.node(table)
        return parent

    def _beside_call(self, element: Element, caller: Node) -> Node:
        """Put a note behind the paragraph that calls it, or into the cell or item that does.

        A note in the middle of a sentence would be read in the middle of it.
        """
        while caller.role in roles.INSIDE_LINES and caller.parent is not None:
            caller = caller.parent
        host = caller.parent
        if caller.role not in roles.PARAGRAPHS or host is None:
            return caller.add(roles.NOTE, element)
        # The paragraph was begun on this page or the one before: it is near the end.
        back = next(i for i, kid in enumerate(reversed(host.kids), start=1) if kid is caller)
        place = len(host.kids) - back + 1
        while place < len(host.kids) and getattr(host.kids[place], "role", "") == roles.NOTE:
            place += 1
        note = Node(roles.NOTE, host, element)
        host.kids.insert(place, note)
        return note

    def _body(self, item: Node) -> Node:
        """Return the body of a list item."""
        if item not in self._bodies:
            self._bodies[item] = item.add(roles.BODY)
        return self._bodies[item]

    def _label(self, element: Element) -> Node:
        """Return the label of a list item, which holds its number or bullet."""
        if element not in self._labels:
            self._labels[element] = self.node(element).add(roles.LABEL)
        return self._labels[element]

    def _definition(self, element: Element, parent: Node) -> Node:
        """Return the list item for a term or its explanation: each term begins one."""
        siblings = list(self._parents[element])
        before = siblings[: siblings.index(element) + 1]
        term = next((each for each in reversed(before) if each.tag == "dt"), element)
        if term not in self._items:
            self._items[term] = parent.add(roles.ITEM)
        return self._items[term]

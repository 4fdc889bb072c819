"""A structure tree -> the objects of the PDF that hold it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

from colofon.pdf import attributes
from colofon.pdf.dialect import Dialect
from colofon.pdf.structure import Annotation, Content, Node


class Emitter:
    """Writes the tree into a PDF of pydyf's, and the way back from content to tree."""

    def __init__(self, pdf: pydyf.PDF, page_heights: list[float], dialect: Dialect) -> None:
        self._pdf = pdf
        self._dialect = dialect
        self._namespaces = {
            name: self._new(Type="/Namespace", NS=pydyf.String(name)) for name in dialect.namespaces
        }
        self._heights = page_heights
        self._pages = pdf.page_references
        self._objects: dict[Node, Any] = {}
        self._content_parents: list[dict[int, Any]] = [{} for _ in page_heights]
        self._annotations: list[tuple[Any, Any]] = []

    def emit(self, top: Node) -> dict[Node, Any]:
        """Write the tree; return the object of each node."""
        root = self._root()
        self._write(top, root)
        root["K"] = pydyf.Array([self._objects[top].reference])
        parents, next_key = self._parent_tree()
        root["ParentTree"] = parents.reference
        root["ParentTreeNextKey"] = next_key
        root["IDTree"] = self._id_tree().reference
        catalog = self._pdf.catalog
        catalog["StructTreeRoot"] = root.reference
        catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})
        return self._objects

    def _root(self) -> pydyf.Dictionary:
        """Write the root, which says where types are from, or what ours stand for."""
        root = self._new(Type="/StructTreeRoot")
        if self._namespaces:
            found = (namespace.reference for namespace in self._namespaces.values())
            root["Namespaces"] = pydyf.Array(found)
        if self._dialect.role_map:
            rows = {name: f"/{role}" for name, role in self._dialect.role_map.items()}
            root["RoleMap"] = pydyf.Dictionary(rows)
        return root

    def _new(self, **entries: Any) -> pydyf.Dictionary:
        """Add a dictionary to the PDF."""
        made = pydyf.Dictionary(entries)
        self._pdf.add_object(made)
        return made

    def _write(self, node: Node, parent: Any) -> None:
        """Write a node and what is below it, in order."""
        name = self._dialect.name(node.role)
        made = self._new(Type="/StructElem", S=f"/{name}", P=parent.reference)
        self._objects[node] = made
        if self._namespaces:
            made["NS"] = self._namespaces[self._dialect.namespace(node.role)].reference
        made.update(attributes.entries(node, self._heights, self._dialect))
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page is not None:
            made["Pg"] = self._pages[page]
        made["K"] = pydyf.Array([self._kid(kid, made, page) for kid in node.kids])

    def _kid(self, kid: Node | Content | Annotation, made: Any, page: int | None) -> Any:
        """Write one kid of a node whose content begins on `page`."""
        if isinstance(kid, Node):
            self._write(kid, made)
            return self._objects[kid].reference
        if isinstance(kid, Annotation):
            self._annotations.append((made.reference, kid.object))
            entries = {"Type": "/OBJR", "Pg": self._pages[kid.page], "Obj": kid.object.reference}
            return pydyf.Dictionary(entries)
        self._content_parents[kid.page][kid.mcid] = made.reference
        if kid.page == page:
            return kid.mcid
        return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mcid})

    def _parent_tree(self) -> tuple[Any, int]:
        """Write the number tree from pages and annotations to their elements."""
        numbers = pydyf.Array()
        for page, parents in enumerate(self._content_parents):
            row = [parents.get(mcid, "null") for mcid in range(max(parents, default=-1) + 1)]
            numbers.extend([page, pydyf.Array(row)])
        pages = len(self._content_parents)
        for key, (element, annotation) in enumerate(self._annotations, start=pages):
            annotation["StructParent"] = key
            numbers.extend([key, element])
        return self._new(Nums=numbers), len(numbers) // 2

    def _id_tree(self) -> Any:
        """Write the name tree from identifiers to elements, which notes must have."""
        named = sorted(self._named(), key=lambda pair: pair[0].string.encode())
        names = pydyf.Array(each for pair in named for each in pair)
        leaf = self._new(Names=names)
        if named:
            leaf["Limits"] = pydyf.Array([named[0][0], named[-1][0]])
        return self._new(Kids=pydyf.Array([leaf.reference]))

    def _named(self) -> Iterator[tuple[Any, Any]]:
        """Yield identifiers and the elements that have them."""
        for made in self._objects.values():
            if "ID" in made:
                yield made["ID"], made.reference

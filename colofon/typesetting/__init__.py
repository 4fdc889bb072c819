"""How lines are made of words: paragraphs broken as a whole, hanging signs, letters that give."""

from colofon.typesetting.setter import Setter

__all__ = ["Setter"]

"""What people read: messages as data, and the catalogue that says them in Korean and English."""

from cnnlab.messages.catalogue import Language, preferred_language, render
from cnnlab.messages.text import Text, printable, text, title

__all__ = ["Language", "Text", "preferred_language", "printable", "render", "text", "title"]

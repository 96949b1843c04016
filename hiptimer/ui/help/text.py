"""What the help says, read from a TOML file so that it can be translated."""

import msgspec


class HelpTopic(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pages` are the pages of the window that it is about; `keys` are pairs of a key and what
    it does.
    """

    id: str
    name: str
    words: tuple[str, ...]
    pages: tuple[str, ...] = ()
    keys: tuple[tuple[str, str], ...] = ()


class HelpText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of the help, in the order of its list."""

    title: str
    topics: tuple[HelpTopic, ...]

    def topic_of(self, page: str) -> int:
        """The place of the topic that is about a page; of the first where none is."""
        about = (number for number, topic in enumerate(self.topics) if page in topic.pages)
        return next(about, 0)


def read_help(toml: bytes) -> HelpText:
    """The text of a TOML file; raises msgspec.ValidationError for a wrong one."""
    return msgspec.toml.decode(toml, type=HelpText)

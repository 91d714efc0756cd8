"""Says how names sound and which given names are one name in several languages. Pure."""

from tocsin.names.letters import sounds
from tocsin.names.variants import Variants, variants

__all__ = ["Variants", "sounds", "variants"]

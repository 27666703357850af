"""Web addresses as people copy them → the address that was meant: without tracking, out of wrappers, with no false signs

In: an address, or a text that holds some. Out: the same with every other sign as it was, and what was taken off. An address
is changed only where it leads to the very same page; nothing is looked up on the internet.
"""

from __future__ import annotations

from localoffer.webaddress.false_signs import FalseSign, false_sign, sign_name
from localoffer.webaddress.in_text import Copied, addresses_in, copied_addresses, meant_text
from localoffer.webaddress.meant import Meant, blind_wrapper, meant_address

__all__ = [
    "Copied",
    "FalseSign",
    "Meant",
    "addresses_in",
    "blind_wrapper",
    "copied_addresses",
    "false_sign",
    "meant_address",
    "meant_text",
    "sign_name",
]

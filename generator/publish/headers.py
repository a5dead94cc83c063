"""The headers that a host should send, for hosts that let a site say so.

A page carries its policy itself, so that it is as strict on a host that sends no headers of ours.
The file adds what a page cannot say of itself: types that are not guessed, who may read the API,
how long files may be kept.
"""

from __future__ import annotations

from generator.publish.frame import POLICY

HEADERS = "_headers"

EVERYWHERE = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
}
"""Sent with every file. No ``X-Frame-Options``: pages are made to be shown in frames of others.

Source: OWASP Secure Headers Project; W3C Content Security Policy Level 3; W3C Referrer Policy.
"""
OPEN = {"Access-Control-Allow-Origin": "*"}
"""Sent with what other programs read."""
KEPT = {"Cache-Control": "public, max-age=31536000, immutable"}
"""Sent with files whose address changes when they do."""
BELOW = {"/api/*": OPEN, "/feeds/*": OPEN, "/calendars/*": OPEN, "/assets/*": KEPT}


def header_file() -> str:
    """Return the file that Netlify, Cloudflare Pages and others of their kind read."""
    blocks = {"/*": EVERYWHERE, **BELOW}
    return "".join(
        f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in headers.items())
        for path, headers in blocks.items()
    )

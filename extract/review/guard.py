"""Who may talk to the page: nobody but the editor's own browser.

A page on another site could send requests to a server on this machine, or get a name of its own to point at it. So a
request is refused unless its Host is ours, its Origin, where it has one, is that Host, and what it posts is JSON. Where
the server listens to more than this machine, a token is asked for as well. Every answer says that no script, style or
picture of anybody else's may run in it.
"""

from __future__ import annotations

import hmac
import ipaddress
import socket
from collections.abc import Iterable
from html import escape
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "peelback-token"
MAX_BODY = 1_000_000
"""Bytes of the largest request."""

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
"""The content security policy of every answer: nothing inline, nothing from elsewhere."""

_ANSWER = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_ASK = """<!doctype html><html lang="en"><meta charset="utf-8"><title>peelback: token</title>
<link rel="stylesheet" href="/static/page.css"><main class="token"><h1>peelback</h1>
<form method="get" action="{path}"><label>Token <input name="token" type="password" autocomplete="off" required autofocus></label>
<button class="primary">Open</button></form><p>It is what the server was started with, <code>--token</code>.</p></main></html>"""


def is_loopback(host: str) -> bool:
    """Whether a host to listen on is this machine alone.

    Example:
        >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
        (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def hosts_of(host: str) -> frozenset[str]:
    """Names under which a server that listens on a host may be asked, without ports."""
    names = {"127.0.0.1", "localhost", "[::1]", _bracket(host)}
    if not is_loopback(host):
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
    return frozenset(names - {"0.0.0.0", "[::]", ""})


class Guard:
    """The ASGI application around ours.

    Args:
        app: Ours.
        hosts: Names under which it may be asked, in lower case.
        token: What everybody has to know, or "".
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], token: str = "") -> None:
        self.app, self.hosts, self.token = app, frozenset(hosts), token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, or refuse."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(_ANSWER)
                headers.setdefault("cache-control", "no-cache")  # scripts of a newer version are seen at once
            await send(message)

        await (self._refusal(scope) or self.app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if len(headers.getlist("host")) != 1 or not self._ours(host, scope):
            return PlainTextResponse(f"This server does not go by the name {host[:100]!r}.\n", 421)
        origin = headers.get("origin")
        if origin is not None and origin.lower() != f"{scope['scheme']}://{host}":
            return PlainTextResponse("Requests from other sites are refused.\n", 403)
        if headers.get("sec-fetch-site", "none") not in ("none", "same-origin") and scope["method"] != "GET":
            return PlainTextResponse("Requests from other sites are refused.\n", 403)
        if scope["method"] not in ("GET", "HEAD"):
            if headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
                return PlainTextResponse("Send application/json.\n", 415)
            if not headers.get("content-length", "").isdigit() or int(headers["content-length"]) > MAX_BODY:
                return PlainTextResponse("The request is too large, or does not say how large it is.\n", 413)
        return self._ask(scope, headers) if self.token else None

    def _ours(self, host: str, scope: Scope) -> bool:
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if name in self.hosts:
            return True
        try:  # the address that the connection came in on, where we listen on all of them
            return ipaddress.ip_address(name.strip("[]")) == ipaddress.ip_address((scope.get("server") or ("",))[0])
        except ValueError:
            return False

    def _ask(self, scope: Scope, headers: Headers) -> Response | None:
        """What to answer to somebody who does not show the token, or None."""
        if scope["path"] == "/static/page.css":
            return None
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            cookie = None
        bearer = headers.get("authorization", "")
        if (cookie and self._same(cookie.value)) or self._same(bearer.removeprefix("Bearer ")):
            return None
        query = parse_qsl(urlsplit("?" + scope["query_string"].decode("latin-1")).query)
        path = quote(scope["path"]) if not scope["path"].startswith("//") else "/"
        if scope["method"] == "GET" and self._same(dict(query).get("token", "")):
            rest = urlencode([pair for pair in query if pair[0] != "token"])
            answer = RedirectResponse(path + ("?" + rest if rest else ""), 303)
            answer.set_cookie(COOKIE, quote(self.token), httponly=True, samesite="strict", path="/")
            return answer
        return HTMLResponse(_ASK.format(path=escape(path)), 401)

    def _same(self, given: str) -> bool:
        return any(hmac.compare_digest(one.encode(), self.token.encode()) for one in (given, unquote(given)))


def _bracket(host: str) -> str:
    return f"[{host.lower()}]" if ":" in host else host.lower()

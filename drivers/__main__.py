"""python -m drivers: look at drivers, replay what a device said, see what would be sent, play a device that is not there.

One JSON object a line on stdout; faults on stderr. Exit 0 ok, 1 failed, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from drivers import registry
from drivers.api import Decoder, Driver, DriverError, Noise, Option, Reading, Value, complete
from drivers.simulated import scanner
from drivers.simulated.ports import Plug, PtyPlug, TcpPlug

END_OF_CAPTURE_S = 3600.0  # after the last byte of a capture nothing more will come


def main(argv: Sequence[str] | None = None) -> int:
    for stream in (sys.stdout, sys.stderr):  # a Chinese Windows console is GBK
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = _parser().parse_args(argv)
    try:
        return int(args.run(args))
    except DriverError as error:
        print(json.dumps({"error": error.code, **error.facts}, ensure_ascii=False), file=sys.stderr)
        return 2
    except OSError as error:
        print(json.dumps({"error": "file", "reason": error.strerror or type(error).__name__}), file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m drivers", description=__doc__)
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("list", help="names and roles").set_defaults(run=_list)
    verb = _named(verbs.add_parser("describe", help="options and actions of a driver"), _describe)
    verb = _named(verbs.add_parser("replay", help="decode captured bytes"), _replay)
    source = verb.add_mutually_exclusive_group(required=True)
    source.add_argument("--hex", help='"AA AA 96 69", or - for hex lines from stdin')
    source.add_argument("--file", help="a capture, or - for bytes from stdin")
    verb.add_argument("--split", action="store_true", help="feed byte by byte")
    verb.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    verb = _named(verbs.add_parser("frame", help="the bytes an action would send"), _frame)
    verb.add_argument("action")
    verb.add_argument("params", nargs="*", metavar="key=value")
    verb = _named(verbs.add_parser("probe", help="is the device there? moves nothing"), _probe)
    verb.add_argument("--port", required=True)
    verb.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    verb = _named(verbs.add_parser("simulate", help="play the device; codes to send come line by line"), _simulate)
    verb.add_argument("--pty", action="store_true", help="on a pseudo terminal instead of a TCP port")
    verb.add_argument("--fault", choices=scanner.FAULTS[1:], default="")
    verb.add_argument("--text", action="append", help="send this instead of reading stdin")
    return parser


def _named(verb: argparse.ArgumentParser, run: object) -> argparse.ArgumentParser:
    verb.add_argument("name", metavar="NAME")
    verb.set_defaults(run=run)
    return verb


def _say(**facts: object) -> None:
    print(json.dumps(facts, ensure_ascii=False), flush=True)


def _list(args: argparse.Namespace) -> int:
    for name, kind in registry.find().items():
        _say(name=name, role=kind.ROLE)
    return 0


def _describe(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    actions = [{"name": a.name, "params": [_option(p) for p in a.params]} for a in kind.ACTIONS]
    _say(name=kind.NAME, role=kind.ROLE, options=[_option(o) for o in kind.OPTIONS], actions=actions)
    return 0


def _option(option: Option) -> dict[str, object]:
    about: dict[str, object] = {"name": option.name, "default": option.default, "required": option.required}
    return {**about, "choices": list(option.choices)} if option.choices else about


def _pairs(texts: Iterable[str]) -> dict[str, Value]:
    pairs: dict[str, Value] = {}
    for text in texts:
        key, equals, value = text.partition("=")
        if not equals:
            raise DriverError("option.pair", given=text)
        pairs[key] = value
    return pairs


def _replay(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    given = {**{o.name: "replay" for o in kind.OPTIONS if o.required}, **_pairs(args.option)}
    decoder = kind.decoder(complete(kind.OPTIONS, given))
    for chunk in _chunks(args):
        for event in _fed(decoder, chunk, args.split):
            _event(event)
    for event in decoder.idle(END_OF_CAPTURE_S):
        _event(event)
    return 0


def _chunks(args: argparse.Namespace) -> Iterator[bytes]:
    if args.hex is not None:
        for line in sys.stdin if args.hex == "-" else (args.hex,):
            try:
                yield bytes.fromhex(line)
            except ValueError:
                raise DriverError("capture.hex") from None
    elif args.file == "-":
        yield from iter(lambda: os.read(sys.stdin.fileno(), 4096), b"")
    else:
        yield Path(args.file).read_bytes()


def _fed(decoder: Decoder, chunk: bytes, split: bool) -> Iterator[Reading | Noise]:
    for piece in (chunk[i : i + 1] for i in range(len(chunk))) if split else (chunk,):
        yield from decoder.feed(piece)


def _event(event: Reading | Noise) -> None:
    if isinstance(event, Reading):
        _say(reading={"kind": event.kind, **event.fields})
    else:
        _say(noise={"why": event.why, "size": event.size})


def _frame(args: argparse.Namespace) -> int:
    kind: type[Driver] = registry.get(args.name)
    _say(hex=kind.encode(args.action, _pairs(args.params)).hex(" ").upper())
    return 0


def _probe(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    options = complete(kind.OPTIONS, {**_pairs(args.option), "port": args.port})
    reason = kind.probe(options)
    _say(name=kind.NAME, port=args.port, found=not reason, reason=reason)
    return 1 if reason else 0


def _simulate(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    if kind.ROLE != "scanner":
        raise DriverError("driver.no_simulation", name=kind.NAME)
    with tempfile.TemporaryDirectory(prefix="simulated-") as folder:
        plug: Plug = PtyPlug(Path(folder) / "port") if args.pty else TcpPlug()
        try:
            _say(port=plug.port, fault=args.fault)
            for text in args.text or (line.rstrip("\r\n") for line in sys.stdin):
                _play(plug, text, args.fault)
        except KeyboardInterrupt:
            return 0
        finally:
            plug.close()
    return 0


def _play(plug: Plug, text: str, fault: str) -> None:
    for wait_s, data in scanner.chunks(text, fault):
        time.sleep(wait_s)
        if data is None:
            plug.replug()
            continue
        while not plug.send(data):  # a TCP port waits for the desk to connect
            time.sleep(0.05)
    _say(sent=text, fault=fault)


if __name__ == "__main__":
    sys.exit(main())

"""python -m drivers: look at drivers, replay what a device said, see what would be sent, play a device that is not there.

One JSON object a line on stdout; faults on stderr. Exit 0 ok, 1 failed, 2 usage.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from drivers import registry
from drivers.api import Action, Decoder, DriverError, Noise, Option, Reading, Value, complete
from drivers.simulated import stage

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
    verb.add_argument("params", nargs="*", metavar="key=value", help="parameters of the action, options of the driver")
    verb = _named(verbs.add_parser("probe", help="is the device there? moves nothing"), _probe)
    verb.add_argument("--port", required=True)
    verb.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    verb = _named(verbs.add_parser("simulate", help="play the device; what a hand does comes line by line"), _simulate)
    verb.add_argument("--pty", action="store_true", help="on a pseudo terminal instead of a TCP port")
    verb.add_argument(
        "--fault", default="", help="mute, late, garbage, half, flood, vanish, or one of the device's own"
    )
    verb.add_argument("--text", action="append", help="one command instead of reading stdin")
    verb.add_argument("--option", action="append", default=[], metavar="KEY=VALUE")
    verb.add_argument("--seconds", type=float, help="end after so long")
    verb.add_argument("--call", default="", metavar="HOST:PORT", help="call a driver that listens, as watches do")
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
    _say(
        name=kind.NAME,
        role=kind.ROLE,
        help=(kind.__doc__ or "").strip().partition("\n")[0],
        capabilities=list(kind.CAPABILITIES),
        options=[_option(o) for o in kind.OPTIONS],
        actions=[_action(a) for a in kind.ACTIONS],
        frames=[_action(a) for a in kind.FRAMES],
    )
    return 0


def _action(action: Action) -> dict[str, object]:
    about: dict[str, object] = {"name": action.name, "params": [_option(p) for p in action.params]}
    about |= {"moves": action.moves, "deadline_s": action.deadline_s}
    return {**about, "help": action.help} if action.help else about


def _option(option: Option) -> dict[str, object]:
    about: dict[str, object] = {"name": option.name, "default": option.default, "required": option.required}
    if option.choices:
        about["choices"] = list(option.choices)
    about |= {limit: value for limit, value in (("low", option.low), ("high", option.high)) if value is not None}
    return {**about, "help": option.help} if option.help else about


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
    decoder = kind.decoder(complete(kind.OPTIONS, _pairs(args.option), partial=True))
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
    kind = registry.get(args.name)
    given = _pairs(args.params)
    params = {o.name for o in kind.known(args.action, kind.ACTIONS + kind.FRAMES).params}
    options = {o.name for o in kind.OPTIONS} - params
    frame = kind.encode(
        args.action,
        {name: value for name, value in given.items() if name not in options},
        {name: value for name, value in given.items() if name in options},
    )
    _say(hex=frame.hex(" ").upper())
    return 0


def _probe(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    options = complete(kind.OPTIONS, {**_pairs(args.option), "port": args.port})
    reason = kind.probe(options)
    _say(name=kind.NAME, port=args.port, found=not reason, reason=reason)
    return 1 if reason else 0


def _simulate(args: argparse.Namespace) -> int:
    kind = registry.get(args.name)
    device = kind.simulator(complete(kind.OPTIONS, _pairs(args.option), partial=True))
    return stage.play(device, stage.Scene(args.pty, args.fault, args.text, args.seconds, args.call), _say)


if __name__ == "__main__":
    sys.exit(main())

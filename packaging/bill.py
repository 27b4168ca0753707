"""The software bill of materials (CycloneDX): libraries by cyclonedx-bom, with what is no Python library added."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import house_files
import product
import release_tools
from talk import Stop

FILE = "sbom.cdx.json"


def make(python: Path, listed: Path, out: Path) -> Path:
    """Writes the bill of a built program beside its packages. listed: its parts.json. Raises Stop."""
    asked = [release_tools.tool("cyclonedx-py"), "environment", "--output-reproducible", "--spec-version", "1.6", "--of", "JSON", str(python)]  # fmt: skip
    done = subprocess.run(asked, env=product.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)  # fmt: skip
    if done.returncode != 0:
        raise Stop(f"The list of parts could not be made: {done.stderr[-2000:]}")
    parts = json.loads(listed.read_text(encoding="utf-8"))
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{product.NAME}-{product.version()}.{FILE}"
    target.write_text(
        json.dumps(only(json.loads(done.stdout), parts), indent=1, sort_keys=True) + "\n", encoding="utf-8"
    )
    return target


def only(bill: dict[str, Any], parts: list[dict[str, str]]) -> dict[str, Any]:
    """The bill with what ships and nothing else: developers' tools leave, what lies inside the libraries joins."""
    wanted = {house_files.normal(part["name"]): part for part in parts}
    kept = [one for one in bill.get("components", []) if house_files.normal(one["name"]) in wanted]
    there = {house_files.normal(one["name"]) for one in kept}
    for name, part in sorted(wanted.items()):
        if name not in there:
            kept.append(component(name, part))
    references = {one["bom-ref"] for one in kept} | {"root-component"}
    links = [
        {**link, "dependsOn": sorted(set(link.get("dependsOn", [])) & references)}
        for link in bill.get("dependencies", []) if link["ref"] in references
    ]  # fmt: skip
    root = {"type": "application", "bom-ref": "root-component", "name": product.NAME, "version": product.version(), "licenses": [{"license": {"id": "Apache-2.0"}}]}  # fmt: skip
    return {
        **bill,
        "metadata": {**bill.get("metadata", {}), "component": root},
        "components": kept,
        "dependencies": links,
    }


def component(name: str, part: dict[str, str]) -> dict[str, Any]:
    """A part that is no Python library, as CycloneDX writes it."""
    made: dict[str, Any] = {"type": "library", "bom-ref": f"inside:{name}", "name": part["name"], "licenses": [{"expression": part["licence"]}]}  # fmt: skip
    return {**made, "version": part["version"]} if part["version"] else made

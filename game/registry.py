"""A folder is a registry: what lies in it is what there is. No second list anywhere."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from pathlib import Path
from types import ModuleType


def modules(package: ModuleType | str) -> dict[str, ModuleType]:
    """The modules of a package by name, sorted; names that start with `_` are helpers, not entries.

    Takes the package or its dotted name, and imports every module it lists.
    """
    home = import_module(package) if isinstance(package, str) else package
    found = (entry.name for entry in pkgutil.iter_modules(home.__path__))
    names = sorted(name for name in found if not name.startswith("_"))
    return {name: import_module(f"{home.__name__}.{name}") for name in names}


def yaml_files(folder: Path) -> dict[str, Path]:
    """The `*.yaml` files of a folder by name, sorted; none if there is no such folder.

    Names that start with `_` or `.` are drafts and leftovers, not entries.
    """
    found = {path.stem: path for path in folder.glob("*.yaml") if path.is_file()}
    return {name: found[name] for name in sorted(found) if not name.startswith(("_", "."))}

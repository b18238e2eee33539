from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import registry


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An importable package `shelf` with two entries and a helper."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    for name in ("__init__", "zebra", "ant", "_helper"):
        (folder / f"{name}.py").write_text(f"WHO = {name!r}\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not an entry", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    for name in [name for name in sys.modules if name.split(".")[0] == "shelf"]:
        del sys.modules[name]


@pytest.mark.usefixtures("shelf")
def test_modules_are_listed_by_name_without_helpers() -> None:
    found = registry.modules("shelf")
    assert list(found) == ["ant", "zebra"]
    assert found["ant"].WHO == "ant"


@pytest.mark.usefixtures("shelf")
def test_a_package_may_be_given_itself() -> None:
    assert registry.modules(importlib.import_module("shelf")) == registry.modules("shelf")


def test_a_new_file_is_a_new_entry(shelf: Path) -> None:
    (shelf / "moth.py").write_text("", encoding="utf-8")
    assert list(registry.modules("shelf")) == ["ant", "moth", "zebra"]


def test_yaml_files_are_listed_by_name_without_drafts(tmp_path: Path) -> None:
    for name in ("b.yaml", "a-1.yaml", "a.yaml", "_draft.yaml", ".hidden.yaml", "c.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "folder.yaml").mkdir()
    found = registry.yaml_files(tmp_path)
    assert list(found) == ["a", "a-1", "b"]
    assert found["a-1"] == tmp_path / "a-1.yaml"


def test_a_folder_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    assert registry.yaml_files(tmp_path / "nowhere") == {}

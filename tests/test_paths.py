from __future__ import annotations

from pathlib import Path

import pytest

from game import paths

ROOT = Path(__file__).resolve().parents[1]


def test_in_a_checkout_the_repository_folders_are_used() -> None:
    assert paths.assets() == ROOT / "assets"
    assert paths.scenarios() == ROOT / "scenarios"


def test_in_an_installation_the_wheels_own_folders_are_used(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "game"
    ours = package / "_data" / "scenarios"
    ours.mkdir(parents=True)
    (package.parent / "scenarios").mkdir()  # somebody else's package of that name
    assert paths._folder("scenarios", package) == ours


def test_a_checkout_never_falls_back_to_an_old_copy(tmp_path: Path) -> None:
    package = tmp_path / "game"
    (package / "_data" / "scenarios").mkdir(parents=True)
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "pyproject.toml").write_text("", encoding="utf-8")
    assert paths._folder("scenarios", package) == tmp_path / "scenarios"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="assets: this folder of the game is missing"):
        paths._folder("assets", tmp_path / "game")

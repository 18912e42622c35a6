"""Settings: defaults < the user's file < the environment < options of the command.

The file is TOML, `peelback/settings.toml` in the user's folder for configuration unless `PEELBACK_CONFIG` names
another. Each setting has a variable of the environment: `PEELBACK_DATA`, `PEELBACK_MAX_BYTES`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract import errors
from extract.errors import ConfigError
from extract.sources.files import MAX_BYTES

PREFIX = "PEELBACK_"


class Settings(BaseModel):
    """What a run can be told.

    Args:
        data: The user's folder of gazetteers, laid over ours, or None.
        max_bytes: Size beyond which an input is refused, in bytes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    data: Path | None = None
    max_bytes: int = Field(default=MAX_BYTES, ge=1)


def config_file() -> Path:
    """The user's file of settings, whether it exists or not."""
    named = os.environ.get(PREFIX + "CONFIG")
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    return Path(named) if named else Path(base) / "peelback" / "settings.toml"


def load_settings(**options: Any) -> Settings:
    """The settings of a run.

    Args:
        options: Values given on the command; None for one not given.

    Raises:
        ConfigError: E202 for a value that cannot be used, with where it was said.
    """
    given = {name: value for name, value in options.items() if value is not None}
    path = config_file()
    named = os.environ.get(PREFIX + "CONFIG")
    if named and not path.is_file():
        raise ConfigError("E202", errors.E202.format(place=PREFIX + "CONFIG", reason=f"there is no file {path}"))
    try:
        if not path.is_file() and not any(PREFIX + name.upper() in os.environ for name in Settings.model_fields):
            return Settings(**given)
        return _layered(path, given)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"])
        valid = ", ".join(Settings.model_fields)
        raise ConfigError(
            "E202", errors.E202.format(place=f"setting {place}", reason=f"{first['msg']}; the settings are {valid}")
        ) from None
    except (OSError, ValueError) as error:
        raise ConfigError("E202", errors.E202.format(place=str(path), reason=f"cannot be read ({error})")) from None


def _layered(path: Path, given: dict[str, Any]) -> Settings:
    # imported here, as most runs have neither a file nor variables
    from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

    class Layered(BaseSettings):
        model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="forbid")
        data: Path | None = None
        max_bytes: int = MAX_BYTES

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - pydantic-settings passes it by this name
            file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - likewise
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return init_settings, env_settings, TomlConfigSettingsSource(settings_cls, path if path.is_file() else None)

    return Settings(**Layered(**given).model_dump())

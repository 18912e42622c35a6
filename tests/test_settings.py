import pytest
from pydantic import ValidationError

from extract.errors import ConfigError
from extract.settings import Settings, config_file, load_settings
from extract.sources.files import MAX_BYTES


@pytest.fixture
def configuration(monkeypatch, write):
    """Writes the user's file of settings."""

    def put(text):
        path = write("peelback.toml", text)
        monkeypatch.setenv("PEELBACK_CONFIG", str(path))
        return path

    return put


def test_the_defaults():
    assert load_settings() == Settings(data=None, max_bytes=MAX_BYTES)


def test_the_file_stands_in_the_folder_for_configuration(monkeypatch, tmp_path, write):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_file() == tmp_path / "peelback" / "settings.toml"
    write("peelback/settings.toml", "max_bytes = 7\n")
    assert load_settings().max_bytes == 7


def test_without_such_a_folder_it_stands_in_the_home(monkeypatch, tmp_path):
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert config_file() == tmp_path / ".config" / "peelback" / "settings.toml"


def test_options_go_before_variables_before_the_file(configuration, monkeypatch, tmp_path):
    configuration('max_bytes = 1\ndata = "of-the-file"\n')
    assert load_settings().max_bytes == 1
    monkeypatch.setenv("PEELBACK_MAX_BYTES", "2")
    assert load_settings().max_bytes == 2
    assert load_settings(max_bytes=3, data=None).max_bytes == 3
    assert str(load_settings().data) == "of-the-file"


@pytest.mark.parametrize("name", ["PEELBACK_MAX_BYTES", "PEELBACK_DATA", "PEELBACK_CONFIG"])
def test_an_empty_variable_is_none(monkeypatch, name):
    monkeypatch.setenv(name, "")
    assert load_settings() == Settings()


@pytest.mark.parametrize("value", ["many", "0", "-1", "1.5"])
def test_a_value_of_the_wrong_kind_is_e202_with_its_name(monkeypatch, value):
    monkeypatch.setenv("PEELBACK_MAX_BYTES", value)
    with pytest.raises(ConfigError, match=r"setting max_bytes: .*the settings are data, max_bytes") as raised:
        load_settings()
    assert raised.value.code == "E202"


def test_an_unknown_setting_is_e202(configuration):
    configuration("colour = 1\n")
    with pytest.raises(ConfigError, match="setting colour: "):
        load_settings()


@pytest.mark.parametrize("content", ["max_bytes = ", "[", b"\xff\xfe"])
def test_a_broken_file_is_e202_with_its_path(configuration, content):
    path = configuration(content)
    with pytest.raises(ConfigError, match="cannot be read") as raised:
        load_settings()
    assert raised.value.code == "E202"
    assert str(path) in raised.value.message


def test_a_named_file_that_is_not_there_is_e202(monkeypatch):
    monkeypatch.setenv("PEELBACK_CONFIG", "/nowhere/settings.toml")
    with pytest.raises(ConfigError, match=r"PEELBACK_CONFIG: there is no file /nowhere/settings\.toml"):
        load_settings()


def test_settings_are_frozen_and_closed():
    with pytest.raises(ValidationError):
        load_settings().max_bytes = 1
    with pytest.raises(ConfigError, match="colour"):
        load_settings(colour=1)

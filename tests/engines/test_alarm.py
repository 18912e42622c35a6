import threading
import time

import pytest

from extract.engines.alarm import Alarm, TooLong


def spin():
    while True:
        time.sleep(0.001)


def test_the_main_thread_is_stopped():
    with pytest.raises(TooLong), Alarm(0.05):
        spin()


def test_another_thread_is_stopped():
    ended = []

    def work():
        try:
            with Alarm(0.05):
                spin()
        except TooLong:
            ended.append("stopped")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(10)
    assert ended == ["stopped"]


@pytest.mark.parametrize("seconds", [0, 60])
def test_what_is_quick_enough_is_left_alone(seconds):
    alarm = Alarm(seconds)
    for _ in range(3):
        with alarm:
            pass
    assert threading.active_count() < 20

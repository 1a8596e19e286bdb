"""Sentences that are typed while the chat is busy, in a real browser: they wait in the log, in order, and can be taken back."""

import os

import pytest
from playwright.sync_api import expect

from tests.support.studio_pages import StudioPage

pytestmark = pytest.mark.slow

SENTENCES = ("Make the desk red", "Add a lamp on the desk", "Make the chair green", "undo that")


def test_sentences_typed_at_once_are_done_in_order(studio: StudioPage) -> None:
    page, pane = studio.page, studio.tab("Chat")
    field = pane.get_by_label("What to change or to ask")
    for sentence in SENTENCES:
        field.fill(sentence)
        page.keyboard.press("Enter")
    log = pane.get_by_role("list", name="Dialogue")
    expect(log.get_by_role("button", name="Take back: undo that")).to_be_visible()
    _shot(studio, "waiting")
    field.fill("half a sentence")
    page.reload()
    pane = studio.tab("Chat")
    log = pane.get_by_role("list", name="Dialogue")
    expect(pane.get_by_label("What to change or to ask")).to_have_value("half a sentence")
    expect(log.locator(".chat-said")).to_have_text(list(SENTENCES))
    expect(log.get_by_text("Took back")).to_be_visible(timeout=120_000)
    expect(log.get_by_role("button", name="Take back")).to_have_count(0)
    expect(log.locator(".chat-said")).to_have_text(list(SENTENCES))
    expect(log.get_by_text("added", exact=True)).to_have_count(1)
    _shot(studio, "done")


def test_what_is_taken_back_stands_in_the_field_again(studio: StudioPage) -> None:
    page, pane = studio.page, studio.tab("Chat")
    field = pane.get_by_label("What to change or to ask")
    for sentence in ("Add a lamp on the desk", "Move it", "Make the desk red", "Make the chair green"):
        field.fill(sentence)
        page.keyboard.press("Enter")
    log = pane.get_by_role("list", name="Dialogue")
    # the second asks where to, so that what comes after it waits on
    expect(log.get_by_text("Not done yet")).to_have_count(2, timeout=120_000)
    _shot(studio, "held")
    log.get_by_role("button", name="Take back: Make the desk red").click()
    expect(field).to_have_value("Make the desk red")
    log.get_by_role("button", name="Do it now").click()
    expect(log.get_by_role("button", name="Take back")).to_have_count(0)
    expect(log.get_by_text("Coloured the chair green")).to_be_visible(timeout=120_000)
    expect(field).to_have_value("Make the desk red")


def _shot(studio: StudioPage, name: str) -> None:
    folder = os.environ.get("SCENEWRIGHT_PICTURES")
    if folder:
        studio.page.screenshot(path=f"{folder}/{name}.png")

"""All jobs that pages can start, by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scenewright.app.requests import RequestError
from scenewright.app.studio import capture_messages as captures
from scenewright.app.studio import room_messages as rooms
from scenewright.app.studio.job_messages import (
    DressMessage,
    ExportMessage,
    FilmMessage,
    JobMessage,
    LayoutMessage,
    RenderMessage,
    read_message,
)
from scenewright.app.studio.model_messages import BriefMessage, GenerateMessage, ResumeMessage

__all__ = ["JOB_MESSAGES", "job_message"]

JOB_MESSAGES: dict[str, type[JobMessage]] = {
    message.action: message
    for message in (
        *(
            LayoutMessage,
            RenderMessage,
            FilmMessage,
            ExportMessage,
            GenerateMessage,
            BriefMessage,
            ResumeMessage,
            DressMessage,
        ),
        *(rooms.FurnishMessage, rooms.RearrangeMessage, rooms.TidyMessage, rooms.RestyleMessage, rooms.FitMessage),
        *(rooms.LearnOffersMessage, rooms.LearnEntityMessage),
        *(captures.CaptureInfoMessage, captures.CapturePrepareMessage, captures.CaptureTrainMessage),
        *(captures.CaptureFieldMessage, captures.CaptureProgramMessage, captures.FieldQueryMessage),
        *(
            captures.SplatInfoMessage,
            captures.SplatConvertMessage,
            captures.SplatViewMessage,
            captures.SplatSceneMessage,
        ),
        *(captures.OpenUploadMessage, captures.AddAssetsMessage),
    )
}


def job_message(action: str, request: Mapping[str, Any]) -> JobMessage:
    """The request of a job from JSON values.

    Raises:
        RequestError: there is no such job, or a field is missing, unknown or has a wrong value.
    """
    kind = JOB_MESSAGES.get(action)
    if kind is None:
        raise RequestError(
            f"there is no job {action[:40]!r}: there are {', '.join(sorted(JOB_MESSAGES))}", field="action"
        )
    return read_message(kind, request)

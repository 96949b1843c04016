"""What a person calls the points of the body."""

from collections.abc import Mapping

from hiptimer.model.joint import Joint
from hiptimer.model.language import later, tr

WORDS: Mapping[Joint, str] = {
    Joint.PELVIS: later("Pelvis"),
    Joint.MID_SPINE: later("Mid spine"),
    Joint.NECK: later("Neck"),
    Joint.HEAD: later("Head"),
    Joint.FACE: later("Face"),
    Joint.SHOULDER_LEFT: later("Left shoulder"),
    Joint.ELBOW_LEFT: later("Left elbow"),
    Joint.WRIST_LEFT: later("Left wrist"),
    Joint.HAND_LEFT: later("Left hand"),
    Joint.HIP_LEFT: later("Left hip"),
    Joint.KNEE_LEFT: later("Left knee"),
    Joint.ANKLE_LEFT: later("Left ankle"),
    Joint.HEEL_LEFT: later("Left heel"),
    Joint.TOE_LEFT: later("Left toe"),
    Joint.SHOULDER_RIGHT: later("Right shoulder"),
    Joint.ELBOW_RIGHT: later("Right elbow"),
    Joint.WRIST_RIGHT: later("Right wrist"),
    Joint.HAND_RIGHT: later("Right hand"),
    Joint.HIP_RIGHT: later("Right hip"),
    Joint.KNEE_RIGHT: later("Right knee"),
    Joint.ANKLE_RIGHT: later("Right ankle"),
    Joint.HEEL_RIGHT: later("Right heel"),
    Joint.TOE_RIGHT: later("Right toe"),
}


def joint_words(joint: Joint) -> str:
    """Such as "Left knee"."""
    return tr(WORDS[joint])

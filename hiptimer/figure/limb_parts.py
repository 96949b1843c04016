"""The parts of an arm and a leg on the picture, with their thickness."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hiptimer.figure.lens import Lens
from hiptimer.figure.part import Fill, Part
from hiptimer.figure.shapes import capsule, rounded
from hiptimer.figure.stretch import Stretch
from hiptimer.model.joint import Joint, Point

HIP, KNEE, ANKLE = 0.09, 0.058, 0.036
SHOULDER, ELBOW, WRIST, FINGERS = 0.056, 0.042, 0.029, 0.024
SHOE = 0.033

Points = Mapping[Joint, Point]


@dataclass(frozen=True, slots=True)
class Limbs:
    """Arm and leg of one side. `bias` brings them forward, in metres."""

    points: Points
    lens: Lens
    side: str
    bias: float
    is_working: bool

    def parts(self) -> Iterator[Part]:
        yield from self._arm()
        yield from self._leg()

    def _arm(self) -> Iterator[Part]:
        places = self._places("shoulder", "elbow", "wrist", "hand")
        shoulder, elbow, wrist, hand = (self.lens.spot(place) for place in places)
        metre = self.lens.scale
        upper = Stretch(shoulder, SHOULDER * metre, elbow, ELBOW * metre)
        fore = Stretch(elbow, ELBOW * metre, wrist, WRIST * metre)
        fingers = Stretch(wrist, WRIST * metre, hand, FINGERS * metre)
        yield Part(
            name=f"upper arm {self.side}",
            stretches=(upper,),
            fills=(Fill(capsule(upper), "top"),),
            ends=places[:2],
            parent="trunk",
            lean=0.1,
            bias=self.bias,
        )
        yield Part(
            name=f"forearm {self.side}",
            stretches=(fore, fingers),
            fills=(Fill(capsule(fore), "skin"), Fill(capsule(fingers), "skin")),
            ends=places[1:],
            parent=f"upper arm {self.side}",
            lean=0.08,
            bias=self.bias,
        )

    def _leg(self) -> Iterator[Part]:
        places = self._places("hip", "knee", "ankle", "heel", "toe")
        hip, knee, ankle, heel, toe = (self.lens.spot(place) for place in places)
        metre = self.lens.scale
        thigh = Stretch(hip, HIP * metre, knee, KNEE * metre)
        shank = Stretch(knee, KNEE * metre, ankle, ANKLE * metre)
        sole = SHOE * metre
        yield Part(
            name=f"thigh {self.side}",
            stretches=(thigh,),
            fills=(Fill(capsule(thigh), "work" if self.is_working else "shorts"),),
            ends=places[:2],
            parent="trunk",
            lean=0.05,
            bias=self.bias,
        )
        yield Part(
            name=f"shank {self.side}",
            stretches=(shank,),
            fills=(Fill(capsule(shank), "skin"),),
            ends=places[1:3],
            parent=f"thigh {self.side}",
            lean=0.1,
            bias=self.bias,
        )
        yield Part(
            name=f"shoe {self.side}",
            stretches=(Stretch(heel, sole, toe, sole), Stretch(ankle, sole, heel, sole)),
            fills=(Fill(rounded(((ankle, heel, toe),), sole), "shoe"),),
            ends=places[3:],
            parent=f"shank {self.side}",
            lean=0.12,
            bias=self.bias,
        )

    def _places(self, *stems: str) -> tuple[Point, ...]:
        return tuple(self.points[Joint(f"{stem}_{self.side}")] for stem in stems)

"""People: a few looks and postures. Faces have no features; posture, hair and neighbours tell who somebody is.

All figures are drawn in units of a hundredth of a grown person's height with the ground at 0; the caller scales.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import colours as col
from .pen import Pen, Point, mix

ARM = (15.5, 15.5)
LEG = (18.2, 18.2)


@dataclass(frozen=True)
class Look:
    """What makes a figure somebody: skin (0 light to 4 dark), hair and its style, clothes."""

    skin: int
    hair: str
    style: str = "short"
    top: str = col.GREEN
    legs: str = col.SLATE
    beard: bool = False
    dress: bool = False

    @property
    def tone(self) -> str:
        return col.SKINS[self.skin]


MIRA = Look(1, col.BLACK_HAIR, "long", col.GREEN)
JONAS = Look(0, col.BLOND_HAIR, "short", col.BLUE_MID)
ADA = Look(4, col.BLACK_HAIR, "curly", col.WARM)
EMRE = Look(2, col.BLACK_HAIR, "short", col.BLUE, beard=True)
HELGA = Look(0, col.GREY_HAIR, "bun", col.GREEN_DEEP, dress=True)
KARL = Look(1, col.GREY_HAIR, "bald", col.WARM_DEEP, beard=True)
LEYLA = Look(2, col.BLUE_SOFT, "scarf", col.BLUE, dress=True)
SAM = Look(3, col.BLACK_HAIR, "short", col.GREEN_MID, col.BLUE_DEEP)
ROSA = Look(0, col.RED_HAIR, "bun", col.WARM, col.BLUE_DEEP)
TUAN = Look(1, col.BLACK_HAIR, "short", col.WARM_MID, col.GREEN_DEEP)
NIA = Look(3, col.BLACK_HAIR, "long", col.BLUE_SOFT, col.BLUE_DEEP, dress=True)


def head(pen: Pen, look: Look, x: float, y: float, turn: float = 0, r: float = 10.5) -> None:
    """A head; ``turn`` from -1 (left) to 1 (right) moves the hair to the other side, which reads as a glance."""
    back = -turn
    if look.style == "scarf":
        pen.circle(x + back * 1.5, y - 0.5, r * 1.22, look.hair)
        pen.oval(x + turn * 2.5, y + 0.5, r * 0.82, r * 0.95, look.tone)
        return
    if look.style == "curly":
        for dx, dy, size in ((-9, -3, 6), (-6, -9, 6.5), (0, -12, 7), (6, -9, 6.5), (9, -3, 6), (back * 9, 3, 5)):
            pen.circle(x + dx * r / 10.5 + back, y + dy * r / 10.5, size * r / 10.5, look.hair)
    if look.style == "bun":
        pen.circle(x + back * 8.5, y - (7 if turn else 13), 5.2, look.hair)
    pen.circle(x, y, r, look.tone)
    if look.beard:
        pen.chord(x, y, r, 22 - turn * 14, 158 - turn * 14, look.hair)
        pen.oval(x + turn * 2.5, y + 0.5, r * 0.74, r * 0.62, look.tone)
    if look.style == "bald":
        side = 1 if turn < 0 else -1
        pen.chord(x, y, r * 1.03, 100 + side * 50 - 22, 100 + side * 50 + 52, look.hair)
        return
    pen.chord(x, y, r * 1.06, 194 - turn * 30, 346 - turn * 30, look.hair)
    if look.style == "long":
        for side in (-1, 1):
            if side != (1 if turn > 0.3 else -1 if turn < -0.3 else 0):
                pen.rect(x + side * r * 0.82 - 3.4, y - 6, 6.8, r + 9, look.hair, 3.4)


def torso(pen: Pen, look: Look, long_hair_at: Point) -> None:
    """The upper body from the front, with neck and neckline; hair that falls behind the shoulders comes first."""
    x, y = long_hair_at
    if look.style == "long":
        pen.rect(x - 10.5, y - 2, 21, 20, look.hair, 9)
    low, wide = (-24, 18) if look.dress else (-36, 12.5)
    pen.line([(0, -80), (0, -74)], 8, mix(look.tone, col.INK, 0.12))
    pen.poly([(-14, -60), (-wide, low), (wide, low), (14, -60)], look.top)
    pen.rect(-14, -76, 28, 36, look.top, 11)
    if look.style == "scarf":
        pen.poly([(-11, -86), (11, -86), (13, -70), (0, -63), (-13, -70)], look.hair)
    else:
        pen.poly([(-5, -76.5), (5, -76.5), (0, -70)], look.tone)


def arm(pen: Pen, look: Look, shoulder: Point, hand: Point, bend: int) -> None:
    end = pen.limb(shoulder, hand, ARM, 8, mix(look.top, col.INK, 0.14), bend)
    pen.circle(end[0], end[1], 4.6, look.tone)


def elbows(left: Point, right: Point) -> tuple[int, int]:
    """Elbows point outwards while an arm hangs, and down as soon as it reaches out; else it looks like a dance."""
    return (-1 if left[0] < -19 else 1, 1 if right[0] > 19 else -1)


def person(
    pen: Pen,
    look: Look,
    left: Point = (-16, -39),
    right: Point = (16, -39),
    turn: float = 0,
    step: float = 0,
    legs: bool = True,
    bends: tuple[int, int] | None = None,
) -> None:
    """Somebody who stands or walks, seen from the front. Hands are given as places; the elbows follow.

    ``step`` spreads the feet, ``legs=False`` is for people behind a table.
    """
    if legs:
        shoe = mix(look.legs, col.INK, 0.55)
        for side in (-1, 1):
            foot = (side * (6 + step), -2.5 if not step else -2.5 - max(0, side * turn) * 2)
            if step:
                pen.limb((side * 5.5, -38), foot, LEG, 9.5, look.legs, -1 if turn >= 0 else 1)
            else:
                pen.line([(side * 5.5, -38), (foot[0], -4)], 9.5, look.legs)
            pen.rect(foot[0] - 5 + turn * 2.5, -5, 10, 5.5, shoe, 2.6)
    torso(pen, look, (turn * 1.5, -88))
    bend = bends or elbows(left, right)
    arm(pen, look, (-11.5, -69), left, bend[0])
    arm(pen, look, (11.5, -69), right, bend[1])
    head(pen, look, turn * 1.8, -88, turn)


def child(pen: Pen, look: Look, left: Point = (-16, -33), right: Point = (16, -33), turn: float = 0) -> None:
    """A child: shorter body, larger head. Drawn in the same unit, so a child is simply scaled smaller."""
    for side in (-1, 1):
        pen.line([(side * 6, -30), (side * 6.5, -4)], 10, look.legs)
        pen.rect(side * 6.5 - 5.5, -5, 11, 5.5, mix(look.legs, col.INK, 0.55), 2.6)
    pen.line([(0, -72), (0, -62)], 8, mix(look.tone, col.INK, 0.12))
    pen.poly([(-13, -48), (-16, -26), (16, -26), (13, -48)], look.top)
    pen.rect(-13, -66, 26, 34, look.top, 11)
    bend = elbows(left, right)
    arm(pen, look, (-10.5, -59), left, bend[0])
    arm(pen, look, (10.5, -59), right, bend[1])
    head(pen, look, turn * 1.8, -80, turn, 15)


def seated(pen: Pen, look: Look, hand: Point, seat: float = 26, lean: float = 0, other: Point | None = None) -> None:
    """Somebody who sits and looks to the right, from the side; hip at x = 0 and ``seat`` above the ground."""
    dark = mix(look.top, col.INK, 0.14)
    hip, shoulder = -seat - 5, (lean, -seat - 36)
    if other:
        end = pen.limb((shoulder[0] + 2, shoulder[1] + 2), other, ARM, 8, mix(look.top, col.INK, 0.3), 1)
        pen.circle(end[0], end[1], 4.4, look.tone)
    pen.line([(lean * 1.1, -seat - 44), (lean * 1.1, -seat - 50)], 8, mix(look.tone, col.INK, 0.12))
    if look.style == "long":
        pen.rect(lean * 1.1 - 12, -seat - 58, 16, 22, look.hair, 8)
    pen.line([(0, hip - 7), (shoulder[0], shoulder[1] + 4)], 24, look.top)
    pen.line([(1, hip), (24, hip), (25, -4)], 11, look.legs)
    pen.rect(20, -5, 15, 6, mix(look.legs, col.INK, 0.55), 3)
    if look.style == "scarf":
        pen.poly(
            [(lean - 9, -seat - 56), (lean + 9, -seat - 54), (lean + 10, -seat - 38), (lean - 11, -seat - 40)],
            look.hair,
        )
    end = pen.limb((shoulder[0], shoulder[1] + 4), hand, ARM, 8.5, dark, 1)
    pen.circle(end[0], end[1], 4.6, look.tone)
    head(pen, look, lean * 1.1 + 2, -seat - 56, 0.9)


def wheelchair_user(pen: Pen, look: Look, hand: Point | None = None, lean: float = 2) -> None:
    """Somebody in an active wheelchair, looking to the right. The chair stays slim: it is not the subject."""
    frame = col.SLATE
    pen.line([(-17, -52), (-12, -50), (-11, -25)], 3.5, frame)
    seated(pen, look, hand or (10, -32), seat=25, lean=lean)
    pen.line([(-12, -24), (20, -24), (28, -3), (38, -3)], 3.5, frame)
    pen.ring(-3, -21, 19.5, 3.6, frame)
    for dx, dy in ((0, 19), (19, 0), (13.4, 13.4), (13.4, -13.4)):
        pen.line([(-3 - dx, -21 - dy), (-3 + dx, -21 + dy)], 1, col.STEEL)
    pen.circle(-3, -21, 3.6, frame)
    pen.ring(24, -5, 4, 2.6, frame)


def chair(pen: Pen, colour: str, seat: float = 26) -> None:
    """A plain chair from the side, to be drawn before the person who sits on it."""
    pen.line([(-14, -seat - 34), (-11, -seat), (16, -seat)], 4.5, colour)
    pen.line([(-10, -seat), (-14, -2)], 4.5, colour)
    pen.line([(14, -seat), (17, -2)], 4.5, colour)

"""Scenes of work: the network, the figures, the building blocks and the workshop."""

from __future__ import annotations

from . import colours as col
from . import people as who
from .pen import Pen, arc, mix
from .people import Look, head, person, wheelchair_user
from .things import plant, window


def _portrait(pen: Pen, x: float, y: float, radius: float, look: Look, ground: str, turn: float) -> None:
    """Somebody in a circle, with a light rim; the shoulders follow the circle, so nothing has to be cut off."""
    pen.circle(x, y, radius * 1.1, col.PAPER)
    pen.circle(x, y, radius, ground)
    spot = pen.at(x, y, radius / 30)
    if look.style == "long":
        spot.rect(-10, -8, 20, 22, look.hair, 9)
    spot.line([(0, 2), (0, 12)], 8, mix(look.tone, col.INK, 0.12))
    spot.poly([*arc(0, 0, 30, 30, 42, 138), *arc(0, 26, 24, 17, 198, 342)], look.top)
    if look.style == "scarf":
        spot.poly([(-10, 0), (10, 0), (13, 13), (0, 19), (-13, 13)], look.hair)
    else:
        spot.poly([(-4.5, 8.6), (4.5, 8.6), (0, 16)], look.tone)
    head(spot, look, 0, -4, turn, 11)


def network() -> Pen:
    """Around one person stand those who already help; the map shows them, and the thin lines between them."""
    pen = Pen.sheet(col.BLUE_AIR)
    for radius, colour in ((640, mix(col.BLUE_AIR, col.BLUE_MIST, 0.6)), (420, col.BLUE_MIST), (220, col.BLUE_PALE)):
        pen.circle(800, 450, radius, colour)
    places = [
        (470, 250, 86, who.HELGA, col.GREEN_SOFT, 0.5),
        (800, 148, 76, who.EMRE, col.WARM_SOFT, 0.2),
        (1130, 246, 92, who.LEYLA, col.GREEN_PALE, -0.5),
        (1190, 600, 82, who.KARL, col.BLUE_SOFT, -0.6),
        (870, 752, 78, who.ROSA, col.GREEN_SOFT, -0.2),
        (460, 660, 94, who.TUAN, col.BLUE_SOFT, 0.5),
    ]
    outer = [
        (190, 170, 58, who.SAM, col.WARM_SOFT, 0.5),
        (170, 480, 64, who.NIA, col.GREEN_PALE, 0.5),
        (1420, 420, 66, who.JONAS, col.WARM_SOFT, -0.5),
        (1400, 150, 54, who.MIRA, col.WARM_PALE, -0.5),
        (1450, 760, 60, Look(4, col.GREY_HAIR, "short", col.GREEN), col.BLUE_SOFT, -0.6),
        (170, 780, 54, Look(0, col.BROWN_HAIR, "short", col.WARM, beard=True), col.BLUE_PALE, 0.5),
    ]
    for near, far in ((0, 0), (0, 1), (5, 1), (5, 5), (2, 3), (3, 2), (2, 2), (3, 4)):
        pen.dots([places[near][:2], outer[far][:2]], 4.5, 22, col.BLUE_SOFT)
    for one, two in ((0, 1), (1, 2), (3, 4), (4, 5)):
        pen.line([places[one][:2], places[two][:2]], 6, col.BLUE_SOFT)
    for i, place in enumerate(places):
        pen.line([(800, 450), place[:2]], (16, 9, 16, 9, 12, 16)[i], (col.BLUE, col.GREEN, col.WARM)[i % 3])
    for x, y, radius, look, ground, turn in (*outer, *places):
        _portrait(pen, x, y, radius, look, ground, turn)
    pen.circle(800, 450, 166, col.BLUE)
    _portrait(pen, 800, 450, 136, who.ADA, col.WARM_PALE, 0)
    return pen


def figures() -> Pen:
    """Figures that mean something: under the glass every bar turns out to be people."""
    pen = Pen.sheet(col.GREEN_AIR)
    pen.circle(620, 470, 480, mix(col.GREEN_AIR, col.PAPER, 0.55))
    pen.rect(150, 130, 1010, 640, col.PAPER, 30)
    for y in (250, 370, 490, 610):
        pen.rect(210, y, 890, 4, col.BLUE_AIR)
    bars = (
        (230, 170, col.BLUE_SOFT),
        (365, 240, col.BLUE_SOFT),
        (500, 210, col.BLUE_MID),
        (635, 320, col.BLUE_MID),
        (770, 390, col.BLUE),
        (905, 450, col.GREEN),
    )
    for x, height, colour in bars:
        pen.rect(x, 690 - height, 88, height + 10, colour, 10)
    pen.rect(210, 688, 890, 12, col.SLATE, 6)
    line = [(274, 440), (409, 400), (544, 420), (679, 300), (814, 236), (949, 190)]
    pen.line(line, 12, col.WARM)
    for x, y in line:
        pen.circle(x, y, 20, col.WARM)
        pen.circle(x, y, 10, col.PAPER)
    cx, cy, r = 1130, 500, 236
    pen.line([(cx + 180, cy + 180), (cx + 330, cy + 330)], 74, col.SLATE)
    pen.line([(cx + 150, cy + 150), (cx + 200, cy + 200)], 44, col.STEEL)
    pen.circle(cx, cy, r + 34, col.BLUE)
    pen.circle(cx, cy, r, col.WARM_AIR)
    pen.poly(arc(cx, cy, r, r, 34, 146), col.GREEN_PALE)
    person(pen.at(cx + 10, cy + 168, 2.8), who.EMRE, (-16, -39), (16, -39), turn=-0.2)
    person(pen.at(cx - 82, cy + 182, 2.6), who.HELGA, (-16, -39), (20, -48), turn=0.3)
    wheelchair_user(pen.at(cx + 118, cy + 176, 2.35, flip=True), who.ADA, (10, -31))
    who.child(
        pen.at(cx - 24, cy + 204, 1.7),
        Look(1, col.RED_HAIR, "long", col.WARM, col.BLUE_DEEP),
        (-16, -39),
        (16, -39),
        0,
    )
    pen.line(arc(cx, cy, r - 34, r - 34, 196, 246), 14, col.PAPER)
    return pen


def _block(pen: Pen, x: float, y: float, w: float, h: float, colour: str) -> None:
    """A toy block with an upper edge in the light."""
    pen.rect(x + 2, y + 2, w - 4, h - 4, colour, 10)
    pen.rect(x + 2, y + 2, w - 4, h * 0.16, mix(colour, col.PAPER, 0.2), 8)


def blocks() -> Pen:
    """A house of many blocks: each one comes from somebody else, and there is still one in the hand."""
    pen = Pen.sheet(col.WARM_AIR)
    pen.circle(820, 430, 430, col.WARM_PALE)
    pen.rect(-10, 760, 1620, 160, mix(col.WARM_PALE, col.WARM_SOFT, 0.8))
    size, left, base = 104, 560, 770
    rows = (
        ((0, 2, col.BLUE), (2, 1, col.GREEN), (4, 1, col.BLUE_MID)),
        ((0, 1, col.GREEN), (1, 2, col.BLUE_MID), (4, 1, col.WARM)),
        ((0, 2, col.BLUE_MID), (2, 1, col.WARM), (3, 2, col.BLUE)),
        ((0, 1, col.WARM), (1, 1, col.BLUE), (2, 1, col.BLUE_SOFT), (3, 1, col.GREEN_MID), (4, 1, col.BLUE)),
    )
    for level, row in enumerate(rows):
        for place, wide, colour in row:
            _block(pen, left + place * size, base - (level + 1) * size, wide * size, size, colour)
    pen.rect(left + 3 * size + 8, base - 2 * size + 4, size - 16, 2 * size - 6, col.WARM_SOFT, 8)
    window(pen, left + 2 * size + 20, base - 4 * size + 24, size - 40, size - 44, col.WARM_PALE, col.BLUE_DEEP)
    top = base - 4 * size
    pen.poly([(left - 40, top), (left + 2.5 * size, top - 210), (left + 2.5 * size, top)], col.WARM)
    pen.poly(
        [(left + 2.5 * size + 4, top), (left + 2.5 * size + 4, top - 210), (left + 5 * size + 40, top)],
        mix(col.WARM, col.INK, 0.12),
    )
    pen.circle(left + 2.5 * size + 2, top - 74, 34, col.WARM_PALE)
    person(pen.at(400, 812, 4.1), who.NIA, (-15, -46), (28, -66), turn=0.6, step=2)
    _block(pen.at(535, 530, 1, -6), -52, -52, size, size, col.GREEN_MID)
    pen.circle(508, 566, 19, who.NIA.tone)
    wheelchair_user(pen.at(1270, 830, 4, flip=True), who.JONAS, (30, -42), 6)
    _block(pen.at(1150, 620, 1, 6), -52, -52, size, size, col.BLUE_SOFT)
    pen.circle(1160, 668, 19, who.JONAS.tone)
    who.child(
        pen.at(180, 846, 2.6), Look(1, col.BLACK_HAIR, "short", col.BLUE_MID, col.GREEN_DEEP), (6, -50), (30, -50), 0.6
    )
    _block(pen.at(272, 722, 0.8, 0), -52, -52, size, size, col.WARM)
    person(pen.at(1440, 826, 4), who.KARL, (-28, -84), (16, -39), turn=-0.6, bends=(-1, -1))
    for x, y, angle, colour in ((690, 846, -8, col.BLUE), (960, 850, 12, col.GREEN)):
        _block(pen.at(x, y, 0.62, angle), -52, -52, size, size, colour)
    return pen


def _tools(pen: Pen) -> None:
    """The tool wall: hammer, saw, spanner, screwdriver and square, each at its place."""
    pen.rect(560, 110, 600, 270, col.BLUE_PALE, 16)
    for x in range(600, 1140, 44):
        for y in range(145, 370, 44):
            pen.circle(x, y, 3, col.BLUE_SOFT)
    pen.line([(630, 200), (630, 336)], 18, col.WARM)
    pen.rect(592, 160, 84, 42, col.SLATE, 8)
    pen.poly([(712, 170), (724, 160), (900, 250), (890, 286)], col.STEEL)
    pen.rect(690, 148, 56, 50, col.WARM_DEEP, 16)
    spanner = pen.at(960, 250, 1, 20)
    spanner.line([(0, -60), (0, 60)], 20, col.SLATE)
    for y in (-76, 76):
        spanner.circle(0, y, 26, col.SLATE)
        spanner.rect(-9, y - 30 if y < 0 else y, 18, 30, col.BLUE_PALE)
    pen.line([(1050, 170), (1050, 230)], 30, col.GREEN)
    pen.line([(1050, 240), (1050, 330)], 9, col.STEEL)
    pen.line([(1110, 170), (1110, 320)], 16, col.WARM)


def workshop() -> Pen:
    """Work that one can see: a small house is made here, with time, tools and somebody who explains."""
    pen = Pen.sheet(col.BLUE_MIST)
    pen.circle(860, 430, 460, col.BLUE_AIR)
    pen.rect(-10, 770, 1620, 140, mix(col.BLUE_PALE, col.BLUE_SOFT, 0.3))
    window(pen, 150, 130, 250, 260, col.PAPER)
    pen.circle(330, 210, 40, col.WARM_SOFT)
    pen.rect(150, 320, 250, 70, col.GREEN_PALE)
    pen.rect(269, 130, 12, 260, col.BLUE_SOFT)
    pen.rect(134, 386, 282, 18, col.BLUE_SOFT, 6)
    _tools(pen.at(0, -62))
    person(pen.at(1085, 812, 4.8), who.HELGA, (-30, -66), (16, -39), turn=-0.6)
    person(pen.at(520, 812, 5.1), who.SAM, (24, -52), (30, -60), turn=0.7)
    pen.at(520, 812, 5.1).poly([(-10, -66), (10, -66), (15, -30), (-15, -30)], col.BLUE)
    pen.at(520, 812, 5.1).line([(-8, -74), (-8, -62)], 3.4, col.BLUE)
    pen.at(520, 812, 5.1).line([(8, -74), (8, -62)], 3.4, col.BLUE)
    pen.rect(470, 580, 720, 36, col.WARM, 10)
    pen.rect(500, 616, 660, 26, mix(col.WARM, col.INK, 0.2))
    for x in (520, 1100):
        pen.rect(x, 636, 40, 190, mix(col.WARM, col.INK, 0.3), 4)
    pen.rect(540, 740, 590, 22, mix(col.WARM, col.INK, 0.3))
    for x, w, colour in ((590, 110, col.GREEN), (720, 150, col.BLUE_MID), (900, 120, col.WARM_DEEP)):
        pen.rect(x, 668, w, 74, colour, 8)
        pen.rect(x + w * 0.3, 690, w * 0.4, 14, mix(colour, col.PAPER, 0.6), 7)
    pen.rect(740, 466, 150, 116, col.WARM_SOFT)
    pen.poly([(720, 470), (815, 386), (910, 470)], col.WARM_SOFT)
    pen.line([(716, 474), (815, 388), (914, 474)], 20, col.GREEN)
    pen.circle(815, 506, 27, col.WARM_DEEP)
    pen.line([(815, 556), (815, 548)], 8, col.WARM_DEEP)
    hammer = pen.at(680, 506, 1, 24)
    hammer.line([(0, 0), (0, -104)], 14, col.WARM_DEEP)
    hammer.rect(-26, -130, 66, 32, col.SLATE, 7)
    arm_end = (672, 512)
    pen.circle(*arm_end, 23, who.SAM.tone)
    for i in range(3):
        pen.ring(960 + 34 * i, 568, 10, 4, col.WARM_SOFT)
    pen.rect(1130, 556, 40, 26, col.SLATE, 5)
    plant(pen, 1440, 800, 150, col.GREEN_DEEP, col.GREEN_MID)
    for i, angle in enumerate((0, 7, 13)):
        pen.at(210 + i * 34, 800, 1, angle).rect(
            -14, -330 + 40 * i, 28, 330 - 40 * i, (col.WARM, col.WARM_SOFT, col.WARM_DEEP)[i], 4
        )
    pen.ring(1330, 250, 70, 16, col.BLUE)
    pen.circle(1330, 250, 62, col.PAPER)
    pen.line([(1330, 250), (1330, 208)], 9, col.BLUE)
    pen.line([(1330, 250), (1362, 262)], 9, col.BLUE)
    return pen

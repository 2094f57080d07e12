"""Scenes in which people talk, learn and help each other."""

from __future__ import annotations

from . import colours as col
from . import people as who
from .pen import Pen, mix, smooth
from .people import Look, chair, person, seated, wheelchair_user
from .things import bubble, cloud, plant, sheet, tree, window

GROUND = 790


def _room(wall: str, shape: str, floor: str, x: float = 800, radius: float = 460) -> Pen:
    """A calm room: one wall, one big circle, one floor."""
    pen = Pen.sheet(wall)
    pen.circle(x, 470, radius, shape)
    pen.rect(-10, GROUND - 20, 1620, 200, floor)
    return pen


def talk() -> Pen:
    """Two people at one table, at eye level: no counter between them."""
    pen = _room(col.GREEN_AIR, col.GREEN_PALE, mix(col.GREEN_PALE, col.GREEN, 0.18), 800, 440)
    window(pen, 1180, 170, 240, 300, col.PAPER)
    pen.rect(1180, 380, 240, 90, col.GREEN_SOFT)
    tree(pen, 1250, 440, 170, col.GREEN_MID)
    pen.rect(1294, 170, 12, 300, col.GREEN_DEEP)
    pen.rect(1160, 466, 280, 18, col.GREEN_DEEP, 6)
    pen.line([(800, 0), (800, 110)], 7, col.SLATE)
    pen.poly([(730, 196), (768, 108), (832, 108), (870, 196)], col.WARM)
    pen.chord(800, 196, 34, 0, 180, col.WARM_SOFT)
    bubble(pen, 520, 200, 300, 150, col.BLUE, (520, 316), (1, 0.7, 0.85), col.BLUE_PALE)
    bubble(pen, 1020, 236, 210, 116, col.PAPER, (1060, 336), (1, 0.6), col.WARM)
    plant(pen, 170, 800, 150, col.WARM)
    left, right = pen.at(520, 800, 5.4), pen.at(1085, 800, 5.4, flip=True)
    chair(left, col.BLUE)
    chair(right, col.BLUE)
    seated(left, who.MIRA, (27, -49), lean=3, other=(30, -55))
    seated(right, who.KARL, (30, -44), lean=4, other=(34, -44))
    pen.rect(786, 580, 28, 206, col.SLATE)
    pen.rect(716, 778, 168, 18, col.SLATE, 9)
    pen.rect(610, 566, 382, 24, col.WARM, 12)
    pen.poly([(740, 566), (752, 556), (858, 556), (846, 566)], col.PAPER)
    for x, colour in ((690, col.BLUE), (905, col.GREEN)):
        pen.ring(x + 20, 545, 10, 5, colour)
        pen.rect(x - 17, 528, 34, 39, colour, 7)
    return pen


def _from_behind(pen: Pen, look: Look, wheels: bool = False) -> None:
    """Somebody who sits with the back to us; the wheelchair is recognised by its wheels and handles."""
    if wheels:
        for side in (-1, 1):
            pen.oval(side * 23, -20, 4.5, 21, col.SLATE)
            pen.oval(side * 23, -20, 2, 17, col.STEEL)
    pen.rect(-15.5, -64, 31, 50, look.top, 13)
    for side in (-1, 1):
        pen.line([(side * 14, -54), (side * 20, -34), (side * 14, -22)], 8, mix(look.top, col.INK, 0.14))
    if wheels:
        pen.rect(-17, -46, 34, 36, col.SLATE, 5)
        for side in (-1, 1):
            pen.line([(side * 16, -12), (side * 16, -54), (side * 19, -56)], 3, col.SLATE)
    else:
        pen.rect(-16, -40, 32, 44, col.BLUE_DEEP, 7)
        pen.rect(-10, -34, 20, 32, col.BLUE, 5)
    pen.line([(0, -70), (0, -62)], 8, look.tone)
    if look.style == "scarf":
        pen.poly([(-10, -76), (10, -76), (14, -56), (-14, -56)], look.hair)
    if look.style == "curly":
        for dx, dy in ((-9, -76), (-7, -84), (0, -87), (7, -84), (9, -76), (-6, -70), (6, -70), (0, -78)):
            pen.circle(dx, dy, 6.2, look.hair)
    pen.circle(0, -77, 11, look.hair)
    if look.style == "bun":
        pen.circle(0, -82, 5.5, mix(look.hair, col.INK, 0.15))
    if look.style == "long":
        pen.rect(-11, -78, 22, 28, look.hair, 9)


def round_table() -> Pen:
    """A round table has no head: everybody sits at the same distance, the wheelchair user in the first row."""
    pen = Pen.sheet(col.BLUE_MIST)
    pen.circle(800, 400, 560, col.BLUE_AIR)
    pen.oval(800, 800, 900, 300, mix(col.BLUE_MIST, col.BLUE_MID, 0.18))
    for x in (160, 1270):
        pen.rect(x, 60, 170, 200, col.BLUE_PALE, 8)
        pen.rect(x + 79, 60, 12, 200, col.BLUE_AIR)
    for x, y in ((520, 120), (800, 80), (1080, 120)):
        pen.line([(x, -10), (x, y)], 6, col.SLATE)
        pen.circle(x, y + 56, 26, col.WARM_SOFT)
        pen.poly([(x - 62, y + 60), (x - 26, y), (x + 26, y), (x + 62, y + 60)], col.GREEN)
    back = (
        (480, 640, who.EMRE, 0.5),
        (690, 604, who.HELGA, 0.2),
        (915, 604, who.ADA, -0.3),
        (1125, 640, who.JONAS, -0.5),
    )
    for x, y, look, turn in back:
        spot = pen.at(x, y + 70, 4.1)
        person(spot, look, (-9, -38), (10, -38), turn, legs=False)
    seated_left, seated_right = pen.at(255, 780, 4.3), pen.at(1345, 780, 4.3, flip=True)
    for spot in (seated_left, seated_right):
        chair(spot, col.WARM_DEEP)
    seated(seated_left, who.LEYLA, (30, -44), lean=3)
    seated(seated_right, who.TUAN, (30, -46), lean=3)
    pen.oval(800, 676, 500, 168, col.WARM_DEEP)
    pen.oval(800, 650, 500, 168, col.WARM)
    pen.oval(800, 646, 474, 152, mix(col.WARM, col.WARM_SOFT, 0.42))
    for x, edge, look in ((480, 534, who.EMRE), (690, 496, who.HELGA), (915, 496, who.ADA), (1125, 534, who.JONAS)):
        for side in (-1, 1):
            pen.line([(x + side * 52, edge - 4), (x + side * 30, edge + 26)], 30, mix(look.top, col.INK, 0.14))
            pen.circle(x + side * 20, edge + 32, 18, look.tone)
    for x, y, angle in (
        (520, 610, -20),
        (706, 578, 4),
        (900, 580, -5),
        (1085, 610, 18),
        (640, 730, -8),
        (985, 728, 10),
    ):
        spot = pen.at(x, y, 1, angle)
        spot.poly([(-38, -20), (40, -20), (48, 22), (-46, 22)], col.PAPER)
        spot.rect(-26, -8, 46, 6, col.BLUE_PALE)
        spot.rect(-28, 4, 34, 6, col.BLUE_PALE)
    for x, y in ((470, 680), (628, 630), (985, 636), (1120, 690), (860, 742)):
        pen.rect(x - 13, y - 26, 26, 30, col.BLUE, 6)
        pen.oval(x, y - 26, 13, 5, col.BLUE_PALE)
    plant(pen, 800, 690, 76, col.BLUE)
    _from_behind(pen.at(560, 905, 4.4), who.SAM, wheels=True)
    _from_behind(pen.at(1030, 905, 4.4), Look(0, col.RED_HAIR, "bun", col.BLUE_SOFT))
    return pen


def learning() -> Pen:
    """A small group and a board: case management is learned together, and from one another."""
    pen = _room(col.WARM_AIR, col.WARM_PALE, mix(col.WARM_SOFT, col.WARM, 0.35), 760, 480)
    pen.rect(470, 110, 640, 400, col.BLUE, 18)
    pen.rect(488, 128, 604, 364, col.PAPER, 8)
    for x in (560, 1020):
        pen.line([(x, 510), (x - 40 if x < 800 else x + 40, 780)], 12, col.BLUE)
    middle = (700, 290)
    for x, y, colour in (
        (580, 210, col.GREEN),
        (590, 400, col.WARM),
        (820, 205, col.BLUE_SOFT),
        (830, 395, col.GREEN_MID),
    ):
        pen.line([middle, (x, y)], 7, col.SILVER)
        pen.circle(x, y, 34, colour)
    pen.circle(*middle, 54, col.BLUE)
    pen.circle(middle[0], middle[1] - 14, 15, col.PAPER)
    pen.chord(middle[0], middle[1] + 34, 30, 180, 360, col.PAPER)
    for i, share in enumerate((1.0, 0.7, 0.85)):
        pen.rect(925, 210 + 56 * i, 120 * share, 18, (col.WARM, col.SILVER, col.SILVER)[i], 9)
    person(pen.at(1190, 800, 5), who.HELGA, (-36, -86), (16, -39), turn=-0.6, bends=(-1, -1))
    left = pen.at(190, 815, 4.5)
    wheelchair_user(left, who.ADA, (26, -46), lean=4)
    spot = pen.at(430, 830, 4.5)
    chair(spot, col.GREEN_DEEP)
    seated(spot, who.JONAS, (22, -34), lean=1)
    spot = pen.at(1480, 830, 4.5, flip=True)
    chair(spot, col.GREEN_DEEP)
    seated(spot, who.LEYLA, (34, -78), lean=2)
    sheet(pen.at(530, 665, 1, 12), 62, 78, 3)
    spot = pen.at(820, 890, 4.3, flip=True)
    chair(spot, col.GREEN_DEEP)
    seated(spot, who.EMRE, (22, -36), lean=1)
    pen.poly([(690, 726), (752, 716), (756, 728), (694, 738)], col.GREEN_MID)
    return pen


def stairs() -> Pen:
    """Up together: hands reach down, the ramp leads to the same place, nobody has to wait below."""
    pen = Pen.sheet(col.BLUE_AIR)
    pen.circle(1230, 330, 330, col.WARM_PALE)
    cloud(pen, 330, 190, 110, col.PAPER)
    cloud(pen, 760, 120, 70, col.PAPER)
    pen.poly([*smooth([(-20, 640), (200, 560), (460, 610), (760, 520)]), (760, 920), (-20, 920)], col.GREEN_AIR)
    tree(pen, 110, 720, 230, col.GREEN_MID)
    pen.rect(-20, 780, 1700, 160, mix(col.BLUE_PALE, col.BLUE_SOFT, 0.4))
    top, ramp = 450, col.BLUE_SOFT
    pen.poly([(60, 790), (1110, top), (1640, top), (1640, 920), (60, 920)], ramp)
    pen.line([(70, 786), (1110, top), (1640, top)], 12, col.BLUE_MID)
    spot = pen.at(500, 643, 3.7, -18)
    wheelchair_user(spot, who.SAM, (12, -30), lean=7)
    rail = mix(ramp, col.BLUE, 0.55)
    for x in (215, 470, 730):
        y = 790 - (x - 60) * 340 / 1050
        pen.line([(x, y + 4), (x, y - 92)], 7, rail)
    pen.line([(200, 653), (745, 476)], 9, rail)
    step_w, step_h, start = 138, 68, 600
    for i in range(5):
        x, y = start + step_w * i, 790 - step_h * (i + 1)
        pen.rect(x, y, 1640 - x, 920 - y, mix(col.BLUE, col.BLUE_MID, i * 0.2))
        pen.rect(x - 8, y, step_w + 16 if i < 4 else 1640 - x, 14, col.BLUE_PALE, 4)
    level = [790 - step_h * (i + 1) for i in range(5)]
    person(pen.at(1460, level[4], 3.5), who.NIA, (-26, -96), (22, -98), turn=-0.4, bends=(-1, 1))
    person(pen.at(1050, level[2] + 1, 3.6), who.ROSA, (-28, -45), (29.5, -80), turn=0.4, step=2)
    person(pen.at(1262, level[4], 3.6), who.MIRA, (-30, -42), turn=-0.7)
    pen.line([(800, level[1]), (800, level[1] - 116), (786, level[1] - 122)], 8, col.WARM_DEEP)
    person(pen.at(850, level[1] + 1, 3.4), who.KARL, (-14, -34), (28, -66), turn=0.6, step=2)
    person(pen.at(676, level[0] + 1, 3.6), who.EMRE, (-30, -42), (27, -58), turn=0.7, step=2)
    who.child(
        pen.at(545, 812, 2.5),
        Look(2, col.BLACK_HAIR, "curly", col.WARM_MID, col.GREEN_DEEP),
        (-16, -39),
        (22, -84),
        0.7,
    )
    return pen

"""Scenes of care: the plan, the trust, the call and the family."""

from __future__ import annotations

import math

from . import colours as col
from . import people as who
from .pen import Pen, arc, mix, smooth
from .people import Look, child, head, person
from .things import bubble, bush, cloud, hill, house, plant, sheet, tree


def _hand(pen: Pen, tone: str, sleeve: str, grip: bool = False) -> None:
    """A hand that comes from the left and points to the right, wrist at (0, 0); ``grip`` holds a pen."""
    pen.rect(-640, -66, 560, 132, sleeve, 20)
    pen.rect(-120, -74, 60, 148, mix(sleeve, col.INK, 0.2), 16)
    shade = mix(tone, col.INK, 0.14)
    pen.rect(-90, -44, 130, 88, tone, 30)
    if grip:
        pen.rect(-20, -66, 130, 128, tone, 50)
        for y, length in ((44, 96), (18, 118)):
            pen.line([(40, y), (length, y + 4)], 34, shade)
        return
    pen.rect(-20, -70, 130, 136, tone, 44)
    for y, length in ((-50, 186), (-17, 206), (17, 200), (48, 172)):
        pen.line([(70, y), (length, y * 1.12)], 30, tone)
    pen.line([(0, -52), (62, -108), (104, -112)], 32, tone)


def plan() -> Pen:
    """One sheet, two people writing: the plan belongs to the person it is about."""
    pen = Pen.sheet(col.WARM_PALE)
    pen.circle(800, 450, 560, col.WARM_AIR)
    pen.blob([(-60, 660), (260, 740), (420, 960), (-60, 960)], col.WARM_SOFT)
    pen.blob([(1660, 240), (1390, 130), (1240, -60), (1660, -60)], col.WARM_SOFT)
    shadow = mix(col.WARM_AIR, col.WARM_DEEP, 0.18)
    pen.at(815, 465, 1, -5).rect(-270, -370, 540, 740, shadow, 22)
    paper = pen.at(800, 450, 1, -5)
    sheet(paper, 540, 740, 5, checks=3)
    paper.circle(182, -300, 44, col.GREEN)
    paper.circle(182, -312, 13, col.PAPER)
    paper.chord(182, -272, 25, 180, 360, col.PAPER)
    pen.circle(330, 210, 98, mix(col.WARM_AIR, col.WARM_DEEP, 0.14))
    pen.ring(428, 205, 34, 16, col.BLUE)
    pen.circle(325, 205, 92, col.BLUE)
    pen.circle(325, 205, 74, col.BLUE_PALE)
    pen.circle(325, 205, 66, "#6b4423")
    for i in range(6):
        pen.at(1290, 700, 1, i * 60 + 12).blob(
            [(0, 0), (50, -24), (120, 0), (50, 24)], (col.GREEN, col.GREEN_MID)[i % 2]
        )
    pen.circle(1290, 700, 26, col.GREEN_DEEP)
    left = pen.at(420, 640, 0.92, -10)
    _hand(left, col.SKINS[3], col.GREEN)
    right = pen.at(1070, 402, 0.92, 14, flip=True)
    right.line([(176, 138), (198, 172)], 15, col.BLUE_DEEP)
    right.line([(120, 52), (178, 140)], 24, col.WARM)
    right.line([(6, -122), (140, 82)], 24, col.BLUE)
    _hand(right, col.SKINS[0], col.BLUE_MID, grip=True)
    right.line([(30, -30), (96, 18), (134, 88)], 34, col.SKINS[0])
    right.line([(60, 40), (118, 96)], 30, mix(col.SKINS[0], col.INK, 0.08))
    return pen


def key() -> Pen:
    """What people entrust to us lies in good hands: a folder with a lock, and the key belongs to them."""
    pen = Pen.sheet(col.BLUE_MIST)
    pen.circle(800, 400, 430, col.BLUE_AIR)
    pen.circle(800, 400, 330, mix(col.BLUE_AIR, col.PAPER, 0.6))
    for x, y, r in ((250, 200, 26), (1380, 250, 34), (1290, 120, 16), (340, 330, 14)):
        pen.circle(x, y, r, col.BLUE_PALE)
    pen.poly([(560, 230), (600, 190), (730, 190), (770, 230), (1040, 230), (1040, 590), (560, 590)], col.GREEN_DEEP)
    sheet(pen.at(810, 360, 1, 3), 380, 340, 4)
    sheet(pen.at(780, 370, 1, -3), 380, 340, 4)
    pen.poly([(536, 320), (1064, 320), (1040, 600), (560, 600)], col.GREEN)
    pen.poly([(536, 320), (1064, 320), (1061, 350), (539, 350)], mix(col.GREEN, col.PAPER, 0.16))
    pen.line(
        [
            (744, 450),
            (744, 400),
            *[
                (800 + 56 * math.cos(math.radians(a)), 400 + 56 * math.sin(math.radians(a)))
                for a in range(180, 361, 10)
            ],
            (856, 450),
        ],
        24,
        col.SLATE,
    )
    pen.rect(700, 436, 200, 168, col.WARM, 24)
    pen.rect(700, 436, 200, 30, mix(col.WARM, col.PAPER, 0.25), 14)
    pen.circle(800, 510, 22, col.BLUE_DEEP)
    pen.poly([(790, 515), (810, 515), (818, 566), (782, 566)], col.BLUE_DEEP)
    for flip, skin, sleeve in ((False, 1, col.BLUE), (True, 3, col.WARM_DEEP)):
        side = pen.at(800, 0, 1, 0, flip)
        tone = col.SKINS[skin]
        shade = mix(tone, col.INK, 0.13)
        side.poly(
            [
                *smooth([(-640, 920), (-560, 800), (-452, 690)]),
                (-330, 780),
                *smooth([(-330, 780), (-400, 850), (-430, 920)]),
            ],
            sleeve,
        )
        side.line([(-470, 690), (-336, 790)], 44, mix(sleeve, col.INK, 0.2))
        side.blob([(-440, 700), (-390, 610), (-300, 600), (-150, 640), (-110, 690), (-200, 750), (-320, 800)], tone)
        side.line([(-370, 640), (-350, 540), (-300, 486)], 46, tone)
        for i in range(4):
            side.line([(-260 + 10 * i, 640 + 30 * i), (-60 - 16 * i, 634 + 32 * i)], 38, tone)
            if i:
                side.line([(-210, 627 + 31 * i), (-104 - 14 * i, 620 + 32 * i)], 3.5, shade)
    ring = pen.at(1270, 500, 1, 28)
    ring.ring(0, -70, 62, 20, col.BLUE)
    ring.line([(0, 0), (0, 210)], 24, col.BLUE)
    ring.rect(0, 130, 56, 24, col.BLUE, 5)
    ring.rect(0, 182, 74, 24, col.BLUE, 5)
    ring.ring(-48, -120, 24, 7, col.SLATE)
    tag = ring.at(-74, -140, 1, -50)
    tag.poly([(-34, 8), (-34, -42), (0, -72), (34, -42), (34, 8)], col.WARM)
    tag.rect(-10, -22, 20, 30, col.WARM_PALE)
    return pen


def telephone() -> Pen:
    """Somebody picks up: the first contact needs no form, only a voice."""
    pen = Pen.sheet(col.GREEN_AIR)
    pen.circle(480, 470, 400, col.GREEN_PALE)
    pen.circle(1200, 400, 300, col.WARM_SOFT)
    pen.circle(1200, 400, 268, col.WARM_AIR)
    pen.dots([(760, 200), (840, 150), (920, 160), (980, 200)], 8, 34, col.GREEN)
    pen.poly([(640, 320), (556, 372), (690, 366)], col.BLUE)
    bubble(pen, 720, 300, 240, 140, col.BLUE, (720, 330), (1, 0.65, 0.8), col.BLUE_PALE)
    operator = pen.at(440, 900, 6.6)
    person(operator, who.LEYLA, (-20, -40), (17, -46), turn=0.5, legs=False)
    operator.line(arc(0.5, -88, 13.4, 13.4, 185, 300), 2.2, col.INK)
    operator.rect(-15.5, -93, 6.5, 11, col.INK, 3)
    operator.line(arc(-1, -84, 11.5, 9, 170, 66), 1.8, col.INK)
    operator.circle(4.6, -76.2, 2.1, col.WARM)
    pen.rect(-20, 724, 900, 46, col.WARM, 14)
    pen.rect(40, 770, 790, 200, mix(col.WARM, col.INK, 0.22))
    pen.poly([(560, 730), (585, 560), (790, 560), (765, 730)], col.SLATE)
    pen.poly([(480, 730), (765, 730), (760, 716), (490, 716)], col.STEEL)
    pen.circle(678, 642, 17, col.BLUE_SOFT)
    plant(pen, 130, 728, 120, col.BLUE)
    pen.rect(240, 676, 44, 50, col.GREEN_DEEP, 8)
    pen.ring(288, 700, 13, 6, col.GREEN_DEEP)
    caller = pen.at(1200, 850, 5.2)
    person(caller, who.KARL, (-16, -39), (14, -84), turn=-0.5, legs=False, bends=(1, 1))
    caller.at(13.5, -90, 1, -14).rect(-2.6, -9, 5.2, 15, col.INK, 2)
    caller.circle(15, -87, 4.6, who.KARL.tone)
    pen.rect(930, 650, 540, 60, col.BLUE_MID, 24)
    pen.rect(905, 600, 90, 170, col.BLUE, 34)
    pen.rect(1405, 600, 90, 170, col.BLUE, 34)
    pen.rect(930, 680, 540, 100, col.BLUE, 20)
    for x in (960, 1440):
        pen.line([(x, 770), (x, 816)], 14, col.SLATE)
    pen.rect(880, 816, 660, 14, mix(col.GREEN_PALE, col.GREEN, 0.25), 7)
    return pen


def family() -> Pen:
    """A family is who lives together: three generations and whoever belongs to them."""
    pen = Pen.sheet(col.BLUE_AIR)
    pen.circle(1010, 400, 440, col.WARM_PALE)
    cloud(pen, 260, 180, 110, col.PAPER)
    cloud(pen, 1430, 150, 70, col.PAPER)
    hill(pen, [(-20, 600), (300, 520), (700, 590), (1150, 510), (1620, 580)], col.GREEN_PALE)
    hill(pen, [(-20, 680), (400, 640), (900, 680), (1620, 640)], col.GREEN_SOFT)
    pen.ribbon([(1110, 700, 90), (1060, 780, 150), (900, 1040, 420)], col.WARM_AIR)
    house(pen, 1040, 706, 470, col.BLUE, col.WARM, col.WARM_SOFT)
    tree(pen, 1430, 740, 420, col.GREEN)
    tree(pen, 100, 720, 260, col.GREEN_MID)
    bush(pen, 770, 712, 90, col.GREEN)
    bush(pen, 1310, 720, 110, col.GREEN_MID)
    for i in range(5):
        pen.rect(140 + i * 76, 612, 26, 100, col.PAPER, 8)
    pen.rect(130, 640, 360, 16, col.PAPER, 6)
    person(pen.at(322, 850, 4), who.HELGA, turn=0.3)
    who.wheelchair_user(pen.at(200, 862, 3.9), who.KARL, (12, -31), 3)
    child(
        pen.at(455, 858, 2.75),
        Look(3, col.BLACK_HAIR, "curly", col.WARM_MID, col.BLUE_DEEP),
        (-17, -34),
        (17, -34),
        0.2,
    )
    person(pen.at(595, 850, 4.3), who.NIA, turn=0.3)
    father = pen.at(765, 850, 4.5)
    person(father, who.JONAS, (-19, -50), (4, -55), turn=-0.3, bends=(1, 1))
    father.blob([(-9, -62), (2, -68), (12, -60), (8, -50), (-6, -50)], col.GREEN_PALE)
    head(father, Look(2, col.BLACK_HAIR), 9, -66, -0.4, 5.6)
    father.line([(13, -60), (13, -52), (0, -50)], 7, mix(who.JONAS.top, col.INK, 0.14))
    father.circle(-1, -50, 4.4, who.JONAS.tone)
    child(
        pen.at(925, 862, 2.3),
        Look(2, col.BROWN_HAIR, "long", col.GREEN, col.BLUE_DEEP, dress=True),
        (-20, -62),
        (24, -84),
        -0.2,
    )
    pen.line([(978, 676), (912, 470)], 3, col.PAPER)
    pen.oval(908, 424, 38, 46, col.GREEN_MID)
    pen.poly([(899, 476), (919, 476), (909, 464)], col.GREEN_MID)
    return pen

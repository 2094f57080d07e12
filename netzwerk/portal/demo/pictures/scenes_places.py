"""Scenes of places: the door, the fork, the town hall square and the district."""

from __future__ import annotations

from . import colours as col
from . import people as who
from .pen import Pen, arc, mix, smooth
from .people import Look, child, person, wheelchair_user
from .things import bench, bush, clock, cloud, hill, house, lamp, plant, town_house, tree, window


def open_door() -> Pen:
    """The heart of the idea: an open door without a step, light behind it and somebody who comes to meet us."""
    pen = Pen.sheet(col.BLUE_MIST)
    pen.circle(860, 380, 520, col.WARM_AIR)
    ground = 770
    street = mix(col.BLUE_PALE, col.BLUE_SOFT, 0.35)
    town_house(pen, 110, ground, 300, 3, col.BLUE_PALE, col.BLUE_SOFT, col.BLUE_AIR, "hip")
    town_house(pen, 395, ground, 250, 4, col.GREEN_PALE, col.GREEN_SOFT, col.PAPER)
    town_house(pen, 1490, ground, 300, 4, col.BLUE_PALE, col.BLUE_SOFT, col.BLUE_AIR, "flat")
    town_house(pen, 1250, ground, 240, 3, col.WARM_PALE, col.WARM_SOFT, col.PAPER)
    pen.rect(-10, ground, 1620, 140, street)
    wall, left, width = col.BLUE, 560, 560
    pen.poly([(left, ground), (left, 270), (left + width / 2, 70), (left + width, 270), (left + width, ground)], wall)
    pen.line([(left - 22, 284), (left + width / 2, 76), (left + width + 22, 284)], 34, col.WARM)
    pen.circle(840, 205, 40, col.WARM_SOFT)
    pen.rect(837, 165, 6, 80, wall)
    pen.rect(800, 202, 80, 6, wall)
    for x in (620, 790, 960):
        window(pen, x, 300, 100, 110, col.WARM_SOFT if x != 790 else col.WARM_PALE, wall)
        pen.rect(x - 8, 412, 116, 14, col.GREEN_MID, 5)
    window(pen, 608, 500, 110, 150, col.WARM_SOFT, wall)
    pen.rect(600, 650, 126, 14, col.BLUE_SOFT, 4)
    pen.poly([(760, ground), (950, ground), (1080, 910), (600, 910)], mix(street, col.WARM_PALE, 0.85))
    pen.rect(744, 450, 222, ground - 450, col.WARM, 12)
    pen.rect(762, 468, 186, ground - 468, col.WARM_PALE)
    pen.rect(790, 500, 60, 80, col.WARM_SOFT, 6)
    pen.circle(855, 468, 22, col.PAPER)
    pen.poly([(948, 468), (1068, 430), (1068, 816), (948, ground)], col.GREEN)
    pen.poly([(966, 500), (1048, 476), (1048, 590), (966, 596)], col.GREEN_DEEP)
    pen.circle(1044, 640, 9, col.WARM_SOFT)
    person(pen.at(868, ground + 4, 2.75), who.MIRA, (-36, -62), (16, -44), turn=-0.5)
    spot = pen.at(560, 838, 3.05)
    person(spot, who.KARL, (-16, -39), (34, -58), turn=0.6, step=4)
    pen.rect(476, 726, 76, 58, col.GREEN_DEEP, 8)
    pen.ring(514, 724, 17, 7, col.GREEN_DEEP)
    child(
        pen.at(400, 856, 2.05), Look(1, col.BROWN_HAIR, "short", col.WARM, col.BLUE_DEEP), (-16, -42), (24, -50), 0.6
    )
    wheelchair_user(pen.at(1290, 862, 3, flip=True), who.NIA, (14, -30), 4)
    plant(pen, 1120, 790, 84, col.WARM)
    lamp(pen, 220, 830, 300, col.BLUE)
    return pen


def signpost() -> Pen:
    """Where the ways part somebody stands beside us and looks with us."""
    pen = Pen.sheet(col.GREEN_AIR)
    pen.circle(1180, 260, 150, col.WARM_SOFT)
    cloud(pen, 1290, 300, 110, col.PAPER)
    cloud(pen, 300, 170, 120, col.PAPER)
    hill(pen, [(-20, 480), (240, 380), (520, 470), (820, 400), (1180, 480), (1620, 380)], col.GREEN_PALE)
    hill(pen, [(-20, 560), (300, 500), (640, 560), (1000, 500), (1330, 540), (1620, 490)], col.GREEN_SOFT)
    house(pen, 170, 560, 110, col.BLUE_MID, col.WARM)
    town_house(pen, 1330, 560, 80, 3, col.BLUE, col.WARM)
    town_house(pen, 1413, 556, 84, 2, col.WARM_PALE, col.BLUE_MID, col.BLUE_SOFT)
    tree(pen, 270, 556, 120, col.GREEN)
    tree(pen, 1490, 556, 130, col.GREEN, "tall")
    near = mix(col.GREEN_SOFT, col.GREEN_MID, 0.55)
    hill(pen, [(-20, 640), (400, 600), (800, 620), (1200, 595), (1620, 640)], near)
    way = col.WARM_AIR
    lower_left = smooth([(560, 930), (672, 826), (676, 764), (590, 712), (430, 655), (270, 612), (165, 566)])
    upper = smooth(
        [(190, 560), (300, 596), (450, 628), (640, 668), (800, 744), (980, 662), (1160, 612), (1290, 575), (1340, 552)]
    )
    lower_right = smooth([(1366, 554), (1320, 592), (1200, 642), (1050, 705), (950, 765), (954, 826), (1060, 930)])
    pen.poly([*lower_left, *upper, *lower_right], way)
    pen.dots([(790, 890), (756, 780), (620, 697), (430, 640), (240, 588)], 5, 28, col.WARM_SOFT)
    pen.dots([(830, 890), (870, 780), (1010, 684), (1180, 627), (1310, 580)], 5, 28, col.WARM_SOFT)
    bush(pen, 800, 742, 100, col.GREEN)
    pen.rect(786, 170, 28, 570, col.SLATE, 10)
    for y, side, length, colour in ((210, 1, 300, col.BLUE), (316, -1, 320, col.WARM), (422, 1, 240, col.GREEN)):
        board = pen.at(800, y, 1, -2 * side, flip=side < 0)
        board.poly([(-46, -40), (length - 46, -40), (length, 0), (length - 46, 40), (-46, 40)], colour)
        board.rect(0, -9, length * 0.56, 18, mix(colour, col.PAPER, 0.72), 9)
    person(pen.at(560, 850, 3.9), who.SAM, (-16, -39), (30, -96), turn=0.7, bends=(1, 1))
    spot = pen.at(430, 868, 3.6)
    spot.line([(22, -2), (22, -50), (17, -52)], 2.6, col.WARM_DEEP)
    person(spot, who.HELGA, (-16, -39), (20, -48), turn=0.6)
    tree(pen, 1450, 870, 300, col.GREEN)
    bush(pen, 1260, 870, 120, col.GREEN_DEEP)
    bush(pen, 60, 880, 170, col.GREEN_DEEP)
    return pen


def town_hall() -> Pen:
    """The town hall as a house among others, with a square that belongs to everybody."""
    pen = Pen.sheet(col.BLUE_AIR)
    pen.circle(800, 420, 500, col.BLUE_MIST)
    pen.circle(1240, 190, 74, col.WARM_SOFT)
    cloud(pen, 290, 170, 110, col.PAPER)
    ground = 680
    town_house(pen, 100, ground, 220, 3, col.GREEN_PALE, col.GREEN_SOFT, col.PAPER)
    town_house(pen, 300, ground, 190, 2, col.WARM_PALE, col.WARM_SOFT, col.PAPER, "hip")
    town_house(pen, 1320, ground, 200, 3, col.WARM_PALE, col.WARM_SOFT, col.PAPER)
    town_house(pen, 1510, ground, 210, 2, col.GREEN_PALE, col.GREEN_SOFT, col.PAPER, "flat")
    square = col.BLUE_PALE
    pen.rect(-10, ground, 1620, 240, square)
    pen.oval(800, 800, 620, 96, mix(square, col.PAPER, 0.4))
    wall = col.BLUE_MID
    pen.poly([(420, 350), (470, 280), (1130, 280), (1180, 350)], col.WARM)
    pen.rect(440, 350, 720, ground - 350, wall)
    pen.rect(690, 190, 220, ground - 190, col.BLUE)
    pen.poly([(670, 196), (800, 96), (930, 196)], col.WARM)
    pen.line([(800, 100), (800, 34)], 8, col.SLATE)
    pen.poly([(804, 36), (876, 48), (804, 76)], col.GREEN)
    clock(pen, 800, 262, 52, col.BLUE_DEEP)
    for x in (470, 552, 634, 916, 998, 1080):
        window(pen, x, 380, 52, 86, col.WARM_PALE, wall)
    for x in (460, 570, 930, 1040):
        pen.rect(x, 520, 90, ground - 520, mix(wall, col.INK, 0.45))
        pen.poly(arc(x + 45, 521, 45, 42, 180, 360), mix(wall, col.INK, 0.45))
    for x in (722, 826):
        window(pen, x, 360, 52, 90, col.WARM_SOFT, col.BLUE)
    pen.poly(arc(800, 556, 70, 60, 180, 360), col.WARM_PALE)
    pen.rect(730, 555, 140, ground - 555, col.WARM_PALE)
    pen.poly([(730, 540), (690, 530), (690, 700), (730, ground)], col.GREEN)
    pen.poly([(870, 540), (910, 530), (910, 700), (870, ground)], col.GREEN)
    pen.poly([(730, ground), (870, ground), (960, 790), (640, 790)], col.WARM_PALE)
    tree(pen, 220, 760, 300, col.GREEN)
    tree(pen, 1420, 750, 320, col.GREEN_MID)
    bench(pen, 1450, 830, 210)
    person(pen.at(800, 712, 1.75), who.EMRE, (-24, -84), (16, -39), turn=-0.2, bends=(-1, -1))
    wheelchair_user(pen.at(565, 830, 2.75), who.ROSA, (10, -31), 4)
    person(pen.at(685, 800, 2.3), who.NIA, (-16, -39), (16, -39), turn=0.3, step=3)
    person(pen.at(980, 822, 2.6), who.TUAN, (-22, -46), (16, -39), turn=-0.3)
    child(
        pen.at(905, 830, 1.9),
        Look(2, col.BLACK_HAIR, "long", col.GREEN_MID, col.BLUE_DEEP),
        (-18, -46),
        (19, -56),
        -0.3,
    )
    person(pen.at(395, 850, 2.7), who.HELGA, (-16, -39), (26, -60), turn=0.5)
    person(pen.at(1110, 846, 2.75), who.KARL, (-16, -39), (22, -66), turn=0.4)
    person(pen.at(1245, 850, 2.7), who.LEYLA, (-22, -60), (16, -39), turn=-0.5)
    return pen


def district() -> Pen:
    """A district: far apart and still connected, by roads, a bus and people who know one another."""
    pen = Pen.sheet(col.BLUE_AIR)
    pen.circle(420, 300, 130, col.WARM_SOFT)
    cloud(pen, 930, 190, 110, col.PAPER)
    cloud(pen, 640, 120, 70, col.PAPER)
    hill(pen, [(-20, 420), (200, 320), (520, 400), (860, 290), (1200, 390), (1620, 280)], col.BLUE_PALE)
    hill(pen, [(-20, 470), (300, 430), (640, 350), (1000, 450), (1340, 360), (1620, 440)], col.GREEN_PALE)
    for x, y, h in ((1180, 372, 150), (1275, 352, 180)):
        pen.line([(x, y + 40), (x, y - h)], 6, col.PAPER)
        for angle in (-90, 30, 150):
            pen.at(x, y - h, 1, angle).line([(0, 0), (h * 0.42, 0)], 7, col.PAPER)
    town_house(pen, 590, 384, 44, 3, col.BLUE_MID, col.WARM)
    town_house(pen, 640, 376, 50, 4, col.BLUE, col.WARM)
    town_house(pen, 694, 378, 46, 2, col.GREEN, col.WARM, top="flat")
    hill(pen, [(-20, 520), (260, 540), (600, 470), (960, 540), (1300, 480), (1620, 560)], col.GREEN_SOFT)
    pen.ribbon([(640, 384, 8), (690, 440, 12), (600, 500, 20), (520, 560, 30)], col.PAPER)
    for x, y, wall, roof in (
        (1330, 512, col.BLUE, col.WARM),
        (1422, 524, col.WARM, col.BLUE),
        (1240, 510, col.GREEN, col.BLUE),
    ):
        house(pen, x, y, 84, wall, roof)
    for x in (1170, 1490, 1530):
        tree(pen, x, 530, 90, col.GREEN, "fir")
    mid = mix(col.GREEN_SOFT, col.GREEN_MID, 0.5)
    hill(pen, [(-20, 600), (300, 560), (700, 640), (1050, 570), (1620, 640)], mid)
    pen.blob([(860, 640), (960, 606), (1100, 612), (1180, 650), (1080, 690), (930, 686)], col.BLUE_SOFT)
    pen.blob([(920, 650), (990, 628), (1080, 634), (1110, 652), (1040, 664)], col.BLUE_PALE)
    pen.ribbon([(1330, 516, 12), (1300, 570, 22), (1240, 640, 36), (1180, 730, 50)], col.PAPER)
    pen.ribbon([(520, 560, 30), (440, 600, 34), (480, 670, 44), (620, 740, 56)], col.PAPER)
    pen.blob([(1270, 660), (1360, 618), (1500, 622), (1640, 640), (1640, 730), (1400, 724)], col.WARM_SOFT)
    for i in range(4):
        pen.curve([(1330 + 66 * i, 714 - 4 * i), (1372 + 62 * i, 672), (1390 + 58 * i, 640)], 9, col.WARM_MID)
    for x, y, w, wall, roof in ((240, 610, 120, col.BLUE, col.WARM), (350, 592, 90, col.WARM_PALE, col.GREEN)):
        house(pen, x, y, w, wall, roof, col.WARM_PALE if wall == col.BLUE else col.WARM)
    tree(pen, 140, 620, 140, col.GREEN)
    front = mix(col.GREEN_MID, col.GREEN, 0.5)
    hill(pen, [(-20, 740), (300, 700), (700, 760), (1100, 720), (1620, 770)], front)
    pen.ribbon([(-60, 850, 84), (300, 800, 78), (800, 800, 78), (1250, 770, 74), (1700, 800, 84)], col.PAPER)
    pen.ribbon([(620, 736, 56), (680, 770, 60), (720, 800, 70)], col.PAPER)
    pen.ribbon([(1180, 728, 50), (1160, 750, 54), (1150, 775, 60)], col.PAPER)
    pen.dots([(-20, 848), (300, 800), (800, 800), (1250, 770), (1640, 796)], 5, 34, col.BLUE_SOFT)
    pen.rect(560, 688, 290, 112, col.WARM, 22)
    for i in range(4):
        pen.rect(582 + i * 62, 706, 50, 44, col.BLUE_AIR if i < 3 else col.BLUE_PALE, 7)
    for i, tone in ((0, 3), (2, 0)):
        pen.circle(607 + i * 62, 734, 13, col.SKINS[tone])
        pen.chord(607 + i * 62, 732, 14, 180, 360, col.INK)
    for x in (620, 785):
        pen.circle(x, 802, 28, col.SLATE)
        pen.circle(x, 802, 11, col.SILVER)
    tree(pen, 1470, 790, 300, col.GREEN)
    tree(pen, 1350, 770, 170, col.GREEN_DEEP, "tall")
    person(pen.at(390, 778, 1.5), who.MIRA, (-16, -39), (22, -92), 0.4, bends=(1, 1))
    bush(pen, 120, 890, 150, col.GREEN_DEEP)
    return pen

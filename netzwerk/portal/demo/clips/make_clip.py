"""Makes the placeholder for sign language videos: ``python make_clip.py`` (needs ffmpeg and Pillow, nothing else).

The figure only moves its hands. It does not sign anything, because imitated signs would be wrong signs; the label
says so at every moment of the clip. The real videos come from people who are native signers.
"""

from __future__ import annotations

import itertools
import math
import subprocess
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
WIDTH, HEIGHT, RATE, SECONDS, SCALE = 960, 540, 25, 12, 2
TITLE = "Platzhalter"
LABEL = ("hier steht später", "ein Video in Deutscher", "Gebärdensprache")
AIR, MIST, BLUE, SLEEVE, WARM, INK, PAPER = (
    "#e5ebf7",
    "#d8e1f4",
    "#092797",
    "#2e53b2",
    "#d58100",
    "#131525",
    "#ffffff",
)
SKIN, SKIN_SHADE, HAIR = "#bd7d4c", "#a56b3f", "#2a1a12"
Point = tuple[float, float]

# Where the hands are, in pixels from the breast: left x, y, turn, right x, y, turn; a round of six seconds, twice.
KEYS = (
    (-78, 62, 60, 78, 62, -60),
    (-96, -30, 10, 96, -30, -10),
    (-40, 6, 70, 52, -46, -20),
    (-118, -6, -10, 60, 40, -70),
    (-60, 40, 70, 30, -120, -30),
    (-30, 20, 80, 34, 4, -80),
    (-120, 10, -20, 120, 10, 20),
    (-26, -52, 30, 84, 30, -50),
)


def eased(values: tuple[float, float], share: float) -> float:
    share = share * share * (3 - 2 * share)
    return values[0] + (values[1] - values[0]) * share


class Frame:
    """One frame at twice the size, in pixels of the finished clip."""

    def __init__(self) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), AIR)
        self.draw = ImageDraw.Draw(self.image)

    def circle(self, x: float, y: float, r: float, fill: str) -> None:
        self.draw.ellipse([(x - r) * SCALE, (y - r) * SCALE, (x + r) * SCALE, (y + r) * SCALE], fill=fill)

    def rect(self, x: float, y: float, w: float, h: float, r: float, fill: str) -> None:
        box = [x * SCALE, y * SCALE, (x + w) * SCALE, (y + h) * SCALE]
        self.draw.rounded_rectangle(box, radius=r * SCALE, fill=fill)

    def line(self, points: list[Point], width: float, fill: str) -> None:
        for (x1, y1), (x2, y2) in itertools.pairwise(points):
            length = math.hypot(x2 - x1, y2 - y1) or 1
            nx, ny = -(y2 - y1) / length * width / 2, (x2 - x1) / length * width / 2
            corners = [(x1 + nx, y1 + ny), (x2 + nx, y2 + ny), (x2 - nx, y2 - ny), (x1 - nx, y1 - ny)]
            self.draw.polygon([(x * SCALE, y * SCALE) for x, y in corners], fill=fill)
        for x, y in points:
            self.circle(x, y, width / 2, fill)

    def text(self, x: float, y: float, words: str, size: float, fill: str) -> None:
        """Pillow's own font knows neither umlauts nor the dash, so dots and dash are drawn: no font file is needed."""
        font = ImageFont.load_default(size * SCALE)
        for letter in words:
            plain = {"ä": "a", "ö": "o", "ü": "u"}.get(letter, letter)
            if letter == "–":
                self.rect(x + size * 0.04, y + size * 0.66, size * 0.5, size * 0.08, 0, fill)
                x += size * 0.58
                continue
            self.draw.text((x * SCALE, y * SCALE), plain, font=font, fill=fill)
            width = font.getlength(plain) / SCALE
            if plain != letter:
                top = y + font.getbbox(plain)[1] / SCALE - size * 0.13
                for side in (-1, 1):
                    self.circle(x + width / 2 + side * size * 0.12, top, size * 0.06, fill)
            x += width


def elbow(shoulder: Point, hand: Point, side: int) -> Point:
    """The elbow between two bones of 86 pixels; it always points outwards."""
    bone = 86
    dx, dy = hand[0] - shoulder[0], hand[1] - shoulder[1]
    reach = min(math.hypot(dx, dy), 2 * bone - 1)
    aside = math.sqrt(bone**2 - (reach / 2) ** 2)
    ux, uy = dx / (reach or 1), dy / (reach or 1)
    return (shoulder[0] + dx / 2 - uy * aside * side * -1, shoulder[1] + dy / 2 + ux * aside * side * -1)


def hand(frame: Frame, x: float, y: float, turn: float, side: int, spread: float) -> None:
    """A hand with five fingers; ``turn`` 0 points up, ``spread`` opens the fingers."""
    frame.circle(x, y, 23, SKIN)
    for i, (length, offset) in enumerate(((52, -1.5), (59, -0.5), (56, 0.5), (45, 1.5))):
        angle = math.radians(turn + offset * spread * side - 90)
        root = math.radians(turn + offset * 26 * side - 90)
        start = (x + 14 * math.cos(root), y + 14 * math.sin(root))
        frame.line(
            [start, (x + length * math.cos(angle), y + length * math.sin(angle))], 13, SKIN if i % 2 else SKIN_SHADE
        )
    thumb = math.radians(turn - 72 * side - 90)
    frame.line([(x, y), (x + 42 * math.cos(thumb), y + 42 * math.sin(thumb))], 14, SKIN)


def draw_frame(number: int) -> Image.Image:
    """The frame of this number; the last one leads back to the first, so the clip may loop."""
    frame = Frame()
    cx, breast = 706.0, 330.0
    frame.circle(cx, 276, 244, MIST)
    round_length = RATE * SECONDS / 2
    place = (number % round_length) / round_length * len(KEYS)
    index, share = int(place), place - int(place)
    one, two = KEYS[index], KEYS[(index + 1) % len(KEYS)]
    lx, ly, lt, rx, ry, rt = (eased((a, b), share) for a, b in zip(one, two, strict=True))
    sway = 4 * math.sin(2 * math.pi * number / round_length)
    spread = 12 + 7 * math.sin(4 * math.pi * number / round_length)
    frame.rect(cx - 96 + sway / 2, breast - 76, 192, 420, 62, BLUE)
    frame.line([(cx + sway, 200), (cx + sway / 2, 250)], 50, SKIN_SHADE)
    frame.circle(cx + sway * 1.6, 146, 76, HAIR)
    frame.rect(cx - 76 + sway * 1.6, 142, 152, 84, 34, HAIR)
    frame.line([(cx + sway, 196), (cx + sway / 2, 246)], 46, SKIN_SHADE)
    frame.circle(cx + sway * 1.6, 160, 62, SKIN)
    frame.draw.chord(
        [(cx - 66 + sway * 1.6) * SCALE, 92 * SCALE, (cx + 66 + sway * 1.6) * SCALE, 224 * SCALE], 200, 340, fill=HAIR
    )
    for side, hx, hy, turn in ((-1, lx, ly, lt), (1, rx, ry, rt)):
        shoulder = (cx + side * 76 + sway / 2, breast - 34)
        target = (cx + hx + side * 12, breast + hy * 0.9 + 78)
        frame.line([shoulder, elbow(shoulder, target, side), target], 44, SLEEVE)
        frame.circle(*target, 18, SKIN)
        away = math.radians(turn - 90)
        hand(frame, target[0] + 14 * math.cos(away), target[1] + 14 * math.sin(away), turn, side, spread)
    frame.rect(32, 130, 414, 280, 20, PAPER)
    frame.rect(32, 130, 12, 280, 6, WARM)
    frame.text(68, 152, TITLE + " –", 52, BLUE)
    for i, words in enumerate(LABEL):
        frame.text(68, 236 + 50 * i, words, 34, INK)
    return frame.image.reduce(SCALE)


def main() -> None:
    draw_frame(30).quantize(200, dither=Image.Dither.NONE).save(HERE / "platzhalter.png", optimize=True)
    command = ["ffmpeg", "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24"]
    command += ["-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE), "-i", "-", "-an", "-c:v", "libx264"]
    command += ["-profile:v", "baseline", "-level", "3.1", "-pix_fmt", "yuv420p", "-preset", "veryslow", "-crf", "35"]
    command += ["-g", "150", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    command += ["-movflags", "+faststart", str(HERE / "platzhalter.mp4")]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:
        assert process.stdin
        for number in range(RATE * SECONDS):
            process.stdin.write(draw_frame(number).tobytes())
        process.stdin.close()
        if process.wait():
            raise SystemExit("ffmpeg could not write the clip")


if __name__ == "__main__":
    main()

"""The colours of the pictures: KERN tokens as hex values, because Pillow knows neither CSS nor oklch.

Dark blue acts, turquoise guides, orange warms; skin and hair are the only further colours.
"""

BLUE = "#092797"  # darkblue-800
BLUE_DEEP = "#06005d"  # darkblue-950
BLUE_MID = "#3a5eb9"  # darkblue-600
BLUE_SOFT = "#97afe1"  # darkblue-300
BLUE_PALE = "#c5d3ef"  # darkblue-150
BLUE_MIST = "#d8e1f4"  # darkblue-100
BLUE_AIR = "#e5ebf7"  # darkblue-050

GREEN = "#007155"  # turquois-600
GREEN_DEEP = "#004c38"  # turquois-750
GREEN_MID = "#16a884"  # turquois-400
GREEN_SOFT = "#6cd6b5"  # turquois-200
GREEN_PALE = "#b8edda"  # turquois-100
GREEN_AIR = "#cdf2e4"  # turquois-050

WARM = "#d58100"  # orange-400
WARM_DEEP = "#925400"  # orange-600
WARM_MID = "#f69a00"  # orange-300
WARM_SOFT = "#feca6e"  # orange-150
WARM_PALE = "#ffe7b6"  # orange-050
WARM_AIR = "#fff3dc"  # orange-025

INK = "#131525"  # neutral-950
SLATE = "#30344f"  # neutral-800
STEEL = "#6e7597"  # neutral-500
SILVER = "#c0c3d5"  # neutral-200
PAPER = "#ffffff"

SKINS = ("#f1cfae", "#dfae82", "#bd7d4c", "#8f5a34", "#5f3a22")
BLACK_HAIR, BROWN_HAIR, RED_HAIR, BLOND_HAIR, GREY_HAIR = INK, "#4a2d1b", "#9c4a12", "#d9a441", SILVER

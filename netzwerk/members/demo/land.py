"""The invented Land: 9 Kreise, 4 kreisfreie Städte, 28 kreisangehörige Gemeinden.

The Lind rises in the Steinharde in the south-east, passes Königslind and Lindenbrück and ends in the lake at Lindmünde. The
Quesse and the Morle join it from the south and the east, the Helle flows through the west, the Tann through the north.

No postcode of Germany begins with 00. Places in a region share their first three digits.
"""

from netzwerk.members.demo.shapes import Place

LAND = "99000000"
CAPITAL = "Königslind"

CITIES = (
    Place("Hellenfurt", "99111000", 214_300, "00410", 30.4, 46.2),
    Place("Königslind", "99112000", 341_200, "00110", 88.1, 65.7),
    Place("Morlestedt", "99211000", 128_400, "00850", 112.6, 72.3),
    Place("Brakenfels", "99212000", 88_700, "00750", 107.8, 26.4),
)
DISTRICTS = (
    Place("Kreis Auenrode", "99151000", 118_600, "00000", 60.2, 58.7, "Lindenbrück"),
    Place("Kreis Tannmark", "99152000", 131_900, "00910", 84.3, 106.1, "Reiherstedt"),
    Place("Kreis Ostervelde", "99153000", 142_300, "00960", 130.5, 99.4, "Ostervelde"),
    Place("Kreis Lindmünde", "99154000", 154_700, "00210", 21.6, 91.8, "Lindmünde"),
    Place("Kreis Hellegrund", "99155000", 127_500, "00310", 21.7, 66.4, "Erlenfurt"),
    Place("Kreis Morletal", "99251000", 158_100, "00810", 131.6, 50.2, "Birkenwarth"),
    Place("Kreis Quessenburg", "99252000", 189_200, "00610", 70.4, 29.6, "Quessenburg"),
    Place("Kreis Weidengrund", "99253000", 163_800, "00510", 34.3, 17.6, "Rothenmark"),
    Place("Kreis Steinharde", "99254000", 96_400, "00710", 120.4, 21.3, "Steinquell"),
)
MUNICIPALITIES = (
    Place("Lindenbrück", "99151012", 31_400, "00000", 57.8, 66.3),
    Place("Niederaue", "99151016", 12_800, "00020", 66.4, 73.6),
    Place("Kirchlind", "99151008", 8_900, "00030", 51.7, 56.8),
    Place("Lerchenrode", "99151010", 6_300, "00040", 68.6, 57.9),
    Place("Bruchwerder", "99151004", 4_700, "00050", 49.8, 74.4),
    Place("Tannwerder", "99152020", 14_600, "00920", 71.7, 104.2),
    Place("Reiherstedt", "99152016", 27_900, "00910", 86.2, 95.8),
    Place("Wachtelau", "99152024", 9_400, "00930", 99.6, 107.3),
    Place("Ostervelde", "99153012", 36_200, "00960", 127.9, 91.7),
    Place("Torfhagen", "99153020", 7_800, "00970", 121.4, 104.6),
    Place("Moorwarden", "99153008", 5_200, "00980", 142.6, 83.9),
    Place("Lindmünde", "99154012", 44_800, "00210", 22.4, 100.1),
    Place("Fährstedt", "99154004", 11_700, "00220", 34.1, 91.6),
    Place("Pappelried", "99154016", 6_900, "00230", 11.8, 87.2),
    Place("Erlenfurt", "99155008", 29_600, "00310", 17.9, 57.8),
    Place("Dornsiek", "99155004", 13_300, "00320", 30.2, 65.1),
    Place("Birkenwarth", "99251004", 38_500, "00810", 134.2, 58.6),
    Place("Mühlenthal", "99251500", 18_900, "00820", 121.8, 45.9),
    Place("Weißenlohe", "99251028", 9_100, "00830", 140.3, 41.8),
    Place("Quessenburg", "99252016", 41_300, "00610", 72.3, 21.9),
    Place("Immenrieth", "99252008", 8_200, "00620", 59.8, 11.7),
    Place("Neuenlind", "99252012", 15_700, "00630", 80.6, 36.4),
    Place("Rothenmark", "99253016", 33_900, "00510", 34.2, 26.1),
    Place("Griesenau", "99253008", 10_200, "00520", 46.3, 34.4),
    Place("Ulmenbeck", "99253020", 7_400, "00530", 23.6, 15.2),
    Place("Steinquell", "99254020", 22_600, "00710", 118.2, 13.6),
    Place("Tiefenlohe", "99254024", 6_100, "00720", 103.9, 10.4),
    Place("Köhlerode", "99254012", 4_900, "00730", 130.1, 24.8),
)
PLACES = CITIES + DISTRICTS + MUNICIPALITIES
PLACE = {place.name: place for place in PLACES}
DISTRICT_NAMES = {place.ags[:5]: place.name for place in DISTRICTS} | {
    place.ags[:5]: f"Stadt {place.name}" for place in CITIES
}

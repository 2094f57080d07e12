"""Names of the demo's people: invented, and from as many countries as the staff of German town halls."""

NAMES = """
Andrea Wegener|Bernd Hollmann|Fatma Aksoy|Claudia Reimers|Dariusz Wojcik|Stefan Brandl|Nadine Pohlmann|Yusuf Karaca
Heike Sanders|Torsten Büchner|Olena Kovalenko|Martina Zöllner|Amir Rahimi|Jana Vogelsang|Lukas Terhorst|Sabine Krömer
Giulia Ferrante|Holger Petermann|Thi Mai Tran|Kerstin Ohlendorf|Samuel Asante|Birgit Nienhaus|Patrick Löhr|Elif Öztürk
Ulrike Hagedorn|Marek Sobotka|Anja Feldkamp|Rolf Dierksen|Samira Haddad|Katharina Uhlig|Oliver Stamm|Ivana Petrovic
Gisela Marquardt|Timo Rautenberg|Miriam Goldstein|Jörg Wienecke|Derya Yalcin|Petra Kuhlmann|Fabian Schreck|Natalia Schulz
Frank Osterkamp|Leonie Barkhoff|Hassan Mansour|Susanne Eilers|Matthias Gronau|Zeynep Polat|Regina Dahlke|Niklas Overbeck
Agnieszka Mazur|Volker Rehbein|Carolin Stüwe|Mohammed El-Amin|Ingrid Lammers|Sven Kortmann|Aisha Diallo|Monika Tenbrink
Pedro Carvalho|Silke Harms|Daniel Friese|Lena Kurzweg|Wolfgang Adler|Shirin Farahani|Melanie Gottwald|Jannik Brösel
Nurcan Şahin|Uwe Lindhorst|Christina Papadakis|Ralf Westermann|Hanna Seifert|Viktor Braun|Doris Ahlers|Emeka Okafor
Simone Rademacher|Björn Thielemann|Gabriele Nowotny|Tarek Hamdan|Antje Möhring|Felix Haverkamp|Ludmila Wagner|Renate Kühnel
Can Erdogdu|Verena Stahlhut|Jens Overmeyer|Rojda Aslan|Manuela Fink|Dennis Kaluza|Barbara Wolters|Kofi Mensah
Tanja Schlüter|Hartmut Beyer|Maria Santoro|Philipp Nagel|Snezana Jovanovic|Karin Dreyer|Erik Sandmann|Layla Nasser
Dagmar Heuer|Tobias Kirchhoff|Beata Zielinska|Michael Prange|Selin Korkmaz|Angelika Rohde|Robin Esser|Ana Lucia Moreno
Thomas Hillebrand|Iris Kempf|Bashar Khoury|Yvonne Matthes|Gerd Poppinga|Nele Wichmann|Ahmet Bulut|Sonja Trautmann
Lars Bredehorst|Marina Sokolova|Elke Siemers|Julian Rothe|Hiwa Rashid|Cornelia Bause|Marco Lombardi|Friederike Thoma
Reinhard Möllers|Adaeze Eze|Kathrin Steiner|Sascha Wendlandt|Meryem Çelik|Ursula Jansing|Leon Hartung|Branka Horvat
Norbert Sievert|Alina Popescu|Johanna Kettler|Detlef Rust|Mina Tavakoli|Svenja Albers|Kai Uhlenbrock|Halina Baran
Christoph Engelke|Rabia Yildirim|Jutta Möllenkamp|Paul Ostendorf|Tigist Bekele|Anette Wulf|Simon Krahl|Galina Weber
Markus Dettmer|Esra Demirci|Hildegard Brüning|Konstantin Ziegler|Maryam Noori|Stefanie Habermann|Ole Carstens|Vesna Kolar
Dirk Fassbender|Xenia Hoffmann|Almut Rieke|Ibrahim Toure|Corinna Lütke|Benedikt Althoff|Nguyet Pham|Marlies Grothe
Henning Vossberg|Semra Acar|Judith Ebeling|Andreas Küppers|Sofia Marinova|Karola Jessen|Moritz Döring|Naima Benali
Peter Scharnhorst|Lisa Tiedemann|Orhan Kilic|Bettina Gehrke|Florian Maaß|Ewa Lewandowska|Gudrun Hachmeister|Jan Wessels
Parisa Ahmadi|Rainer Sudhoff|Inga Petersen|Miguel Ortega|Sandra Blume|Joachim Neuhaus|Tatjana Fischer|Mustafa Uzun
Vanessa Klose|Klaus Rickert|Grace Owusu|Nina Backhaus|Karsten Wieland|Zuzana Novakova|Edith Pfeiffer|Arne Schomaker
Hatice Güven|Ludger Brinkmann|Clara Steinbeck|Idris Yusuf|Maike Hoppe|Roland Zander|Irina Becker|Swantje Ahrens
Ali Reza Moradi|Brigitte Kolb|Sebastian Lange|Chiara Conti|Werner Asmus|Pelin Tekin|Ines Burmester|Max Hilgers
Danuta Krawczyk|Guido Stellmacher|Rahel Tesfaye|Marion Buchholz|Finn Lorenzen|Suzan Arslan|Hans-Peter Löbe|Teresa Almeida
Malte Sünkel|Jasmin Khalil|Wiebke Claussen|Adnan Begovic|Ellen Drexler|Tim Schürmann|Oksana Bondar|Dorothee Fahl
Enrico Bassi|Sigrid Thormann|Jonathan Mbeki|Petra-Maria Illner|Kemal Duman|Charlotte Riedel|Gunnar Haase|Magdalena Duda
Arzu Kaplan|Lothar Beckers|Miriam Nwosu|Ann-Kathrin Selle|Bodo Krüsemann|Leyla Safari|Thorben Meinert|Rosa Delgado
Heinz Wigger|Anastasia Keller|Burak Sezer|Lieselotte Ranke|David Opitz|Ha Linh Vu|Ruth-Elisabeth Voigt|Marcel Döhler
Nadia Boukari|Eckhard Timm|Jelena Maric|Sina Wübbena|Ernst Kögler|Gülay Önal|Anton Friesen|Merle Bischoff
Rasmus Holm|Stella Nikolaidis|Dieter Ebbing|Farida Wardak|Lars-Uwe Prenzel|Joanna Kubiak|Tilman Groß|Aylin Sarı
Hedwig Rolfes|Milan Dvorak|Britta Sommerfeld|Said Amini|Kira Mahnke|Heribert Tölle|Ayşe Gündüz|Thekla Baumgart
""".strip()


def names() -> list[tuple[str, str]]:
    """First and last name of each; the last word is the last name."""
    rows = [name.rpartition(" ") for line in NAMES.splitlines() for name in line.split("|")]
    return [(first, last) for first, _space, last in rows]

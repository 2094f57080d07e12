"""Words that occur in every text and say nothing about it. Negations are among them: "nicht" finds nothing."""

from netzwerk.texts.folding import fold

_WORDS = """
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes anders auch auf aus bei beim bin
bis bist bzw da dabei dadurch dafür dagegen daher damit danach dann daran darauf daraus darin darüber das dass daß davon dazu
dein deine deinem deinen deiner dem den denen denn der deren derer derselbe des deshalb dessen dich die dies diese diesem
diesen dieser dieses dir doch dort du durch ein eine einem einen einer eines einig einige einigem einigen einiger einiges
einmal er es etwa etwas euch euer eure eurem euren eurer eures für gegen gewesen hab habe haben hat hatte hätte hatten hier
hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in indem ins ist ja je jede jedem jeden jeder jedes jedoch
jene jenem jenen jener jenes jetzt kann kein keine keinem keinen keiner keines können könnte machen man manche manchem manchen
mancher manches mein meine meinem meinen meiner meines mich mir mit muss müssen musste nach nicht nichts noch nun nur ob oder
ohne sehr sein seine seinem seinen seiner seines seit selbst sich sie sind so solche solchem solchen solcher solches soll
sollen sollte sondern sonst sowie um und uns unser unsere unserem unseren unserer unter viel vom von vor während wann war
waren warum was weg weil weiter welche welchem welchen welcher welches wem wen wenn wer werde werden wessen weshalb wie wieder
wieso wieviel will wir wird wirst wo wobei wodurch wofür woher wohin wollen wollte womit woran worauf woraus worin worüber
wovon wozu worden wurde wurden würde würden zu zum zur zwar zwischen über
"""
# Prepositions contracted with their article.
_CONTRACTED = """
am ans aufm aufn aufs ausm außerm beim durchn durchs fürn fürs gegens hinterm hintern hinters im ins mitm nachm nebens ohnes
seitm übern überm übers ums unterm untern unters vom vonm vorm vorn vors widers zum zun zur zwischens
"""
STOP_WORDS = frozenset(fold(word) for word in f"{_WORDS} {_CONTRACTED}".split())

# Words that introduce a question without saying what is searched: fillers and common verbs. They are indexed; in a question
# they count less than its other words.
_FILLERS = """
allein allerdings also anders annähernd anscheinend ansonsten auch außerdem bald beinahe besonders bereits besser
bestimmt bisher bislang bitte bloß dafür daheim damals danke dauernd denn deswegen direkt durchaus eben ebenfalls ebenso
echt ehesten eher eigentlich einfach endlich ernsthaft erst erstmal etwa eventuell extra fast freilich ganz ganze ganzen
gar genau genug gerade gern gerne gibts gleich grad grundsätzlich gut hallo halt häufig hoffentlich immer inzwischen
irgend irgendein irgendeine irgendwann irgendwas irgendwelche irgendwer irgendwie irgendwo jedenfalls jederzeit jeglich
keinerlei klar konkret künftig längst leider letztlich lieber mal manchmal mehr mehrere meist meistens mindestens
möglich möglichst möglicherweise momentan nämlich natürlich nie niemals nochmal normalerweise nötig notfalls offenbar
oft öfter plötzlich praktisch prinzipiell quasi recht relativ richtig rund schlicht schließlich schnell schon soeben
sofort sogar sogenannt solange sonstige sowieso sozusagen spätestens ständig stets tatsächlich teilweise trotzdem
überall überhaupt übrigens umso unbedingt ungefähr verdammt vielleicht völlig vorher wahrscheinlich weiterhin wenigstens
wirklich wohl ziemlich zuerst zunächst zusätzlich erstens zweitens erstes erste ersten anderes allgemein
"""
_VERBS = """
bekommen bekomme bekommst bekommt bekam bekamen bleiben bleibe bleibt blieb geblieben brauchen brauche brauchst braucht
gebraucht bringen bringe bringt brachte gebracht bedeuten bedeutet darf darfst dürfen dürft dürfte dürften fanden findet
finde finden funktionieren funktioniert geben gibt gib gab gaben gegeben gebe gehen gehe geht geh ging gingen gegangen
gehören gehört habt halten hält haltet heißen heiße heißt helfen hilft helft kann konnte konnten könnten kennen kenne
kennt klappen klappt kommen komme kommt kam kamen gekommen kriegen kriege kriegst kriegt gekriegt lassen lasse lasst
lässt laufen läuft legen legt liegen liegt machen mache machst macht machte gemacht mag mögen möchte möchten möchtest
müsste müssten nehmen nehme nimmt nahm genommen nennen nennt passieren passiert sagen sage sagt sagte gesagt schaffen
schaffe schafft sehen sehe sieht gesehen setzen setzt sitzen sitzt sollten sollst soll stehen stehe steht stellen stellt
tun tue tust tut getan verwenden versuchen versucht wissen weiß wisst wäre wären willst worden würdest wollten ziehen
zieht zeigen zeigt
"""
QUESTION_WORDS = frozenset(fold(word) for word in f"{_FILLERS} {_VERBS}".split()) - STOP_WORDS

# Separable prefixes of verbs, at the end of a sentence: "Wer macht mit?"
_VERB_PREFIXES = "ab an auf aus ein fest frei her hin mit nach teil um vor weg weiter zu zurück zusammen"
VERB_PREFIXES = frozenset(fold(word) for word in _VERB_PREFIXES.split())

"""Words that stand in every text and say nothing about it. Negations stay out of the index too: "nicht" finds nothing."""

from netzwerk.members.folding import fold

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
STOP_WORDS = frozenset(fold(word) for word in _WORDS.split())

# Words with which one asks, not what one asks for. Texts keep them; a question does without where it has others.
_ASKING = """
bitte gern gerne schon mal eigentlich gibt gibts geht finde findet finden bekomme bekommt bekommen brauche braucht brauchen
steht stehen kommt passiert heißt bedeutet bringt mache macht tun darf dürfen dürfte möchte möchten mag mögen
"""
ASKING_WORDS = frozenset(fold(word) for word in _ASKING.split())

# Beginnings of verbs that stand at the end of a sentence: "Wer macht mit?"
_VERB_ENDS = "ab an auf aus ein fest frei her hin mit nach teil um vor weg weiter zu zurück zusammen"
VERB_ENDS = frozenset(fold(word) for word in _VERB_ENDS.split())

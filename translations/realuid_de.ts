<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>realuid</name>
    <message>
        <source>the distance is infinite at t = %1: with weight 1 on generated data and beta other than alpha it divides by the generated density, whose tails are too thin for the real data</source>
        <translation>der Abstand ist bei t = %1 unendlich: Mit Gewicht 1 auf erzeugten Daten und beta ungleich alpha teilt er durch die erzeugte Dichte, deren Ausläufer für die echten Daten zu dünn sind</translation>
    </message>
    <message>
        <source>the distance is larger than any number that can be written</source>
        <translation>der Abstand ist größer als jede Zahl, die sich schreiben lässt</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>logarithm of the density</source>
        <translation>Logarithmus der Dichte</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>expected data</source>
        <translation>erwartete Daten</translation>
    </message>
    <message>
        <source>expected noise</source>
        <translation>erwartetes Rauschen</translation>
    </message>
    <message>
        <source>variance of the target</source>
        <translation>Varianz des Ziels</translation>
    </message>
    <message>
        <source>optimal fake model</source>
        <translation>optimales Fake-Modell</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>logarithm of the distance</source>
        <translation>Logarithmus des Abstands</translation>
    </message>
    <message>
        <source>logarithm of generated over real density</source>
        <translation>Logarithmus von erzeugter durch echte Dichte</translation>
    </message>
    <message>
        <source>must end in .csv or .npy</source>
        <translation>muss auf .csv oder .npy enden</translation>
    </message>
    <message>
        <source>has %1 columns, but the scene has %2 coordinates</source>
        <translation>hat %1 Spalten, aber die Szene hat %2 Koordinaten</translation>
    </message>
    <message>
        <source>give a column for each coordinate: x, or x,y</source>
        <translation>gib für jede Koordinate eine Spalte: x oder x,y</translation>
    </message>
    <message>
        <source>must be one that `realuid field --help` lists</source>
        <translation>muss eine sein, die `realuid field --help` nennt</translation>
    </message>
    <message>
        <source>must be real, generated or teacher</source>
        <translation>muss real, generated oder teacher sein</translation>
    </message>
    <message>
        <source>must be one number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>or grid must be given, and not both</source>
        <translation>oder grid muss gegeben sein, und nicht beide</translation>
    </message>
    <message>
        <source>must stay in [0, 1]</source>
        <translation>muss in [0, 1] bleiben</translation>
    </message>
    <message>
        <source>makes more than 50 million values; take a coarser grid</source>
        <translation>ergibt mehr als 50 Millionen Werte; nimm ein gröberes Gitter</translation>
    </message>
    <message>
        <source>must have one dimension; in two, use field --quantity distance</source>
        <translation>muss eine Dimension haben; nimm in zweien field --quantity distance</translation>
    </message>
    <message>
        <source>the demo&apos;s scene is not among the presets</source>
        <translation>die Szene der Vorführung ist nicht unter den Vorlagen</translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>choose another name by --out, or pass --overwrite to replace an earlier demo</source>
        <translation>wähle mit --out einen anderen Namen, oder ersetze mit --overwrite eine frühere Vorführung</translation>
    </message>
    <message>
        <source>could not be made: %1</source>
        <translation>konnte nicht gemacht werden: %1</translation>
    </message>
    <message>
        <source>choose a place that you may write to</source>
        <translation>wähle einen Ort, an den du schreiben darfst</translation>
    </message>
    <message>
        <source>must be from:to:count with a whole count from 1 to %1, such as -3:3:100</source>
        <translation>muss von:bis:Anzahl sein, mit einer ganzen Anzahl von 1 bis %1, etwa -3:3:100</translation>
    </message>
    <message>
        <source>must have %1 axes for this scene, separated by a comma</source>
        <translation>muss für diese Szene %1 Achsen haben, durch Komma getrennt</translation>
    </message>
    <message>
        <source>must have at most %1 points</source>
        <translation>darf höchstens %1 Punkte haben</translation>
    </message>
    <message>
        <source>must be numbers in [0, 1], separated by commas</source>
        <translation>müssen Zahlen in [0, 1] sein, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>must be from:to with 0 &lt;= from &lt; to &lt;= 1, such as 0.02:0.98</source>
        <translation>muss von:bis sein mit 0 &lt;= von &lt; bis &lt;= 1, etwa 0.02:0.98</translation>
    </message>
    <message>
        <source>unknown verb %1</source>
        <translation>unbekanntes Verb %1</translation>
    </message>
    <message>
        <source>`realuid help` lists the verbs</source>
        <translation>`realuid help` nennt die Verben</translation>
    </message>
    <message>
        <source>the result could not be written to standard output</source>
        <translation>das Ergebnis konnte nicht auf die Standardausgabe geschrieben werden</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Where densities and fields are drawn: 0 is noise, 1 is data.</source>
        <translation>Zeitpunkt, zu dem Dichten und Felder gezeichnet werden: 0 ist Rauschen, 1 sind Daten.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Mean of the generator&apos;s Gaussian.</source>
        <translation>Mittelwert der Gauß-Verteilung des Generators.</translation>
    </message>
    <message>
        <source>width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Standard deviation of the generator&apos;s Gaussian.</source>
        <translation>Standardabweichung der Gauß-Verteilung des Generators.</translation>
    </message>
    <message>
        <source>mean of the whole</source>
        <translation>Mittelwert im Ganzen</translation>
    </message>
    <message>
        <source>Mean of the generator&apos;s mixture; moves all components together.</source>
        <translation>Mittelwert der Mischung des Generators; verschiebt alle Komponenten gemeinsam.</translation>
    </message>
    <message>
        <source>width of the whole</source>
        <translation>Breite im Ganzen</translation>
    </message>
    <message>
        <source>Standard deviation of the generator&apos;s mixture; stretches all components about the mean.</source>
        <translation>Standardabweichung der Mischung des Generators; streckt alle Komponenten um den Mittelwert.</translation>
    </message>
    <message>
        <source>mean along x</source>
        <translation>Mittelwert in x</translation>
    </message>
    <message>
        <source>Moves the generator as a whole, without a change of its shape.</source>
        <translation>Verschiebt den Generator im Ganzen; seine Form bleibt.</translation>
    </message>
    <message>
        <source>mean along y</source>
        <translation>Mittelwert in y</translation>
    </message>
    <message>
        <source>Root mean square of the standard deviations along x and y; stretches the generator about its mean without a change of its shape.</source>
        <translation>Quadratisches Mittel der Standardabweichungen in x und y; streckt den Generator um seinen Mittelwert, seine Form bleibt.</translation>
    </message>
    <message>
        <source>Covers missed modes.</source>
        <translation>Deckt verfehlte Moden ab.</translation>
    </message>
    <message>
        <source>Unstable.</source>
        <translation>Instabil.</translation>
    </message>
    <message>
        <source>Data-free.</source>
        <translation>Datenfrei.</translation>
    </message>
    <message>
        <source>Only where the generator already has samples is there anything to learn. Modes that it misses are never seen.</source>
        <translation>Zu lernen gibt es nur dort etwas, wo der Generator schon Samples hat. Moden, die er verfehlt, sieht er nie.</translation>
    </message>
    <message>
        <source>α = β = 1: real data enter the quadratic term only. Where the generator has no mass the distance is 0: missed modes stay missed.</source>
        <translation>α = β = 1: Echte Daten stehen nur im quadratischen Term. Wo der Generator keine Masse hat, ist der Abstand 0: Verfehlte Moden bleiben verfehlt.</translation>
    </message>
    <message>
        <source>Real data without effect on missed modes.</source>
        <translation>Echte Daten ohne Wirkung auf verfehlte Moden.</translation>
    </message>
    <message>
        <source>there is no scene called %1</source>
        <translation>es gibt keine Szene namens %1</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>echte Daten</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>optimal fake</source>
        <translation>optimales Fake-Modell</translation>
    </message>
    <message>
        <source>Densities and fields</source>
        <translation>Dichten und Felder</translation>
    </message>
    <message>
        <source>density of $x_t$</source>
        <translation>Dichte von $x_t$</translation>
    </message>
    <message>
        <source>Distance surface</source>
        <translation>Abstandsfläche</translation>
    </message>
    <message>
        <source>distance $l(t, x)$</source>
        <translation>Abstand $l(t, x)$</translation>
    </message>
    <message>
        <source>Distance map</source>
        <translation>Abstandskarte</translation>
    </message>
    <message>
        <source>distance $l(t, x, y)$</source>
        <translation>Abstand $l(t, x, y)$</translation>
    </message>
    <message>
        <source>the animation could not be written: %1</source>
        <translation>die Animation konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>must be %1</source>
        <translation>muss %1 sein</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines von %1 sein</translation>
    </message>
    <message>
        <source>makes more than 60 million pixels; take a smaller size or resolution</source>
        <translation>ergibt mehr als 60 Millionen Pixel; nimm eine kleinere Größe oder Auflösung</translation>
    </message>
    <message>
        <source>choose another name or add --overwrite</source>
        <translation>wähle einen anderen Namen oder füge --overwrite an</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>is not there</source>
        <translation>ist nicht da</translation>
    </message>
    <message>
        <source>the picture could not be written</source>
        <translation>das Bild konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>must be two numbers like 170x90, in millimetres</source>
        <translation>müssen zwei Zahlen wie 170x90 sein, in Millimetern</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>is one file too many</source>
        <translation>ist eine Datei zu viel</translation>
    </message>
    <message>
        <source>see realuid-studio --help</source>
        <translation>siehe realuid-studio --help</translation>
    </message>
    <message>
        <source>must be chosen</source>
        <translation>muss gewählt werden</translation>
    </message>
    <message>
        <source>is a folder; a checkpoint file is needed</source>
        <translation>ist ein Ordner; nötig ist eine Checkpoint-Datei</translation>
    </message>
    <message>
        <source>exists already; a run never overwrites another, choose a new folder</source>
        <translation>ist schon da; ein Lauf überschreibt nie einen anderen, wähle einen neuen Ordner</translation>
    </message>
    <message>
        <source>Before the start:</source>
        <translation>Vor dem Start:</translation>
    </message>
    <message>
        <source>Ready, with a warning:</source>
        <translation>Bereit, mit einer Warnung:</translation>
    </message>
    <message>
        <source>Ready.</source>
        <translation>Bereit.</translation>
    </message>
    <message>
        <source>Start makes the run folder and begins. The window stays usable meanwhile.</source>
        <translation>Start legt den Ordner des Laufs an und beginnt. Das Fenster bleibt dabei bedienbar.</translation>
    </message>
    <message>
        <source>Loading the engine.</source>
        <translation>Die Engine wird geladen.</translation>
    </message>
    <message>
        <source>This takes a moment; parameters can be set already.</source>
        <translation>Das dauert einen Moment; Parameter lassen sich schon einstellen.</translation>
    </message>
    <message>
        <source>No engine.</source>
        <translation>Keine Engine.</translation>
    </message>
    <message>
        <source>Explore works without it.</source>
        <translation>Erkunden geht auch ohne sie.</translation>
    </message>
    <message>
        <source>Starting.</source>
        <translation>Wird gestartet.</translation>
    </message>
    <message>
        <source>Reading teacher and data.</source>
        <translation>Lehrer und Daten werden gelesen.</translation>
    </message>
    <message>
        <source>Running.</source>
        <translation>Läuft.</translation>
    </message>
    <message>
        <source>α, β, learning rate and fake updates may be changed; they act from the next update on.</source>
        <translation>α, β, Lernrate und Fake-Updates lassen sich ändern; sie wirken ab dem nächsten Update.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Continue, or make single updates.</source>
        <translation>Fahre fort oder mache einzelne Updates.</translation>
    </message>
    <message>
        <source>Stopping.</source>
        <translation>Wird beendet.</translation>
    </message>
    <message>
        <source>The update in progress ends, then the state is saved.</source>
        <translation>Das laufende Update endet, dann wird gespeichert.</translation>
    </message>
    <message>
        <source>Finished.</source>
        <translation>Fertig.</translation>
    </message>
    <message>
        <source>Checkpoints and samples lie in %1.</source>
        <translation>Checkpoints und Samples liegen in %1.</translation>
    </message>
    <message>
        <source>Stopped and saved.</source>
        <translation>Beendet und gespeichert.</translation>
    </message>
    <message>
        <source>Go on later with: realuid resume --run %1</source>
        <translation>Weiter geht es später mit: realuid resume --run %1</translation>
    </message>
    <message>
        <source>Diverged.</source>
        <translation>Divergiert.</translation>
    </message>
    <message>
        <source>The last good state is kept. Take a smaller learning rate, or α nearer to β.</source>
        <translation>Der letzte gute Stand bleibt erhalten. Wähle eine kleinere Lernrate oder α näher an β.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>must be a positive number</source>
        <translation>muss eine positive Zahl sein</translation>
    </message>
    <message>
        <source>must be %1 finite numbers</source>
        <translation>müssen %1 endliche Zahlen sein</translation>
    </message>
    <message>
        <source>must be a %1 x %1 matrix of finite numbers</source>
        <translation>muss eine %1 x %1-Matrix endlicher Zahlen sein</translation>
    </message>
    <message>
        <source>must be symmetric and positive definite</source>
        <translation>muss symmetrisch und positiv definit sein</translation>
    </message>
    <message>
        <source>must hold at least one component</source>
        <translation>muss mindestens eine Komponente enthalten</translation>
    </message>
    <message>
        <source>must have 1 or 2 coordinates</source>
        <translation>muss 1 oder 2 Koordinaten haben</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>weight of generated data</source>
        <translation>Gewicht erzeugter Daten</translation>
    </message>
    <message>
        <source>Share of generated samples in the fake model&apos;s loss (Definition 2); the rest, 1 − alpha, goes to real data. 1 is data-free.</source>
        <translation>Anteil erzeugter Samples am Verlust des Fake-Modells (Definition 2); der Rest, 1 − alpha, entfällt auf echte Daten. 1 ist datenfrei.</translation>
    </message>
    <message>
        <source>weight of its targets</source>
        <translation>Gewicht ihrer Ziele</translation>
    </message>
    <message>
        <source>Scales the targets of generated samples by beta/alpha and those of real samples by (1 − beta)/(1 − alpha) (Definition 2). beta = alpha keeps both targets as they are.</source>
        <translation>Skaliert die Ziele erzeugter Samples mit beta/alpha und die echter Samples mit (1 − beta)/(1 − alpha) (Definition 2). beta = alpha lässt beide, wie sie sind.</translation>
    </message>
    <message>
        <source>weight of the quadratic term</source>
        <translation>Gewicht des quadrat. Terms</translation>
    </message>
    <message>
        <source>General RealUID only (Definition 3): quadratic weights gamma and 1 − gamma in place of alpha and 1 − alpha.</source>
        <translation>Nur Allgemeines RealUID (Definition 3): quadratische Gewichte gamma und 1 − gamma statt alpha und 1 − alpha.</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>General RealUID only: standard takes d = f* − f, beta takes d = beta (f* − f).</source>
        <translation>Nur Allgemeines RealUID: standard nimmt d = f* − f, beta nimmt d = beta (f* − f).</translation>
    </message>
    <message>
        <source>is unstable with beta = %1: the distance grows without bound on real data that the generator misses; take alpha below 1 or beta = 1</source>
        <translation>ist mit beta = %1 instabil: Der Abstand wächst unbegrenzt auf echten Daten, die der Generator verfehlt; wähle alpha unter 1 oder beta = 1</translation>
    </message>
    <message>
        <source>is above 1, outside the range that the paper studies</source>
        <translation>liegt über 1, außerhalb des Bereichs der Arbeit</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be numbers separated by commas</source>
        <translation>müssen Zahlen sein, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>must be whole numbers separated by commas</source>
        <translation>müssen ganze Zahlen sein, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation>der Lauf schlug fehl: %1</translation>
    </message>
    <message>
        <source>must have as many coordinates as real, %1</source>
        <translation>muss so viele Koordinaten haben wie real, %1</translation>
    </message>
    <message>
        <source>Two Gaussians, 1-D</source>
        <translation>Zwei Gauß-Verteilungen, 1-D</translation>
    </message>
    <message>
        <source>Two mixtures, 1-D</source>
        <translation>Zwei Mischungen, 1-D</translation>
    </message>
    <message>
        <source>Two Gaussians, 2-D</source>
        <translation>Zwei Gauß-Verteilungen, 2-D</translation>
    </message>
    <message>
        <source>Two mixtures, 2-D</source>
        <translation>Zwei Mischungen, 2-D</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>Updates of either player to make in all.</source>
        <translation>Updates beider Spieler zusammen.</translation>
    </message>
    <message>
        <source>Fake updates before each generator update; 5 makes the authors&apos; 5 : 1.</source>
        <translation>Fake-Updates vor jedem Generator-Update; 5 ergibt das 5 : 1 der Autoren.</translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Samples in an update.</source>
        <translation>Samples in einem Update.</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Adam&apos;s rate after the warm-up.</source>
        <translation>Lernrate von Adam nach dem Aufwärmen.</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Updates over which each optimiser&apos;s rate grows from 0.</source>
        <translation>Updates, in denen die Rate jedes Optimierers von 0 anwächst.</translation>
    </message>
    <message>
        <source>first moment&apos;s decay</source>
        <translation>Abklingen des ersten Moments</translation>
    </message>
    <message>
        <source>Adam&apos;s memory of gradients; the authors distil with 0.</source>
        <translation>Adams Gedächtnis für Gradienten; die Autoren destillieren mit 0.</translation>
    </message>
    <message>
        <source>second moment&apos;s decay</source>
        <translation>Abklingen des zweiten Moments</translation>
    </message>
    <message>
        <source>Adam&apos;s memory of squared gradients.</source>
        <translation>Adams Gedächtnis für quadrierte Gradienten.</translation>
    </message>
    <message>
        <source>gradient clip</source>
        <translation>Grenze der Gradienten</translation>
    </message>
    <message>
        <source>Largest norm of all gradients together; larger ones are scaled down to it.</source>
        <translation>Größte Norm aller Gradienten zusammen; größere werden darauf verkleinert.</translation>
    </message>
    <message>
        <source>EMA decays</source>
        <translation>EMA-Abklingen</translation>
    </message>
    <message>
        <source>Moving averages of the generator, one for each decay.</source>
        <translation>Gleitende Mittel des Generators, eines für jedes Abklingen.</translation>
    </message>
    <message>
        <source>network width</source>
        <translation>Breite des Netzes</translation>
    </message>
    <message>
        <source>Channels of the first level.</source>
        <translation>Kanäle der ersten Ebene.</translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>level multipliers</source>
        <translation>Vielfache der Ebenen</translation>
    </message>
    <message>
        <source>Width of each level as a multiple of the network&apos;s.</source>
        <translation>Breite jeder Ebene als Vielfaches der Breite des Netzes.</translation>
    </message>
    <message>
        <source>blocks a level</source>
        <translation>Blöcke je Ebene</translation>
    </message>
    <message>
        <source>Residual blocks in each level of the encoder.</source>
        <translation>Residualblöcke in jeder Ebene des Encoders.</translation>
    </message>
    <message>
        <source>attention sides</source>
        <translation>Seiten mit Attention</translation>
    </message>
    <message>
        <source>Sides of the levels that have attention.</source>
        <translation>Seitenlängen der Ebenen, die Attention haben.</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>channels a head</source>
        <translation>Kanäle je Kopf</translation>
    </message>
    <message>
        <source>Channels of each attention head; checkpoints of others do not tell it.</source>
        <translation>Kanäle jedes Attention-Kopfes; fremde Checkpoints verraten sie nicht.</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Labels the network is conditioned on; 0 is unconditional.</source>
        <translation>Klassen, auf die das Netz bedingt ist; 0 heißt unbedingt.</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of activations that residual blocks drop while training.</source>
        <translation>Anteil der Aktivierungen, den Residualblöcke beim Training fallen lassen.</translation>
    </message>
    <message>
        <source>horizontal flips</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror real images at random.</source>
        <translation>Echte Bilder zufällig spiegeln.</translation>
    </message>
    <message>
        <source>save every</source>
        <translation>speichern alle</translation>
    </message>
    <message>
        <source>Updates between two checkpoints; one is written at the end in any case.</source>
        <translation>Updates zwischen zwei Checkpoints; am Ende wird immer einer geschrieben.</translation>
    </message>
    <message>
        <source>checkpoints kept</source>
        <translation>behaltene Checkpoints</translation>
    </message>
    <message>
        <source>The newest so many stay; older ones are deleted.</source>
        <translation>So viele neueste bleiben; ältere werden gelöscht.</translation>
    </message>
    <message>
        <source>sample every</source>
        <translation>Samples alle</translation>
    </message>
    <message>
        <source>Updates between two sample grids on the same noise.</source>
        <translation>Updates zwischen zwei Bildern mit Samples aus demselben Rauschen.</translation>
    </message>
    <message>
        <source>samples in a grid</source>
        <translation>Samples je Bild</translation>
    </message>
    <message>
        <source>Pictures in each sample grid.</source>
        <translation>Bilder in jedem Raster von Samples.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Every random number of the run follows from it.</source>
        <translation>Jede Zufallszahl des Laufs folgt daraus.</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes all. Bit-equal results need the same number.</source>
        <translation>Threads des Prozessors; 0 nimmt alle. Bitgleiche Ergebnisse brauchen dieselbe Zahl.</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto takes a GPU where the engine finds one.</source>
        <translation>auto nimmt eine GPU, wo die Engine eine findet.</translation>
    </message>
    <message>
        <source>must be auto, cpu, cuda or cuda:K</source>
        <translation>muss auto, cpu, cuda oder cuda:K sein</translation>
    </message>
    <message>
        <source>must be a multiple of 32, the groups of a norm</source>
        <translation>muss ein Vielfaches von 32 sein, den Gruppen einer Norm</translation>
    </message>
    <message>
        <source>must hold at least one number</source>
        <translation>muss mindestens eine Zahl enthalten</translation>
    </message>
    <message>
        <source>must divide the channels of each level, here %1</source>
        <translation>muss die Kanäle jeder Ebene teilen, hier %1</translation>
    </message>
    <message>
        <source>could not be written: %1</source>
        <translation>konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>make room on the disk or choose another place</source>
        <translation>schaffe Platz auf der Platte oder wähle einen anderen Ort</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation>nenne eine Datei darin</translation>
    </message>
    <message>
        <source>choose another name or pass --overwrite</source>
        <translation>wähle einen anderen Namen oder gib --overwrite an</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>check the path</source>
        <translation>prüfe den Pfad</translation>
    </message>
    <message>
        <source>is a folder, not a file</source>
        <translation>ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation>ist größer als %1 Bytes</translation>
    </message>
    <message>
        <source>this is not the kind of file that belongs here</source>
        <translation>das ist nicht die Art von Datei, die hierher gehört</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation>prüfe die Rechte</translation>
    </message>
    <message>
        <source>has %1 cells instead of %2</source>
        <translation>hat %1 Zellen statt %2</translation>
    </message>
    <message>
        <source>give every line as many numbers as the header has names</source>
        <translation>gib jeder Zeile so viele Zahlen, wie der Kopf Namen hat</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number</source>
        <translation>&quot;%1&quot; ist keine endliche Zahl</translation>
    </message>
    <message>
        <source>write numbers as 0.5 or 1e-3, separated by commas</source>
        <translation>schreibe Zahlen wie 0.5 oder 1e-3, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>holds no row of numbers</source>
        <translation>enthält keine Zeile mit Zahlen</translation>
    </message>
    <message>
        <source>write a header line such as x,y and a line of numbers for each point</source>
        <translation>schreibe eine Kopfzeile wie x,y und für jeden Punkt eine Zeile mit Zahlen</translation>
    </message>
    <message>
        <source>the engine %1 could not be loaded: %2</source>
        <translation>die Engine %1 konnte nicht geladen werden: %2</translation>
    </message>
    <message>
        <source>no engine was found beside the program; build it with LibTorch, or name its folder in REALUID_ENGINE_PATH</source>
        <translation>neben dem Programm ist keine Engine; baue sie mit LibTorch oder nenne ihren Ordner in REALUID_ENGINE_PATH</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>must be a list of numbers</source>
        <translation>muss eine Liste von Zahlen sein</translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation>muss eine Liste ganzer Zahlen sein</translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation>ist zu tief geschachtelt</translation>
    </message>
    <message>
        <source>is not JSON at line %1</source>
        <translation>ist ab Zeile %1 kein JSON</translation>
    </message>
    <message>
        <source>mend it there or take another file</source>
        <translation>berichtige es dort oder nimm eine andere Datei</translation>
    </message>
    <message>
        <source>holds a number that is out of range</source>
        <translation>enthält eine Zahl außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>is not a known key; known are %1</source>
        <translation>ist kein bekannter Schlüssel; bekannt sind %1</translation>
    </message>
    <message>
        <source>is not a line of metrics</source>
        <translation>ist keine Zeile mit Messwerten</translation>
    </message>
    <message>
        <source>make room on the disk, then go on with `realuid resume`</source>
        <translation>schaffe Platz auf der Platte, dann fahre mit `realuid resume` fort</translation>
    </message>
    <message>
        <source>exists already and is not an empty folder</source>
        <translation>ist schon da und kein leerer Ordner</translation>
    </message>
    <message>
        <source>name a new folder, or go on with that run by `realuid resume --run %1`</source>
        <translation>nenne einen neuen Ordner, oder setze jenen Lauf mit `realuid resume --run %1` fort</translation>
    </message>
    <message>
        <source>holds no checkpoint to go on from</source>
        <translation>enthält keinen Checkpoint, von dem es weitergeht</translation>
    </message>
    <message>
        <source>does not name a checkpoint that exists</source>
        <translation>nennt keinen Checkpoint, den es gibt</translation>
    </message>
    <message>
        <source>write the newest checkpoint&apos;s name into it: {&quot;file&quot;: &quot;step-000600.pt&quot;}</source>
        <translation>schreibe den Namen des neuesten Checkpoints hinein: {&quot;file&quot;: &quot;step-000600.pt&quot;}</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be an object, { ... }</source>
        <translation>muss ein Objekt sein, { ... }</translation>
    </message>
    <message>
        <source>must be a matrix, a list of rows</source>
        <translation>muss eine Matrix sein, eine Liste von Zeilen</translation>
    </message>
    <message>
        <source>must be a row of a square matrix</source>
        <translation>muss eine Zeile einer quadratischen Matrix sein</translation>
    </message>
    <message>
        <source>must be 1; a newer program wrote this</source>
        <translation>muss 1 sein; ein neueres Programm hat das geschrieben</translation>
    </message>
    <message>
        <source>is not a scene link, or a part of it is missing</source>
        <translation>ist kein Szenen-Link, oder ein Teil davon fehlt</translation>
    </message>
    <message>
        <source>copy it again as a whole; it starts with %1</source>
        <translation>kopiere ihn noch einmal ganz; er beginnt mit %1</translation>
    </message>
    <message>
        <source>The figure could not be written: %1</source>
        <translation>Die Abbildung konnte nicht geschrieben werden: %1</translation>
    </message>
    <message>
        <source>Choose a folder that exists and that you may write to.</source>
        <translation>Wähle einen Ordner, den es gibt und in den du schreiben darfst.</translation>
    </message>
    <message>
        <source>must be given</source>
        <translation>muss gegeben sein</translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation>muss mindestens 1 sein</translation>
    </message>
    <message>
        <source>fake updates in a row</source>
        <translation>Fake-Updates in Folge</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no dictionary</source>
        <translation>&quot;%1&quot; fehlt oder ist kein Wörterbuch</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no number</source>
        <translation>&quot;%1&quot; fehlt oder ist keine Zahl</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no list</source>
        <translation>&quot;%1&quot; fehlt oder ist keine Liste</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no tensor</source>
        <translation>&quot;%1&quot; fehlt oder ist kein Tensor</translation>
    </message>
    <message>
        <source>an optimiser state belongs to no parameter</source>
        <translation>ein Zustand des Optimierers gehört zu keinem Parameter</translation>
    </message>
    <message>
        <source>the two moments of parameter %1 differ in shape</source>
        <translation>die beiden Momente von Parameter %1 haben verschiedene Form</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>must be at least 0</source>
        <translation>muss mindestens 0 sein</translation>
    </message>
    <message>
        <source>holds no network: neither net_model nor gen nor tensors</source>
        <translation>enthält kein Netz: weder net_model noch gen noch Tensoren</translation>
    </message>
    <message>
        <source>take a teacher or distilled checkpoint of RealUID or TorchCFM</source>
        <translation>nimm einen Lehrer oder einen destillierten Checkpoint von RealUID oder TorchCFM</translation>
    </message>
    <message>
        <source>has no state &quot;%1&quot;</source>
        <translation>hat keinen Zustand &quot;%1&quot;</translation>
    </message>
    <message>
        <source>take one of: %1</source>
        <translation>nimm einen von: %1</translation>
    </message>
    <message>
        <source>state &quot;%1&quot; is far larger than the file</source>
        <translation>Zustand &quot;%1&quot; ist viel größer als die Datei</translation>
    </message>
    <message>
        <source>fetch or save the file again</source>
        <translation>hole oder speichere die Datei noch einmal</translation>
    </message>
    <message>
        <source>the data set does not exist</source>
        <translation>den Datensatz gibt es nicht</translation>
    </message>
    <message>
        <source>%1 bytes are not a whole number of records of %2 bytes</source>
        <translation>%1 Bytes sind keine ganze Zahl von Sätzen zu %2 Bytes</translation>
    </message>
    <message>
        <source>take CIFAR-10&apos;s binary version, and fetch the file again if it is cut short</source>
        <translation>nimm die binäre Fassung von CIFAR-10, und hole die Datei noch einmal, wenn sie abgeschnitten ist</translation>
    </message>
    <message>
        <source>record %1 has label %2; labels are 0 to 9</source>
        <translation>Satz %1 hat die Klasse %2; Klassen sind 0 bis 9</translation>
    </message>
    <message>
        <source>take CIFAR-10&apos;s binary version (CIFAR-100 is laid out differently)</source>
        <translation>nimm die binäre Fassung von CIFAR-10 (CIFAR-100 ist anders aufgebaut)</translation>
    </message>
    <message>
        <source>must be auto, cpu or one of this machine&apos;s %1 GPUs (cuda:K) that the engine can use</source>
        <translation>muss auto, cpu oder eine der %1 GPUs dieser Maschine (cuda:K) sein, die die Engine nutzen kann</translation>
    </message>
    <message>
        <source>the picture could not be made: %1</source>
        <translation>das Bild konnte nicht gemacht werden: %1</translation>
    </message>
    <message>
        <source>does not hold what exact resumption needs (key realuid_studio)</source>
        <translation>enthält nicht, was genaues Fortsetzen braucht (Schlüssel realuid_studio)</translation>
    </message>
    <message>
        <source>resume from a checkpoint that RealUID Studio wrote</source>
        <translation>setze von einem Checkpoint fort, den RealUID Studio geschrieben hat</translation>
    </message>
    <message>
        <source>this run has no %1 updates</source>
        <translation>dieser Lauf hat keine %1-Updates</translation>
    </message>
    <message>
        <source>the discriminator head takes %1 channels, the middle block gives %2: it can be kept, not used</source>
        <translation>der Kopf des Diskriminators nimmt %1 Kanäle, der mittlere Block gibt %2: Er bleibt erhalten, lässt sich aber nicht nutzen</translation>
    </message>
    <message>
        <source>the weights do not tell the channels of an attention head: %1 is a guess</source>
        <translation>die Gewichte verraten die Kanäle eines Attention-Kopfes nicht: %1 ist geraten</translation>
    </message>
    <message>
        <source>the %1 update %2 diverged: its %3 is %4</source>
        <translation>das %1-Update %2 divergierte: %3 ist %4</translation>
    </message>
    <message>
        <source>the optimiser&apos;s state of parameter %1 does not fit the network</source>
        <translation>der Zustand des Optimierers zu Parameter %1 passt nicht zum Netz</translation>
    </message>
    <message>
        <source>resume from another checkpoint of the run</source>
        <translation>setze von einem anderen Checkpoint des Laufs fort</translation>
    </message>
    <message>
        <source>%1: takes the weights of state %2</source>
        <translation>%1: nimmt die Gewichte des Zustands %2</translation>
    </message>
    <message>
        <source>%1 does not tell the channels of an attention head: %2 are assumed (head_channels)</source>
        <translation>%1 verrät die Kanäle eines Attention-Kopfes nicht: %2 werden angenommen (head_channels)</translation>
    </message>
    <message>
        <source>the tensors are not this network&apos;s: %1 missing (%2), %3 unexpected (%4), %5 of another shape (%6)</source>
        <translation>die Tensoren sind nicht die dieses Netzes: %1 fehlen (%2), %3 sind zu viel (%4), %5 haben andere Form (%6)</translation>
    </message>
    <message>
        <source>take a file of the authors&apos; network, or one written by RealUID Studio</source>
        <translation>nimm eine Datei vom Netz der Autoren oder eine, die RealUID Studio geschrieben hat</translation>
    </message>
    <message>
        <source>is no pickle of protocol 2</source>
        <translation>ist kein Pickle des Protokolls 2</translation>
    </message>
    <message>
        <source>opcode %1 is not one that checkpoints hold; nothing was executed</source>
        <translation>Opcode %1 gehört in keinen Checkpoint; nichts wurde ausgeführt</translation>
    </message>
    <message>
        <source>a whole number is too large</source>
        <translation>eine ganze Zahl ist zu groß</translation>
    </message>
    <message>
        <source>a dictionary has a key without a value</source>
        <translation>ein Wörterbuch hat einen Schlüssel ohne Wert</translation>
    </message>
    <message>
        <source>asks for &quot;%1&quot;, which no checkpoint needs; nothing was executed</source>
        <translation>verlangt &quot;%1&quot;, was kein Checkpoint braucht; nichts wurde ausgeführt</translation>
    </message>
    <message>
        <source>do not open it with other software unless you trust where it is from</source>
        <translation>öffne sie nicht mit anderer Software, wenn du ihrer Herkunft nicht traust</translation>
    </message>
    <message>
        <source>calls what is no function</source>
        <translation>ruft auf, was keine Funktion ist</translation>
    </message>
    <message>
        <source>calls &quot;%1&quot; in a way that no checkpoint does</source>
        <translation>ruft &quot;%1&quot; auf, wie es kein Checkpoint tut</translation>
    </message>
    <message>
        <source>sets the attributes of an object in a way that no checkpoint does</source>
        <translation>setzt Attribute eines Objekts, wie es kein Checkpoint tut</translation>
    </message>
    <message>
        <source>refers to something that is no storage</source>
        <translation>verweist auf etwas, das kein Speicher ist</translation>
    </message>
    <message>
        <source>a tensor has no storage</source>
        <translation>ein Tensor hat keinen Speicher</translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation>endet zu früh</translation>
    </message>
    <message>
        <source>holds more values than any checkpoint needs</source>
        <translation>enthält mehr Werte, als ein Checkpoint braucht</translation>
    </message>
    <message>
        <source>takes more from its stack than there is</source>
        <translation>nimmt mehr vom Stapel, als da ist</translation>
    </message>
    <message>
        <source>adds to what is no collection of that kind</source>
        <translation>fügt zu etwas hinzu, das keine solche Sammlung ist</translation>
    </message>
    <message>
        <source>refers to a value that is not there</source>
        <translation>verweist auf einen Wert, den es nicht gibt</translation>
    </message>
    <message>
        <source>a size or place of a tensor is no whole number</source>
        <translation>Größe oder Ort eines Tensors ist keine ganze Zahl</translation>
    </message>
    <message>
        <source>a shape of a tensor is no tuple of whole numbers</source>
        <translation>die Form eines Tensors ist kein Tupel ganzer Zahlen</translation>
    </message>
    <message>
        <source>a storage&apos;s name is no text</source>
        <translation>der Name eines Speichers ist kein Text</translation>
    </message>
    <message>
        <source>is nested more deeply than any checkpoint</source>
        <translation>ist tiefer geschachtelt als jeder Checkpoint</translation>
    </message>
    <message>
        <source>holds a bare &quot;%1&quot;, which is no value</source>
        <translation>enthält ein bloßes &quot;%1&quot;, das kein Wert ist</translation>
    </message>
    <message>
        <source>a dictionary&apos;s key is neither text nor number</source>
        <translation>der Schlüssel eines Wörterbuchs ist weder Text noch Zahl</translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in a dictionary</source>
        <translation>der Schlüssel &quot;%1&quot; steht zweimal in einem Wörterbuch</translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation>muss mindestens %1 sein</translation>
    </message>
    <message>
        <source>must be in %1</source>
        <translation>muss in %1 liegen</translation>
    </message>
    <message>
        <source>stopped after %1 updates</source>
        <translation>beendet nach %1 Updates</translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation>lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>check the name and the permissions</source>
        <translation>prüfe Namen und Rechte</translation>
    </message>
    <message>
        <source>is no file</source>
        <translation>ist keine Datei</translation>
    </message>
    <message>
        <source>check the name</source>
        <translation>prüfe den Namen</translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation>lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>must be more than the data&apos;s largest label, %1</source>
        <translation>muss mehr sein als die größte Klasse der Daten, %1</translation>
    </message>
    <message>
        <source>has %1 classes, the teacher %2</source>
        <translation>hat %1 Klassen, der Lehrer %2</translation>
    </message>
    <message>
        <source>all three networks must be conditioned alike</source>
        <translation>alle drei Netze müssen gleich bedingt sein</translation>
    </message>
    <message>
        <source>is not what the run began with (%1, now %2)</source>
        <translation>ist nicht, womit der Lauf begann (%1, jetzt %2)</translation>
    </message>
    <message>
        <source>put the old file back, or start a new run</source>
        <translation>lege die alte Datei zurück, oder beginne einen neuen Lauf</translation>
    </message>
    <message>
        <source>does not tell a network that could be trained on</source>
        <translation>verrät kein Netz, auf dem sich trainieren ließe</translation>
    </message>
    <message>
        <source>is no .safetensors file: the header is longer than the file</source>
        <translation>ist keine .safetensors-Datei: Der Kopf ist länger als die Datei</translation>
    </message>
    <message>
        <source>is no .safetensors file: the header is no JSON object with distinct keys</source>
        <translation>ist keine .safetensors-Datei: Der Kopf ist kein JSON-Objekt mit verschiedenen Schlüsseln</translation>
    </message>
    <message>
        <source>the tensor&apos;s description is not complete</source>
        <translation>die Beschreibung des Tensors ist unvollständig</translation>
    </message>
    <message>
        <source>the tensor&apos;s type &quot;%1&quot; is not known</source>
        <translation>der Typ &quot;%1&quot; des Tensors ist unbekannt</translation>
    </message>
    <message>
        <source>the tensor is too large</source>
        <translation>der Tensor ist zu groß</translation>
    </message>
    <message>
        <source>the tensor lies outside the file</source>
        <translation>der Tensor liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>the tensor&apos;s shape %1 does not fit its %2 bytes</source>
        <translation>die Form %1 des Tensors passt nicht zu seinen %2 Bytes</translation>
    </message>
    <message>
        <source>tensors overlap or leave a gap</source>
        <translation>Tensoren überlappen oder lassen eine Lücke</translation>
    </message>
    <message>
        <source>the file is longer than its tensors</source>
        <translation>die Datei ist länger als ihre Tensoren</translation>
    </message>
    <message>
        <source>holds no tensor &quot;%1&quot;</source>
        <translation>enthält keinen Tensor &quot;%1&quot;</translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation>der Ordner lässt sich nicht anlegen: %1</translation>
    </message>
    <message>
        <source>must be left out: the network is unconditional</source>
        <translation>muss fehlen: Das Netz ist unbedingt</translation>
    </message>
    <message>
        <source>must be all or a whole number from 0 to %1</source>
        <translation>muss all oder eine ganze Zahl von 0 bis %1 sein</translation>
    </message>
    <message>
        <source>a teacher in one step gives blurred averages; take --solver euler --steps 100</source>
        <translation>ein Lehrer in einem Schritt gibt verschwommene Mittel; nimm --solver euler --steps 100</translation>
    </message>
    <message>
        <source>stopped; nothing was written</source>
        <translation>beendet; nichts wurde geschrieben</translation>
    </message>
    <message>
        <source>was written by a PyTorch before 1.6 and is not read</source>
        <translation>stammt von einem PyTorch vor 1.6 und wird nicht gelesen</translation>
    </message>
    <message>
        <source>load it in Python and save it again with torch.save</source>
        <translation>lade sie in Python und speichere sie mit torch.save noch einmal</translation>
    </message>
    <message>
        <source>holds more than one checkpoint</source>
        <translation>enthält mehr als einen Checkpoint</translation>
    </message>
    <message>
        <source>is a zip archive, but no checkpoint: it holds no data.pkl</source>
        <translation>ist ein Zip-Archiv, aber kein Checkpoint: Es enthält kein data.pkl</translation>
    </message>
    <message>
        <source>take a file that torch.save wrote</source>
        <translation>nimm eine Datei, die torch.save geschrieben hat</translation>
    </message>
    <message>
        <source>is a TorchScript program, no checkpoint</source>
        <translation>ist ein TorchScript-Programm, kein Checkpoint</translation>
    </message>
    <message>
        <source>take a file that torch.save wrote from state dictionaries</source>
        <translation>nimm eine Datei, die torch.save aus Zustandswörterbüchern geschrieben hat</translation>
    </message>
    <message>
        <source>its numbers are in big-endian order and are not read</source>
        <translation>ihre Zahlen stehen in Big-Endian-Ordnung und werden nicht gelesen</translation>
    </message>
    <message>
        <source>save it again on a little-endian machine</source>
        <translation>speichere sie auf einer Little-Endian-Maschine noch einmal</translation>
    </message>
    <message>
        <source>is larger than any checkpoint needs</source>
        <translation>ist größer, als ein Checkpoint braucht</translation>
    </message>
    <message>
        <source>a tensor&apos;s storage is missing</source>
        <translation>der Speicher eines Tensors fehlt</translation>
    </message>
    <message>
        <source>a tensor&apos;s storage has another size than it says</source>
        <translation>der Speicher eines Tensors hat eine andere Größe, als er sagt</translation>
    </message>
    <message>
        <source>a tensor %1 at %2 with strides %3 reaches outside its storage of %4 values</source>
        <translation>ein Tensor %1 bei %2 mit Schrittweiten %3 reicht über seinen Speicher von %4 Werten hinaus</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>take a smaller batch or width, or close other programs</source>
        <translation>nimm einen kleineren Batch oder eine kleinere Breite, oder schließe andere Programme</translation>
    </message>
    <message>
        <source>LibTorch: %1</source>
        <translation>LibTorch: %1</translation>
    </message>
    <message>
        <source>the engine failed: %1</source>
        <translation>die Engine schlug fehl: %1</translation>
    </message>
    <message>
        <source>the engine failed for an unknown reason</source>
        <translation>die Engine schlug aus unbekanntem Grund fehl</translation>
    </message>
    <message>
        <source>the network is conditional: it needs a class for every image</source>
        <translation>das Netz ist bedingt: Es braucht für jedes Bild eine Klasse</translation>
    </message>
    <message>
        <source>the network has no discriminator head for a middle block of %1 channels</source>
        <translation>das Netz hat keinen Diskriminator-Kopf für einen mittleren Block mit %1 Kanälen</translation>
    </message>
    <message>
        <source>it holds no U-Net of the authors&apos; layout: tensor %1 is missing or has an odd shape</source>
        <translation>sie enthält kein U-Net im Aufbau der Autoren: Tensor %1 fehlt oder hat eine fremde Form</translation>
    </message>
    <message>
        <source>the encoder is not regular at %1: every level must have as many blocks, of one width</source>
        <translation>der Encoder ist bei %1 nicht regelmäßig: Jede Ebene muss gleich viele Blöcke einer Breite haben</translation>
    </message>
    <message>
        <source>must be a multiple of 32 of at most 8192</source>
        <translation>muss ein Vielfaches von 32 und höchstens 8192 sein</translation>
    </message>
    <message>
        <source>must be 1 to 12 numbers from 1 to 64</source>
        <translation>müssen 1 bis 12 Zahlen von 1 bis 64 sein</translation>
    </message>
    <message>
        <source>must be from 1 to 32</source>
        <translation>muss von 1 bis 32 sein</translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation>darf nicht negativ sein</translation>
    </message>
    <message>
        <source>must be from 1 to 1024</source>
        <translation>muss von 1 bis 1024 sein</translation>
    </message>
    <message>
        <source>must divide the %1 channels of level %2, which has attention</source>
        <translation>muss die %1 Kanäle von Ebene %2 teilen, die Attention hat</translation>
    </message>
    <message>
        <source>is no zip archive, or its end is missing</source>
        <translation>ist kein Zip-Archiv, oder sein Ende fehlt</translation>
    </message>
    <message>
        <source>the directory of the archive is damaged</source>
        <translation>das Verzeichnis des Archivs ist beschädigt</translation>
    </message>
    <message>
        <source>the entry is encrypted</source>
        <translation>der Eintrag ist verschlüsselt</translation>
    </message>
    <message>
        <source>the entry is compressed, which torch.save never does</source>
        <translation>der Eintrag ist gepackt, was torch.save nie tut</translation>
    </message>
    <message>
        <source>save it again with torch.save</source>
        <translation>speichere ihn mit torch.save noch einmal</translation>
    </message>
    <message>
        <source>the entry lies outside the file</source>
        <translation>der Eintrag liegt außerhalb der Datei</translation>
    </message>
    <message>
        <source>the entry&apos;s header is damaged</source>
        <translation>der Kopf des Eintrags ist beschädigt</translation>
    </message>
    <message>
        <source>entries of the archive overlap</source>
        <translation>Einträge des Archivs überlappen</translation>
    </message>
    <message>
        <source>two entries have the same name</source>
        <translation>zwei Einträge haben denselben Namen</translation>
    </message>
    <message>
        <source>the checksum is wrong: the data are damaged</source>
        <translation>die Prüfsumme stimmt nicht: Die Daten sind beschädigt</translation>
    </message>
    <message>
        <source>this build writes no animations</source>
        <translation>dieser Bau schreibt keine Animationen</translation>
    </message>
    <message>
        <source>install giflib&apos;s headers and build again, or export a .pdf, .svg or .png</source>
        <translation>installiere die Header von giflib und baue noch einmal, oder exportiere ein .pdf, .svg oder .png</translation>
    </message>
    <message>
        <source>is no record of an evaluation</source>
        <translation>ist kein Protokoll einer Auswertung</translation>
    </message>
    <message>
        <source>name what evaluate --json printed</source>
        <translation>nenne, was evaluate --json ausgegeben hat</translation>
    </message>
    <message>
        <source>was %1 there: the records cannot be compared</source>
        <translation>war dort %1: Die Protokolle lassen sich nicht vergleichen</translation>
    </message>
    <message>
        <source>must be a whole number from 1 to %1</source>
        <translation>muss eine ganze Zahl von 1 bis %1 sein</translation>
    </message>
    <message>
        <source>must be a number above 0, at most %1</source>
        <translation>muss eine Zahl über 0 und höchstens %1 sein</translation>
    </message>
    <message>
        <source>must be a number %1</source>
        <translation>muss eine Zahl %1 sein</translation>
    </message>
    <message>
        <source>cannot follow dmd unless alpha = beta</source>
        <translation>kann dmd nur mit alpha = beta folgen</translation>
    </message>
    <message>
        <source>must end in .csv</source>
        <translation>muss auf .csv enden</translation>
    </message>
    <message>
        <source>must be a parameter and its values, such as generated.mean[0]=-2:2:41</source>
        <translation>muss ein Parameter mit seinen Werten sein, etwa generated.mean[0]=-2:2:41</translation>
    </message>
    <message>
        <source>must stay %1</source>
        <translation>muss %1 bleiben</translation>
    </message>
    <message>
        <source>must be another parameter than that of x</source>
        <translation>muss ein anderer Parameter sein als der von x</translation>
    </message>
    <message>
        <source>makes more than %1 values; take a coarser grid</source>
        <translation>ergibt mehr als %1 Werte; nimm ein gröberes Gitter</translation>
    </message>
    <message>
        <source>must be above 0 in a conditional scene, where all is at x0 then</source>
        <translation>muss in einer bedingten Szene über 0 sein, wo dann alles bei x0 ist</translation>
    </message>
    <message>
        <source>cannot change in a conditional scene: it would change x0 too</source>
        <translation>kann sich in einer bedingten Szene nicht ändern: Es änderte auch x0</translation>
    </message>
    <message>
        <source>holds a sweep with other settings</source>
        <translation>enthält eine Reihe mit anderen Einstellungen</translation>
    </message>
    <message>
        <source>give the command of that sweep to go on with it, or name another folder</source>
        <translation>gib den Befehl jener Reihe, um mit ihr fortzufahren, oder nenne einen anderen Ordner</translation>
    </message>
    <message>
        <source>exists and is no sweep</source>
        <translation>ist schon da und keine Reihe</translation>
    </message>
    <message>
        <source>name another folder</source>
        <translation>nenne einen anderen Ordner</translation>
    </message>
    <message>
        <source>the run of this cell failed: %1</source>
        <translation>der Lauf dieser Zelle schlug fehl: %1</translation>
    </message>
    <message>
        <source>mend what it said above, then give the same command again</source>
        <translation>behebe, was er oben sagte, dann gib denselben Befehl noch einmal</translation>
    </message>
    <message>
        <source>must be above 0 and at most %1</source>
        <translation>muss über 0 und höchstens %1 sein</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 cells</source>
        <translation>beendet nach %1 von %2 Zellen</translation>
    </message>
    <message>
        <source>give the same command again to go on</source>
        <translation>gib denselben Befehl noch einmal, um fortzufahren</translation>
    </message>
    <message>
        <source>must be a whole number from %1 to %2</source>
        <translation>muss eine ganze Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be a number from %1 to %2</source>
        <translation>muss eine Zahl von %1 bis %2 sein</translation>
    </message>
    <message>
        <source>must be two seeds or more, such as 1:2</source>
        <translation>müssen zwei oder mehr Startwerte sein, etwa 1:2</translation>
    </message>
    <message>
        <source>or n or between must be given, and one of them only</source>
        <translation>oder n oder between muss gegeben sein, und nur eines davon</translation>
    </message>
    <message>
        <source>needs points or between</source>
        <translation>braucht points oder between</translation>
    </message>
    <message>
        <source>is only for a single Gaussian whose covariances of noise and data commute; take rk45</source>
        <translation>gibt es nur für eine einzelne Gauß-Verteilung, deren Kovarianzen von Rauschen und Daten vertauschen; nimm rk45</translation>
    </message>
    <message>
        <source>makes more than 50 million numbers; take fewer steps or points</source>
        <translation>ergibt mehr als 50 Millionen Zahlen; nimm weniger Schritte oder Punkte</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Of this component against the others; they need not sum to one.</source>
        <translation>Dieser Komponente gegen die anderen; die Summe muss nicht eins sein.</translation>
    </message>
    <message>
        <source>Square root of the covariance&apos;s diagonal; correlations stay.</source>
        <translation>Wurzel der Diagonale der Kovarianz; Korrelationen bleiben.</translation>
    </message>
    <message>
        <source>Mean of this component.</source>
        <translation>Mittelwert dieser Komponente.</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Standard deviation of this component.</source>
        <translation>Standardabweichung dieser Komponente.</translation>
    </message>
    <message>
        <source>deviation along x</source>
        <translation>Abweichung in x</translation>
    </message>
    <message>
        <source>deviation along y</source>
        <translation>Abweichung in y</translation>
    </message>
    <message>
        <source>correlation</source>
        <translation>Korrelation</translation>
    </message>
    <message>
        <source>Of x and y in this component.</source>
        <translation>Von x und y in dieser Komponente.</translation>
    </message>
    <message>
        <source>bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Standard deviation of the Gaussian at each drawn point.</source>
        <translation>Standardabweichung der Gauß-Glocke an jedem gezeichneten Punkt.</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>How far the teacher&apos;s distribution stands from the real one, along x.</source>
        <translation>Wie weit die Verteilung des Lehrers in x von der echten entfernt steht.</translation>
    </message>
    <message>
        <source>factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>On the standard deviation of each component.</source>
        <translation>Auf die Standardabweichung jeder Komponente.</translation>
    </message>
    <message>
        <source>missing component</source>
        <translation>fehlende Komponente</translation>
    </message>
    <message>
        <source>The component of the real data that the teacher does not know, counted from 1.</source>
        <translation>Die Komponente der echten Daten, die der Lehrer nicht kennt, ab 1 gezählt.</translation>
    </message>
    <message>
        <source>correlation of noise and data</source>
        <translation>Korrelation von Rauschen und Daten</translation>
    </message>
    <message>
        <source>0: independent; towards 1 each datum comes from the noise in the same place of its component.</source>
        <translation>0: unabhängig; gegen 1 kommt jedes Datum aus dem Rauschen an derselben Stelle seiner Komponente.</translation>
    </message>
    <message>
        <source>mean of the source</source>
        <translation>Mittelwert der Quelle</translation>
    </message>
    <message>
        <source>Where $x_0$ lies, along x: 0 for noise, elsewhere for data that are to become others.</source>
        <translation>Wo $x_0$ in x liegt: 0 für Rauschen, anderswo für Daten, die zu anderen werden sollen.</translation>
    </message>
    <message>
        <source>width of the source</source>
        <translation>Breite der Quelle</translation>
    </message>
    <message>
        <source>Standard deviation of $x_0$: 1 for noise.</source>
        <translation>Standardabweichung von $x_0$: 1 für Rauschen.</translation>
    </message>
    <message>
        <source>looked at, x</source>
        <translation>betrachtet, x</translation>
    </message>
    <message>
        <source>Densities and fields are those given this $x_0$; distances are means over all of them.</source>
        <translation>Dichten und Felder gelten für dieses $x_0$; Abstände sind Mittel über alle.</translation>
    </message>
    <message>
        <source>looked at, y</source>
        <translation>betrachtet, y</translation>
    </message>
    <message>
        <source>fine-tuned, conditional</source>
        <translation>nachtrainiert, bedingt</translation>
    </message>
    <message>
        <source>fine-tuned, unconditional</source>
        <translation>nachtrainiert, unbedingt</translation>
    </message>
    <message>
        <source>distilled, conditional</source>
        <translation>destilliert, bedingt</translation>
    </message>
    <message>
        <source>distilled, unconditional</source>
        <translation>destilliert, unbedingt</translation>
    </message>
    <message>
        <source>Coefficients</source>
        <translation>Koeffizienten</translation>
    </message>
    <message>
        <source>measured FID, lower is better</source>
        <translation>gemessener FID, kleiner ist besser</translation>
    </message>
    <message>
        <source>recommended</source>
        <translation>empfohlen</translation>
    </message>
    <message>
        <source>data-free</source>
        <translation>datenfrei</translation>
    </message>
    <message>
        <source>unstable</source>
        <translation>instabil</translation>
    </message>
    <message>
        <source>Figure 3: distance surfaces</source>
        <translation>Figure 3: Abstandsflächen</translation>
    </message>
    <message>
        <source>mean y</source>
        <translation>Mittelwert y</translation>
    </message>
    <message>
        <source>mean x</source>
        <translation>Mittelwert x</translation>
    </message>
    <message>
        <source>width y</source>
        <translation>Breite y</translation>
    </message>
    <message>
        <source>width x</source>
        <translation>Breite x</translation>
    </message>
    <message>
        <source>%1 of component %2</source>
        <translation>%1 von Komponente %2</translation>
    </message>
    <message>
        <source>Loss landscape</source>
        <translation>Verlustlandschaft</translation>
    </message>
    <message>
        <source>distance, all $t$</source>
        <translation>Abstand, alle $t$</translation>
    </message>
    <message>
        <source>minimum</source>
        <translation>Minimum</translation>
    </message>
    <message>
        <source>Distance in space</source>
        <translation>Abstand im Raum</translation>
    </message>
    <message>
        <source>Trajectories</source>
        <translation>Bahnen</translation>
    </message>
    <message>
        <source>Vector field</source>
        <translation>Vektorfeld</translation>
    </message>
    <message>
        <source>Figure 3 of the paper</source>
        <translation>Figure 3 der Arbeit</translation>
    </message>
    <message>
        <source>drag to turn it</source>
        <translation>ziehen dreht</translation>
    </message>
    <message>
        <source>generator&apos;s own</source>
        <translation>eigenes des Generators</translation>
    </message>
    <message>
        <source>teacher and generator</source>
        <translation>Lehrer und Generator</translation>
    </message>
    <message>
        <source>all three</source>
        <translation>alle drei</translation>
    </message>
    <message>
        <source>exact map</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>Euler</translation>
    </message>
    <message>
        <source>midpoint</source>
        <translation>Mittelpunkt</translation>
    </message>
    <message>
        <source>Heun</source>
        <translation>Heun</translation>
    </message>
    <message>
        <source>RK4</source>
        <translation>RK4</translation>
    </message>
    <message>
        <source>RK45</source>
        <translation>RK45</translation>
    </message>
    <message>
        <source>SDE</source>
        <translation>SDE</translation>
    </message>
    <message>
        <source>one step $G(z)$</source>
        <translation>ein Schritt $G(z)$</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>teacher − optimal fake</source>
        <translation>Lehrer − optimales Fake-Modell</translation>
    </message>
    <message>
        <source>teacher − generator&apos;s own</source>
        <translation>Lehrer − eigenes des Generators</translation>
    </message>
    <message>
        <source>optimal fake − generator&apos;s own</source>
        <translation>optimales Fake-Modell − eigenes des Generators</translation>
    </message>
    <message>
        <source>arrows</source>
        <translation>Pfeile</translation>
    </message>
    <message>
        <source>streamlines</source>
        <translation>Stromlinien</translation>
    </message>
    <message>
        <source>colours alone</source>
        <translation>nur Farben</translation>
    </message>
    <message>
        <source>γ = 1, and real data enter N.</source>
        <translation>γ = 1, und echte Daten stehen in N.</translation>
    </message>
    <message>
        <source>α = 1, and real data enter N because β ≠ 1.</source>
        <translation>α = 1, und echte Daten stehen in N, weil β ≠ 1 ist.</translation>
    </message>
    <message>
        <source>On real data that the generator misses, the distance is divided by its density, which is near 0 there: it grows without bound.</source>
        <translation>Auf echten Daten, die der Generator verfehlt, wird der Abstand durch seine Dichte geteilt, die dort fast 0 ist: Er wächst unbegrenzt.</translation>
    </message>
    <message>
        <source>Take γ below 1.</source>
        <translation>Nimm γ unter 1.</translation>
    </message>
    <message>
        <source>Take α below 1, or β = 1.</source>
        <translation>Nimm α unter 1 oder β = 1.</translation>
    </message>
    <message>
        <source>The generator inherits what is wrong with this teacher.</source>
        <translation>Der Generator erbt, was an diesem Lehrer falsch ist.</translation>
    </message>
    <message>
        <source>Real data without effect.</source>
        <translation>Echte Daten ohne Wirkung.</translation>
    </message>
    <message>
        <source>α = β &lt; 1: real data stand in the formula, but cancel in N. Modes that the generator misses stay missed.</source>
        <translation>α = β &lt; 1: Echte Daten stehen in der Formel, heben sich in N aber auf. Moden, die der Generator verfehlt, bleiben verfehlt.</translation>
    </message>
    <message>
        <source>α = β &lt; 1: real data stand in the formula, but only below the line. Where the generator has no mass the distance is 0: missed modes stay missed.</source>
        <translation>α = β &lt; 1: Echte Daten stehen in der Formel, aber nur unter dem Bruchstrich. Wo der Generator keine Masse hat, ist der Abstand 0: Verfehlte Moden bleiben verfehlt.</translation>
    </message>
    <message>
        <source>Over-corrects the teacher.</source>
        <translation>Überkorrigiert den Lehrer.</translation>
    </message>
    <message>
        <source>α = β &lt; 1 with a teacher that the real data contradict: the mixture of generated and real data takes on the teacher&apos;s field, so the generator moves away from the real data, beyond the teacher.</source>
        <translation>α = β &lt; 1 mit einem Lehrer, dem die echten Daten widersprechen: Die Mischung aus erzeugten und echten Daten nimmt das Feld des Lehrers an, also rückt der Generator von den echten Daten weg, über den Lehrer hinaus.</translation>
    </message>
    <message>
        <source>Real data that the generator misses keep a distance above 0 and pull on it.</source>
        <translation>Echte Daten, die der Generator verfehlt, behalten einen Abstand über 0 und ziehen an ihm.</translation>
    </message>
    <message>
        <source>β &gt; α: where the generator is alone, its field is compared enlarged by β/α.</source>
        <translation>β &gt; α: Wo der Generator allein ist, wird sein Feld um β/α vergrößert verglichen.</translation>
    </message>
    <message>
        <source>β &lt; α: where the generator is alone, its field is compared reduced by β/α.</source>
        <translation>β &lt; α: Wo der Generator allein ist, wird sein Feld um β/α verkleinert verglichen.</translation>
    </message>
    <message>
        <source>The real data contradict this teacher: the least distance is not at the real data.</source>
        <translation>Die echten Daten widersprechen diesem Lehrer: Der kleinste Abstand liegt nicht bei den echten Daten.</translation>
    </message>
    <message>
        <source>Biased.</source>
        <translation>Verzerrt.</translation>
    </message>
    <message>
        <source>DMD with α ≠ β: the fake model is not the score of a mixture of both densities, so the generator follows no gradient. Take β = α.</source>
        <translation>DMD mit α ≠ β: Das Fake-Modell ist nicht der Score einer Mischung beider Dichten, also folgt der Generator keinem Gradienten. Nimm β = α.</translation>
    </message>
    <message>
        <source>The generator follows KL(p_θ ‖ p*), which is felt where it has samples only. Modes that it misses are never seen.</source>
        <translation>Der Generator folgt KL(p_θ ‖ p*), das nur dort wirkt, wo er Samples hat. Moden, die er verfehlt, sieht er nie.</translation>
    </message>
    <message>
        <source>α = β &lt; 1: real data soften the divergence where both are, but samples of the generator are all that moves. Missed modes stay missed.</source>
        <translation>α = β &lt; 1: Echte Daten mildern die Divergenz, wo beide sind, aber nur Samples des Generators bewegen etwas. Verfehlte Moden bleiben verfehlt.</translation>
    </message>
    <message>
        <source>exists already; choose another name or add --overwrite</source>
        <translation>ist schon da; wähle einen anderen Namen oder füge --overwrite an</translation>
    </message>
    <message>
        <source>is nothing that runs here</source>
        <translation>ist nichts, das hier läuft</translation>
    </message>
    <message>
        <source>the export was stopped; nothing of it is left</source>
        <translation>der Export wurde abgebrochen; nichts davon bleibt</translation>
    </message>
    <message>
        <source>must have two different ends</source>
        <translation>muss zwei verschiedene Enden haben</translation>
    </message>
    <message>
        <source>needs a file that can run: .gif, .png, .mp4 or .webm</source>
        <translation>braucht eine Datei, die laufen kann: .gif, .png, .mp4 oder .webm</translation>
    </message>
    <message>
        <source>must end in .pdf, .svg, .png, .gif, .mp4 or .webm</source>
        <translation>muss auf .pdf, .svg, .png, .gif, .mp4 oder .webm enden</translation>
    </message>
    <message>
        <source>needs a file</source>
        <translation>braucht eine Datei</translation>
    </message>
    <message>
        <source>the pictures could not be written</source>
        <translation>die Bilder konnten nicht geschrieben werden</translation>
    </message>
    <message>
        <source>the run has neither losses nor samples yet</source>
        <translation>der Lauf hat noch keine Verluste und keine Samples</translation>
    </message>
    <message>
        <source>export again once it has made its first updates</source>
        <translation>exportiere wieder, wenn er die ersten Updates gemacht hat</translation>
    </message>
    <message>
        <source>fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verluste</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>is no picture</source>
        <translation>ist kein Bild</translation>
    </message>
    <message>
        <source>remove it; the next samples take its place</source>
        <translation>entferne es; die nächsten Samples treten an seine Stelle</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>does not serve scenes in %1-D</source>
        <translation>taugt nicht für Szenen in %1-D</translation>
    </message>
    <message>
        <source>ffmpeg could not make the film: %1</source>
        <translation>ffmpeg konnte den Film nicht machen: %1</translation>
    </message>
    <message>
        <source>export a .gif or a sequence of .png instead</source>
        <translation>exportiere stattdessen ein .gif oder eine Folge von .png</translation>
    </message>
    <message>
        <source>films need the program ffmpeg, which is not on the PATH</source>
        <translation>Filme brauchen das Programm ffmpeg, das nicht im PATH ist</translation>
    </message>
    <message>
        <source>install ffmpeg, or export a .gif or a sequence of .png</source>
        <translation>installiere ffmpeg oder exportiere ein .gif oder eine Folge von .png</translation>
    </message>
    <message>
        <source>choose a folder that exists and that you may write to</source>
        <translation>wähle einen Ordner, den es gibt und in den du schreiben darfst</translation>
    </message>
    <message>
        <source>could not be written</source>
        <translation>konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>must be t, alpha or beta, or like alpha=0.8:1:41</source>
        <translation>muss t, alpha oder beta sein oder wie alpha=0.8:1:41</translation>
    </message>
    <message>
        <source>must have as many coordinates as the data, %1</source>
        <translation>muss so viele Koordinaten haben wie die Daten, %1</translation>
    </message>
    <message>
        <source>must be %1mean[i] or %1sd[i], or a component&apos;s weight, with indices that the scene has</source>
        <translation>muss %1mean[i] oder %1sd[i] oder das Gewicht einer Komponente sein, mit Indizes, die die Szene hat</translation>
    </message>
    <message>
        <source>must be above %1, %2</source>
        <translation>muss über %1 liegen, %2</translation>
    </message>
    <message>
        <source>path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>How noise and data are joined, x_t = a(t) x1 + b(t) x0 + g(t) z.</source>
        <translation>Wie Rauschen und Daten verbunden sind, x_t = a(t) x1 + b(t) x0 + g(t) z.</translation>
    </message>
    <message>
        <source>offset</source>
        <translation>Versatz</translation>
    </message>
    <message>
        <source>vp-cosine: keeps noise from vanishing too early.</source>
        <translation>vp-cosine: hält das Rauschen davon ab, zu früh zu verschwinden.</translation>
    </message>
    <message>
        <source>least rate</source>
        <translation>kleinste Rate</translation>
    </message>
    <message>
        <source>vp-linear: the noise rate at the data.</source>
        <translation>vp-linear: die Rate des Rauschens bei den Daten.</translation>
    </message>
    <message>
        <source>greatest rate</source>
        <translation>größte Rate</translation>
    </message>
    <message>
        <source>vp-linear: the noise rate at the noise.</source>
        <translation>vp-linear: die Rate des Rauschens beim Rauschen.</translation>
    </message>
    <message>
        <source>least noise</source>
        <translation>kleinstes Rauschen</translation>
    </message>
    <message>
        <source>ve: standard deviation at t = 1.</source>
        <translation>ve: Standardabweichung bei t = 1.</translation>
    </message>
    <message>
        <source>greatest noise</source>
        <translation>größtes Rauschen</translation>
    </message>
    <message>
        <source>ve: standard deviation at t = 0.</source>
        <translation>ve: Standardabweichung bei t = 0.</translation>
    </message>
    <message>
        <source>exponent</source>
        <translation>Exponent</translation>
    </message>
    <message>
        <source>ve: how the noise levels are spread over t.</source>
        <translation>ve: wie die Stufen des Rauschens über t verteilt sind.</translation>
    </message>
    <message>
        <source>added noise</source>
        <translation>Zusatzrauschen</translation>
    </message>
    <message>
        <source>stochastic: scale of g(t) = sqrt(2 t (1 - t)).</source>
        <translation>stochastic: Größe von g(t) = sqrt(2 t (1 - t)).</translation>
    </message>
    <message>
        <source>bridge noise</source>
        <translation>Brückenrauschen</translation>
    </message>
    <message>
        <source>bridge: variance of the Brownian bridge, g(t) = sqrt(epsilon t (1 - t)).</source>
        <translation>bridge: Varianz der Brownschen Brücke, g(t) = sqrt(epsilon t (1 - t)).</translation>
    </message>
    <message>
        <source>What the players share: uid (Theorem 1), realuid (Theorem 2), general (Definition 3), sid (Appendix A.3), normalized (Appendix A.4) or dmd (Appendix A.5).</source>
        <translation>Was die Spieler teilen: uid (Satz 1), realuid (Satz 2), general (Definition 3), sid (Anhang A.3), normalized (Anhang A.4) oder dmd (Anhang A.5).</translation>
    </message>
    <message>
        <source>quadratic term of SiD</source>
        <translation>quadratischer Term von SiD</translation>
    </message>
    <message>
        <source>SiD only (Appendix A.3): the generator&apos;s turn scales the quadratic term on generated data by 2 alpha_sid. 0.5 is the true gradient, 1 and 1.2 are what the authors of SiD use.</source>
        <translation>Nur SiD (Anhang A.3): Der Zug des Generators skaliert den quadratischen Term auf erzeugten Daten mit 2 alpha_sid. 0.5 ist der wahre Gradient, 1 und 1.2 nehmen die Autoren von SiD.</translation>
    </message>
    <message>
        <source>is unstable with beta unlike alpha: the distance grows without bound on real data that the generator misses; take gamma below 1 or beta = alpha</source>
        <translation>ist mit beta ungleich alpha instabil: Der Abstand wächst unbegrenzt auf echten Daten, die der Generator verfehlt; nimm gamma unter 1 oder beta = alpha</translation>
    </message>
    <message>
        <source>is not alpha, %1: the fake model of dmd is then no score of a mixture, and the generator follows a biased field (Appendix A.5)</source>
        <translation>ist nicht alpha, %1: Das Fake-Modell von dmd ist dann kein Score einer Mischung, und der Generator folgt einem verzerrten Feld (Anhang A.5)</translation>
    </message>
    <message>
        <source>Two moons</source>
        <translation>Zwei Monde</translation>
    </message>
    <message>
        <source>Eight Gaussians</source>
        <translation>Acht Gauß-Verteilungen</translation>
    </message>
    <message>
        <source>Checkerboard</source>
        <translation>Schachbrett</translation>
    </message>
    <message>
        <source>Ring</source>
        <translation>Ring</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>Spirale</translation>
    </message>
    <message>
        <source>must be the joint coupling&apos;s marginal of x1, or be left out</source>
        <translation>muss die Randverteilung von x1 der gemeinsamen Kopplung sein oder fehlen</translation>
    </message>
    <message>
        <source>must have the x0 of coupling: conditional models receive it</source>
        <translation>muss das x0 von coupling haben: bedingte Modelle erhalten es</translation>
    </message>
    <message>
        <source>must be left out with a joint coupling, which it does not tell</source>
        <translation>muss bei einer gemeinsamen Kopplung fehlen, die sie nicht verrät</translation>
    </message>
    <message>
        <source>is not the source of coupling: the distance is then not 0 where generated and real agree</source>
        <translation>ist nicht die Quelle von coupling: Der Abstand ist dann nicht 0, wo erzeugte und echte Daten übereinstimmen</translation>
    </message>
    <message>
        <source>must be score with dmd, whose generator follows scores</source>
        <translation>muss bei dmd score sein, dessen Generator Scores folgt</translation>
    </message>
    <message>
        <source>has no part in the objective %1</source>
        <translation>hat in der Zielfunktion %1 keinen Platz</translation>
    </message>
    <message>
        <source>is an archive of a kind that is not read</source>
        <translation>ist ein Archiv einer Art, die nicht gelesen wird</translation>
    </message>
    <message>
        <source>unpack it and name the folder; only CIFAR-10&apos;s own .tar.gz is read as it is</source>
        <translation>entpacke es und nenne den Ordner; nur das .tar.gz von CIFAR-10 selbst wird gelesen, wie es ist</translation>
    </message>
    <message>
        <source>the archive holds no data_batch_*.bin</source>
        <translation>das Archiv enthält kein data_batch_*.bin</translation>
    </message>
    <message>
        <source>take cifar-10-binary.tar.gz, not the versions for Python or Matlab</source>
        <translation>nimm cifar-10-binary.tar.gz, nicht die Fassungen für Python oder Matlab</translation>
    </message>
    <message>
        <source>name a folder with CIFAR-10&apos;s data_batch_*.bin or with images, its .tar.gz, one .bin file, or shapes for the built-in set</source>
        <translation>nenne einen Ordner mit CIFAR-10s data_batch_*.bin oder mit Bildern, sein .tar.gz, eine .bin-Datei oder shapes für den eingebauten Satz</translation>
    </message>
    <message>
        <source>the folder holds no data_batch_*.bin and no PNG or JPEG images</source>
        <translation>der Ordner enthält kein data_batch_*.bin und keine PNG- oder JPEG-Bilder</translation>
    </message>
    <message>
        <source>name the folder whose sub-folders are the classes, a .bin file itself, or draw a set with `realuid data shapes`</source>
        <translation>nenne den Ordner, dessen Unterordner die Klassen sind, eine .bin-Datei selbst, oder zeichne mit `realuid data shapes` einen Satz</translation>
    </message>
    <message>
        <source>%1 classes; CIFAR-10&apos;s format holds labels 0 to 9</source>
        <translation>%1 Klassen; das Format von CIFAR-10 kennt die Klassen 0 bis 9</translation>
    </message>
    <message>
        <source>import fewer classes, or name the folder itself where data are asked for</source>
        <translation>importiere weniger Klassen, oder nenne den Ordner selbst, wo nach Daten gefragt wird</translation>
    </message>
    <message>
        <source>save an array of one row a sample</source>
        <translation>speichere ein Array mit einer Zeile je Sample</translation>
    </message>
    <message>
        <source>holds no table of two dimensions</source>
        <translation>enthält keine Tabelle mit zwei Dimensionen</translation>
    </message>
    <message>
        <source>has %1 rows; %2 are needed</source>
        <translation>hat %1 Zeilen; nötig sind %2</translation>
    </message>
    <message>
        <source>holds numbers that are not finite</source>
        <translation>enthält Zahlen, die nicht endlich sind</translation>
    </message>
    <message>
        <source>must be given too: distances are of two sets</source>
        <translation>muss auch gegeben sein: Abstände sind solche zweier Mengen</translation>
    </message>
    <message>
        <source>must be given, with features_b, or logits</source>
        <translation>muss gegeben sein, mit features_b, oder logits</translation>
    </message>
    <message>
        <source>has %1 features a row where the other has %2</source>
        <translation>hat %1 Merkmale je Zeile, wo das andere %2 hat</translation>
    </message>
    <message>
        <source>take features of one and the same network</source>
        <translation>nimm Merkmale ein und desselben Netzes</translation>
    </message>
    <message>
        <source>must end in .pt or .safetensors</source>
        <translation>muss auf .pt oder .safetensors enden</translation>
    </message>
    <message>
        <source>must be 32: CIFAR-10&apos;s format holds no other size</source>
        <translation>muss 32 sein: Das Format von CIFAR-10 kennt keine andere Größe</translation>
    </message>
    <message>
        <source>must be given, or images in its place</source>
        <translation>muss gegeben sein, oder an seiner Stelle images</translation>
    </message>
    <message>
        <source>must name the real images</source>
        <translation>muss die echten Bilder nennen</translation>
    </message>
    <message>
        <source>stopped before the evaluation was complete</source>
        <translation>beendet, bevor die Auswertung fertig war</translation>
    </message>
    <message>
        <source>holds images of its own and a sub-folder with images, %1</source>
        <translation>enthält eigene Bilder und einen Unterordner mit Bildern, %1</translation>
    </message>
    <message>
        <source>put each image into the sub-folder of its class, or all into one folder</source>
        <translation>lege jedes Bild in den Unterordner seiner Klasse, oder alle in einen Ordner</translation>
    </message>
    <message>
        <source>has more than %1 classes</source>
        <translation>hat mehr als %1 Klassen</translation>
    </message>
    <message>
        <source>put the images into one folder, without classes</source>
        <translation>lege die Bilder in einen Ordner, ohne Klassen</translation>
    </message>
    <message>
        <source>must be at least %1, the updates already made</source>
        <translation>muss mindestens %1 sein, die Updates, die schon gemacht sind</translation>
    </message>
    <message>
        <source>%1 x %2 pixels are too many</source>
        <translation>%1 x %2 Pixel sind zu viele</translation>
    </message>
    <message>
        <source>the JPEG is damaged: %1</source>
        <translation>das JPEG ist beschädigt: %1</translation>
    </message>
    <message>
        <source>this build reads no JPEG</source>
        <translation>dieser Bau liest kein JPEG</translation>
    </message>
    <message>
        <source>install libjpeg&apos;s headers and build again, or turn the pictures into PNG</source>
        <translation>installiere die Header von libjpeg und baue noch einmal, oder mache PNG aus den Bildern</translation>
    </message>
    <message>
        <source>start a new run with a smaller rate, a longer warm-up or, in distillation, alpha and beta nearer to each other; checkpoints saved so far stay</source>
        <translation>beginne einen neuen Lauf mit kleinerer Rate, längerem Aufwärmen oder, beim Destillieren, alpha und beta näher beieinander; bisher gespeicherte Checkpoints bleiben</translation>
    </message>
    <message>
        <source>the PNG is damaged: %1</source>
        <translation>das PNG ist beschädigt: %1</translation>
    </message>
    <message>
        <source>is neither PNG nor JPEG, whatever its name says</source>
        <translation>ist weder PNG noch JPEG, was immer der Name sagt</translation>
    </message>
    <message>
        <source>must be at most %1</source>
        <translation>darf höchstens %1 sein</translation>
    </message>
    <message>
        <source>must lie in a folder that exists</source>
        <translation>muss in einem Ordner liegen, den es gibt</translation>
    </message>
    <message>
        <source>is no TorchScript program that this LibTorch can load</source>
        <translation>ist kein TorchScript-Programm, das dieses LibTorch laden kann</translation>
    </message>
    <message>
        <source>name a file that torch.jit.save wrote, such as the field&apos;s Inception network, or builtin</source>
        <translation>nenne eine Datei, die torch.jit.save geschrieben hat, etwa das übliche Inception-Netz, oder builtin</translation>
    </message>
    <message>
        <source>does not turn images [n, 3, h, w] into features [n, f]</source>
        <translation>macht aus Bildern [n, 3, h, w] keine Merkmale [n, f]</translation>
    </message>
    <message>
        <source>name a feature network, or builtin</source>
        <translation>nenne ein Merkmalsnetz oder builtin</translation>
    </message>
    <message>
        <source>cannot be opened</source>
        <translation>lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>holds far more than CIFAR-10 does</source>
        <translation>enthält viel mehr als CIFAR-10</translation>
    </message>
    <message>
        <source>the compressed data are damaged</source>
        <translation>die gepackten Daten sind beschädigt</translation>
    </message>
    <message>
        <source>the archive is cut short</source>
        <translation>das Archiv ist abgeschnitten</translation>
    </message>
    <message>
        <source>is no tar archive, or a header in it is damaged</source>
        <translation>ist kein Tar-Archiv, oder ein Kopf darin ist beschädigt</translation>
    </message>
    <message>
        <source>holds two files of the name %1</source>
        <translation>enthält zwei Dateien des Namens %1</translation>
    </message>
    <message>
        <source>after update %1: %2 from %3 to %4</source>
        <translation>nach Update %1: %2 von %3 auf %4</translation>
    </message>
    <message>
        <source>take a smaller rate, more fake updates in a row, or alpha and beta nearer to each other</source>
        <translation>nimm eine kleinere Rate, mehr Fake-Updates in Folge, oder alpha und beta näher beieinander</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>What follows each hidden layer of the small networks.</source>
        <translation>Was jeder verborgenen Schicht der kleinen Netze folgt.</translation>
    </message>
    <message>
        <source>The fake model&apos;s rate after the warm-up.</source>
        <translation>Rate des Fake-Modells nach dem Aufwärmen.</translation>
    </message>
    <message>
        <source>generator&apos;s rate</source>
        <translation>Rate des Generators</translation>
    </message>
    <message>
        <source>The generator&apos;s rate after the warm-up.</source>
        <translation>Rate des Generators nach dem Aufwärmen.</translation>
    </message>
    <message>
        <source>rate at the end</source>
        <translation>Rate am Ende</translation>
    </message>
    <message>
        <source>Share of the rate that is left at the end; it falls over the second half of the updates.</source>
        <translation>Anteil der Rate, der am Ende bleibt; sie fällt in der zweiten Hälfte der Updates.</translation>
    </message>
    <message>
        <source>EMA decay</source>
        <translation>EMA-Abklingen</translation>
    </message>
    <message>
        <source>Decay of the generator&apos;s moving average.</source>
        <translation>Abklingen des gleitenden Mittels des Generators.</translation>
    </message>
    <message>
        <source>Neurons of each hidden layer.</source>
        <translation>Neuronen jeder verborgenen Schicht.</translation>
    </message>
    <message>
        <source>hidden layers</source>
        <translation>verborgene Schichten</translation>
    </message>
    <message>
        <source>Hidden layers of generator and fake model.</source>
        <translation>Verborgene Schichten von Generator und Fake-Modell.</translation>
    </message>
    <message>
        <source>scale of the inputs</source>
        <translation>Maßstab der Eingaben</translation>
    </message>
    <message>
        <source>Factor on the first layer&apos;s initial weights and biases: larger ones start with finer detail.</source>
        <translation>Faktor auf die ersten Gewichte und Achsenabschnitte der ersten Schicht: größere beginnen mit feineren Einzelheiten.</translation>
    </message>
    <message>
        <source>All random numbers follow from it.</source>
        <translation>Alle Zufallszahlen folgen daraus.</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes all. Results do not depend on them.</source>
        <translation>Threads des Prozessors; 0 nimmt alle. Ergebnisse hängen nicht davon ab.</translation>
    </message>
    <message>
        <source>must be linear: the game is played on this path alone</source>
        <translation>muss linear sein: Das Spiel wird nur auf diesem Pfad gespielt</translation>
    </message>
    <message>
        <source>must be velocity: the game&apos;s networks learn no other target</source>
        <translation>muss velocity sein: Die Netze des Spiels lernen kein anderes Ziel</translation>
    </message>
    <message>
        <source>must be independent, with standard normal noise: the game knows no other</source>
        <translation>muss unabhängig sein, mit Standardnormal-Rauschen: Das Spiel kennt kein anderes</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 points</source>
        <translation>muss eine Liste von 1 bis %1 Punkten sein</translation>
    </message>
    <message>
        <source>must hold x0 and x1 one after the other, 2 or 4 numbers</source>
        <translation>muss x0 und x1 nacheinander enthalten, 2 oder 4 Zahlen</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>diese Datei gibt es nicht</translation>
    </message>
    <message>
        <source>write it with numpy.save, as float32 or float64</source>
        <translation>schreibe sie mit numpy.save, als float32 oder float64</translation>
    </message>
    <message>
        <source>the file ends too early</source>
        <translation>die Datei endet zu früh</translation>
    </message>
    <message>
        <source>is no NumPy array</source>
        <translation>ist kein NumPy-Array</translation>
    </message>
    <message>
        <source>has NumPy&apos;s file format %1, which is not known</source>
        <translation>hat NumPys Dateiformat %1, das unbekannt ist</translation>
    </message>
    <message>
        <source>has a damaged header</source>
        <translation>hat einen beschädigten Kopf</translation>
    </message>
    <message>
        <source>holds no plain numbers</source>
        <translation>enthält keine einfachen Zahlen</translation>
    </message>
    <message>
        <source>holds %1 bytes of numbers where its header says %2 numbers</source>
        <translation>enthält %1 Bytes an Zahlen, wo der Kopf %2 Zahlen nennt</translation>
    </message>
    <message>
        <source>holds numbers of the type %1, which is not read</source>
        <translation>enthält Zahlen vom Typ %1, der nicht gelesen wird</translation>
    </message>
    <message>
        <source>expected noise of the path</source>
        <translation>erwartetes Rauschen des Pfads</translation>
    </message>
    <message>
        <source>variance of the drift&apos;s target</source>
        <translation>Varianz des Driftziels</translation>
    </message>
    <message>
        <source>and a column t in the points&apos; file exclude each other</source>
        <translation>und eine Spalte t in der Datei der Punkte schließen einander aus</translation>
    </message>
    <message>
        <source>has a time outside [0, 1], %1</source>
        <translation>hat eine Zeit außerhalb von [0, 1], %1</translation>
    </message>
    <message>
        <source>0 is noise and 1 is data</source>
        <translation>0 ist Rauschen, 1 sind Daten</translation>
    </message>
    <message>
        <source>target on real data</source>
        <translation>Ziel auf echten Daten</translation>
    </message>
    <message>
        <source>What the fake model learns on real data: sampled targets, or the teacher&apos;s field there.</source>
        <translation>Was das Fake-Modell auf echten Daten lernt: gezogene Ziele oder dort das Feld des Lehrers.</translation>
    </message>
    <message>
        <source>nothing moves visibly any more</source>
        <translation>nichts bewegt sich mehr sichtbar</translation>
    </message>
    <message>
        <source>all steps are done; it may move on</source>
        <translation>alle Schritte sind getan; es kann weitergehen</translation>
    </message>
    <message>
        <source>the distance or its derivative is infinite after step %1</source>
        <translation>der Abstand oder seine Ableitung ist nach Schritt %1 unendlich</translation>
    </message>
    <message>
        <source>%1 falls to 0 after step %2</source>
        <translation>%1 fällt nach Schritt %2 auf 0</translation>
    </message>
    <message>
        <source>the field is too steep after step %1 for a step of this rate</source>
        <translation>das Feld ist nach Schritt %1 zu steil für einen Schritt dieser Rate</translation>
    </message>
    <message>
        <source>%1; the batch, the weights and all fields are finite</source>
        <translation>%1; der Batch, die Gewichte und alle Felder sind endlich</translation>
    </message>
    <message>
        <source>%1; the first thing that is not finite: %2</source>
        <translation>%1; das Erste, was nicht endlich ist: %2</translation>
    </message>
    <message>
        <source>the batch is in this file; go on from the last good state with a smaller rate (`realuid resume --run %1 --lr ...`) or, in distillation, with alpha and beta nearer to each other</source>
        <translation>der Batch ist in dieser Datei; fahre vom letzten guten Stand mit kleinerer Rate fort (`realuid resume --run %1 --lr ...`) oder, beim Destillieren, mit alpha und beta näher beieinander</translation>
    </message>
    <message>
        <source>cannot change while a run goes on; start a new run for it</source>
        <translation>lässt sich in einem laufenden Lauf nicht ändern; beginne dafür einen neuen</translation>
    </message>
    <message>
        <source>is no parameter of this run</source>
        <translation>ist kein Parameter dieses Laufs</translation>
    </message>
    <message>
        <source>must be at least two, such as 1,2</source>
        <translation>müssen mindestens zwei sein, etwa 1,2</translation>
    </message>
    <message>
        <source>must be a whole number from 2 to %1</source>
        <translation>muss eine ganze Zahl von 2 bis %1 sein</translation>
    </message>
    <message>
        <source>must be one class: the way from seed to seed keeps it</source>
        <translation>muss eine Klasse sein: Der Weg von Startwert zu Startwert behält sie</translation>
    </message>
    <message>
        <source>must name a .png, .gif or .npy file or a folder</source>
        <translation>muss eine .png-, .gif- oder .npy-Datei oder einen Ordner nennen</translation>
    </message>
    <message>
        <source>check that this is a run folder</source>
        <translation>prüfe, ob dies der Ordner eines Laufs ist</translation>
    </message>
    <message>
        <source>%1 is work for one process: only teacher, distil and resume are shared by several</source>
        <translation>%1 ist Arbeit für einen einzelnen Prozess: Nur teacher, distil und resume teilen sich mehrere</translation>
    </message>
    <message>
        <source>start it without mpirun</source>
        <translation>starte es ohne mpirun</translation>
    </message>
    <message>
        <source>stopped after %1 of %2 updates</source>
        <translation>nach %1 von %2 Updates angehalten</translation>
    </message>
    <message>
        <source>the run was not stopped before its end</source>
        <translation>der Lauf wurde nicht vor seinem Ende angehalten</translation>
    </message>
    <message>
        <source>name the folder of a toy run that was stopped</source>
        <translation>nenne den Ordner eines Toy-Laufs, der angehalten wurde</translation>
    </message>
    <message>
        <source>is not the state of this game</source>
        <translation>ist nicht der Zustand dieses Spiels</translation>
    </message>
    <message>
        <source>begin the run anew: the same seed leads to the same end</source>
        <translation>beginne den Lauf von vorn: Derselbe Startwert führt zum selben Ende</translation>
    </message>
    <message>
        <source>is not the folder of a toy run</source>
        <translation>ist nicht der Ordner eines Toy-Laufs</translation>
    </message>
    <message>
        <source>must be above 0</source>
        <translation>muss über 0 liegen</translation>
    </message>
    <message>
        <source>Flow matching on CIFAR-10, unconditional, as the authors trained it.</source>
        <translation>Flow Matching auf CIFAR-10, ohne Klassen, wie die Autoren es trainierten.</translation>
    </message>
    <message>
        <source>The same with CIFAR-10&apos;s ten classes.</source>
        <translation>Dasselbe mit den zehn Klassen von CIFAR-10.</translation>
    </message>
    <message>
        <source>RealUID (0.94, 0.96): best from scratch on unconditional CIFAR-10.</source>
        <translation>RealUID (0,94, 0,96): von Grund auf das Beste auf CIFAR-10 ohne Klassen.</translation>
    </message>
    <message>
        <source>RealUID (0.98, 0.96): best from scratch with classes.</source>
        <translation>RealUID (0,98, 0,96): von Grund auf das Beste mit Klassen.</translation>
    </message>
    <message>
        <source>Fine-tuning, RealUID (0.94, 1), with and without classes: give the best distilled EMA as --init-generator F:0.999; the fake model starts from the teacher.</source>
        <translation>Feinabstimmung, RealUID (0,94, 1), mit und ohne Klassen: Gib den besten destillierten EMA als --init-generator F:0.999 an; das Fake-Modell beginnt beim Lehrer.</translation>
    </message>
    <message>
        <source>UID, the data-free baseline (1, 1).</source>
        <translation>UID, die datenfreie Vergleichsgröße (1, 1).</translation>
    </message>
    <message>
        <source>UID with the GAN loss, the paper&apos;s other way to real data.</source>
        <translation>UID mit dem GAN-Verlust, dem anderen Weg der Arbeit zu echten Daten.</translation>
    </message>
    <message>
        <source>The same teacher on 64 x 64 images of a folder, such as CelebA&apos;s.</source>
        <translation>Derselbe Lehrer auf 64 x 64 großen Bildern eines Ordners, etwa denen von CelebA.</translation>
    </message>
    <message>
        <source>RealUID (0.94, 0.96) on 64 x 64 images.</source>
        <translation>RealUID (0,94, 0,96) auf 64 x 64 großen Bildern.</translation>
    </message>
    <message>
        <source>Fine-tuning, RealUID (0.94, 1), on 64 x 64 images.</source>
        <translation>Feinabstimmung, RealUID (0,94, 1), auf 64 x 64 großen Bildern.</translation>
    </message>
    <message>
        <source>UID with the GAN loss on 64 x 64 images.</source>
        <translation>UID mit dem GAN-Verlust auf 64 x 64 großen Bildern.</translation>
    </message>
    <message>
        <source>Flow Generator Matching: UID on velocities.</source>
        <translation>Flow Generator Matching: UID auf Geschwindigkeiten.</translation>
    </message>
    <message>
        <source>Score identity Distillation with alpha_sid = 1, on the teacher&apos;s own target.</source>
        <translation>Score identity Distillation mit alpha_sid = 1, auf dem Ziel des Lehrers selbst.</translation>
    </message>
    <message>
        <source>The same with alpha_sid = 1.2, the other value of its authors.</source>
        <translation>Dasselbe mit alpha_sid = 1,2, dem anderen Wert ihrer Autoren.</translation>
    </message>
    <message>
        <source>Distribution Matching Distillation, data-free: its generator follows the difference of scores.</source>
        <translation>Distribution Matching Distillation, datenfrei: Ihr Generator folgt der Differenz der Scores.</translation>
    </message>
    <message>
        <source>Augmented bridge matching from images to images: give --source.</source>
        <translation>Erweitertes Bridge Matching von Bildern zu Bildern: Gib --source an.</translation>
    </message>
    <message>
        <source>Inverse Bridge Matching Distillation: UID on a bridge, from images to images.</source>
        <translation>Inverse Bridge Matching Distillation: UID auf einer Brücke, von Bildern zu Bildern.</translation>
    </message>
    <message>
        <source>The same with real pairs, RealUID (0.94, 0.96).</source>
        <translation>Dasselbe mit echten Paaren, RealUID (0,94, 0,96).</translation>
    </message>
    <message>
        <source>optimiser</source>
        <translation>Optimierer</translation>
    </message>
    <message>
        <source>adam, as the authors&apos; code, or adamw (decoupled weight decay), as the paper&apos;s text says.</source>
        <translation>adam, wie der Code der Autoren, oder adamw (entkoppelter Gewichtsschwund), wie der Text der Arbeit sagt.</translation>
    </message>
    <message>
        <source>weight decay</source>
        <translation>Gewichtsschwund</translation>
    </message>
    <message>
        <source>AdamW only: each update first scales the weights by 1 − rate × this.</source>
        <translation>Nur AdamW: Jedes Update skaliert die Gewichte zuerst mit 1 − Rate × diesem Wert.</translation>
    </message>
    <message>
        <source>discriminator head</source>
        <translation>Diskriminator-Kopf</translation>
    </message>
    <message>
        <source>Teachers only: the network has the head of the authors&apos; files, which the GAN baseline needs. It learns nothing before that.</source>
        <translation>Nur Lehrer: Das Netz hat den Kopf der Dateien der Autoren, den der GAN-Vergleich braucht. Vorher lernt er nichts.</translation>
    </message>
    <message>
        <source>How x0 and data are joined, x_t = a(t) x1 + b(t) x0, for bridge with noise of its own; teacher and distillation must have the same.</source>
        <translation>Wie x0 und Daten verbunden sind, x_t = a(t) x1 + b(t) x0, bei bridge mit eigenem Rauschen; Lehrer und Destillation müssen dasselbe haben.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What the networks predict: the velocity, the data, the noise, or the score times b(t), as score networks are trained.</source>
        <translation>Was die Netze vorhersagen: die Geschwindigkeit, die Daten, das Rauschen oder den Score mal b(t), wie Score-Netze trainiert werden.</translation>
    </message>
    <message>
        <source>noise of the bridge</source>
        <translation>Rauschen der Brücke</translation>
    </message>
    <message>
        <source>Path bridge only: x_t has the variance ε t(1 − t) around its line. A stochastic interpolant with γ √(2t(1 − t)) is ε = 2γ².</source>
        <translation>Nur Pfad bridge: x_t hat die Varianz ε t(1 − t) um seine Gerade. Eine stochastische Interpolante mit γ √(2t(1 − t)) ist ε = 2γ².</translation>
    </message>
    <message>
        <source>networks see x0</source>
        <translation>Netze sehen x0</translation>
    </message>
    <message>
        <source>Where x0 is an image: networks receive it beside x_t (augmented bridge matching).</source>
        <translation>Wo x0 ein Bild ist: Die Netze erhalten es neben x_t (erweitertes Bridge Matching).</translation>
    </message>
    <message>
        <source>noise on the source</source>
        <translation>Rauschen auf der Quelle</translation>
    </message>
    <message>
        <source>Where x0 is an image: standard deviation of the noise z that the generator G(x0, z) sees added to it; 0 makes it a map.</source>
        <translation>Wo x0 ein Bild ist: Standardabweichung des Rauschens z, das der Generator G(x0, z) dazu sieht; 0 macht ihn zu einer Abbildung.</translation>
    </message>
    <message>
        <source>GAN weight, generator</source>
        <translation>GAN-Gewicht, Generator</translation>
    </message>
    <message>
        <source>Weight of softplus(−D) on generated samples in the generator&apos;s turn (eqs. 7–9); 0 is without.</source>
        <translation>Gewicht von softplus(−D) auf erzeugten Samples im Zug des Generators (Gl. 7–9); 0 heißt ohne.</translation>
    </message>
    <message>
        <source>GAN weight, discriminator</source>
        <translation>GAN-Gewicht, Diskriminator</translation>
    </message>
    <message>
        <source>Weight of softplus(D) on generated and softplus(−D) on real samples in the fake model&apos;s turn, whose head D is; 0 is without.</source>
        <translation>Gewicht von softplus(D) auf erzeugten und softplus(−D) auf echten Samples im Zug des Fake-Modells, dessen Kopf D ist; 0 heißt ohne.</translation>
    </message>
    <message>
        <source>GAN&apos;s earliest t</source>
        <translation>frühestes t des GAN</translation>
    </message>
    <message>
        <source>The adversarial terms see t uniform from here to 1; the authors take the last fifth.</source>
        <translation>Die GAN-Terme sehen t gleichverteilt von hier bis 1; die Autoren nehmen das letzte Fünftel.</translation>
    </message>
    <message>
        <source>side of the images</source>
        <translation>Seite der Bilder</translation>
    </message>
    <message>
        <source>Images of a folder are brought to so many pixels; CIFAR-10 and the built-in set have 32.</source>
        <translation>Bilder eines Ordners werden auf so viele Pixel gebracht; CIFAR-10 und der eingebaute Satz haben 32.</translation>
    </message>
    <message>
        <source>milestone every</source>
        <translation>Meilenstein alle</translation>
    </message>
    <message>
        <source>Updates between two checkpoints that stay, whatever keep says. 0 makes none.</source>
        <translation>Updates zwischen zwei Checkpoints, die bleiben, was immer keep sagt. 0 macht keine.</translation>
    </message>
    <message>
        <source>disk budget</source>
        <translation>Plattenbudget</translation>
    </message>
    <message>
        <source>Above it the oldest checkpoints are deleted, milestones last; never the newest, never the best. 0 sets no limit.</source>
        <translation>Darüber werden die ältesten Checkpoints gelöscht, Meilensteine zuletzt; nie der neueste, nie die besten. 0 setzt keine Grenze.</translation>
    </message>
    <message>
        <source>measure every</source>
        <translation>messen alle</translation>
    </message>
    <message>
        <source>Updates between two measurements of each average by the built-in features (a proxy, not the field&apos;s FID); the best stay as best-ema*.pt. 0 measures never.</source>
        <translation>Updates zwischen zwei Messungen jedes Mittels mit den eingebauten Merkmalen (ein Ersatzmaß, nicht die FID des Fachs); die besten bleiben als best-ema*.pt. 0 misst nie.</translation>
    </message>
    <message>
        <source>samples measured</source>
        <translation>gemessene Samples</translation>
    </message>
    <message>
        <source>Samples in each such measurement, the same noise each time.</source>
        <translation>Samples in jeder solchen Messung, jedes Mal dasselbe Rauschen.</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Of convolutions and matrix products while training: float32; tf32, quicker on recent GPUs; bf16, quicker still and with half the memory. Weights, norms and losses stay float32.</source>
        <translation>Von Faltungen und Matrixprodukten beim Training: float32; tf32, auf neueren GPUs schneller; bf16, noch schneller und mit halbem Speicher. Gewichte, Normen und Verluste bleiben float32.</translation>
    </message>
    <message>
        <source>samples at once</source>
        <translation>Samples auf einmal</translation>
    </message>
    <message>
        <source>Splits a batch into passes of this size: the same update in less memory; 0 takes it whole.</source>
        <translation>Teilt einen Batch in Durchgänge dieser Größe: dasselbe Update in weniger Speicher; 0 nimmt ihn ganz.</translation>
    </message>
    <message>
        <source>recompute activations</source>
        <translation>Aktivierungen neu berechnen</translation>
    </message>
    <message>
        <source>Computes each block again in the backward pass instead of keeping its insides: less memory, about a third more work.</source>
        <translation>Berechnet jeden Block im Rückwärtsgang noch einmal, statt sein Inneres aufzuheben: weniger Speicher, etwa ein Drittel mehr Arbeit.</translation>
    </message>
    <message>
        <source>must be above 0 where gan_generator is: the discriminator would never learn</source>
        <translation>muss über 0 liegen, wo gan_generator es tut: Der Diskriminator würde nie lernen</translation>
    </message>
    <message>
        <source>must be halved evenly %1 times, once between two levels</source>
        <translation>muss sich %1-mal glatt halbieren lassen, einmal zwischen zwei Stufen</translation>
    </message>
    <message>
        <source>has images of side %1, not %2</source>
        <translation>hat Bilder der Seite %1, nicht %2</translation>
    </message>
    <message>
        <source>other sides than 32 come from folders of images and the built-in shapes</source>
        <translation>andere Seiten als 32 kommen aus Ordnern mit Bildern und den eingebauten Formen</translation>
    </message>
    <message>
        <source>the newest and the best checkpoints alone take %1 GiB more than the disk budget of %2 GiB</source>
        <translation>der neueste und die besten Checkpoints allein brauchen %1 GiB mehr als das Plattenbudget von %2 GiB</translation>
    </message>
    <message>
        <source>must be data, noise or score on this path, whose velocity has no end at t = 1</source>
        <translation>muss auf diesem Pfad data, noise oder score sein; seine Geschwindigkeit hat bei t = 1 kein Ende</translation>
    </message>
    <message>
        <source>must be data on a bridge: its drift follows from them and has no end at t = 1</source>
        <translation>muss auf einer Brücke data sein: Ihre Drift folgt daraus und hat bei t = 1 kein Ende</translation>
    </message>
    <message>
        <source>must be velocity or data to distil on this path: at t = 0 a prediction of the noise says nothing of the data</source>
        <translation>muss zum Destillieren auf diesem Pfad velocity oder data sein: Bei t = 0 sagt eine Vorhersage des Rauschens nichts über die Daten</translation>
    </message>
    <message>
        <source>stopped before the timing was complete</source>
        <translation>angehalten, bevor die Zeitmessung vollständig war</translation>
    </message>
    <message>
        <source>the run needs about %1 GiB of memory, the device has %2 GiB: take smaller passes (micro_batch), recompute or a smaller batch</source>
        <translation>der Lauf braucht etwa %1 GiB Speicher, das Gerät hat %2 GiB: Nimm kleinere Durchgänge (micro_batch), recompute oder einen kleineren Batch</translation>
    </message>
    <message>
        <source>the run needs about %1 GiB of disk, %2 GiB are free: keep fewer checkpoints or set a disk_budget</source>
        <translation>der Lauf braucht etwa %1 GiB auf der Platte, %2 GiB sind frei: Behalte weniger Checkpoints oder setze ein disk_budget</translation>
    </message>
    <message>
        <source>this engine was built without MPI: it cannot share a run with other processes</source>
        <translation>diese Engine wurde ohne MPI gebaut: Sie kann keinen Lauf mit anderen Prozessen teilen</translation>
    </message>
    <message>
        <source>install Open MPI (Debian: libopenmpi-dev) and build again, or start one process alone</source>
        <translation>installiere Open MPI (Debian: libopenmpi-dev) und baue neu, oder starte einen Prozess allein</translation>
    </message>
    <message>
        <source>another process of this run failed; its message says why</source>
        <translation>ein anderer Prozess dieses Laufs ist gescheitert; seine Meldung sagt, woran</translation>
    </message>
    <message>
        <source>does not hold the statistics that its name tells</source>
        <translation>enthält nicht die Statistik, die sein Name nennt</translation>
    </message>
    <message>
        <source>%1: the statistics are made anew</source>
        <translation>%1: die Statistik wird neu gemacht</translation>
    </message>
    <message>
        <source>%1: the statistics of the real images are not kept</source>
        <translation>%1: die Statistik der echten Bilder wird nicht aufgehoben</translation>
    </message>
    <message>
        <source>must be linear, trigonometric or bridge where x0 is an image: the others begin with noise of their own</source>
        <translation>muss linear, trigonometric oder bridge sein, wo x0 ein Bild ist: Die anderen beginnen mit eigenem Rauschen</translation>
    </message>
    <message>
        <source>needs images as x0: give a source</source>
        <translation>braucht Bilder als x0: Gib eine Quelle an</translation>
    </message>
    <message>
        <source>needs scores, which fields tell where x0 is independent noise and the path adds none</source>
        <translation>braucht Scores; Felder verraten sie nur, wo x0 unabhängiges Rauschen ist und der Pfad keines hinzufügt</translation>
    </message>
    <message>
        <source>must be a multiple of the %1 processes that share it</source>
        <translation>muss ein Vielfaches der %1 Prozesse sein, die ihn teilen</translation>
    </message>
    <message>
        <source>needs a discriminator head, which the fake model&apos;s network has not: take a teacher that was trained with discriminator_head, or 0</source>
        <translation>braucht einen Diskriminator-Kopf, den das Netz des Fake-Modells nicht hat: Nimm einen Lehrer, der mit discriminator_head trainiert wurde, oder 0</translation>
    </message>
    <message>
        <source>needs a discriminator head that fits: this one takes %1 channels, the middle block has %2, and its side must be at least 4</source>
        <translation>braucht einen passenden Diskriminator-Kopf: Dieser nimmt %1 Kanäle, der mittlere Block hat %2, und seine Seite muss mindestens 4 sein</translation>
    </message>
    <message>
        <source>must be %1, as of the teacher</source>
        <translation>muss %1 sein wie beim Lehrer</translation>
    </message>
    <message>
        <source>does not fit the teacher&apos;s network, which halves it %1 times</source>
        <translation>passt nicht zum Netz des Lehrers, das sie %1-mal halbiert</translation>
    </message>
    <message>
        <source>must be left out: the network begins with noise</source>
        <translation>muss wegbleiben: Das Netz beginnt mit Rauschen</translation>
    </message>
    <message>
        <source>must be given: the network begins with images (%1)</source>
        <translation>muss angegeben werden: Das Netz beginnt mit Bildern (%1)</translation>
    </message>
    <message>
        <source>%1 is TorchScript, that is, a program, and not the field&apos;s Inception network of 2015-12-05: it runs with your rights</source>
        <translation>%1 ist TorchScript, also ein Programm, und nicht das Inception-Netz des Fachs vom 2015-12-05: Es läuft mit deinen Rechten</translation>
    </message>
    <message>
        <source>does not hold the same images as the data: %1 is in one of them alone</source>
        <translation>enthält nicht dieselben Bilder wie die Daten: %1 gibt es nur auf einer Seite</translation>
    </message>
    <message>
        <source>give each image of the data a source of the same name, in a sub-folder of the same name</source>
        <translation>gib jedem Bild der Daten eine Quelle desselben Namens, in einem Unterordner desselben Namens</translation>
    </message>
    <message>
        <source>must be low:K with a whole number K of at least 2 that divides the side, %1</source>
        <translation>muss low:K sein, mit einer ganzen Zahl K von mindestens 2, die die Seite %1 teilt</translation>
    </message>
    <message>
        <source>has %1 images, the data %2</source>
        <translation>hat %1 Bilder, die Daten %2</translation>
    </message>
    <message>
        <source>give each image of the data a source</source>
        <translation>gib jedem Bild der Daten eine Quelle</translation>
    </message>
    <message>
        <source>both players&apos; start</source>
        <translation>Beginn beider Spieler</translation>
    </message>
    <message>
        <source>teacher: as with the authors, who begin with the teacher&apos;s weights: the fake model is the teacher plus its network, which begins at 0, the generator the teacher&apos;s one step from the noise, the data&apos;s mean, plus its network. random: networks alone, from random weights.</source>
        <translation>teacher: wie bei den Autoren, die mit den Gewichten des Lehrers beginnen: Das Fake-Modell ist der Lehrer plus sein Netz, das bei 0 beginnt, der Generator der eine Schritt des Lehrers vom Rauschen aus, der Mittelwert der Daten, plus sein Netz. random: Netze allein, aus zufälligen Gewichten.</translation>
    </message>
    <message>
        <source>times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>uniform: t is drawn from (0, 1). late: as 0.95 times the root of that, more often where the fields are finest; the fake model&apos;s optimum does not depend on it.</source>
        <translation>uniform: t wird aus (0, 1) gezogen. late: als 0,95 mal die Wurzel daraus, öfter dort, wo die Felder am feinsten sind; das Optimum des Fake-Modells hängt nicht davon ab.</translation>
    </message>
    <message>
        <source>is not a line of evaluations</source>
        <translation>ist keine Zeile von evaluations</translation>
    </message>
    <message>
        <source>delete that line</source>
        <translation>lösche diese Zeile</translation>
    </message>
    <message>
        <source>%1 is gone: TensorBoard will not show it</source>
        <translation>%1 ist weg: TensorBoard wird es nicht zeigen</translation>
    </message>
    <message>
        <source>takes %1 channels, the teacher %2</source>
        <translation>nimmt %1 Kanäle, der Lehrer %2</translation>
    </message>
    <message>
        <source>holds a network of %1 input channels, but not what they are</source>
        <translation>enthält ein Netz mit %1 Eingangskanälen, aber nicht, was sie sind</translation>
    </message>
    <message>
        <source>weights alone do not tell where x0 comes from: take the checkpoint of the run</source>
        <translation>Gewichte allein sagen nicht, woher x0 kommt: den Checkpoint des Laufs nehmen</translation>
    </message>
    <message>
        <source>it has reached an edge of the distance and only turns about it</source>
        <translation>er ist an einer Kante des Abstands angekommen und pendelt nur noch um sie</translation>
    </message>
    <message>
        <source>must be a list of 1 to %1 components</source>
        <translation>muss eine Liste von 1 bis %1 Komponenten sein</translation>
    </message>
    <message>
        <source>must have 1 or 2 coordinates, as many as the first point</source>
        <translation>muss 1 oder 2 Koordinaten haben, so viele wie der erste Punkt</translation>
    </message>
    <message>
        <source>its training samples</source>
        <translation>seine Trainingsbeispiele</translation>
    </message>
    <message>
        <source>Points of the data that the teacher saw, and knows by heart: a narrow Gaussian at each.</source>
        <translation>Punkte der Daten, die der Lehrer sah und auswendig kennt: je eine schmale Gauß-Glocke.</translation>
    </message>
    <message>
        <source>UID + GAN</source>
        <translation>UID + GAN</translation>
    </message>
    <message>
        <source>data-free UID</source>
        <translation>datenfreies UID</translation>
    </message>
    <message>
        <source>Convergence</source>
        <translation>Konvergenz</translation>
    </message>
    <message>
        <source>sliced Wasserstein</source>
        <translation>Wasserstein in Scheiben</translation>
    </message>
    <message>
        <source>is not what `realuid toy --compare` writes</source>
        <translation>ist nicht, was `realuid toy --compare` schreibt</translation>
    </message>
    <message>
        <source>play the comparison again, into another folder</source>
        <translation>spiele den Vergleich noch einmal, in einen anderen Ordner</translation>
    </message>
    <message>
        <source>must be an objective&apos;s kind, alpha and beta, set apart by colons, with +gan behind where it has a GAN</source>
        <translation>muss Art, alpha und beta einer Zielfunktion sein, durch Doppelpunkte getrennt, dahinter +gan, wo sie ein GAN hat</translation>
    </message>
    <message>
        <source>Weight of softplus(D) on generated and softplus(−D) on real samples in the fake model&apos;s turn; D is a network of its own here. 0 is without.</source>
        <translation>Gewicht von softplus(D) auf erzeugten und softplus(−D) auf echten Samples im Zug des Fake-Modells; D ist hier ein eigenes Netz. 0 ist ohne.</translation>
    </message>
    <message>
        <source>teacher&apos;s training</source>
        <translation>Training des Lehrers</translation>
    </message>
    <message>
        <source>0: the teacher is the exact field. Otherwise a network as large as the players&apos; is trained on samples of its distribution for so many updates before the game, and teaches with all that it got wrong.</source>
        <translation>0: Der Lehrer ist das exakte Feld. Sonst wird vor dem Spiel ein Netz, so groß wie die der Spieler, so viele Updates lang auf Samples seiner Verteilung trainiert und lehrt mit allem, was es falsch gelernt hat.</translation>
    </message>
    <message>
        <source>the teacher that was given has another shape than the players</source>
        <translation>der übergebene Lehrer hat eine andere Form als die Spieler</translation>
    </message>
    <message>
        <source>the state is of a game with other networks, another teacher or another batch</source>
        <translation>der Zustand gehört zu einem Spiel mit anderen Netzen, einem anderen Lehrer oder anderem Batch</translation>
    </message>
    <message>
        <source>the teacher&apos;s training was stopped after %1 of %2 updates</source>
        <translation>das Training des Lehrers wurde nach %1 von %2 Updates angehalten</translation>
    </message>
    <message>
        <source>%1 holds weights alone, and will be taken for a network of linear velocities at 32 x 32: a .safetensors file also tells side, path, target and source</source>
        <translation>%1 enthält allein Gewichte und wird für ein Netz linearer Geschwindigkeiten bei 32 x 32 gehalten werden: Eine .safetensors-Datei nennt auch Seite, Pfad, Zielgröße und Quelle</translation>
    </message>
    <message>
        <source>must be a whole number from 0 to %1</source>
        <translation>muss eine ganze Zahl von 0 bis %1 sein</translation>
    </message>
    <message>
        <source>needs a feature network with classes: %1 has none</source>
        <translation>braucht ein Merkmalsnetz mit Klassen: %1 hat keine</translation>
    </message>
    <message>
        <source>%1; its batch could not be kept: %2</source>
        <translation>%1; der Batch konnte nicht aufgehoben werden: %2</translation>
    </message>
    <message>
        <source>state &quot;%1&quot; holds values that are not finite, first in %2</source>
        <translation>Zustand &quot;%1&quot; enthält Werte, die nicht endlich sind, zuerst in %2</translation>
    </message>
    <message>
        <source>holds the four colours of print (CMYK)</source>
        <translation>enthält die vier Druckfarben (CMYK)</translation>
    </message>
    <message>
        <source>convert it to RGB</source>
        <translation>in RGB umwandeln</translation>
    </message>
    <message>
        <source>take another state, or a checkpoint from before its run diverged</source>
        <translation>einen anderen Zustand nehmen oder einen Checkpoint von vor dem Auseinanderlaufen</translation>
    </message>
    <message>
        <source>must be another network than the teacher, such as random: where both fields are equal the normalized objective has no direction</source>
        <translation>muss ein anderes Netz als der Lehrer sein, etwa random: Wo beide Felder gleich sind, hat die normierte Zielfunktion keine Richtung</translation>
    </message>
    <message>
        <source>all images are of class 0; the networks know %1 classes</source>
        <translation>alle Bilder gehören zur Klasse 0; die Netze kennen %1 Klassen</translation>
    </message>
    <message>
        <source>its folder does not exist</source>
        <translation>den Ordner dafür gibt es nicht</translation>
    </message>
    <message>
        <source>make the folder, or choose another name</source>
        <translation>den Ordner anlegen oder einen anderen Namen wählen</translation>
    </message>
    <message>
        <source>another process is writing this run</source>
        <translation>ein anderer Prozess schreibt diesen Lauf gerade</translation>
    </message>
    <message>
        <source>wait until it has ended, or stop it</source>
        <translation>warten, bis er endet, oder ihn anhalten</translation>
    </message>
</context>
<context>
    <name>realuid::studio</name>
    <message>
        <source>One game</source>
        <translation>Ein Spiel</translation>
    </message>
    <message>
        <source>Four objectives</source>
        <translation>Vier Zielfunktionen</translation>
    </message>
    <message>
        <source>A teacher without a mode</source>
        <translation>Ein Lehrer ohne einen Modus</translation>
    </message>
    <message>
        <source>The data-free student can only copy the teacher: it misses the mode, too. With α ≠ β real data pull towards it; the numbers beside the pictures say whether this student has found it.</source>
        <translation>Der datenfreie Schüler kann den Lehrer nur abschreiben: Auch er verfehlt den Modus. Mit α ≠ β ziehen echte Daten dorthin; die Zahlen neben den Bildern sagen, ob dieser Schüler ihn gefunden hat.</translation>
    </message>
    <message>
        <source>Broken: the fake model lags</source>
        <translation>Kaputt: Das Fake-Modell hinkt nach</translation>
    </message>
    <message>
        <source>One fake update a turn at a tenth of the rate: the generator runs ahead of what the fake model knows of it, and circles or collapses.</source>
        <translation>Ein Fake-Update je Zug bei einem Zehntel der Rate: Der Generator läuft dem davon, was das Fake-Modell von ihm weiß, und kreist oder fällt zusammen.</translation>
    </message>
    <message>
        <source>Broken: rates too large</source>
        <translation>Kaputt: zu große Raten</translation>
    </message>
    <message>
        <source>Each update overshoots. The game stops where samples leave the picture or a loss is no number; go back to before it.</source>
        <translation>Jedes Update schießt über das Ziel hinaus. Das Spiel hält an, wo Samples das Bild verlassen oder ein Verlust keine Zahl mehr ist; geh davor zurück.</translation>
    </message>
    <message>
        <source>Broken: α = 1 with β below it</source>
        <translation>Kaputt: α = 1 mit β darunter</translation>
    </message>
    <message>
        <source>Where the generator makes nothing, nothing holds the fake model: on real points its loss is linear and falls without end.</source>
        <translation>Wo der Generator nichts macht, hält nichts das Fake-Modell: Auf echten Punkten ist sein Verlust linear und fällt ohne Ende.</translation>
    </message>
    <message>
        <source>The same seed, noise and data for all. How much real data help a teacher that is right already is small, by α and β or by a GAN: look at the end of the curves.</source>
        <translation>Für alle derselbe Startwert, dasselbe Rauschen und dieselben Daten. Einem Lehrer, der schon recht hat, helfen echte Daten wenig, ob durch α und β oder ein GAN: Sieh auf das Ende der Kurven.</translation>
    </message>
    <message>
        <source>A teacher of 24 samples</source>
        <translation>Ein Lehrer mit 24 Beispielen</translation>
    </message>
    <message>
        <source>The teacher knows 24 points by heart. The data-free student copies their gaps; real data may fill them, by α and β or by a GAN: the numbers beside the pictures say how far each comes.</source>
        <translation>Der Lehrer kennt 24 Punkte auswendig. Der datenfreie Schüler übernimmt ihre Lücken; echte Daten können sie füllen, durch α und β oder ein GAN: Die Zahlen neben den Bildern sagen, wie weit jeder kommt.</translation>
    </message>
</context>
<context>
    <name>realuid::studio::AlphaBetaPanel</name>
    <message>
        <source>Measured table</source>
        <translation>Gemessene Tabelle</translation>
    </message>
    <message>
        <source>no measurements</source>
        <translation>keine Messungen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Whole plane</source>
        <translation>Ganze Ebene</translation>
    </message>
    <message>
        <source>Distance of this generator</source>
        <translation>Abstand dieses Generators</translation>
    </message>
    <message>
        <source>FID %1, %2</source>
        <translation>FID %1, %2</translation>
    </message>
    <message>
        <source>did not converge, %1</source>
        <translation>konvergierte nicht, %1</translation>
    </message>
    <message>
        <source>α goes from 0 to 1, β is above 0</source>
        <translation>α geht von 0 bis 1, β ist über 0</translation>
    </message>
    <message>
        <source>, distance %1</source>
        <translation>, Abstand %1</translation>
    </message>
    <message>
        <source>Operating point: alpha %1, beta %2, %3. Arrow keys move it.</source>
        <translation>Arbeitspunkt: alpha %1, beta %2, %3. Pfeiltasten bewegen ihn.</translation>
    </message>
    <message>
        <source>Move alpha and beta</source>
        <translation>Alpha und beta verschieben</translation>
    </message>
</context>
<context>
    <name>realuid::studio::CompareBar</name>
    <message>
        <source>Swap</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>B becomes what A is, and the other way round</source>
        <translation>B wird, was A ist, und umgekehrt</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Show B alone</source>
        <translation>Nur B zeigen</translation>
    </message>
    <message>
        <source>other generator</source>
        <translation>anderer Generator</translation>
    </message>
    <message>
        <source>(change something: A stays as it is)</source>
        <translation>(ändere etwas: A bleibt, wie es ist)</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ConvergenceDialog</name>
    <message>
        <source>Convergence over seeds</source>
        <translation>Konvergenz über Startwerte</translation>
    </message>
    <message>
        <source>%1: each seed is played by all objectives in lock step, with the same noise and data. Lines are medians over the seeds, bands reach from the least to the most. Distances are those of the generator&apos;s average.</source>
        <translation>%1: Jeden Startwert spielen alle Zielfunktionen im Gleichschritt, mit demselben Rauschen und denselben Daten. Linien sind Mediane über die Startwerte, Bänder reichen vom kleinsten zum größten Wert. Abstände sind die des Mittels des Generators.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>&amp;Seeds</source>
        <translation>&amp;Startwerte</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1: updates until within %2</source>
        <translation>%1: Updates bis zum Abstand %2</translation>
    </message>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Median over the seeds that have begun, the least and the most</source>
        <translation>Median über die begonnenen Startwerte, der kleinste und der größte</translation>
    </message>
    <message>
        <source>%1 updates a seed.</source>
        <translation>%1 Updates je Startwert.</translation>
    </message>
    <message>
        <source>All updates made in %1.</source>
        <translation>Alle Updates gemacht, in %1.</translation>
    </message>
    <message>
        <source>Stopped after %1 of %2 updates.</source>
        <translation>Angehalten nach %1 von %2 Updates.</translation>
    </message>
    <message>
        <source>%1 of %2 updates, %3 remaining</source>
        <translation>%1 von %2 Updates, noch %3</translation>
    </message>
    <message>
        <source>Stopped before the first update.</source>
        <translation>Vor dem ersten Update angehalten.</translation>
    </message>
</context>
<context>
    <name>realuid::studio::DistilForm</name>
    <message>
        <source>Real data</source>
        <translation>Echte Daten</translation>
    </message>
    <message>
        <source>Take Explore&apos;s scene</source>
        <translation>Szene übernehmen</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Exakt</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Widened</source>
        <translation>Verbreitert</translation>
    </message>
    <message>
        <source>Narrowed</source>
        <translation>Verengt</translation>
    </message>
    <message>
        <source>Missing a mode</source>
        <translation>Ohne eine Mode</translation>
    </message>
    <message>
        <source>From the scene</source>
        <translation>Aus der Szene</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>Spiel</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>Einstellungen für Fachleute</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Change teacher</source>
        <translation>Lehrer ändern</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>as set below</source>
        <translation>wie unten eingestellt</translation>
    </message>
    <message>
        <source>Trained on few samples</source>
        <translation>Mit wenigen Beispielen trainiert</translation>
    </message>
</context>
<context>
    <name>realuid::studio::DistilPage</name>
    <message>
        <source>Time of the fields</source>
        <translation>Zeit der Felder</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Regime</source>
        <translation>Regime</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Step fake</source>
        <translation>Fake-Schritt</translation>
    </message>
    <message>
        <source>One update of the fake model alone</source>
        <translation>Ein Update nur des Fake-Modells</translation>
    </message>
    <message>
        <source>Step generator</source>
        <translation>Generator-Schritt</translation>
    </message>
    <message>
        <source>One update of the generator alone</source>
        <translation>Ein Update nur des Generators</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Neu beginnen</translation>
    </message>
    <message>
        <source>Begin again from the seed, with the settings as they are now</source>
        <translation>Noch einmal vom Startwert an, mit den Einstellungen, wie sie jetzt sind</translation>
    </message>
    <message>
        <source>Recorded states</source>
        <translation>Aufgezeichnete Zustände</translation>
    </message>
    <message>
        <source>Go back to a recorded state; from there the game branches off</source>
        <translation>Zu einem aufgezeichneten Zustand zurückgehen; von dort zweigt das Spiel ab</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>volles Tempo</translation>
    </message>
    <message>
        <source>%1 updates / s</source>
        <translation>%1 Updates / s</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>This cannot be played</source>
        <translation>Das lässt sich nicht spielen</translation>
    </message>
    <message>
        <source>The samples have run away from the real data.</source>
        <translation>Die Samples sind den echten Daten davongelaufen.</translation>
    </message>
    <message>
        <source>A loss or gradient is no longer a finite number.</source>
        <translation>Ein Verlust oder Gradient ist keine endliche Zahl mehr.</translation>
    </message>
    <message>
        <source>Diverged after update %1</source>
        <translation>Divergiert nach Update %1</translation>
    </message>
    <message>
        <source>Go back, then take a smaller learning rate, more fake updates in a row, or α below 1 with β other than α.</source>
        <translation>Geh zurück, dann nimm eine kleinere Lernrate, mehr Fake-Updates in Folge oder α unter 1 mit β ungleich α.</translation>
    </message>
    <message>
        <source>Go back to before it</source>
        <translation>Davor zurückgehen</translation>
    </message>
    <message>
        <source>Changed settings wait</source>
        <translation>Geänderte Einstellungen warten</translation>
    </message>
    <message>
        <source>They count from a restart; the game goes on as it was begun.</source>
        <translation>Sie zählen ab einem neuen Beginn; das Spiel geht weiter, wie es begonnen wurde.</translation>
    </message>
    <message>
        <source>Restart now</source>
        <translation>Jetzt neu beginnen</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Coefficients, rates and the ratio can be changed while it runs; each change is marked on the curves.</source>
        <translation>Koeffizienten, Raten und das Verhältnis lassen sich im Lauf ändern; jede Änderung wird an den Kurven vermerkt.</translation>
    </message>
    <message>
        <source>Back at update %1</source>
        <translation>Zurück bei Update %1</translation>
    </message>
    <message>
        <source>The next update branches off here; the states after it are then forgotten.</source>
        <translation>Das nächste Update zweigt hier ab; die Zustände danach sind dann vergessen.</translation>
    </message>
    <message>
        <source>All updates made</source>
        <translation>Alle Updates gemacht</translation>
    </message>
    <message>
        <source>Continue plays on, at the last learning rate.</source>
        <translation>„Fortfahren“ spielt mit der letzten Lernrate weiter.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Start the game, or step one player alone and watch what it changes.</source>
        <translation>Starte das Spiel, oder lass einen Spieler allein ziehen und sieh, was sich ändert.</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source> / s</source>
        <translation> / s</translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message>
        <source>fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Sliced 2-Wasserstein distance of the generator&apos;s samples to real ones</source>
        <translation>2-Wasserstein-Abstand in Scheiben der Samples des Generators von echten</translation>
    </message>
    <message>
        <source>of its average</source>
        <translation>seines Mittels</translation>
    </message>
    <message>
        <source>at the start</source>
        <translation>zu Beginn</translation>
    </message>
    <message>
        <source>modes covered</source>
        <translation>gedeckte Moden</translation>
    </message>
    <message>
        <source>fake from optimum</source>
        <translation>Fake-Modell vom Optimum</translation>
    </message>
    <message>
        <source>Relative root-mean-square error of the learned fake field, where the generator&apos;s paths are</source>
        <translation>Relativer quadratischer Fehler des gelernten Fake-Feldes, wo die Bahnen des Generators sind</translation>
    </message>
    <message>
        <source>update %1</source>
        <translation>Update %1</translation>
    </message>
    <message>
        <source>update %1 of %2</source>
        <translation>Update %1 von %2</translation>
    </message>
    <message>
        <source>, %1 modes</source>
        <translation>, %1 Moden</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergiert</translation>
    </message>
    <message>
        <source>objective&apos;s distance</source>
        <translation>Abstand der Zielfunktion</translation>
    </message>
    <message>
        <source>What both players play for: the game&apos;s value with the fake model at its optimum</source>
        <translation>Worum beide Spieler spielen: der Wert des Spiels mit dem Fake-Modell in seinem Optimum</translation>
    </message>
    <message>
        <source>Convergence…</source>
        <translation>Konvergenz …</translation>
    </message>
    <message>
        <source>Play several objectives over several seeds, and see how fast each comes near the data</source>
        <translation>Spielt mehrere Zielfunktionen über mehrere Startwerte: Wie schnell kommt jede den Daten nahe?</translation>
    </message>
</context>
<context>
    <name>realuid::studio::DistilViews</name>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>The game is being set up…</source>
        <translation>Das Spiel wird aufgestellt…</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Fäden</translation>
    </message>
    <message>
        <source>Join each sample with the noise it comes from</source>
        <translation>Jedes Sample mit dem Rauschen verbinden, aus dem es kommt</translation>
    </message>
    <message>
        <source>Fake field</source>
        <translation>Fake-Feld</translation>
    </message>
    <message>
        <source>Densities and fake field</source>
        <translation>Dichten und Fake-Feld</translation>
    </message>
    <message>
        <source>Two players</source>
        <translation>Zwei Spieler</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>need not fall</source>
        <translation>müssen nicht fallen</translation>
    </message>
    <message>
        <source>Distance to real data</source>
        <translation>Abstand von echten Daten</translation>
    </message>
    <message>
        <source>sliced Wasserstein</source>
        <translation>Wasserstein in Scheiben</translation>
    </message>
    <message>
        <source>its average</source>
        <translation>sein Mittel</translation>
    </message>
    <message>
        <source>Modes covered</source>
        <translation>Gedeckte Moden</translation>
    </message>
    <message>
        <source>modes</source>
        <translation>Moden</translation>
    </message>
    <message>
        <source>The losses of both players appear here once the game goes on.</source>
        <translation>Hier erscheinen die Verluste beider Spieler, sobald das Spiel im Gang ist.</translation>
    </message>
    <message>
        <source>real</source>
        <translation>echt</translation>
    </message>
    <message>
        <source>generator, from its noise $z$</source>
        <translation>Generator, aus seinem Rauschen $z$</translation>
    </message>
    <message>
        <source>no closed form</source>
        <translation>keine geschlossene Form</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>optimum</source>
        <translation>Optimum</translation>
    </message>
    <message>
        <source>What is shown with the samples</source>
        <translation>Was mit den Samples gezeigt wird</translation>
    </message>
    <message>
        <source>from noise</source>
        <translation>aus dem Rauschen</translation>
    </message>
    <message>
        <source>pushes</source>
        <translation>Züge</translation>
    </message>
    <message>
        <source>warped grid</source>
        <translation>verzogenes Gitter</translation>
    </message>
    <message>
        <source>teacher&apos;s flow</source>
        <translation>Fluss des Lehrers</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>Logarithmic axis; the generator&apos;s loss is left out where it is not positive</source>
        <translation>Logarithmische Achse; der Verlust des Generators fehlt, wo er nicht positiv ist</translation>
    </message>
    <message>
        <source>Further distances</source>
        <translation>Weitere Abstände</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>energy distance</source>
        <translation>Energieabstand</translation>
    </message>
    <message>
        <source>the objective&apos;s own</source>
        <translation>der eigene der Zielfunktion</translation>
    </message>
    <message>
        <source>Gap of the fake field</source>
        <translation>Lücke des Fake-Felds</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>the same seed, noise and data</source>
        <translation>derselbe Startwert, dasselbe Rauschen, dieselben Daten</translation>
    </message>
    <message>
        <source>Objectives compared</source>
        <translation>Zielfunktionen im Vergleich</translation>
    </message>
    <message>
        <source>pushed by the teacher</source>
        <translation>vom Lehrer gezogen</translation>
    </message>
    <message>
        <source>by the fake model</source>
        <translation>vom Fake-Modell</translation>
    </message>
    <message>
        <source>added by real data</source>
        <translation>von echten Daten dazu</translation>
    </message>
    <message>
        <source>a square grid of noise, warped</source>
        <translation>ein quadratisches Gitter des Rauschens, verzogen</translation>
    </message>
    <message>
        <source>one step from the same noise</source>
        <translation>ein Schritt aus demselben Rauschen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>$|f - f^*|$</source>
        <translation>$|f - f^*|$</translation>
    </message>
    <message>
        <source>by direction</source>
        <translation>nach Richtung</translation>
    </message>
    <message>
        <source>by mode</source>
        <translation>nach Mode</translation>
    </message>
    <message>
        <source>generator, in the colour of its noise&apos;s direction</source>
        <translation>Generator, in der Farbe der Richtung seines Rauschens</translation>
    </message>
    <message>
        <source>generator, in the colour of its mode</source>
        <translation>Generator, in der Farbe seiner Mode</translation>
    </message>
</context>
<context>
    <name>realuid::studio::DistributionSettings</name>
    <message>
        <source>One Gaussian</source>
        <translation>Eine Gauß-Verteilung</translation>
    </message>
    <message>
        <source>Mixture of Gaussians</source>
        <translation>Mischung von Gauß-Verteilungen</translation>
    </message>
    <message>
        <source>Drawn by hand…</source>
        <translation>Von Hand gezeichnet…</translation>
    </message>
    <message>
        <source>The real data without a mode</source>
        <translation>Die echten Daten ohne eine Mode</translation>
    </message>
    <message>
        <source>The generator without a mode</source>
        <translation>Der Generator ohne eine Mode</translation>
    </message>
    <message>
        <source>The real data</source>
        <translation>Die echten Daten</translation>
    </message>
    <message>
        <source>The generator</source>
        <translation>Der Generator</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>Echte Daten</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Kind of distribution: %1</source>
        <translation>Art der Verteilung: %1</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Paint this distribution with the mouse in the picture</source>
        <translation>Diese Verteilung mit der Maus ins Bild malen</translation>
    </message>
    <message>
        <source>Previous component</source>
        <translation>Vorige Komponente</translation>
    </message>
    <message>
        <source>Next component</source>
        <translation>Nächste Komponente</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Another component beside this one</source>
        <translation>Noch eine Komponente neben dieser</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 Gaussians, moved and stretched as a whole.</source>
        <translation>%1 Gauß-Verteilungen, im Ganzen verschoben und gestreckt.</translation>
    </message>
    <message>
        <source>One Gaussian, moved and stretched as a whole.</source>
        <translation>Eine Gauß-Verteilung, im Ganzen verschoben und gestreckt.</translation>
    </message>
    <message>
        <source>Component</source>
        <translation>Komponente</translation>
    </message>
    <message>
        <source>%1 components</source>
        <translation>%1 Komponenten</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Change kind of %1</source>
        <translation>Art von %1 ändern</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change bandwidth</source>
        <translation>Bandbreite ändern</translation>
    </message>
    <message>
        <source>Change %1, component %2</source>
        <translation>%1 von Komponente %2 ändern</translation>
    </message>
    <message>
        <source>Add component</source>
        <translation>Komponente hinzufügen</translation>
    </message>
    <message>
        <source>Remove component</source>
        <translation>Komponente entfernen</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExploreMeaning</name>
    <message>
        <source>What you see</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>Under the pointer</source>
        <translation>Unter dem Zeiger</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>real data</source>
        <translation>echte Daten</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>Integral of the distance over x and over t from %1 to %2, and its estimated error: %3</source>
        <translation>Integral des Abstands über x und über t von %1 bis %2 und sein geschätzter Fehler: %3</translation>
    </message>
    <message>
        <source>distance, all $t$</source>
        <translation>Abstand, alle $t$</translation>
    </message>
    <message>
        <source>at $t$ = %1</source>
        <translation>bei $t$ = %1</translation>
    </message>
    <message>
        <source>Integral of the distance over x at this time, and its estimated error: %1</source>
        <translation>Integral des Abstands über x zu dieser Zeit und sein geschätzter Fehler: %1</translation>
    </message>
    <message>
        <source>Scales the targets of generated samples.</source>
        <translation>Skaliert die Ziele erzeugter Samples.</translation>
    </message>
    <message>
        <source>optimal fake</source>
        <translation>optimales Fake-Modell</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Numbers of A</source>
        <translation>Zahlen von A</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExplorePage</name>
    <message>
        <source>Scene not opened.</source>
        <translation>Szene nicht geöffnet.</translation>
    </message>
    <message>
        <source> — edited</source>
        <translation> — geändert</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopieren</translation>
    </message>
    <message>
        <source>Copy the scene as text that can be pasted into a message</source>
        <translation>Die Szene als Text kopieren, der in eine Nachricht passt</translation>
    </message>
    <message>
        <source>Paste link</source>
        <translation>Link einfügen</translation>
    </message>
    <message>
        <source>Open the scene whose link is in the clipboard</source>
        <translation>Die Szene öffnen, deren Link in der Zwischenablage liegt</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren…</translation>
    </message>
    <message>
        <source>Write what is shown as PDF, SVG or PNG</source>
        <translation>Was zu sehen ist, als PDF, SVG oder PNG schreiben</translation>
    </message>
    <message>
        <source>Change time</source>
        <translation>Zeit ändern</translation>
    </message>
    <message>
        <source>The scene was not opened.</source>
        <translation>Die Szene wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>Open scene</source>
        <translation>Szene öffnen</translation>
    </message>
    <message>
        <source>Scenes (*.json)</source>
        <translation>Szenen (*.json)</translation>
    </message>
    <message>
        <source>The scene was not saved.</source>
        <translation>Die Szene wurde nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save scene</source>
        <translation>Szene speichern</translation>
    </message>
    <message>
        <source>The clipboard holds no scene.</source>
        <translation>In der Zwischenablage ist keine Szene.</translation>
    </message>
    <message>
        <source>There is nothing to draw on.</source>
        <translation>Es gibt nichts, worauf sich zeichnen ließe.</translation>
    </message>
    <message>
        <source>Show the panel of the densities first.</source>
        <translation>Zeige zuerst die Karte der Dichten.</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Choose what is on the board</source>
        <translation>Wählen, was auf dem Brett liegt</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Keep this setting as A, beside what you change it to</source>
        <translation>Diese Einstellung als A behalten, neben dem, wozu du sie änderst</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Swap A and B</source>
        <translation>A und B tauschen</translation>
    </message>
    <message>
        <source>End comparison</source>
        <translation>Vergleich beenden</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExploreSettings</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>UID, data-free</source>
        <translation>UID, datenfrei</translation>
    </message>
    <message>
        <source>RealUID</source>
        <translation>RealUID</translation>
    </message>
    <message>
        <source>General RealUID</source>
        <translation>Allgemeines RealUID</translation>
    </message>
    <message>
        <source>Normalized</source>
        <translation>Normiert</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change objective</source>
        <translation>Zielfunktion ändern</translation>
    </message>
    <message>
        <source>SiD, on scores</source>
        <translation>SiD, auf Scores</translation>
    </message>
    <message>
        <source>DMD, on scores</source>
        <translation>DMD, auf Scores</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Put the figure on the clipboard, as a picture and as SVG</source>
        <translation>Die Abbildung als Bild und als SVG in die Zwischenablage legen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 × %2 mm, %3 × %4 pixels</source>
        <translation>%1 × %2 mm, %3 × %4 Pixel</translation>
    </message>
    <message>
        <source>Choose a panel.</source>
        <translation>Wähle eine Karte.</translation>
    </message>
    <message>
        <source>Choose a format.</source>
        <translation>Wähle ein Format.</translation>
    </message>
    <message>
        <source>%1: there already.</source>
        <translation>%1: schon da.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Anderen Namen wählen</translation>
    </message>
    <message>
        <source>%1 of %2 pictures, %3 left</source>
        <translation>%1 von %2 Bildern, noch %3</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ExportForm</name>
    <message>
        <source>Column, 85 mm</source>
        <translation>Spalte, 85 mm</translation>
    </message>
    <message>
        <source>Page width, 170 mm</source>
        <translation>Seitenbreite, 170 mm</translation>
    </message>
    <message>
        <source>Slide, 16 : 9</source>
        <translation>Folie, 16 : 9</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>&amp;Karten</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>T&amp;ype size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>A picture</source>
        <translation>Ein Bild</translation>
    </message>
    <message>
        <source>Time t runs</source>
        <translation>Die Zeit t läuft</translation>
    </message>
    <message>
        <source>α runs</source>
        <translation>α läuft</translation>
    </message>
    <message>
        <source>β runs</source>
        <translation>β läuft</translation>
    </message>
    <message>
        <source>First value</source>
        <translation>Erster Wert</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>Letzter Wert</translation>
    </message>
    <message>
        <source> frames</source>
        <translation> Bilder</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PNG</source>
        <translation>PNG</translation>
    </message>
    <message>
        <source>GIF</source>
        <translation>GIF</translation>
    </message>
    <message>
        <source>PNG sequence</source>
        <translation>PNG-Folge</translation>
    </message>
    <message>
        <source>A folder of numbered pictures</source>
        <translation>Ein Ordner nummerierter Bilder</translation>
    </message>
    <message>
        <source>MP4</source>
        <translation>MP4</translation>
    </message>
    <message>
        <source>WebM</source>
        <translation>WebM</translation>
    </message>
    <message>
        <source>Needs the program ffmpeg on the PATH</source>
        <translation>Braucht das Programm ffmpeg im PATH</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>Formate</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>Letters as outlines (SVG)</source>
        <translation>Buchstaben als Umrisse (SVG)</translation>
    </message>
    <message>
        <source>Looks the same where the font is missing; words can no longer be searched or edited</source>
        <translation>Sieht auch ohne die Schrift gleich aus; Wörter lassen sich nicht mehr suchen oder ändern</translation>
    </message>
    <message>
        <source>Light, for print</source>
        <translation>Hell, zum Drucken</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Projektor</translation>
    </message>
    <message>
        <source>No background</source>
        <translation>Ohne Hintergrund</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV-Tabellen</translation>
    </message>
    <message>
        <source>NPY records</source>
        <translation>NPY-Datensätze</translation>
    </message>
    <message>
        <source>&amp;Resolution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>Plotted &amp;data</source>
        <translation>Gezeichnete &amp;Daten</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>Fi&amp;le</source>
        <translation>Da&amp;tei</translation>
    </message>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
</context>
<context>
    <name>realuid::studio::Figure3Panel</name>
    <message>
        <source>From the paper: two 1-D Gaussians, t from noise to data, and the four cases α = β = 1, α = β &lt; 1, β &gt; α, β &lt; α. Chosen here, as its text lost them: the numbers and the layout.</source>
        <translation>Aus der Arbeit: zwei 1-D-Gauß-Verteilungen, t vom Rauschen zu den Daten und die vier Fälle α = β = 1, α = β &lt; 1, β &gt; α, β &lt; α. Hier gewählt, weil ihr Text sie verlor: die Zahlen und die Anordnung.</translation>
    </message>
</context>
<context>
    <name>realuid::studio::LandscapePanel</name>
    <message>
        <source>Parameter along x</source>
        <translation>Parameter in x</translation>
    </message>
    <message>
        <source>Parameter along y</source>
        <translation>Parameter in y</translation>
    </message>
    <message>
        <source>The distance is infinite for every generator here: α = 1 with β unlike α. Take α below 1 or β = 1.</source>
        <translation>Der Abstand ist hier für jeden Generator unendlich: α = 1 mit β ungleich α. Nimm α unter 1 oder β = 1.</translation>
    </message>
    <message>
        <source>Generator: %1 %2, %3 %4. Arrow keys move it.</source>
        <translation>Generator: %1 %2, %3 %4. Pfeiltasten bewegen ihn.</translation>
    </message>
    <message>
        <source>Move the generator</source>
        <translation>Generator verschieben</translation>
    </message>
    <message>
        <source>distance %1</source>
        <translation>Abstand %1</translation>
    </message>
</context>
<context>
    <name>realuid::studio::Legend</name>
    <message>
        <source>Colours: %1</source>
        <translation>Farben: %1</translation>
    </message>
</context>
<context>
    <name>realuid::studio::MainWindow</name>
    <message>
        <source>RealUID Studio</source>
        <translation>RealUID Studio</translation>
    </message>
    <message>
        <source>Explore</source>
        <translation>Erkunden</translation>
    </message>
    <message>
        <source>Closed forms: fields and distances</source>
        <translation>Geschlossene Formen: Felder und Abstände</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Distil a generator, or train a teacher</source>
        <translation>Einen Generator destillieren oder einen Lehrer trainieren</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Open scene…</source>
        <translation>Szene öffnen…</translation>
    </message>
    <message>
        <source>Save scene</source>
        <translation>Szene speichern</translation>
    </message>
    <message>
        <source>Save scene as…</source>
        <translation>Szene speichern unter…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the scene as it was opened</source>
        <translation>Zurück zur Szene, wie sie geöffnet wurde</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Right column</source>
        <translation>Rechte Spalte</translation>
    </message>
    <message>
        <source>Projector theme</source>
        <translation>Projektor</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Distil 2-D</source>
        <translation>Distil 2-D</translation>
    </message>
    <message>
        <source>The two-player game, live, in the plane</source>
        <translation>Das Spiel zu zweit, live, in der Ebene</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Clear list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>What is open cannot be kept for the next start.</source>
        <translation>Was offen ist, lässt sich nicht für den nächsten Start merken.</translation>
    </message>
</context>
<context>
    <name>realuid::studio::Page</name>
    <message>
        <source>What one sets</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What it means</source>
        <translation>Bedeutung</translation>
    </message>
</context>
<context>
    <name>realuid::studio::PathSettings</name>
    <message>
        <source>Path from noise to data</source>
        <translation>Pfad vom Rauschen zu den Daten</translation>
    </message>
    <message>
        <source>Linear (flow matching)</source>
        <translation>Linear (Flow Matching)</translation>
    </message>
    <message>
        <source>Trigonometric</source>
        <translation>Trigonometrisch</translation>
    </message>
    <message>
        <source>Variance preserving, cosine</source>
        <translation>Varianzerhaltend, Kosinus</translation>
    </message>
    <message>
        <source>Variance preserving, linear rate</source>
        <translation>Varianzerhaltend, lineare Rate</translation>
    </message>
    <message>
        <source>Variance exploding</source>
        <translation>Wachsende Varianz</translation>
    </message>
    <message>
        <source>Stochastic interpolant</source>
        <translation>Stochastischer Interpolant</translation>
    </message>
    <message>
        <source>Brownian bridge</source>
        <translation>Brownsche Brücke</translation>
    </message>
    <message>
        <source>Change path</source>
        <translation>Pfad ändern</translation>
    </message>
    <message>
        <source>Coupling of noise and data</source>
        <translation>Kopplung von Rauschen und Daten</translation>
    </message>
    <message>
        <source>Independent</source>
        <translation>Unabhängig</translation>
    </message>
    <message>
        <source>Correlated</source>
        <translation>Korreliert</translation>
    </message>
    <message>
        <source>Change coupling</source>
        <translation>Kopplung ändern</translation>
    </message>
    <message>
        <source>Models receive x₀ too</source>
        <translation>Modelle erhalten auch x₀</translation>
    </message>
    <message>
        <source>Conditional (augmented) models; both sides must have one and the same x₀</source>
        <translation>Bedingte (augmented) Modelle; beide Seiten müssen ein und dasselbe x₀ haben</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Whose exact field the teacher is</source>
        <translation>Wessen exaktes Feld der Lehrer ist</translation>
    </message>
    <message>
        <source>As in the file</source>
        <translation>Wie in der Datei</translation>
    </message>
    <message>
        <source>Exact on the real data</source>
        <translation>Exakt auf den echten Daten</translation>
    </message>
    <message>
        <source>Shifted</source>
        <translation>Verschoben</translation>
    </message>
    <message>
        <source>Too wide</source>
        <translation>Zu breit</translation>
    </message>
    <message>
        <source>Too narrow</source>
        <translation>Zu schmal</translation>
    </message>
    <message>
        <source>Without a mode</source>
        <translation>Ohne eine Mode</translation>
    </message>
    <message>
        <source>Change teacher</source>
        <translation>Lehrer ändern</translation>
    </message>
    <message>
        <source>Trained on few samples</source>
        <translation>Mit wenigen Beispielen trainiert</translation>
    </message>
</context>
<context>
    <name>realuid::studio::RunForm</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Kind of run</source>
        <translation>Art des Laufs</translation>
    </message>
    <message>
        <source>Distil a generator</source>
        <translation>Generator destillieren</translation>
    </message>
    <message>
        <source>Train a teacher</source>
        <translation>Lehrer trainieren</translation>
    </message>
    <message>
        <source>Teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Checkpoints (*.pt *.safetensors)</source>
        <translation>Checkpoints (*.pt *.safetensors)</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>Einstellungen für Fachleute</translation>
    </message>
    <message>
        <source>Change kind of run</source>
        <translation>Art des Laufs ändern</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>What x0 is: noise where this is empty; grey or low:K, made from the data; or a folder with an image for each of the data&apos;s.</source>
        <translation>Was x0 ist: Rauschen, wo dies leer ist; grey oder low:K, aus den Daten gemacht; oder ein Ordner mit einem Bild für jedes der Daten.</translation>
    </message>
</context>
<context>
    <name>realuid::studio::SceneDocument</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Pasted scene</source>
        <translation>Eingefügte Szene</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
</context>
<context>
    <name>realuid::studio::SceneHandles</name>
    <message>
        <source>mean %1, standard deviation %2 at t = 1</source>
        <translation>Mittelwert %1, Standardabweichung %2 bei t = 1</translation>
    </message>
    <message>
        <source>mean (%1, %2), standard deviations %3 and %4 at t = 1</source>
        <translation>Mittelwert (%1, %2), Standardabweichungen %3 und %4 bei t = 1</translation>
    </message>
    <message>
        <source>Real data</source>
        <translation>Echte Daten</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>%1 as a whole</source>
        <translation>%1 im Ganzen</translation>
    </message>
    <message>
        <source>%1, component %2</source>
        <translation>%1, Komponente %2</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Zeichnen</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep what was drawn (Return)</source>
        <translation>Behalten, was gezeichnet wurde (Eingabe)</translation>
    </message>
    <message>
        <source>Put back what was there before (Escape)</source>
        <translation>Zurücklegen, was vorher da war (Escape)</translation>
    </message>
    <message>
        <source>standard deviation %1</source>
        <translation>Standardabweichung %1</translation>
    </message>
    <message>
        <source>standard deviation %1 along this axis</source>
        <translation>Standardabweichung %1 längs dieser Achse</translation>
    </message>
    <message>
        <source>turns it</source>
        <translation>dreht sie</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>Größe von %1 ändern</translation>
    </message>
    <message>
        <source>Turn %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <source>Change weight of %1</source>
        <translation>Gewicht von %1 ändern</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Add component</source>
        <translation>Komponente hinzufügen</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Paint the density with the mouse</source>
        <translation>Male die Dichte mit der Maus</translation>
    </message>
    <message>
        <source>Paint points with the mouse</source>
        <translation>Male Punkte mit der Maus</translation>
    </message>
</context>
<context>
    <name>realuid::studio::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Go to a page</source>
        <translation>Zu einer Seite</translation>
    </message>
    <message>
        <source>Alt + its number</source>
        <translation>Alt + ihre Nummer</translation>
    </message>
    <message>
        <source>Slider: one step</source>
        <translation>Regler: ein Schritt</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Slider: a tenth of a step</source>
        <translation>Regler: ein Zehntelschritt</translation>
    </message>
    <message>
        <source>Shift + arrow keys</source>
        <translation>Umschalt + Pfeiltasten</translation>
    </message>
    <message>
        <source>Slider: ten steps</source>
        <translation>Regler: zehn Schritte</translation>
    </message>
    <message>
        <source>Page up, page down</source>
        <translation>Bild auf, Bild ab</translation>
    </message>
    <message>
        <source>Slider: its ends</source>
        <translation>Regler: seine Enden</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>Slider: back to the default</source>
        <translation>Regler: zurück zum Standard</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Card: fill the window and back</source>
        <translation>Karte: Fenster füllen und zurück</translation>
    </message>
    <message>
        <source>Its button, Escape</source>
        <translation>Ihr Knopf, Escape</translation>
    </message>
    <message>
        <source>Handles in a picture: walk</source>
        <translation>Griffe im Bild: weitergehen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Handles: move, resize, turn</source>
        <translation>Griffe: verschieben, Größe, drehen</translation>
    </message>
    <message>
        <source>Arrow keys, with Shift finer</source>
        <translation>Pfeiltasten, mit Umschalt feiner</translation>
    </message>
    <message>
        <source>Handles: weight of a component</source>
        <translation>Griffe: Gewicht einer Komponente</translation>
    </message>
    <message>
        <source>Handles: add a component</source>
        <translation>Griffe: Komponente hinzufügen</translation>
    </message>
    <message>
        <source>+ or double click</source>
        <translation>+ oder Doppelklick</translation>
    </message>
    <message>
        <source>Handles: remove a component</source>
        <translation>Griffe: Komponente entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
</context>
<context>
    <name>realuid::studio::TrainPage</name>
    <message>
        <source>New run</source>
        <translation>Neuer Lauf</translation>
    </message>
    <message>
        <source>Two players</source>
        <translation>Zwei Spieler</translation>
    </message>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>The losses of both players appear here once a run goes on.</source>
        <translation>Hier erscheinen die Verluste beider Spieler, sobald ein Lauf im Gang ist.</translation>
    </message>
    <message>
        <source>need not fall</source>
        <translation>müssen nicht fallen</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>The first samples appear after the first “sample every” updates, or at once with Sample now.</source>
        <translation>Die ersten Samples erscheinen nach den ersten „Samples alle“ Updates oder sofort mit „Samples jetzt“.</translation>
    </message>
    <message>
        <source>Whose samples</source>
        <translation>Wessen Samples</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>One update</source>
        <translation>Ein Update</translation>
    </message>
    <message>
        <source>Make one update, then pause</source>
        <translation>Ein Update machen, dann anhalten</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>Samples jetzt</translation>
    </message>
    <message>
        <source>Save now</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Write a checkpoint from which the run resumes exactly</source>
        <translation>Einen Checkpoint schreiben, von dem der Lauf genau weitergeht</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Save and end the run; it can be resumed</source>
        <translation>Speichern und den Lauf beenden; er lässt sich fortsetzen</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copy the command line that makes the same run</source>
        <translation>Die Befehlszeile kopieren, die denselben Lauf macht</translation>
    </message>
    <message>
        <source>Whose turn it is</source>
        <translation>Wer an der Reihe ist</translation>
    </message>
    <message>
        <source>Fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>Nothing saved yet</source>
        <translation>Noch nichts gespeichert</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Waiting for the first samples…</source>
        <translation>Warten auf die ersten Samples…</translation>
    </message>
    <message>
        <source>started, seed %1</source>
        <translation>begonnen, Startwert %1</translation>
    </message>
    <message>
        <source>Waiting for the first update…</source>
        <translation>Warten auf das erste Update…</translation>
    </message>
    <message>
        <source>fake model</source>
        <translation>Fake-Modell</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>Generator</translation>
    </message>
    <message>
        <source>teacher</source>
        <translation>Lehrer</translation>
    </message>
    <message>
        <source>%1 at update %2</source>
        <translation>%1 bei Update %2</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>fake updates</source>
        <translation>Fake-Updates</translation>
    </message>
    <message>
        <source>EMA </source>
        <translation>EMA </translation>
    </message>
    <message>
        <source>Saved at update %1</source>
        <translation>Gespeichert bei Update %1</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>updates</source>
        <translation>Updates</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source> / s</source>
        <translation> / s</translation>
    </message>
    <message>
        <source>remaining</source>
        <translation>verbleibend</translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortfahren</translation>
    </message>
    <message>
        <source>A run is in progress</source>
        <translation>Ein Lauf ist im Gang</translation>
    </message>
    <message>
        <source>Close the window and end the run?</source>
        <translation>Das Fenster schließen und den Lauf beenden?</translation>
    </message>
    <message>
        <source>It is saved first and can be resumed with: realuid resume --run %1</source>
        <translation>Er wird vorher gespeichert und lässt sich fortsetzen mit: realuid resume --run %1</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>Speichern und schließen</translation>
    </message>
    <message>
        <source>Keep training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>update %1 · same noise</source>
        <translation>Update %1 · gleiches Rauschen</translation>
    </message>
</context>
<context>
    <name>realuid::studio::TrajectoriesPanel</name>
    <message>
        <source>Whose paths</source>
        <translation>Wessen Bahnen</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Steps from noise to data</source>
        <translation>Schritte vom Rauschen zu den Daten</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Where the generator itself puts the same noise</source>
        <translation>Wohin der Generator selbst dasselbe Rauschen bringt</translation>
    </message>
    <message>
        <source>the fake model of this scene learns no velocity</source>
        <translation>das Fake-Modell dieser Szene lernt keine Geschwindigkeit</translation>
    </message>
    <message>
        <source>no exact map here: RK45</source>
        <translation>hier nichts Exaktes: RK45</translation>
    </message>
    <message>
        <source>off the exact end by %1</source>
        <translation>um %1 neben dem exakten Ende</translation>
    </message>
    <message>
        <source>%1 evaluations</source>
        <translation>%1 Auswertungen</translation>
    </message>
</context>
<context>
    <name>realuid::studio::VectorFieldPanel</name>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Drawn as</source>
        <translation>Gezeichnet als</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::BandView</name>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::Card</name>
    <message>
        <source>Fill the window</source>
        <translation>Das Fenster füllen</translation>
    </message>
    <message>
        <source>Export this figure</source>
        <translation>Diese Abbildung exportieren</translation>
    </message>
    <message>
        <source>Back to all cards</source>
        <translation>Zurück zu allen Karten</translation>
    </message>
    <message>
        <source>Move left</source>
        <translation>Nach links</translation>
    </message>
    <message>
        <source>Move right</source>
        <translation>Nach rechts</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Wider</source>
        <translation>Breiter</translation>
    </message>
    <message>
        <source>Narrower</source>
        <translation>Schmaler</translation>
    </message>
    <message>
        <source>Taller</source>
        <translation>Höher</translation>
    </message>
    <message>
        <source>Lower</source>
        <translation>Niedriger</translation>
    </message>
    <message>
        <source>Own window</source>
        <translation>Eigenes Fenster</translation>
    </message>
    <message>
        <source>Take off the board</source>
        <translation>Vom Brett nehmen</translation>
    </message>
    <message>
        <source>Arrange</source>
        <translation>Anordnen</translation>
    </message>
    <message>
        <source>Drag to move</source>
        <translation>Ziehen verschiebt</translation>
    </message>
    <message>
        <source>Back to the board</source>
        <translation>Zurück aufs Brett</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::CurveView</name>
    <message>
        <source>update</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::DensityView</name>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::HandleOverlay</name>
    <message>
        <source>Sheet to paint on</source>
        <translation>Blatt zum Malen</translation>
    </message>
    <message>
        <source>Handles of the distributions</source>
        <translation>Griffe der Verteilungen</translation>
    </message>
    <message>
        <source>Paint with the mouse; Return finishes, Escape gives up</source>
        <translation>Male mit der Maus; Eingabe beendet, Escape verwirft</translation>
    </message>
    <message>
        <source>Arrows move, Page Up and Page Down change the weight, Delete removes, plus adds</source>
        <translation>Pfeile verschieben, Bild auf und Bild ab ändern das Gewicht, Entf entfernt, Plus fügt hinzu</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::ImageGrid</name>
    <message>
        <source>No samples yet</source>
        <translation>Noch keine Samples</translation>
    </message>
    <message>
        <source>%1 samples after update %2, %3</source>
        <translation>%1 Samples nach Update %2, %3</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::Notice</name>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Fault</source>
        <translation>Fehler</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::PageRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::ParameterEditor</name>
    <message>
        <source>Range: %1</source>
        <translation>Bereich: %1</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::PlotView</name>
    <message>
        <source>computing …</source>
        <translation>wird berechnet …</translation>
    </message>
</context>
<context>
    <name>realuid::widgets::TimeBar</name>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Step by 0.01</source>
        <translation>Schritt um 0,01</translation>
    </message>
    <message>
        <source>time t, noise at 0, data at 1</source>
        <translation>Zeit t, Rauschen bei 0, Daten bei 1</translation>
    </message>
    <message>
        <source>Time t: 0 is noise, 1 is data</source>
        <translation>Zeit t: 0 ist Rauschen, 1 sind Daten</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
</context>
</TS>

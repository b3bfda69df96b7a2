<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>realuid</name>
    <message>
        <source>the distance is infinite at t = %1: with weight 1 on generated data and beta other than alpha it divides by the generated density, whose tails are too thin for the real data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the distance is larger than any number that can be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>logarithm of the density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>velocity</source>
        <translation>Geschwindigkeit</translation>
    </message>
    <message>
        <source>drift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>variance of the target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optimal fake model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>logarithm of the distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logarithm of generated over real density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must end in .csv or .npy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 columns, but the scene has %2 coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a column for each coordinate: x, or x,y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one that `realuid field --help` lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be real, generated or teacher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or grid must be given, and not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must stay in [0, 1]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>makes more than 50 million values; take a coarser grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have one dimension; in two, use field --quantity distance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demo&apos;s scene is not among the presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already</source>
        <translation>ist schon da</translation>
    </message>
    <message>
        <source>choose another name by --out, or pass --overwrite to replace an earlier demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose a place that you may write to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from:to:count with a whole count from 1 to %1, such as -3:3:100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have %1 axes for this scene, separated by a comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most %1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be numbers in [0, 1], separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from:to with 0 &lt;= from &lt; to &lt;= 1, such as 0.02:0.98</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown verb %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`realuid help` lists the verbs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the result could not be written to standard output</source>
        <translation type="unfinished"></translation>
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
        <source>β &gt; α: real points that the generator misses pull on it; its own errors weigh less than without data.</source>
        <translation>β &gt; α: Echte Punkte, die der Generator verfehlt, ziehen an ihm; seine eigenen Fehler wiegen weniger als ohne Daten.</translation>
    </message>
    <message>
        <source>β &lt; α: real points that the generator misses pull on it; its own errors weigh more than their targets.</source>
        <translation>β &lt; α: Echte Punkte, die der Generator verfehlt, ziehen an ihm; seine eigenen Fehler wiegen mehr als ihre Ziele.</translation>
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
        <source>γ = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take γ below 1 or β = 1.</source>
        <translation>γ = 1 mit β ≠ 1: Auf echten Daten, die der Generator verfehlt, wird der Abstand durch eine Dichte nahe 0 geteilt und wächst unbegrenzt. Wähle γ unter 1 oder β = 1.</translation>
    </message>
    <message>
        <source>α = 1 with β ≠ 1: on real data that the generator misses the distance is divided by a density near 0 and grows without bound. Take α below 1 or β = 1.</source>
        <translation>α = 1 mit β ≠ 1: Auf echten Daten, die der Generator verfehlt, wird der Abstand durch eine Dichte nahe 0 geteilt und wächst unbegrenzt. Wähle α unter 1 oder β = 1.</translation>
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
        <source>Real data without a pull.</source>
        <translation>Echte Daten ohne Zug.</translation>
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
        <source>α = β &lt; 1: real data stand in the formulas, but where the generator has no mass the distance is 0. Missed modes stay missed.</source>
        <translation>α = β &lt; 1: Echte Daten stehen in den Formeln, aber wo der Generator keine Masse hat, ist der Abstand 0. Verfehlte Moden bleiben verfehlt.</translation>
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
        <source>must end in .pdf, .svg, .png or .gif</source>
        <translation>muss auf .pdf, .svg, .png oder .gif enden</translation>
    </message>
    <message>
        <source>must be one of %1</source>
        <translation>muss eines von %1 sein</translation>
    </message>
    <message>
        <source>makes more than 60 million pixels; take a smaller size or resolution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name or add --overwrite</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>is one file too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see realuid-studio --help</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a %1 x %1 matrix of finite numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be symmetric and positive definite</source>
        <translation>muss symmetrisch und positiv definit sein</translation>
    </message>
    <message>
        <source>must hold at least one component</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have 1 or 2 coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Zielfunktion</translation>
    </message>
    <message>
        <source>The min-max game: uid (Theorem 1), realuid (Theorem 2), general (Definition 3) or normalized (Appendix A.4).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of generated data</source>
        <translation>Gewicht erzeugter Daten</translation>
    </message>
    <message>
        <source>Share of generated samples in the fake model&apos;s loss (Definition 2); the rest, 1 − alpha, goes to real data. 1 is data-free.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of its targets</source>
        <translation>Gewicht ihrer Ziele</translation>
    </message>
    <message>
        <source>Scales the targets of generated samples by beta/alpha and those of real samples by (1 − beta)/(1 − alpha) (Definition 2). beta = alpha keeps both targets as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight of the quadratic term</source>
        <translation>Gewicht des quadrat. Terms</translation>
    </message>
    <message>
        <source>General RealUID only (Definition 3): quadratic weights gamma and 1 − gamma in place of alpha and 1 − alpha.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>General RealUID only: standard takes d = f* − f, beta takes d = beta (f* − f).</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a whole number</source>
        <translation>muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>must be numbers separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be whole numbers separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a finite number</source>
        <translation>muss eine endliche Zahl sein</translation>
    </message>
    <message>
        <source>the run failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have as many coordinates as real, %1</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fake updates before each generator update; 5 makes the authors&apos; 5 : 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Samples in an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Adam&apos;s rate after the warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Aufwärmen</translation>
    </message>
    <message>
        <source>Updates over which each optimiser&apos;s rate grows from 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first moment&apos;s decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s memory of gradients; the authors distil with 0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second moment&apos;s decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adam&apos;s memory of squared gradients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gradient clip</source>
        <translation>Grenze der Gradienten</translation>
    </message>
    <message>
        <source>Largest norm of all gradients together; larger ones are scaled down to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EMA decays</source>
        <translation>EMA-Abklingen</translation>
    </message>
    <message>
        <source>Moving averages of the generator, one for each decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network width</source>
        <translation>Breite des Netzes</translation>
    </message>
    <message>
        <source>Channels of the first level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>level multipliers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of each level as a multiple of the network&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blocks a level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Residual blocks in each level of the encoder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention sides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sides of the levels that have attention.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>channels a head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels of each attention head; checkpoints of others do not tell it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Labels the network is conditioned on; 0 is unconditional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of activations that residual blocks drop while training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>horizontal flips</source>
        <translation>Spiegeln</translation>
    </message>
    <message>
        <source>Mirror real images at random.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save every</source>
        <translation>speichern alle</translation>
    </message>
    <message>
        <source>Updates between two checkpoints; one is written at the end in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checkpoints kept</source>
        <translation>behaltene Checkpoints</translation>
    </message>
    <message>
        <source>The newest so many stay; older ones are deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sample every</source>
        <translation>Samples alle</translation>
    </message>
    <message>
        <source>Updates between two sample grids on the same noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>samples in a grid</source>
        <translation>Samples je Bild</translation>
    </message>
    <message>
        <source>Pictures in each sample grid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Every random number of the run follows from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Processor threads; 0 takes all. Bit-equal results need the same number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto takes a GPU where the engine finds one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be auto, cpu, cuda or cuda:K</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a multiple of 32, the groups of a norm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must hold at least one number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must divide the channels of each level, here %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>could not be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room on the disk or choose another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a file in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose another name or pass --overwrite</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than %1 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is not the kind of file that belongs here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check its permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 cells instead of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give every line as many numbers as the header has names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a finite number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write numbers as 0.5 or 1e-3, separated by commas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no row of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write a header line such as x,y and a line of numbers for each point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine %1 could not be loaded: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no engine was found beside the program; build it with LibTorch, or name its folder in REALUID_ENGINE_PATH</source>
        <translation>neben dem Programm ist keine Engine; baue sie mit LibTorch oder nenne ihren Ordner in REALUID_ENGINE_PATH</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not JSON at line %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mend it there or take another file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a number that is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a known key; known are %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a line of metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make room on the disk, then go on with `realuid resume`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exists already and is not an empty folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a new folder, or go on with that run by `realuid resume --run %1`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no checkpoint to go on from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check that this is a run folder; a run that saved nothing must start anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not name a checkpoint that exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write the newest checkpoint&apos;s name into it: {&quot;file&quot;: &quot;step-000600.pt&quot;}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an object, { ... }</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a matrix, a list of rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a row of a square matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1; a newer program wrote this</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fake updates in a row</source>
        <translation>Fake-Updates in Folge</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing or no tensor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an optimiser state belongs to no parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the two moments of parameter %1 differ in shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no network: neither net_model nor gen nor tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a teacher or distilled checkpoint of RealUID or TorchCFM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no state &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take one of: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state &quot;%1&quot; is far larger than the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fetch or save the file again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the data set does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>name a folder with CIFAR-10&apos;s data_batch_*.bin, or one such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder holds no data_batch_*.bin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unpack CIFAR-10&apos;s binary version there, or draw a set with `realuid data shapes`</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 bytes are not a whole number of records of %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take CIFAR-10&apos;s binary version, and fetch the file again if it is cut short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record %1 has label %2; labels are 0 to 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take CIFAR-10&apos;s binary version (CIFAR-100 is laid out differently)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be auto, cpu or one of this machine&apos;s %1 GPUs (cuda:K) that the engine can use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the picture could not be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not hold what exact resumption needs (key realuid_studio)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume from a checkpoint that RealUID Studio wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this run has no %1 updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the discriminator head takes %1 channels, the middle block gives %2: it can be kept, not used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weights do not tell the channels of an attention head: %1 is a guess</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the %1 update %2 diverged: its %3 is %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume from the last checkpoint with a smaller rate, a longer warm-up or, in distillation, alpha and beta nearer to each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the optimiser&apos;s state of parameter %1 does not fit the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resume from another checkpoint of the run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: takes the weights of state %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not tell the channels of an attention head: %2 are assumed (head_channels)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensors are not this network&apos;s: %1 missing (%2), %3 unexpected (%4), %5 of another shape (%6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a file of the authors&apos; network, or one written by RealUID Studio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no pickle of protocol 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opcode %1 is not one that checkpoints hold; nothing was executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dictionary has a key without a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asks for &quot;%1&quot;, which no checkpoint needs; nothing was executed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not open it with other software unless you trust where it is from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls what is no function</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls &quot;%1&quot; in a way that no checkpoint does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sets the attributes of an object in a way that no checkpoint does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refers to something that is no storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor has no storage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds more values than any checkpoint needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>takes more from its stack than there is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds to what is no collection of that kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refers to a value that is not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a size or place of a tensor is no whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a shape of a tensor is no tuple of whole numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a storage&apos;s name is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is nested more deeply than any checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a bare &quot;%1&quot;, which is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a dictionary&apos;s key is neither text nor number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key &quot;%1&quot; stands twice in a dictionary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after %1 updates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the name and the permissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>check the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than the data&apos;s largest label, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has %1 classes, the teacher %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all three networks must be conditioned alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not what the run began with (%1, now %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put the old file back, or start a new run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not tell a network that could be trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no .safetensors file: the header is longer than the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no .safetensors file: the header is no JSON object with distinct keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor&apos;s description is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor&apos;s type &quot;%1&quot; is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor lies outside the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the tensor&apos;s shape %1 does not fit its %2 bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tensors overlap or leave a gap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is longer than its tensors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds no tensor &quot;%1&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the folder cannot be made: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must name a .png or .npy file or a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be left out: the network is unconditional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be all or a whole number from 0 to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a teacher in one step gives blurred averages; take --solver euler --steps 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped; nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was written by a PyTorch before 1.6 and is not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>load it in Python and save it again with torch.save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds more than one checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a zip archive, but no checkpoint: it holds no data.pkl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a file that torch.save wrote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a TorchScript program, no checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a file that torch.save wrote from state dictionaries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its numbers are in big-endian order and are not read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it again on a little-endian machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is larger than any checkpoint needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor&apos;s storage is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor&apos;s storage has another size than it says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a tensor %1 at %2 with strides %3 reaches outside its storage of %4 values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take a smaller batch or width, or close other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LibTorch: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the engine failed for an unknown reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network is conditional: it needs a class for every image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the network has no discriminator head for a middle block of %1 channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds no U-Net of the authors&apos; layout: tensor %1 is missing or has an odd shape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the encoder is not regular at %1: every level must have as many blocks, of one width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a multiple of 32 of at most 8192</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be 1 to 12 numbers from 1 to 64</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to 32</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be negative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be from 1 to 1024</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must divide the %1 channels of level %2, which has attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no zip archive, or its end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the directory of the archive is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry is compressed, which torch.save never does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>save it again with torch.save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry lies outside the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the entry&apos;s header is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries of the archive overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two entries have the same name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the checksum is wrong: the data are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this build writes no animations</source>
        <translation>dieser Bau schreibt keine Animationen</translation>
    </message>
    <message>
        <source>install giflib&apos;s headers and build again, or export a .pdf, .svg or .png</source>
        <translation type="unfinished"></translation>
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
</context>
<context>
    <name>realuid::studio::ExploreSettings</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generator</translation>
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
        <source>A mixture of %1 Gaussians, moved and stretched as a whole.</source>
        <translation>Eine Mischung aus %1 Gauß-Verteilungen, im Ganzen verschoben und gestreckt.</translation>
    </message>
    <message>
        <source>One Gaussian, moved and stretched as a whole.</source>
        <translation>Eine Gauß-Verteilung, im Ganzen verschoben und gestreckt.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Change objective</source>
        <translation>Zielfunktion ändern</translation>
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
    <name>realuid::widgets::ExportDialog</name>
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
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Other size</source>
        <translation>Andere Größe</translation>
    </message>
    <message>
        <source>PNG (pixels)</source>
        <translation>PNG (Pixel)</translation>
    </message>
    <message>
        <source>SVG (drawing)</source>
        <translation>SVG (Zeichnung)</translation>
    </message>
    <message>
        <source>PDF (drawing)</source>
        <translation>PDF (Zeichnung)</translation>
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
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>No background</source>
        <translation>Ohne Hintergrund</translation>
    </message>
    <message>
        <source>Browse …</source>
        <translation>Suchen …</translation>
    </message>
    <message>
        <source>&amp;Size</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>T&amp;ype size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
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
        <source>Fi&amp;le</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 ist schon da.</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Choose another name</source>
        <translation>Anderen Namen wählen</translation>
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

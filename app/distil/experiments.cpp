// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/distil/experiments.h"

#include "app/explore/wrong_teacher.h"

#include <QCoreApplication>

namespace realuid::studio
{
namespace
{
QString tr(const char* text) { return QCoreApplication::translate("realuid::studio", text); }

game::Contender rival(const char* text)
{
    std::vector<Fault> faults;
    return game::readContender(text, faults);
}

Experiment plain()
{
    return {QStringLiteral("plain"), tr("One game"), {}, usualSetup()};
}

Experiment compared()
{
    Experiment out = plain();
    out.id = QStringLiteral("compared");
    out.name = tr("Four objectives");
    out.look = tr("The same seed, noise and data for all. How much real data help a teacher that is right already is small, by α and β or by a GAN: look at the end of the curves.");
    out.setup.rivals = {rival("uid"), rival("realuid:1:0.96"), rival("uid+gan")};
    return out;
}

Experiment faultyTeacher()
{
    Experiment out = plain();
    out.id = QStringLiteral("faulty-teacher");
    out.name = tr("A teacher without a mode");
    out.look = tr("The data-free student can only copy the teacher: it misses the mode, too. With α ≠ β real data pull towards it; the numbers beside the "
                  "pictures say whether this student has found it.");
    TeacherChoice missing = usualChoice(TeacherChoice::Kind::MissingMode);
    out.setup.scene = withTeacher(out.setup.scene, missing);
    out.setup.scene.loss.alpha = 0.8;
    out.setup.scene.loss.beta = 0.6;
    out.setup.rivals = {rival("uid"), rival("realuid:0.8:0.8")};
    return out;
}

Experiment fewSamples()
{
    Experiment out = plain();
    out.id = QStringLiteral("few-samples");
    out.name = tr("A teacher of 24 samples");
    out.look = tr("The teacher knows 24 points by heart. The data-free student copies their gaps; real data may fill them, by α and β or by a GAN: the numbers "
                  "beside the pictures say how far each comes.");
    out.setup.scene = withTeacher(out.setup.scene, usualChoice(TeacherChoice::Kind::FewSamples));
    out.setup.rivals = {rival("uid"), rival("uid+gan")};
    return out;
}

Experiment fewFakeSteps()
{
    Experiment out = plain();
    out.id = QStringLiteral("few-fake-steps");
    out.name = tr("Broken: the fake model lags");
    out.look = tr("One fake update a turn at a tenth of the rate: the generator runs ahead of what the fake model knows of it, and circles or collapses.");
    out.setup.game.fakeSteps = 1;
    out.setup.game.lr = 1e-4;
    out.setup.game.lrGenerator = 1e-2;
    return out;
}

Experiment largeRates()
{
    Experiment out = plain();
    out.id = QStringLiteral("large-rates");
    out.name = tr("Broken: rates too large");
    out.look = tr("Each update overshoots. The game stops where samples leave the picture or a loss is no number; go back to before it.");
    out.setup.game.lr = out.setup.game.lrGenerator = 0.3;
    return out;
}

Experiment unbounded()
{
    Experiment out = plain();
    out.id = QStringLiteral("unbounded");
    out.name = tr("Broken: α = 1 with β below it");
    out.look = tr("Where the generator makes nothing, nothing holds the fake model: on real points its loss is linear and falls without end.");
    out.setup.scene.loss.alpha = 1;
    out.setup.scene.loss.beta = 0.6;
    return out;
}
} // namespace

std::vector<Experiment> experiments()
{
    return {plain(), compared(), faultyTeacher(), fewSamples(), fewFakeSteps(), largeRates(), unbounded()};
}

} // namespace realuid::studio

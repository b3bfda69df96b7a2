// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/convergence_figure.h"

#include "app/shell/texts.h"
#include "core/io/json.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cmath>
#include <limits>

namespace realuid::studio
{
namespace
{

using widgets::Role;

QString fileOf(const QString& folder) { return folder + QStringLiteral("/compare.json"); }

std::vector<double> numbers(const Json& array)
{
    std::vector<double> out;
    for (const Json& each : array)
        out.push_back(each.is_null() ? std::numeric_limits<double>::infinity() : each.get<double>());
    return out;
}

std::vector<game::SpreadAt> curveOf(const Json& json)
{
    const std::vector<double> steps = numbers(json.at("steps")), median = numbers(json.at("median")), least = numbers(json.at("least")),
                              most = numbers(json.at("most"));
    std::vector<game::SpreadAt> out;
    for (std::size_t i = 0; i < steps.size(); ++i)
        out.push_back({static_cast<std::int64_t>(steps[i]), {median.at(i), least.at(i), most.at(i)}});
    return out;
}

game::Contender contenderOf(const Json& json)
{
    game::Contender out;
    out.name = json.at("name").get<std::string>();
    out.loss.kind = json.at("kind").get<std::string>();
    out.loss.alpha = json.at("alpha").get<double>();
    out.loss.beta = json.at("beta").get<double>();
    out.gan = json.at("gan").get<bool>();
    return out;
}

/// A figure that owns its view.
class FileFigure : public ConvergenceFigure
{
public:
    FileFigure(std::unique_ptr<widgets::BandView> view, widgets::FigureNote note) : ConvergenceFigure(*view, std::move(note)), m_view(std::move(view)) {}

private:
    std::unique_ptr<widgets::BandView> m_view;
};

} // namespace

QString contenderText(const game::Contender& contender)
{
    const auto number = [](double value) { return toQString(numberText(std::round(value * 1000) / 1000)); };
    const Loss& loss = contender.loss;
    if (loss.kind == "uid")
        return contender.gan ? phrase("UID + GAN") : phrase("data-free UID");
    return toQString(loss.kind) + QStringLiteral(" $(%1, %2)$").arg(number(loss.alpha), number(loss.beta))
           + (contender.gan ? QStringLiteral(" + GAN") : QString());
}

widgets::Band bandOf(const game::Contender& contender, std::size_t place, const std::vector<game::SpreadAt>& curve)
{
    static constexpr Role kRoles[]{Role::Generator, Role::Teacher, Role::Fake, Role::Real, Role::Noise}; // for their colours and dashes alone
    widgets::Band band{kRoles[place % std::size(kRoles)], contenderText(contender), {}, {}, {}, {}};
    for (const game::SpreadAt& at : curve) {
        band.x.push_back(static_cast<double>(at.step));
        band.middle.push_back(at.distance.median);
        band.least.push_back(at.distance.least);
        band.most.push_back(at.distance.most);
    }
    return band;
}

std::unique_ptr<widgets::BandView> convergenceView()
{
    auto view = std::make_unique<widgets::BandView>();
    view->setTitle(phrase("Convergence"));
    view->setAxisLabels(phrase("update"), phrase("sliced Wasserstein"));
    return view;
}

bool isComparison(const QString& folder) { return QFileInfo::exists(fileOf(folder)); }

std::unique_ptr<FigureSource> comparisonFigure(const QString& folder)
{
    const std::string file = fileOf(folder).toStdString();
    const Json json = readJson(file);
    try {
        std::vector<widgets::Band> bands;
        for (const Json& setting : json.at("settings"))
            bands.push_back(bandOf(contenderOf(setting), bands.size(), curveOf(setting.at("curve"))));
        auto view = convergenceView();
        view->setBands(std::move(bands));
        const QString seeds = QString::fromStdString(json.at("seeds").dump());
        return std::make_unique<FileFigure>(
            std::move(view), widgets::FigureNote{QFileInfo(folder).fileName(),
                                                 {{QStringLiteral("program"), QStringLiteral("RealUID Studio ") + QCoreApplication::applicationVersion()},
                                                  {QStringLiteral("seeds"), seeds}}});
    } catch (const std::exception&) {
        throw Error(ErrorKind::File, {REALUID_TEXT("is not what `realuid toy --compare` writes")}, file,
                    {REALUID_TEXT("play the comparison again, into another folder")});
    }
}

} // namespace realuid::studio

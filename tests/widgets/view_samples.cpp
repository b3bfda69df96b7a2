// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/view_samples.h"

#include <cmath>

namespace realuid::widgets::samples
{
namespace
{

double bell(double x, double mean, double width)
{
    const double z = (x - mean) / width;
    return std::exp(-z * z / 2) / (width * 2.5066282746310002);
}

template <class Function>
std::vector<double> sampled(const std::vector<double>& x, Function f)
{
    std::vector<double> y;
    for (const double each : x)
        y.push_back(f(each));
    return y;
}

Grid gridOf(int side, AxisRange x, AxisRange y, double (*f)(double, double))
{
    Grid grid{side, side, x.least, x.most, y.least, y.most, {}};
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i)
            grid.values.push_back(f(x.least + (x.most - x.least) * i / (side - 1), y.least + (y.most - y.least) * j / (side - 1)));
    return grid;
}

} // namespace

Grid hill(int side)
{
    return gridOf(side, {-4, 4}, {0.02, 0.98}, [](double x, double t) {
        return 3 * std::exp(-(x + 0.9) * (x + 0.9) / 2 - (t - 0.6) * (t - 0.6) * 4) + 1.2 * std::exp(-(x - 1.6 * t) * (x - 1.6 * t) * 3) * t;
    });
}

Grid ridges(int side)
{
    return gridOf(side, {-4, 4}, {0, 1}, [](double x, double t) {
        const double wide = (x + 0.9 * t) / (1 - 0.35 * t), narrow = (x - 1.6 * t) / (1 - 0.65 * t);
        return 0.8 * t * t * std::exp(-wide * wide / 2) + 4 * t * std::exp(-narrow * narrow / 2);
    });
}

std::unique_ptr<SurfaceView> surfaceView()
{
    auto view = std::make_unique<SurfaceView>();
    view->setTitle(QStringLiteral("Distance surface"));
    const Grid grid = ridges(129);
    const ColorScale scale{ColorMap::Viridis, 1e-4, 10, true};
    view->setSurface(grid, scale, contours(grid, contourLevels(scale.least, scale.most, 6, true)));
    view->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("$t$"), QStringLiteral("distance $l(t, x)$"));
    view->setMarkerLine(Qt::Horizontal, 0.7);
    return view;
}

std::unique_ptr<BandView> bandView()
{
    auto view = std::make_unique<BandView>();
    view->setTitle(QStringLiteral("Convergence"));
    std::vector<Band> bands{{Role::Generator, QStringLiteral("realuid $(0.94, 0.96)$"), {}, {}, {}, {}}, {Role::Teacher, QStringLiteral("data-free UID"), {}, {}, {}, {}}};
    for (int i = 0; i <= 60; ++i) {
        const double fall = std::exp(-0.05 * i);
        const double middles[]{0.1 + 1.2 * fall, 0.2 + 1.1 * fall * fall};
        for (std::size_t k = 0; k < 2; ++k) {
            bands[k].x.push_back(50 * i);
            bands[k].middle.push_back(middles[k]);
            bands[k].least.push_back(0.8 * middles[k]);
            bands[k].most.push_back(k == 1 && i > 40 ? INFINITY : 1.3 * middles[k]);
        }
    }
    view->setBands(std::move(bands));
    view->setAxisLabels(QStringLiteral("update"), QStringLiteral("sliced Wasserstein"));
    return view;
}

std::unique_ptr<DensityView> densityView()
{
    auto view = std::make_unique<DensityView>();
    view->setTitle(QStringLiteral("Densities and fields"));
    std::vector<double> x;
    for (int i = 0; i <= 400; ++i)
        x.push_back(-4 + 0.02 * i);
    view->setCurves(x,
                    {{Role::Real, QStringLiteral("real $p_t^*$"), sampled(x, [](double v) { return bell(v, 1.1, 0.4); })},
                     {Role::Generator, QStringLiteral("generated $p_t^\\theta$"), sampled(x, [](double v) { return bell(v, -0.65, 0.55); })}},
                    {{Role::Teacher, QStringLiteral("teacher $f^*$"), sampled(x, [](double v) { return 3.2 - 1.4 * v; })},
                     {Role::Generator, QStringLiteral("generator's own $f^\\theta$"), sampled(x, [](double v) { return -1.1 - 0.2 * v; })},
                     {Role::Fake, QStringLiteral("optimal fake"), sampled(x, [](double v) { return -1.1 - 0.2 * v + 2.2 * std::exp(-(v - 1.2) * (v - 1.2) * 2); })}});
    view->setRanges({-4, 4}, {0, 1.1}, {-9, 9});
    view->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("density"), QStringLiteral("field"));
    return view;
}

std::unique_ptr<HeatmapView> heatmapView(bool logarithmic)
{
    auto view = std::make_unique<HeatmapView>();
    view->setTitle(QStringLiteral("Distance surface"));
    Grid grid = hill(128);
    const ColorScale scale = logarithmic ? ColorScale{ColorMap::Magma, 1e-3, 10, true} : fittedScale(grid.values, ColorMap::Viridis);
    const std::vector<double> levels = contourLevels(scale.least, scale.most, 7, logarithmic);
    std::vector<Contour> lines = contours(grid, levels);
    view->setGrid(std::move(grid), scale, std::move(lines));
    view->setAxisLabels(QStringLiteral("$x$"), QStringLiteral("time $t$"), QStringLiteral("distance $\\ell(t, x)$"));
    view->setMarkerLine(Qt::Horizontal, 0.7);
    view->setPoints({{Role::Generator, {-0.9, 0.6}, QStringLiteral("generator $(m_\\theta, \\sigma_\\theta)$")}});
    return view;
}

std::unique_ptr<FieldView> fieldView()
{
    auto view = std::make_unique<FieldView>();
    view->setTitle(QStringLiteral("Fields"));
    const auto density = [](double x, double y) { return std::exp(-(x - 1) * (x - 1) - (y - 0.5) * (y - 0.5) / 2); };
    Grid grid = gridOf(96, {-4, 4}, {-4, 4}, density);
    const std::vector<double> levels{0.2, 0.5, 0.8};
    view->setContours({{Role::Real, QStringLiteral("real"), contours(grid, levels)},
                       {Role::Generator, QStringLiteral("generated"),
                        contours(gridOf(96, {-4, 4}, {-4, 4}, [](double x, double y) { return std::exp(-(x + 1) * (x + 1) - y * y); }), levels)}});
    view->setBackground(std::move(grid), {.map = ColorMap::Cividis, .least = 0, .most = 1});
    std::vector<ArrowField> fields;
    for (const Role role : {Role::Teacher, Role::Fake}) {
        ArrowField field{role, role == Role::Teacher ? QStringLiteral("teacher $f^*$") : QStringLiteral("fake $f$"), 15, 15, -3.5, 3.5, -3.5, 3.5, {}};
        for (int j = 0; j < 15; ++j)
            for (int i = 0; i < 15; ++i)
                field.vectors.emplace_back(role == Role::Teacher ? 1 + (3.5 - 0.5 * i) : j * 0.2 - 1, role == Role::Teacher ? 3.5 - 0.5 * j : 0.6);
        fields.push_back(field);
    }
    view->setArrows(std::move(fields));
    view->setRanges({-4, 4}, {-4, 4});
    return view;
}

std::unique_ptr<CurveView> curveView(int updates)
{
    auto view = std::make_unique<CurveView>();
    view->setTitle(QStringLiteral("Two players"));
    const int fake = view->addSeries(Role::Fake, QStringLiteral("fake model"));
    const int generator = view->addSeries(Role::Generator, QStringLiteral("generator"));
    unsigned state = 1;
    const auto noise = [&] {
        state = state * 1664525u + 1013904223u;
        return static_cast<double>(state >> 8) / (1 << 24) - 0.5;
    };
    for (int step = 1; step <= updates; ++step) {
        const double decay = std::exp(-step / (0.15 * updates));
        view->append(fake, step, 42 + 16 * decay + 6 * noise());
        if (step % 6 == 0)
            view->append(generator, step, 3 + 12 * decay + 2 * noise());
    }
    view->addEvent(0.58 * updates, QStringLiteral("$\\alpha$ 0.94 → 0.98"));
    return view;
}

ImageSheet sheet(int columns, int rows, int side)
{
    ImageSheet out{1200, "gen", columns, rows, side, {}};
    for (int y = 0; y < out.height(); ++y)
        for (int x = 0; x < out.width(); ++x)
            for (const int channel : {40 * (x / side), 40 * (y / side), 255 * (x % side) / side})
                out.rgb.push_back(static_cast<std::uint8_t>(channel % 256));
    return out;
}

std::unique_ptr<ImageGrid> imageGrid()
{
    auto view = std::make_unique<ImageGrid>();
    view->setTitle(QStringLiteral("Samples"));
    view->setSheet(sheet(6, 4, 32));
    return view;
}

} // namespace realuid::widgets::samples

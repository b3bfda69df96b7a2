// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv.h"
#include "core/io/json.h"
#include "tests/app/ran_program.h"
#include "tests/fixtures.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <fstream>
#include <map>

using namespace realuid;

namespace
{

constexpr double kTolerance = 1e-8;

Json readFile(const std::filesystem::path& path)
{
    std::ifstream file(path);
    return Json::parse(file);
}

/// The kinds as golden files call them.
std::string kindOf(std::string schedule)
{
    if (schedule.starts_with("interpolant"))
        return "stochastic";
    std::replace(schedule.begin(), schedule.end(), '_', '-');
    return schedule;
}

/// A mixture that lists `mean` with `sd` or with `covariance`.
Json mixture(const Json& components)
{
    Json out = Json::array();
    for (const Json& c : components) {
        const bool line = c.contains("sd");
        out.push_back({{"weight", c.at("weight")},
                       {"mean", line ? Json::array({c.at("mean")}) : c.at("mean")},
                       {"covariance", line ? Json{{c.at("sd").get<double>() * c.at("sd").get<double>()}} : c.at("covariance")}});
    }
    return {{"kind", "mixture"}, {"components", out}};
}

Json jointCoupling(const Json& components)
{
    Json out = Json::array();
    for (const Json& k : components) {
        const double sd0 = k.at("sd0"), sd1 = k.at("sd1"), cross = k.at("correlation").get<double>() * sd0 * sd1;
        out.push_back({{"weight", k.at("weight")},
                       {"mean", {k.at("mean0"), k.at("mean1")}},
                       {"covariance", {{sd0 * sd0, cross}, {cross, sd1 * sd1}}}});
    }
    return {{"kind", "joint"}, {"components", out}};
}

/// Numbers of a golden row: a number, a decimal string (which may lie below the range of double), or a list.
std::vector<double> numbers(const Json& value)
{
    if (value.is_string())
        return {std::strtod(value.get<std::string>().c_str(), nullptr)};
    return value.is_array() ? value.get<std::vector<double>>() : std::vector<double>{value.get<double>()};
}

struct Row {
    const char* key;
    const char* quantity;
    double scale; ///< values below it are compared absolutely: they are differences of larger ones
};
constexpr Row kFields[] = {{"p", "density", 0},
                           {"log_p", "log-density", 1e-3},
                           {"score", "score", 1e-3},
                           {"mean_x0", "posterior-noise", 1e-3},
                           {"mean_x1", "posterior-data", 1e-3},
                           {"mean_z", "posterior-z", 1e-3},
                           {"velocity", "velocity", 1e-3},
                           {"velocity_variance", "target-variance", 0},
                           {"drift", "drift", 1e-3},
                           {"drift_variance", "drift-variance", 0}};

} // namespace

/// Every number of the golden files against the built program, as a user would ask it for them.
class TestProgramGolden : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }

    void writeScene(const Json& scene) const
    {
        std::ofstream(path("scene.json").toStdString()) << scene.dump();
    }
    /// Points with their own times: t,x or t,x,y.
    void writePoints(const Json& points) const
    {
        CsvTable table{numbers(points.at(0).at("x")).size() == 2 ? std::vector<std::string>{"t", "x", "y"} : std::vector<std::string>{"t", "x"}, {}};
        for (const Json& point : points) {
            const std::vector<double> x = numbers(point.at("x"));
            table.values.push_back(point.at("t"));
            table.values.insert(table.values.end(), x.begin(), x.end());
        }
        writeCsv(path("points.csv").toStdString(), table, true);
    }

    Json values(const char* quantity, const QStringList& more = {}) const
    {
        const Ran run = ran(QStringList{"field", "--scene", path("scene.json"), "--quantity", quantity, "--points", path("points.csv"), "--json", "--quiet"} + more);
        if (run.code != 0)
            qWarning("%s", run.errors.constData());
        return run.code == 0 ? run.json().at("values") : Json::array();
    }

    /// How many numbers agree; tells those that do not. `want(i)` is empty where the file has none.
    template <class Want>
    int agreeing(const char* what, const Json& got, std::size_t points, double scale, const Want& want) const
    {
        int agree = 0;
        for (std::size_t i = 0; i < points && got.size() == points; ++i) {
            const std::vector<double> expected = want(i);
            for (std::size_t k = 0; k < expected.size(); ++k) {
                const Json& value = got[i].is_array() ? got[i][k] : got[i];
                const double own = value.is_number() ? value.get<double>() : NAN;
                const double least = std::max(scale, 1e-300); // below, doubles have fewer digits
                const bool same = std::abs(own - expected[k]) <= kTolerance * std::max(std::abs(expected[k]), least);
                if (!same)
                    qWarning("%s, point %zu: got %.17g, want %.17g", what, i, own, expected[k]);
                agree += same;
            }
        }
        return agree;
    }

    void compareFields(const Json& points) const
    {
        const std::size_t dimension = numbers(points.at(0).at("x")).size();
        writePoints(points);
        for (const Row& row : kFields) {
            if (!points.at(0).contains(row.key))
                continue;
            const Json got = values(row.quantity);
            const bool vector = points.at(0).at(row.key).is_array() || (got.size() > 0 && got[0].is_array());
            const int all = static_cast<int>(points.size() * (vector ? dimension : 1));
            QCOMPARE(agreeing(row.key, got, points.size(), row.scale, [&](std::size_t i) { return numbers(points[i].at(row.key)); }), all);
        }
    }

    void compareIntegrals(const Json& c, const std::string& kind, const QStringList& loss) const
    {
        for (const auto& [key, want] : c.items()) {
            if (!key.starts_with("integral_t_") || key == "integral_t_relative_error")
                continue;
            QStringList times;
            for (const auto& item : c.at("integral_x").items())
                times << QString::fromStdString(item.key());
            const QStringList range = QString::fromStdString(key).split('_');
            const Ran run = ran(QStringList{"distance", "--scene", path("scene.json"), "--t", times.join(','), "--t-range",
                                            range[2] + ':' + range[3], "--json", "--quiet"} + loss);
            QCOMPARE(run.code, 0);
            const Json found = run.json();
            const double total = want.at(kind);
            QVERIFY2(std::abs(found.at("total").get<double>() - total) <= kTolerance * total, key.c_str());
            QVERIFY(found.at("error").get<double>() <= 1e-7 * total);
            for (qsizetype i = 0; i < times.size(); ++i) {
                const double at = c.at("integral_x").at(times[i].toStdString()).at(kind);
                QVERIFY2(std::abs(found.at("per_t").at(static_cast<std::size_t>(i)).at("value").get<double>() - at) <= kTolerance * at,
                         qPrintable(times[i]));
            }
        }
    }

    void compareDistances(const Json& points, const Json& c) const
    {
        const auto text = [&](const char* key) { return QString::number(c.at(key).get<double>(), 'g', 17); };
        const Json& at = c.at("at_points");
        for (const auto& item : at.at("ln_values").items()) {
            const std::string& kind = item.key();
            const QStringList loss{"--loss", kind.c_str(), "--alpha", text("alpha"), "--beta", text("beta"), "--gamma", text("gamma")};
            const auto wanted = [&](const char* list, const std::string& key) {
                return [&, list, key](std::size_t i) { return numbers(at.at(list).at(key)[i]); };
            };
            const auto n = static_cast<int>(points.size());
            QCOMPARE(agreeing(kind.c_str(), values("log-distance", loss), points.size(), 1, wanted("ln_values", kind)), n);
            QCOMPARE(agreeing(kind.c_str(), values("distance", loss), points.size(), 0, wanted("values", kind)), n);
            if (at.at("values").contains("fake_" + kind)) {
                QCOMPARE(agreeing("fake", values("optimal-fake", loss), points.size(), 1e-3, wanted("values", "fake_" + kind)), n);
            }
            compareIntegrals(c, kind, loss);
        }
    }

private Q_SLOTS:
    void fields()
    {
        REALUID_FIXTURE(file, "fields.json");
        const Json json = readFile(file);
        for (const Json& c : json.at("cases_1d")) {
            writeScene({{"version", 1},
                        {"generated", {{"kind", "gaussian"}, {"mean", {0.0}}, {"covariance", {{1.0}}}}},
                        {"interpolant", {{"kind", kindOf(c.at("schedule"))}}},
                        {"coupling", jointCoupling(c.at("coupling"))}});
            compareFields(c.at("points"));
        }
        for (const Json& c : json.at("cases_2d")) {
            writeScene({{"version", 1},
                        {"real", mixture(c.at("components"))},
                        {"generated", mixture(c.at("components"))},
                        {"interpolant", {{"kind", kindOf(c.at("schedule"))}}}});
            compareFields(c.at("points"));
        }
    }

    /// A point's own time and the option --t are one and the same.
    void timeAsAnOption()
    {
        REALUID_FIXTURE(file, "fields.json");
        const Json json = readFile(file);
        for (const Json& c : json.at("cases_2d")) {
            const Json& point = c.at("points").at(0);
            writeScene({{"version", 1}, {"real", mixture(c.at("components"))}, {"generated", mixture(c.at("components"))}});
            writeCsv(path("points.csv").toStdString(), {{"x", "y"}, numbers(point.at("x"))}, true);
            const Json got = values("velocity", {"--t", QString::number(point.at("t").get<double>(), 'g', 17)});
            QCOMPARE(agreeing("velocity", got, 1, 1e-3, [&](std::size_t) { return numbers(point.at("velocity")); }), 2);
        }
    }

    void distances_data()
    {
        QTest::addColumn<int>("pair");
        for (int i = 0; i < 3; ++i)
            QTest::addRow("pair %d", i) << i;
    }
    void distances()
    {
        QFETCH(int, pair);
        REALUID_FIXTURE(file, "distances.json");
        const Json json = readFile(file);
        if (static_cast<std::size_t>(pair) >= json.at("pairs").size())
            QSKIP("the golden data have fewer pairs");
        const Json& p = json.at("pairs").at(static_cast<std::size_t>(pair));
        writeScene({{"version", 1}, {"real", mixture(p.at("real"))}, {"generated", mixture(p.at("generated"))}});
        writePoints(p.at("points"));
        const auto n = static_cast<int>(p.at("points").size());
        const auto wanted = [&](const char* key) { return [&, key](std::size_t i) { return numbers(p.at("points")[i].at(key)); }; };
        for (const auto& [side, density, field] : {std::array{"real", "ln_p_real", "field_real"}, std::array{"generated", "ln_p_generated", "field_generated"}}) {
            QCOMPARE(agreeing(density, values("log-density", {"--of", side}), p.at("points").size(), 1, wanted(density)), n);
            QCOMPARE(agreeing(field, values("velocity", {"--of", side}), p.at("points").size(), 1e-3, wanted(field)), n);
        }
        for (const Json& c : p.at("coefficients"))
            compareDistances(p.at("points"), c);
    }
};

QTEST_GUILESS_MAIN(TestProgramGolden)
#include "tst_program_golden.moc"

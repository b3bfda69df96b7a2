// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/quantity.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/json.h"
#include "core/io/scene_json.h"
#include "tests/app/ran_program.h"

using namespace realuid;

namespace
{

Scene presetOf(const char* id)
{
    for (const ScenePreset& preset : scenePresets())
        if (preset.id == id)
            return preset.scene;
    return {};
}

} // namespace

class TestAnalyticVerbs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void fieldOnAGrid()
    {
        const Ran run = ran({"field", "--scene", "mixtures-2d", "--quantity", "velocity", "--of", "generated", "--t", "0.4",
                             "--grid", "-1:1:3,0:2:2", "--json"});
        QCOMPARE(run.code, 0);
        const Json json = run.json();
        QCOMPARE(json.at("quantity").get<std::string>(), std::string("velocity"));
        QCOMPARE(json.at("t").get<double>(), 0.4);
        const std::vector<double> points{-1, 0, 0, 0, 1, 0, -1, 2, 0, 2, 1, 2}; // x runs fastest
        const std::vector<double> want =
            evaluate(presetOf("mixtures-2d"), Quantity::Velocity, Side::Generated, 0.4, points);
        for (std::size_t i = 0; i < 6; ++i) {
            QCOMPARE(json.at("points").at(i).get<std::vector<double>>(), (std::vector<double>{points[2 * i], points[2 * i + 1]}));
            QCOMPARE(json.at("values").at(i).get<std::vector<double>>(), (std::vector<double>{want[2 * i], want[2 * i + 1]}));
        }
    }

    void shapesInOneDimension()
    {
        const QStringList common{"field", "--scene", "two-gaussians", "--grid", "0:1:2", "--json", "--quantity"};
        const Json vector = ran(common + QStringList{"score"}).json();
        QCOMPARE(vector.at("values").at(0).size(), std::size_t(1));
        QVERIFY(vector.at("values").at(0).is_array());
        QVERIFY(ran(common + QStringList{"ratio"}).json().at("values").at(0).is_number());
    }

    void fieldFromAndToFiles()
    {
        writeAtomically(path("points.csv").toStdString(), true, std::string_view("name,y,x\n7,1,0.5\n7,-1,0.25\n"));
        const QStringList arguments{"field",    "--scene", "gaussians-2d",      "--quantity", "log-density", "--t", "0.5",
                                    "--points", path("points.csv"), "--out", path("out.csv")};
        QCOMPARE(ran(arguments).code, 0);
        const CsvTable table = readCsv(path("out.csv").toStdString());
        QCOMPARE(table.header, (std::vector<std::string>{"x", "y", "log-density"}));
        QCOMPARE(table.rows(), std::size_t(2));
        const std::vector<double> want =
            evaluate(presetOf("gaussians-2d"), Quantity::LogDensity, Side::Real, 0.5, std::vector<double>{0.5, 1, 0.25, -1});
        QCOMPARE(table.values, (std::vector<double>{0.5, 1, want[0], 0.25, -1, want[1]}));
        QCOMPARE(ran(arguments).code, 2); // never replaced unasked
        QCOMPARE(ran(arguments + QStringList{"--overwrite"}).code, 0);
    }

    void timesOfTheirOwn()
    {
        writeAtomically(path("timed.csv").toStdString(), true, std::string_view("t,x\n0.25,1\n0.75,-1\n0.25,2\n"));
        const QStringList arguments{"field", "--scene", "two-gaussians", "--quantity", "velocity", "--points", path("timed.csv"), "--json"};
        const Json json = ran(arguments).json();
        QCOMPARE(json.at("t").get<std::vector<double>>(), (std::vector<double>{0.25, 0.75, 0.25}));
        const Scene scene = presetOf("two-gaussians");
        for (const auto& [i, t, x] : {std::tuple{0, 0.25, 1.0}, {1, 0.75, -1.0}, {2, 0.25, 2.0}})
            QCOMPARE(json.at("values").at(static_cast<std::size_t>(i)).at(0).get<double>(), evaluate(scene, Quantity::Velocity, Side::Real, t, std::vector<double>{x})[0]);
        QCOMPARE(ran(arguments + QStringList{"--t", "0.5"}).code, 2);
        writeAtomically(path("timed.csv").toStdString(), true, std::string_view("t,x\n1.25,1\n"));
        QCOMPARE(ran(arguments).code, 3);
    }

    void surface()
    {
        const Ran run = ran({"surface", "--scene", "two-mixtures", "--t", "0.1:0.9:3", "--x", "-2:2:5", "--json", "--out",
                             path("surface.npy")});
        QCOMPARE(run.code, 0);
        const Json json = run.json();
        double most = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            const auto x = json.at("x").get<std::vector<double>>();
            const std::vector<double> want =
                evaluate(presetOf("two-mixtures"), Quantity::Distance, Side::Real, json.at("t").at(i), x);
            for (std::size_t j = 0; j < 5; ++j) {
                const double got = json.at("values").at(i).at(j);
                QVERIFY(std::abs(got - want[j]) <= 1e-10 * want[j]);
                most = std::max(most, got);
            }
        }
        QCOMPARE(json.at("max").get<double>(), most);
        QVERIFY(QFileInfo(path("surface.npy")).size() > 15 * 8);
    }

    void distance()
    {
        const Scene scene = presetOf("two-gaussians");
        const Json both = ran({"distance", "--scene", "two-gaussians", "--t", "0.1,0.5", "--t-range", "0.1:0.9", "--json"}).json();
        QCOMPARE(both.at("per_t").size(), std::size_t(2));
        QCOMPARE(both.at("per_t").at(1).at("t").get<double>(), 0.5);
        QCOMPARE(both.at("per_t").at(1).at("value").get<double>(), distanceAt(scene, 0.5).value);
        QCOMPARE(both.at("total").get<double>(), distanceOver(scene, 0.1, 0.9).value);
        QVERIFY(both.at("error").get<double>() < 1e-7);
        QVERIFY(!ran({"distance", "--scene", "two-gaussians", "--t", "0.1", "--json"}).json().contains("total"));
        const Json whole = ran({"distance", "--scene", "two-gaussians", "--json", "--alpha", "1", "--beta", "1"}).json();
        Scene dataFree = scene;
        dataFree.loss.kind = "uid";
        QCOMPARE(whole.at("total").get<double>(), distanceOver(dataFree, 0.02, 0.98).value);
    }

    void landscape()
    {
        const Scene scene = presetOf("two-gaussians");
        const Ran run = ran({"landscape", "--scene", "two-gaussians", "--x", "generated.mean[0]=1.1:2.1:3", "--y",
                             "generated.sd[0]=0.25:0.45:3", "--json", "--out", path("landscape.csv")});
        QCOMPARE(run.code, 0);
        const Json json = run.json();
        QCOMPARE(json.at("minimum").at("x").get<double>(), 1.6);
        QCOMPARE(json.at("minimum").at("y").get<double>(), 0.35);
        Scene at = scene;
        at.generated = gaussian({2.1}, {0.25 * 0.25});
        const double want = distanceOver(at, 0.02, 0.98).value, got = json.at("values").at(0).at(2);
        QVERIFY(std::abs(got - want) < 1e-7 * want);
        QCOMPARE(readCsv(path("landscape.csv").toStdString()).rows(), std::size_t(9));
    }

    void flow()
    {
        const Ran run = ran({"flow", "--scene", "two-gaussians", "--steps", "10", "--rate", "0.5", "--json"});
        QCOMPARE(run.code, 0);
        const Json steps = run.json().at("steps");
        QCOMPARE(steps.front().at("parameters").at("generated.mean[0]").get<double>(), -0.9);
        QVERIFY(std::abs(steps.back().at("parameters").at("generated.mean[0]").get<double>() - 1.6) < 1e-3);
        QVERIFY(std::abs(steps.back().at("parameters").at("generated.sd[0]").get<double>() - 0.35) < 1e-3);
        QVERIFY(steps.back().at("distance").get<double>() < 1e-5);
    }

    void trajectories()
    {
        const QStringList common{"trajectories", "--scene", "gaussians-2d", "--n", "3", "--steps", "20", "--json", "--method"};
        const Json json = ran(common + QStringList{"rk4"}).json();
        QCOMPARE(json.at("paths").size(), std::size_t(3));
        QCOMPARE(json.at("paths").at(0).size(), std::size_t(21));
        QCOMPARE(json.at("paths").at(0).at(0).size(), std::size_t(2));
        QVERIFY(json.at("error_vs_exact").get<double>() < 1e-3);
        const Json exact = ran(common + QStringList{"exact"}).json();
        QCOMPARE(exact.at("error_vs_exact").get<double>(), 0.0);
        QCOMPARE(exact.at("paths").at(2).at(0), json.at("paths").at(2).at(0));
        QVERIFY(!ran(common + QStringList{"sde", "--noise", "0.5"}).json().contains("error_vs_exact"));
    }

    void trajectoriesBetweenSeeds()
    {
        const QStringList common{"trajectories", "--scene", "gaussians-2d", "--steps", "4", "--json", "--method", "exact"};
        const Json json = ran(common + QStringList{"--between", "3:5:3", "--frames", "4"}).json();
        QCOMPARE(json.at("paths").size(), std::size_t(7));
        QCOMPARE(json.at("paths").at(0), json.at("paths").at(6));
        QCOMPARE(json.at("paths").at(3).at(0), ran(common + QStringList{"--n", "1", "--seed", "5"}).json().at("paths").at(0).at(0));
        QCOMPARE(ran(common + QStringList{"--between", "3"}).code, 2);
        QCOMPARE(ran(common + QStringList{"--between", "3:5", "--n", "2"}).code, 2);
        QCOMPARE(ran(common + QStringList{"--n", "2", "--frames", "3"}).code, 2);
    }

    void flowWithAdamAndLag()
    {
        const QStringList common{"flow", "--scene", "two-gaussians", "--steps", "3", "--json"};
        const Json adam = ran(common + QStringList{"--optimizer", "adam", "--rate", "0.01", "--lag", "2"}).json().at("steps");
        QVERIFY(std::abs(adam.at(1).at("parameters").at("generated.mean[0]").get<double>() + 0.89) < 1e-6);
        QVERIFY(adam.at(2).at("fake").at("generated.mean[0]").get<double>() < adam.at(2).at("parameters").at("generated.mean[0]").get<double>());
        QVERIFY(!ran(common).json().at("steps").at(1).contains("fake"));
        for (const QStringList& bad : {QStringList{"--optimizer", "sgd"}, QStringList{"--beta1", "1"}, QStringList{"--lag", "-1"}})
            QCOMPARE(ran(common + bad).code, 2);
    }

    void objectives()
    {
        const auto total = [&](const QStringList& more) {
            return ran(QStringList{"distance", "--scene", "two-gaussians", "--json"} + more).json().at("total").get<double>();
        };
        Scene scene = presetOf("two-gaussians");
        scene.loss = {"sid", 0.9, 0.95};
        QCOMPARE(total({"--loss", "sid", "--alpha", "0.9", "--beta", "0.95", "--alpha-sid", "1.2"}), distanceOver(scene, 0.02, 0.98).value);
        scene.loss = {"dmd", 0.9, 0.9};
        QCOMPARE(total({"--loss", "dmd", "--alpha", "0.9", "--beta", "0.9"}), distanceOver(scene, 0.02, 0.98).value);
        QCOMPARE(ran({"distance", "--scene", "two-gaussians", "--loss", "sid", "--alpha-sid", "3"}).code, 2);
        scene.target = "velocity";
        scene.loss.kind = "realuid";
        writeScene(path("velocity.json").toStdString(), scene, true);
        QCOMPARE(ran({"distance", "--scene", path("velocity.json"), "--loss", "dmd"}).code, 2);
    }

    void conditionalScene()
    {
        Scene scene = presetOf("two-gaussians");
        scene.conditional = true;
        writeScene(path("conditional.json").toStdString(), scene, true);
        const QStringList common{"field", "--scene", path("conditional.json"), "--quantity", "posterior-noise", "--grid", "0:1:2", "--json"};
        QCOMPARE(ran(common + QStringList{"--x0", "0.75"}).json().at("values").at(1).at(0).get<double>(), 0.75);
        QCOMPARE(ran(common).json().at("values").at(0).at(0).get<double>(), 0.0);
        QCOMPARE(ran(common + QStringList{"--x0", "1,2"}).code, 2);
        QCOMPARE(ran(common + QStringList{"--t", "0"}).code, 2);
    }

    void infiniteDistanceSaysWhy()
    {
        Scene scene = presetOf("two-gaussians");
        scene.generated = gaussian({0}, {1e-3});
        writeScene(path("narrow.json").toStdString(), scene, true);
        const Ran run = ran({"distance", "--scene", path("narrow.json"), "--alpha", "1", "--beta", "0.9", "--json"});
        QCOMPARE(run.code, 0);
        QVERIFY(run.json().at("total").is_null());
        QVERIFY(run.errors.contains("infinite"));
    }

    void allFaultsAtOnce()
    {
        const Ran run = ran({"field", "--scene", "two-gaussians", "--quantity", "speed", "--t", "2", "--of", "me", "--grid",
                             "0:1", "--alpha", "x", "--out", "a.png"});
        QCOMPARE(run.code, 2);
        QVERIFY(run.out.isEmpty());
        for (const char* field : {"quantity = speed", "t = 2", "of = me", "grid = 0:1", "alpha = x", "out = a.png"})
            QVERIFY2(run.errors.contains(field), run.errors.constData());
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no points") << QStringList{"field", "--scene", "two-gaussians", "--quantity", "score"} << 2;
        QTest::newRow("surface in 2-D") << QStringList{"surface", "--scene", "gaussians-2d", "--t", "0:1:3", "--x", "0:1:3"}
                                        << 2;
        QTest::newRow("backward range") << QStringList{"distance", "--scene", "two-gaussians", "--t-range", "0.9:0.1"} << 2;
        QTest::newRow("landscape without values") << QStringList{"landscape", "--scene", "two-gaussians", "--x",
                                                                 "generated.mean[0]", "--y", "generated.sd[0]=0:1:3"}
                                                  << 2;
        QTest::newRow("flow of nothing") << QStringList{"flow", "--scene", "two-gaussians", "--parameters", "real.mean[0]"} << 2;
        QTest::newRow("no map of a mixture") << QStringList{"trajectories", "--scene", "two-mixtures", "--n", "2", "--method", "exact"}
                                             << 2;
        QTest::newRow("no such scene") << QStringList{"distance", "--scene", "/nowhere.json"} << 3;
        QTest::newRow("no such points") << QStringList{"field", "--scene", "two-gaussians", "--quantity", "score", "--points",
                                                       "/nowhere.csv"}
                                        << 3;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const Ran run = ran(arguments);
        QCOMPARE(run.code, code);
        QVERIFY(run.errors.startsWith("realuid: error: "));
    }
};

QTEST_GUILESS_MAIN(TestAnalyticVerbs)
#include "tst_analytic_verbs.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/named_distribution.h"
#include "core/api/error.h"
#include "core/io/scene_json.h"

#include <QtTest>

using namespace realuid;

class TestSceneJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void presetsSurviveFileAndLink()
    {
        for (const ScenePreset& preset : scenePresets()) {
            QVERIFY(sceneFromJson(toJson(preset.scene), "test") == preset.scene);
            QVERIFY(sceneFromLink(toLink(preset.scene)) == preset.scene);
            QVERIFY(readScene(std::string(preset.id)) == preset.scene);
        }
    }

    void oddNumbersSurvive()
    {
        Scene scene;
        scene.loss = {"general", 1.0 / 3, 1e-9, 0.1 + 0.2, "beta"};
        scene.real = {{{3, {-1e-300}, {5e-324}}, {1e10, {1e15}, {2}}}};
        QVERIFY(sceneFromLink(toLink(scene)) == scene);
    }

    void theExampleOfTheFormat()
    {
        const Scene scene = sceneFromJson(parseJson(kExample, "example"), "example");
        QCOMPARE(scene.dimension(), 2);
        QCOMPARE(scene.loss.alpha, 0.94);
        QCOMPARE(scene.real.components.size(), std::size_t{1});
    }

    void objectivesSurvive()
    {
        for (const ParameterInfo info = lossParameters()[0].info; const std::string_view kind : info.choices) {
            Scene scene;
            scene.loss.kind = kind;
            if (kind == "sid")
                scene.loss.alphaSid = 1.2;
            QVERIFY(sceneFromLink(toLink(scene)) == scene);
            QCOMPARE(toJson(scene).at("loss").contains("alpha_sid"), kind == "sid");
        }
    }

    void everyKeySurvives()
    {
        Scene scene;
        scene.interpolant = {.kind = "vp-linear", .betaMin = 0.2, .betaMax = 12};
        scene.coupling.source = {{{1, {-1}, {0.5}}, {3, {1}, {0.5}}}};
        scene.generatedCoupling = {"joint", {}, {{{2, {0, 1}, {1, 0.3, 0.3, 0.5}}, {1, {0, -1}, {1, 0, 0, 2}}}}};
        scene.generated = dataMarginal(scene.generatedCoupling.joint);
        scene.teacher = gaussian({2}, {0.1});
        scene.view.x0 = {0.25};
        scene.target = "score";
        scene.loss.realTarget = "teacher";
        QVERIFY(sceneFromLink(toLink(scene)) == scene);
        Json json = toJson(scene);
        json.erase("generated"); // a joint coupling tells it
        QVERIFY(sceneFromJson(json, "test") == scene);
    }

    void namedAndDrawnComeBackInFewWords()
    {
        Scene scene;
        scene.real = namedDistributions()[3].distribution;
        std::vector<std::vector<double>> points;
        for (int i = 0; i < 40; ++i)
            points.push_back({0.1 * i, 1.0 / (1 + i)});
        for (const double bandwidth : {0.1, 0.12, 1.0 / 3, 0.3}) {
            scene.generated = drawnDistribution(points, bandwidth);
            const Json json = toJson(scene);
            QCOMPARE(json["real"]["name"].get<std::string>(), std::string(namedDistributions()[3].id));
            QCOMPARE(json["generated"]["kind"].get<std::string>(), std::string("drawn"));
            QVERIFY(sceneFromJson(json, "test") == scene);
        }
        scene.generated.components[7].weight = 2;
        QCOMPARE(toJson(scene)["generated"]["kind"].get<std::string>(), std::string("mixture"));
        QVERIFY(sceneFromJson(toJson(scene), "test") == scene);
    }

    void conditionalSurvives()
    {
        Scene scene;
        scene.conditional = true;
        QVERIFY(sceneFromLink(toLink(scene)) == scene);
        scene.generatedCoupling.source = gaussian({1}, {2});
        QVERIFY_THROWS_EXCEPTION(Error, sceneFromLink(toLink(scene)));
    }

    void namedAndDrawn()
    {
        const auto read = [](const char* real) {
            Json json = parseJson(kExample, "example");
            json["real"] = parseJson(real, "real");
            return sceneFromJson(json, "test").real;
        };
        QCOMPARE(read(R"({"kind": "named", "name": "8-gaussians"})").components.size(), std::size_t{8});
        const Distribution drawn = read(R"({"kind": "drawn", "points": [[1, 2], [0, -1]]})");
        QCOMPARE(drawn.components.size(), std::size_t{2});
        QCOMPARE(drawn.components[1].mean, (std::vector<double>{0, -1}));
        QCOMPARE(drawn.components[1].covariance[3], 0.1 * 0.1);
        QCOMPARE(read(R"({"kind": "drawn", "points": [[1, 2]], "bandwidth": 0.5})").components[0].covariance[0], 0.25);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QByteArray>("told");
        const auto row = [](const char* name, const char* from, const char* to, const char* told) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QByteArray(told);
        };
        row("unknown key", "\"seed\"", "\"sead\"", "sead, is not a known key");
        row("unknown nested key", "\"alpha\"", "\"alfa\"", "loss.alfa, is not a known key");
        row("missing key", "\"weight\": 0.5, ", "", "real.components[0].weight, is missing");
        row("not definite", "[0.1, 0.0], [0.0, 0.1]", "[1, 2], [2, 1]", "real.covariance = [1, 2, 2, 1], must be symmetric");
        row("not square", "[0.1, 0.0], [0.0, 0.1]", "[0.1, 0.0, 0.1]", "covariance[0]");
        row("weight 0", "\"weight\": 0.5", "\"weight\": 0", "real.weight = 0, must be a positive number");
        row("text for number", "0.94", "\"0.94\"", "loss.alpha = \"0.94\", must be a number");
        row("alpha", "0.94", "1.2", "loss.alpha = 1.2, must be in (0, 1]");
        row("unknown kind", "\"gaussian\"", "\"laplace\"", "generated.kind = laplace, must be one of");
        row("unknown path", "\"linear\"", "\"quadratic\"", "interpolant.kind = quadratic, must be one of");
        row("another path's option", "\"kind\": \"linear\"", "\"kind\": \"linear\", \"rho\": 7", "interpolant.rho, is not a known key");
        row("option out of range", "\"kind\": \"linear\"", "\"kind\": \"bridge\", \"epsilon\": 0", "interpolant.epsilon = 0, must be");
        row("options out of order", "\"kind\": \"linear\"", "\"kind\": \"ve\", \"sigma_min\": 90", "interpolant.sigma_max = 80, must be above");
        row("target of dmd", "\"kind\": \"realuid\"", "\"kind\": \"dmd\", \"target\": \"velocity\"", "loss.target = velocity, must be score");
        row("unknown target", "\"kind\": \"realuid\"", "\"kind\": \"realuid\", \"target\": \"speed\"", "loss.target = speed, must be one of");
        row("unknown name", "\"kind\": \"gaussian\", \"mean\": [0.0, 0.0], \"covariance\": [[1.0, 0.0], [0.0, 1.0]]",
            "\"kind\": \"named\", \"name\": \"cat\"", "generated.name = cat, must be one of two-moons");
        const QByteArray many = "\"kind\": \"mixture\", \"components\": [0" + QByteArray(", 0").repeated(5000) + "]";
        row("too many components", "\"kind\": \"gaussian\", \"mean\": [0.0, 0.0], \"covariance\": [[1.0, 0.0], [0.0, 1.0]]",
            many.constData(), "generated.components, must be a list of 1 to 5000 components");
        row("no point", "\"kind\": \"gaussian\", \"mean\": [0.0, 0.0], \"covariance\": [[1.0, 0.0], [0.0, 1.0]]",
            "\"kind\": \"drawn\", \"points\": []", "generated.points, must be a list");
        row("ragged points", "\"kind\": \"gaussian\", \"mean\": [0.0, 0.0], \"covariance\": [[1.0, 0.0], [0.0, 1.0]]",
            "\"kind\": \"drawn\", \"points\": [[0, 1], [2]]", "generated.points[1] = [2], must have 1 or 2 coordinates");
        row("odd joint", "\"seed\"", "\"coupling\": {\"kind\": \"joint\", \"components\": [{\"weight\": 1, \"mean\": [0, 1, 2], \"covariance\": [[1]]}]}, \"seed\"",
            "coupling.components[0].mean = 3, must hold x0 and x1");
        row("source of other size", "\"seed\"", "\"coupling\": {\"kind\": \"independent\", \"source\": {\"kind\": \"gaussian\", \"mean\": [0], \"covariance\": [[1]]}}, \"seed\"",
            "coupling.source = 1, must have as many coordinates");
        row("marginal of another", "\"seed\"", "\"generated_coupling\": {\"kind\": \"joint\", \"components\": [{\"weight\": 1, \"mean\": [0, 0, 5, 0], "
            "\"covariance\": [[1,0,0,0],[0,1,0,0],[0,0,1,0],[0,0,0,1]]}]}, \"seed\"", "generated, must be the joint coupling's marginal");
        row("unknown objective", "\"realuid\"", "\"gan\"", "loss.kind = gan, must be one of");
        row("number for objective", "\"realuid\"", "7", "loss.kind = 7, must be a text");
        row("version", "\"version\": 1", "\"version\": 9", "version = 9");
        row("no JSON", "\"version\": 1,", "\"version\": 1", "is not JSON at line");
        row("an array", "{ \"version\"", "[{ \"version\"", "is not JSON");
    }

    void faults()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QByteArray, told);
        const QByteArray text = QByteArray(kExample).replace(from, to);
        QVERIFY(text != kExample);
        try {
            sceneFromJson(parseJson(text.toStdString(), "file"), "file");
            QFAIL("accepted");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::File);
            QVERIFY2(QByteArray(error.what()).contains(told), error.what());
            QVERIFY(QByteArray(error.what()).startsWith("file: "));
        }
    }

    void badLinks()
    {
        const std::string good = toLink(Scene{});
        for (const std::string& bad : {std::string("realuid:scene/"), std::string("http://x"), good.substr(0, 40),
                                       good.substr(0, good.size() - 1), good + "!"})
            QVERIFY_EXCEPTION_THROWN(sceneFromLink(bad), Error);
    }

    void deepNestingIsRefused()
    {
        const std::string deep = std::string(100000, '[') + std::string(100000, ']');
        QVERIFY_EXCEPTION_THROWN(parseJson(deep, "deep"), Error);
    }

private:
    static constexpr const char* kExample = R"({ "version": 1,
  "real":      {"kind": "mixture", "components": [{"weight": 0.5, "mean": [1.0, 0.0], "covariance": [[0.1, 0.0], [0.0, 0.1]]}]},
  "generated": {"kind": "gaussian", "mean": [0.0, 0.0], "covariance": [[1.0, 0.0], [0.0, 1.0]]},
  "interpolant": {"kind": "linear"},
  "loss": {"kind": "realuid", "alpha": 0.94, "beta": 0.96},
  "seed": 42 })";
};

QTEST_APPLESS_MAIN(TestSceneJson)
#include "tst_scene_json.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"
#include "core/engine/convert.h"
#include "core/engine/evaluation.h"
#include "core/engine/feature_network.h"
#include "core/engine/field_solver.h"
#include "core/engine/image_sheet.h"
#include "core/engine/shapes_data.h"
#include "core/engine/unet.h"
#include "core/io/npy.h"
#include "core/io/atomic_file.h"
#include "tests/engine/fixture_tensors.h"

#include <cmath>
#include <fstream>

using namespace realuid;
using namespace realuid::engine;

class TestEvaluation : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Observer m_nobody;

    std::string path(const char* name) { return m_folder.filePath(QString::fromLatin1(name)).toStdString(); }

    /// A small network of the product's own, saved as plain weights.
    std::string network()
    {
        const std::string file = path("net.pt");
        if (!std::filesystem::exists(file)) {
            UNetGeometry geometry;
            geometry.width = 32;
            geometry.multipliers = {1};
            geometry.blocks = 1;
            geometry.headChannels = 32;
            UNet net(geometry, at::kFloat, at::kCPU);
            net.initialise(7);
            writeWeights(file, net.parameters().stateDict(), false);
        }
        return file;
    }

    EvaluationRequest request()
    {
        if (!std::filesystem::exists(path("set")))
            writeShapes(path("set"), 60, 1, false);
        EvaluationRequest out;
        out.data = path("set");
        out.n = 40;
        out.batch = 16;
        out.repeats = 2;
        out.metrics = {"fid", "kid", "pr"};
        out.headChannels = 32;
        out.device = "cpu";
        return out;
    }

private Q_SLOTS:
    void goldenFeatures_data()
    {
        QTest::addColumn<QString>("size");
        if (fixture("inception_stub.safetensors").empty())
            QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds inception_stub.safetensors");
        for (const auto& [key, shape] : SafetensorsReader(fixture("inception_stub.safetensors")).shapes())
            if (key.starts_with("images_"))
                QTest::addRow("%s", key.c_str() + 7) << QString::fromStdString(key.substr(7));
    }
    void goldenFeatures()
    {
        REALUID_FIXTURE(script, "inception_stub.pt");
        REALUID_FIXTURE(expected, "inception_stub.safetensors");
        QFETCH(QString, size);
        const SafetensorsReader reader(expected);
        const auto network = scriptFeatures(script.string(), at::kCPU, m_nobody);
        const Tensor got = network->features(reader.read("images_" + size.toStdString()));
        QVERIFY(relativeError(got, reader.read("features_" + size.toStdString())) < 1e-5);
        QVERIFY(network->checksum().starts_with("sha256:"));
    }

    void whatIsNoScriptIsRefused()
    {
        std::ofstream(path("junk.pt")) << "not a program";
        for (const std::string& file : {path("junk.pt"), path("none.pt"), network()}) {
            try {
                scriptFeatures(file, at::kCPU, m_nobody);
                QFAIL("loaded");
            } catch (const Error& error) {
                QVERIFY(error.kind() == ErrorKind::File);
                QCOMPARE(error.where(), file);
            }
        }
    }

    void imagesAreNearThemselves()
    {
        EvaluationRequest r = request();
        r.images = r.data;
        const EvaluationRecord same = evaluateSamples(r, m_nobody, {});
        QCOMPARE(same.measures.size(), std::size_t{4});
        QCOMPARE(same.protocol.n, std::int64_t{40});
        QVERIFY(same.proxy);
        QCOMPARE(same.measures[2].values, std::vector<double>{1.0}); // precision: the pictures are among the real ones
        writeShapes(path("other"), 60, 2, false);
        r.n = 60;
        const double own = evaluateSamples(r, m_nobody, {}).measures[0].mean();
        r.images = path("other");
        QVERIFY(own < 1e-6 && evaluateSamples(r, m_nobody, {}).measures[0].mean() > 1e-2);
    }

    void samplesDoNotDependOnTheBatch()
    {
        EvaluationRequest r = request();
        r.checkpoint = network();
        const EvaluationRecord one = evaluateSamples(r, m_nobody, {});
        QCOMPARE(one.seeds, (std::vector<std::int64_t>{42, 43}));
        QVERIFY(one.measures[0].values[0] != one.measures[0].values[1] && one.measures[0].sd() > 0);
        r.batch = 7;
        const EvaluationRecord two = evaluateSamples(r, m_nobody, {});
        QVERIFY(std::abs(two.measures[0].mean() / one.measures[0].mean() - 1) < 1e-4);
        QCOMPARE(two.protocol, one.protocol);
    }

    /// A record of another protocol is refused before anything is drawn.
    void anotherProtocolIsRefused()
    {
        struct Busy : Observer {
            bool drawn = false;
            void progressed(const Progress&) override { drawn = true; }
        } busy;
        EvaluationRequest r = request();
        r.images = r.data;
        r.metrics = {"fid"};
        r.like = evaluateSamples(r, m_nobody, {}).protocol;
        QCOMPARE(r.like->side, std::int64_t{32});
        evaluateSamples(r, m_nobody, {});
        r.n = 30;
        r.like->classes = "3";
        try {
            evaluateSamples(r, busy, {});
            QFAIL("evaluated");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage && !busy.drawn);
            QCOMPARE(error.faults().size(), std::size_t{2});
            QCOMPARE(error.faults()[0].field, std::string("protocol.n"));
            QCOMPARE(error.faults()[1].field, std::string("protocol.classes"));
        }
    }

    /// Pictures of 48 x 48 are compared as they are, unless another side is asked for.
    void imagesKeepTheirSide()
    {
        for (const char* set : {"drawn", "real"}) {
            std::filesystem::create_directory(path(set));
            for (int i = 0; i < 6; ++i) {
                const std::vector<std::uint8_t> level(48 * 48 * 3, static_cast<std::uint8_t>(20 * i + (set[0] == 'd' ? 5 : 0)));
                writePng(std::filesystem::path(path(set)) / (std::to_string(i) + ".png"), {0, {}, 1, 1, 48, level}, false);
            }
        }
        EvaluationRequest r = request();
        r.images = path("drawn");
        r.data = path("real");
        QCOMPARE(evaluateSamples(r, m_nobody, {}).protocol.side, std::int64_t{48});
        r.side = 16;
        QCOMPARE(evaluateSamples(r, m_nobody, {}).protocol.side, std::int64_t{16});
        std::filesystem::remove(std::filesystem::path(path("real")) / "0.png");
        std::filesystem::remove(std::filesystem::path(path("real")) / "1.png");
        std::filesystem::remove(std::filesystem::path(path("real")) / "2.png");
        try {
            evaluateSamples(r, m_nobody, {});
            QFAIL("three real images have no third neighbour");
        } catch (const Error& error) {
            QCOMPARE(error.faults()[0].field, std::string("data"));
        }
    }

    /// Statistics of the real images are kept and found again; a damaged file is told and made anew.
    void statisticsAreKept()
    {
        struct Notes : Observer {
            int many = 0;
            void noted(const Text&) override { ++many; }
        } notes;
        EvaluationRequest r = request();
        r.images = r.data;
        r.metrics = {"fid"};
        r.cache = path("kept");
        const auto fid = [&] { return evaluateSamples(r, notes, {}).measures[0].mean(); };
        const double first = fid();
        const auto files = std::filesystem::directory_iterator(r.cache);
        const std::filesystem::path file = files->path();
        QCOMPARE(fid(), first);
        QCOMPARE(notes.many, 0);
        const std::string content = readFile(file);
        std::string damaged = content;
        damaged[damaged.size() - 10] ^= 1;
        writeAtomically(file, true, damaged);
        QCOMPARE(fid(), first);
        QCOMPARE(notes.many, 1);
        QVERIFY(readFile(file) == content);
        r.cache = "none";
        QCOMPARE(fid(), first);
    }

    void faultsAreListed()
    {
        EvaluationRequest r = request();
        r.metrics = {"fid", "fod", "is"};
        r.n = 2;
        try {
            evaluateSamples(r, m_nobody, {});
            QFAIL("evaluated");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage);
            QCOMPARE(error.faults().size(), std::size_t{4}); // no checkpoint, fod, is without classes, n
        }
    }

    void filesOfFeatures()
    {
        const Tensor x = at::arange(60, at::kDouble).reshape({20, 3}).sin(), y = x + 0.5;
        const std::array<std::size_t, 2> shape{20, 3};
        const auto save = [&](const char* name, const Tensor& t) {
            writeNpy(path(name), std::span<const double>(t.data_ptr<double>(), 60), shape, true);
        };
        save("x.npy", x);
        save("y.npy", y);
        const MetricsResult got = compareFeatureFiles({path("x.npy"), path("y.npy"), path("x.npy"), 0});
        QVERIFY(std::abs(*got.fid - 0.75) < 1e-10);
        QVERIFY(got.score && *got.score > 1);
        try {
            compareFeatureFiles({path("x.npy"), {}, {}, 0});
            QFAIL("compared");
        } catch (const Error& error) {
            QVERIFY(error.kind() == ErrorKind::Usage);
        }
    }

    void weightsSurviveConversion()
    {
        const std::int64_t there = convertWeights(network(), path("net.safetensors"), {}, false, m_nobody);
        QVERIFY(there > 0);
        QCOMPARE(convertWeights(path("net.safetensors"), path("again.pt"), {}, false, m_nobody), there);
        QVERIFY(readFile(path("again.pt")) == readFile(network()));
        QVERIFY_EXCEPTION_THROWN(convertWeights(network(), path("again.pt"), {}, false, m_nobody), Error);
        QVERIFY_EXCEPTION_THROWN(convertWeights(network(), path("net.onnx"), {}, false, m_nobody), Error);
    }

    void solversHaveTheirOrder_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<double>("order");
        QTest::addColumn<int>("calls");
        QTest::addRow("euler") << "euler" << 1.0 << 16;
        QTest::addRow("heun") << "heun" << 2.0 << 32;
        QTest::addRow("rk4") << "rk4" << 4.0 << 64;
    }
    void solversHaveTheirOrder()
    {
        QFETCH(QString, kind);
        QFETCH(double, order);
        QFETCH(int, calls);
        const Field field = [](const Tensor& x, const Tensor& t, const Tensor&) { return x * t.cos(); };
        const Tensor z = at::ones({1}, at::kDouble);
        const auto error = [&](std::int64_t steps) {
            return std::abs(solve({kind.toStdString(), steps}, field, z, {}).x.item<double>() - std::exp(std::sin(1.0)));
        };
        const double got = std::log2(error(16) / error(32));
        QVERIFY2(std::abs(got - order) < 0.15, qPrintable(QString::number(got)));
        QCOMPARE(solve({kind.toStdString(), 16}, field, z, {}).evaluations, std::int64_t{calls});
    }

    void adaptiveStepsKeepTheTolerance()
    {
        const Field field = [](const Tensor& x, const Tensor& t, const Tensor&) { return x * (20 * t).cos() * 5; };
        const Tensor z = at::ones({3}, at::kDouble);
        const double exact = std::exp(std::sin(20.0) / 4);
        const Solved loose = solve({"rk45", 1, 1e-4}, field, z, {}), tight = solve({"rk45", 1, 1e-9}, field, z, {});
        QVERIFY(std::abs(loose.x[0].item<double>() - exact) < 1e-2);
        QVERIFY(std::abs(tight.x[2].item<double>() - exact) < 1e-7);
        QVERIFY(tight.evaluations > 2 * loose.evaluations);
    }
};

QTEST_GUILESS_MAIN(TestEvaluation)
#include "tst_evaluation.moc"

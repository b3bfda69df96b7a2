// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/image_sheet.h"
#include "core/engine/sampler.h"
#include "core/engine/source_images.h"
#include "core/io/run_folder.h"
#include "tests/engine/small_run.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

/// From images to images: data couplings, bridges, and networks that see x0.
class TestBridge : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void points();
    void crossing();
    void sources();
    void pairsOfFolders();
    void learnsAndSamples();
    void refusals_data();
    void refusals();

public:
    using Change = std::function<void(RunRequest&)>;

private:
    RunRequest request(const std::string& name) const;
    void writePair(const fs::path& source, const fs::path& data, const std::string& name, double level) const;
    QTemporaryDir m_temporary;
    fs::path m_folder = m_temporary.path().toStdString();
};

Q_DECLARE_METATYPE(TestBridge::Change)

namespace
{
std::string failure(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        std::string all = error.what();
        for (const Fault& fault : error.faults())
            all += "\n" + fault.english();
        return all;
    }
    return {};
}
} // namespace

RunRequest TestBridge::request(const std::string& name) const
{
    RunRequest r = smallRun(m_folder, name, 8);
    onBridge(r, "grey");
    r.kind = RunKind::Teacher;
    TrainingParameters& t = r.training;
    t.steps = 12;
    t.batch = 8;
    t.warmup = 1;
    t.attention = {};
    t.dropout = 0;
    t.trackEvery = 0;
    return r;
}

/// Mean t x1 + (1 - t) x0, variance epsilon t (1 - t).
void TestBridge::points()
{
    at::manual_seed(1);
    const MatchingPath path("bridge", "data", 0.8);
    const std::int64_t n = 200000;
    const Tensor x0 = at::full({n, 1}, -1.5, at::kDouble), x1 = at::full({n, 1}, 2.0, at::kDouble), z = at::randn({n, 1}, at::kDouble);
    for (const double t : {0.0, 0.3, 0.9, 1.0}) {
        const Tensor x = path.point(x0, x1, at::full({n}, t, at::kDouble), z);
        QVERIFY(std::abs(x.mean().item<double>() - (3.5 * t - 1.5)) < 0.01);
        QVERIFY(std::abs(x.var().item<double>() - 0.8 * t * (1 - t)) < 0.005);
    }
    QVERIFY(at::equal(path.target(x0, x1, at::zeros({n}, at::kDouble)), x1));
}

/// Exact denoisers carry x0 to the law of x1. x1 ~ N(m, s^2) independent of x0 = 0 has E[x1 | x_t] = m + s^2 t (x_t - t m) / (t^2 s^2 +
/// epsilon t (1 - t)); one that is certain is reached exactly.
void TestBridge::crossing()
{
    at::manual_seed(2);
    const double epsilon = 0.5, m = 1.5, s2 = 0.36;
    const MatchingPath path("bridge", "data", epsilon);
    const std::int64_t n = 100000;
    const Tensor start = at::zeros({n, 1}, at::kDouble);
    const Field field = [&](const Tensor& x, const Tensor& t, const Tensor&) {
        const Tensor time = t.reshape({-1, 1});
        return m + s2 * (x - time * m) / (time * s2 + epsilon * (1 - time));
    };
    const auto noise = [&](std::int64_t) { return at::randn({n, 1}, at::kDouble); };
    const Solved solved = path.solve({"euler", 200}, field, start, {}, noise);
    QCOMPARE(solved.evaluations, std::int64_t{200});
    QVERIFY(std::abs(solved.x.mean().item<double>() - m) < 0.01);
    QVERIFY(std::abs(solved.x.var().item<double>() - s2) < 0.015);
    const Field certain = [](const Tensor& x, const Tensor&, const Tensor&) { return at::full_like(x, 0.7); };
    QVERIFY((path.solve({"euler", 5}, certain, start, {}, noise).x - 0.7).abs().max().item<double>() < 1e-12);
    QVERIFY((path.solve({}, certain, start, {}).x - 0.7).abs().max().item<double>() < 1e-12);
}

void TestBridge::sources()
{
    const CifarData data = CifarData::read("shapes", 8);
    const ImageBatch batch = data.batch(3, 0, 16, true);
    const Tensor grey = SourceImages::read("grey", "shapes", 8).of(batch, 3, 0, true);
    QVERIFY(at::equal(grey.select(1, 0), grey.select(1, 2)));
    const Tensor expected = 0.299 * batch.images.select(1, 0) + 0.587 * batch.images.select(1, 1) + 0.114 * batch.images.select(1, 2);
    QVERIFY((grey.select(1, 1) - expected).abs().max().item<double>() < 1e-6);
    const Tensor low = SourceImages::read("low:4", "shapes", 8).of(batch, 3, 0, true);
    QVERIFY((low.mean({2, 3}) - batch.images.mean({2, 3})).abs().max().item<double>() < 1e-6);
    QVERIFY(at::equal(low.select(3, 0), low.select(3, 3)) && !at::equal(low.select(3, 3), low.select(3, 4)));
    for (const char* source : {"low:3", "low:1", "low:", "low:4x"})
        QVERIFY(failure([&] { SourceImages::read(source, "shapes", 8); }).find("low:K") != std::string::npos);
}

void TestBridge::writePair(const fs::path& source, const fs::path& data, const std::string& name, double level) const
{
    const auto write = [&](const fs::path& folder, double at) {
        fs::create_directories((folder / name).parent_path());
        writePng(folder / (name + ".png"), sheetOf(at::full({1, 3, 8, 8}, at), 0, "x"), false);
    };
    write(source, level);
    write(data, -level);
}

/// By their names, whatever the order in which samples come; and mirrored together.
void TestBridge::pairsOfFolders()
{
    const fs::path source = m_folder / "source", data = m_folder / "data";
    for (int i = 0; i < 12; ++i)
        writePair(source, data, (i % 2 ? "odd/" : "even/") + std::to_string(i), -0.9 + 0.15 * i);
    const SourceImages pairs = SourceImages::read(source.string(), data, 8);
    QCOMPARE(pairs.kind(), std::string("images"));
    const CifarData images = CifarData::read(data, 8);
    for (std::int64_t first = 0; first < 40; first += 8) {
        const ImageBatch batch = images.samples(5, first, 8, true);
        QVERIFY((pairs.of(batch, 5, first, true) + batch.images).abs().max().item<double>() < 0.02);
    }
    fs::rename(source / "odd" / "3.png", source / "odd" / "three.png");
    const std::string said = failure([&] { SourceImages::read(source.string(), data, 8); });
    QVERIFY2(said.find("odd/3") != std::string::npos, said.c_str());
}

/// The teacher's loss falls, its sheets are written; so are the generator's, and both are sampled from images.
void TestBridge::learnsAndSamples()
{
    RunRequest r = request("teacher");
    r.training.steps = 40;
    Observer nobody;
    const auto teacher = startRun(r, nobody);
    double before = 0, after = 0;
    for (int i = 0; i < 40; ++i) {
        const double loss = teacher->advance(nobody).loss;
        before += i < 8 ? loss : 0;
        after += i >= 32 ? loss : 0;
    }
    QVERIFY2(after < 0.5 * before, qPrintable(QString("%1, then %2").arg(before).arg(after)));
    teacher->sample(nobody);
    QVERIFY(fs::exists(RunFolder(r.directory).sample(40, "source")));
    RunRequest d = request("generator");
    d.kind = RunKind::Distil;
    d.teacher = teacher->save(nobody);
    d.training.sourceNoise = 0.5;
    const auto distillation = startRun(d, nobody);
    for (int i = 0; i < 6; ++i)
        distillation->advance(nobody);
    distillation->sample(nobody);

    SamplerSettings settings;
    settings.side = 8;
    settings.device = "cpu";
    settings.source = "shapes";
    settings.checkpoint = d.teacher;
    settings.solver = "euler";
    settings.steps = 4;
    CheckpointSampler bridge(settings, nobody);
    const Tensor all = bridge.draw(7, 0, 6);
    QVERIFY((at::cat({bridge.draw(7, 0, 4), bridge.draw(7, 4, 2)}) - all).abs().max().item<double>() < 1e-4);
    QVERIFY((bridge.draw(8, 0, 6) - all).abs().max().item<double>() > 1e-2); // the bridge's own noise
    settings.checkpoint = distillation->save(nobody);
    settings.solver = "one-step";
    CheckpointSampler generator(settings, nobody);
    QVERIFY((generator.draw(7, 0, 6) - generator.draw(8, 0, 6)).abs().max().item<double>() > 1e-4); // z of G(x0, z)
    settings.source.clear();
    QVERIFY(failure([&] { CheckpointSampler(settings, nobody); }).find("begins with images (grey)") != std::string::npos);
    settings.source = "shapes";
    settings.checkpoint = d.teacher;
    settings.solver = "heun";
    QVERIFY(failure([&] { CheckpointSampler(settings, nobody); }).find("one-step, euler") != std::string::npos);
    settings.checkpoint = (m_folder / "weights.pt").string();
    writeWeights(settings.checkpoint, CheckpointReader(d.teacher).read("net_model"), false);
    QVERIFY(failure([&] { CheckpointSampler(settings, nobody); }).find("6 input channels") != std::string::npos);
}

void TestBridge::refusals_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("says");
    QTest::newRow("a bridge of velocities") << Change([](RunRequest& r) { r.training.target = "velocity"; }) << "must be data on a bridge";
    QTest::newRow("nothing to see") << Change([](RunRequest& r) { r.source.clear(); }) << "needs images as x0";
    QTest::newRow("another path") << Change([](RunRequest& r) { r.training.path = "ve", r.training.target = "data"; }) << "where x0 is an image";
    QTest::newRow("no such folder") << Change([](RunRequest& r) { r.source = "/nowhere"; }) << "/nowhere";
    QTest::newRow("another number of images") << Change([this](RunRequest& r) { r.source = (m_folder / "data").string(); }) << "has 12 images";
    const auto distil = [this](const std::function<void(RunRequest&)>& then) {
        return Change([=, this](RunRequest& r) {
            r.kind = RunKind::Distil;
            r.teacher = RunFolder((m_folder / "teacher").string()).latestCheckpoint().string();
            then(r);
        });
    };
    QTest::newRow("scores") << distil([](RunRequest& r) { r.loss.kind = "dmd", r.loss.alpha = r.loss.beta = 1; }) << "needs scores";
    QTest::newRow("another bridge") << distil([](RunRequest& r) { r.training.bridgeNoise = 1; }) << "must be 0.5, as of the teacher";
    QTest::newRow("another source") << distil([](RunRequest& r) { r.source = "low:2"; }) << "must be grey, as of the teacher";
    QTest::newRow("blind") << distil([](RunRequest& r) { r.training.condition = false; }) << "must be true, as of the teacher";
    QTest::newRow("a blind generator") << distil([this](RunRequest& r) {
        RunRequest blind = request("blind");
        blind.training.condition = false;
        Observer nobody;
        r.initGenerator = startRun(blind, nobody)->save(nobody);
    }) << "takes 3 channels, the teacher 6";
}

void TestBridge::refusals()
{
    QFETCH(Change, change);
    QFETCH(QString, says);
    RunRequest r = request("refused");
    change(r);
    Observer nobody;
    const std::string said = failure([&] { startRun(r, nobody); });
    QVERIFY2(said.find(says.toStdString()) != std::string::npos, said.c_str());
    QVERIFY(!fs::exists(r.directory));
}

QTEST_GUILESS_MAIN(TestBridge)
#include "tst_bridge.moc"

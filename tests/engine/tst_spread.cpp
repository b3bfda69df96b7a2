// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/checkpoint.h"
#include "core/engine/norm_silu.h"
#include "tests/engine/small_run.h"

#include <ATen/ATen.h>
#include <QtTest>

namespace
{
using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

/// Weights hardly move, so that gradients can be compared.
RunRequest stillRun(const fs::path& folder, const std::string& name)
{
    RunRequest r = smallRun(folder, name, 8);
    r.training.steps = 6;
    r.training.batch = 8;
    r.training.warmup = 1000;
    r.training.trackEvery = 0;
    return r;
}

/// The last gradients, as Adam without a memory keeps them.
Tensor gradients(const std::string& checkpoint)
{
    const CheckpointReader reader(checkpoint);
    std::vector<Tensor> all;
    for (const char* key : {"optim", "optim_gen", "optim_u"})
        if (reader.has(key))
            for (const AdamState::Moments& moments : reader.optimiser(key).moments)
                all.push_back(moments.mean.flatten());
    return at::cat(all);
}

double difference(const Tensor& a, const Tensor& b) { return ((a - b).norm() / b.norm()).item<double>(); }
} // namespace

/// However an update's batch is split and its passes computed, it is the same update.
class TestSpread : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sameUpdate_data();
    void sameUpdate();
    void resumed();
    void normSilu_data();
    void normSilu();
    void notFinite();

public:
    using Change = std::function<void(RunRequest&, const TestSpread&)>;

private:
    struct Run {
        std::vector<UpdateRecord> updates;
        Tensor gradients;
    };
    Run run(const std::string& name, const Change& kind, const Change& way) const;
    QMap<QString, Run> m_whole; ///< of each kind, computed once
    QTemporaryDir m_temporary;
    fs::path m_folder;
    std::string m_teacher, m_bridge;
};

Q_DECLARE_METATYPE(TestSpread::Change)

void TestSpread::initTestCase()
{
    m_folder = m_temporary.path().toStdString();
    RunRequest r = stillRun(m_folder, "teacher");
    r.kind = RunKind::Teacher;
    r.training.warmup = 1;
    r.training.discriminatorHead = true;
    const auto trained = [](const RunRequest& request) {
        Observer nobody;
        const auto training = startRun(request, nobody);
        for (int i = 0; i < 3; ++i)
            training->advance(nobody);
        return training->save(nobody);
    };
    m_teacher = trained(r);
    onBridge(r, "grey");
    r.directory = (m_folder / "bridge").string();
    m_bridge = trained(r);
}

TestSpread::Run TestSpread::run(const std::string& name, const Change& kind, const Change& way) const
{
    RunRequest r = stillRun(m_folder, name);
    r.teacher = m_teacher;
    kind(r, *this);
    way(r, *this);
    Observer nobody;
    const auto training = startRun(r, nobody);
    Run out;
    while (training->step() < training->steps())
        out.updates.push_back(training->advance(nobody));
    out.gradients = gradients(training->save(nobody));
    return out;
}

void TestSpread::sameUpdate_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<Change>("change");
    QTest::addColumn<Change>("way");
    QTest::addColumn<double>("tolerance");
    const std::vector<std::pair<const char*, Change>> kinds{
        {"teacher", [](RunRequest& r, const TestSpread&) { r.kind = RunKind::Teacher; }},
        {"conditional teacher",
         [](RunRequest& r, const TestSpread&) {
             r.kind = RunKind::Teacher;
             r.training.classes = 10;
         }},
        {"realuid", [](RunRequest&, const TestSpread&) {}},
        {"realuid on a bridge from grey images",
         [](RunRequest& r, const TestSpread& t) {
             onBridge(r, "grey");
             r.teacher = t.m_bridge;
             r.training.sourceNoise = 0.3;
         }},
        {"dmd", [](RunRequest& r, const TestSpread&) { r.loss.kind = "dmd"; }},
        {"discriminator",
         [](RunRequest& r, const TestSpread&) {
             r.training.ganGenerator = 0.1;
             r.training.ganCritic = 0.3;
         }},
    };
    struct Way {
        const char* name;
        Change change;
        double tolerance;
    };
    const std::vector<Way> ways{
        {"in passes of 3", [](RunRequest& r, const TestSpread&) { r.training.microBatch = 3; }, 2e-5},
        {"recomputed", [](RunRequest& r, const TestSpread&) { r.training.recompute = true; }, 1e-6},
        {"both", [](RunRequest& r, const TestSpread&) { r.training.microBatch = 4, r.training.recompute = true; }, 2e-5},
        {"bf16", [](RunRequest& r, const TestSpread&) { r.training.precision = "bf16"; }, 0.1},
        {"bf16, recomputed, in passes of 4",
         [](RunRequest& r, const TestSpread&) {
             r.training.precision = "bf16";
             r.training.microBatch = 4;
             r.training.recompute = true;
         },
         0.1},
    };
    for (const auto& [kind, change] : kinds)
        for (const Way& way : ways)
            // The head's last norm has two numbers a group here, and magnifies what bf16 rounds away.
            if (std::string(kind) != "discriminator" || way.tolerance < 0.1)
                QTest::addRow("%s, %s", kind, way.name) << QString(kind) << change << way.change << way.tolerance;
    QTest::addRow("tf32 on the CPU") << QString(kinds[2].first) << kinds[2].second
                                     << Change([](RunRequest& r, const TestSpread&) { r.training.precision = "tf32"; }) << 1e-6;
}

void TestSpread::sameUpdate()
{
    QFETCH(QString, kind);
    QFETCH(Change, change);
    QFETCH(Change, way);
    QFETCH(double, tolerance);
    const std::string tag = QTest::currentDataTag();
    if (!m_whole.contains(kind))
        m_whole[kind] = run(kind.toStdString() + " whole", change, [](RunRequest&, const TestSpread&) {});
    const Run& whole = m_whole[kind];
    const Run other = run(tag, change, way);
    QCOMPARE(other.updates.size(), whole.updates.size());
    for (std::size_t i = 0; i < whole.updates.size(); ++i) {
        const UpdateRecord &a = other.updates[i], &b = whole.updates[i];
        QVERIFY2(std::abs(a.gradNorm - b.gradNorm) <= tolerance * b.gradNorm, qPrintable(QString::number(a.gradNorm / b.gradNorm - 1)));
        QVERIFY2(std::abs(a.loss - b.loss) <= tolerance * std::max(1.0, std::abs(b.loss)), qPrintable(QString::number(a.loss - b.loss)));
    }
    const double off = difference(other.gradients, whole.gradients);
    QVERIFY2(off <= tolerance, qPrintable(QString::number(off)));
    if (tag.find("bf16") != std::string::npos)
        QVERIFY(off > 1e-5); // it is not float32 after all
}

/// Exact resumption holds in every way, and a run may go on in smaller passes.
void TestSpread::resumed()
{
    const auto begin = [&](const std::string& name) {
        RunRequest r = stillRun(m_folder, name);
        r.teacher = m_teacher;
        r.training.warmup = 1;
        r.training.precision = "bf16";
        r.training.microBatch = 3;
        r.training.recompute = true;
        Observer nobody;
        return startRun(r, nobody);
    };
    const auto state = [](Training& training, std::int64_t step) {
        Observer nobody;
        while (training.step() < step)
            training.advance(nobody);
        return CheckpointReader(training.save(nobody)).read("gen");
    };
    const StateDict whole = state(*begin("resumed whole"), 6);
    state(*begin("resumed parted"), 4);
    Observer nobody;
    const StateDict parted = state(*resumeRun((m_folder / "resumed parted").string(), {}, nobody), 6);
    for (const auto& [name, shape] : whole.shapes())
        QVERIFY(at::equal(*whole.find(name), *parted.find(name)));
    state(*begin("resumed smaller"), 4);
    const auto smaller = resumeRun((m_folder / "resumed smaller").string(), {{"micro_batch", "2"}}, nobody);
    state(*smaller, 6);
}

void TestSpread::normSilu_data()
{
    QTest::addColumn<int>("channels");
    QTest::addColumn<int>("side");
    QTest::addColumn<double>("offset");
    QTest::addColumn<bool>("half");
    QTest::newRow("one channel a group") << 32 << 8 << 0.0 << false;
    QTest::newRow("three channels, uneven") << 96 << 5 << 0.0 << false;
    QTest::newRow("far from zero") << 64 << 16 << 100.0 << false;
    QTest::newRow("one pixel") << 256 << 1 << 0.0 << false;
    QTest::newRow("bf16") << 64 << 8 << 0.0 << true;
}

/// Against LibTorch's group norm, SiLU and their backward passes in double.
void TestSpread::normSilu()
{
    QFETCH(int, channels);
    QFETCH(int, side);
    QFETCH(double, offset);
    QFETCH(bool, half);
    at::manual_seed(1);
    const auto leaf = [&](const Tensor& values) { return values.detach().clone().requires_grad_(true); };
    Tensor x = at::randn({3, channels, side, side}) * 2 + offset;
    if (half)
        x = x.to(at::kBFloat16).to(at::kFloat);
    const Tensor w = at::randn({channels}), b = at::randn({channels}), pull = at::randn_like(x);
    const Tensor x1 = leaf(half ? x.to(at::kBFloat16) : x), w1 = leaf(w), b1 = leaf(b);
    const Tensor x2 = leaf(x.to(at::kDouble)), w2 = leaf(w.to(at::kDouble)), b2 = leaf(b.to(at::kDouble));
    const Tensor got = engine::normSilu(x1, w1, b1, {});
    const Tensor expected = at::silu(at::group_norm(x2, 32, w2, b2, 1e-5));
    QCOMPARE(got.scalar_type(), x1.scalar_type());
    got.backward(pull.to(got.scalar_type()));
    expected.backward((half ? pull.to(at::kBFloat16) : pull).to(at::kDouble));
    const double tolerance = half ? 4e-3 : offset > 0 ? 1e-4 : 1e-5;
    const auto close = [&](const Tensor& a, const Tensor& to) { return difference(a.to(at::kDouble), to) <= tolerance; };
    QVERIFY(close(got, expected));
    QVERIFY(close(x1.grad(), x2.grad()));
    QVERIFY(close(w1.grad(), w2.grad()));
    QVERIFY(close(b1.grad(), b2.grad()));
}

/// What is not finite stays so: runs that diverge are found by it.
void TestSpread::notFinite()
{
    for (const float value : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        Tensor x = at::ones({2, 32, 4, 4});
        x[0][3][1][1] = value;
        const Tensor leaf = x.detach().requires_grad_(true), w = at::ones({32}), b = at::zeros({32});
        const Tensor got = engine::normSilu(leaf, w, b, {});
        QVERIFY(!at::isfinite(got).all().item<bool>() && at::isfinite(got[1]).all().item<bool>());
        got.backward(at::ones_like(got));
        QVERIFY(!at::isfinite(leaf.grad()).all().item<bool>());
    }
}

QTEST_GUILESS_MAIN(TestSpread)
#include "tst_spread.moc"

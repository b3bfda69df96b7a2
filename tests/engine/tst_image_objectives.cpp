// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/api/recipe.h"
#include "core/engine/checkpoint.h"
#include "core/engine/convert.h"
#include "core/engine/image_sheet.h"
#include "core/engine/run_start.h"
#include "core/engine/sampler.h"
#include "core/engine/shapes_data.h"
#include "core/io/json.h"

#include <ATen/ATen.h>
#include <QtTest>

#include <set>

namespace
{
using namespace realuid;
namespace fs = std::filesystem;

/// Every update of a run is finite; the last checkpoint's path.
std::string played(const RunRequest& request)
{
    Observer nobody;
    const auto training = engine::startRun(request, nobody);
    while (training->step() < training->steps())
        if (const UpdateRecord made = training->advance(nobody); !std::isfinite(made.loss) || !std::isfinite(made.gradNorm))
            return {};
    return training->save(nobody);
}

/// The faults that starting the run is refused with.
std::vector<Fault> refusal(const RunRequest& request)
{
    try {
        Observer nobody;
        engine::startRun(request, nobody);
    } catch (const Error& error) {
        return error.faults();
    }
    return {};
}
} // namespace

/// Objectives, baselines and recipes on images, with the smallest network that has every kind of layer.
class TestImageObjectives : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void objectives_data();
    void objectives();
    void adversarial();
    void adversarialRefusals();
    void equalFieldsAreRefused();
    void paths_data();
    void paths();
    void teacherMustAgree();
    void largerImages();
    void fineTuning();
    void allRecipes();

private:
    RunRequest request(const std::string& name, RunKind kind = RunKind::Distil) const;
    QTemporaryDir m_temporary;
    fs::path m_folder;
    std::string m_teacher;
};

RunRequest TestImageObjectives::request(const std::string& name, RunKind kind) const
{
    RunRequest r;
    r.kind = kind;
    r.teacher = kind == RunKind::Distil ? m_teacher : "";
    r.data = (m_folder / "data").string();
    r.directory = (m_folder / name).string();
    TrainingParameters& t = r.training;
    t.steps = 6;
    t.batch = 2;
    t.fakeSteps = 2;
    t.lr = 1e-3;
    t.warmup = 2;
    t.width = 32;
    t.multipliers = {1, 2};
    t.blocks = 1;
    t.headChannels = 32;
    t.samples = 2;
    t.emaDecays = {0.9, 0.999};
    t.threads = 2;
    t.device = "cpu";
    t.discriminatorHead = true;
    return r;
}

void TestImageObjectives::initTestCase()
{
    m_folder = m_temporary.path().toStdString();
    engine::writeShapes(m_folder / "data", 16, 1);
    m_teacher = played(request("teacher", RunKind::Teacher));
    QVERIFY(!m_teacher.empty());
}

void TestImageObjectives::objectives_data()
{
    QTest::addColumn<QString>("kind");
    for (const std::string_view kind : lossParameters()[0].info.choices)
        QTest::newRow(std::string(kind).c_str()) << QString::fromStdString(std::string(kind));
}

void TestImageObjectives::objectives()
{
    QFETCH(QString, kind);
    for (const char* target : {"sampled", "teacher"}) {
        RunRequest r = request(kind.toStdString() + " " + target);
        r.loss.kind = kind.toStdString();
        r.loss.realTarget = target;
        const std::string checkpoint = played(r);
        QVERIFY(!checkpoint.empty());
        const Json parameters = readJson(fs::path(r.directory) / "run.json")["parameters"];
        QCOMPARE(parameters["loss"], kind.toStdString());
        QCOMPARE(parameters["real_target"], target);
    }
}

/// The head learns, with moments in the file; without the adversarial terms it has none.
void TestImageObjectives::adversarial()
{
    RunRequest r = request("gan"), without = request("no gan");
    r.training.ganGenerator = 0.1;
    r.training.ganCritic = 0.3;
    const engine::CheckpointReader with(played(r)), plain(played(without));
    const auto moments = [](const engine::CheckpointReader& reader) { return reader.optimiser("optim_u").moments.size(); };
    QCOMPARE(moments(with), moments(plain) + 10);
    QCOMPARE(with.optimiser("optim_gen").moments.size(), plain.optimiser("optim_gen").moments.size());
    const auto head = [](const engine::CheckpointReader& reader) { return reader.read("u").find("cls_pred_branch.0.weight")->clone(); };
    QVERIFY(!at::equal(head(with), head(plain)));
}

void TestImageObjectives::adversarialRefusals()
{
    RunRequest bare = request("bare teacher", RunKind::Teacher);
    bare.training.discriminatorHead = false;
    bare.training.steps = 1;
    RunRequest r = request("refused");
    r.teacher = played(bare);
    r.training.ganCritic = 1;
    std::vector<Fault> faults = refusal(r);
    QCOMPARE(faults.size(), 1u);
    QCOMPARE(faults[0].field, "gan_critic");
    r = request("refused");
    r.training.ganGenerator = 1; // the head would never learn
    faults = refusal(r);
    QVERIFY(faults.size() == 1 && faults[0].field == "gan_critic");
    QVERIFY(!fs::exists(r.directory));
}

/// They would have no direction.
void TestImageObjectives::equalFieldsAreRefused()
{
    RunRequest r = request("refused");
    r.loss.kind = "normalized";
    r.initFake = "teacher";
    const std::vector<Fault> faults = refusal(r);
    QVERIFY(faults.size() == 1 && faults[0].field == "init_fake");
}

void TestImageObjectives::paths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("target");
    QTest::newRow("trigonometric") << "trigonometric" << "velocity";
    QTest::newRow("variance preserving") << "vp-cosine" << "data";
    QTest::newRow("variance exploding") << "ve" << "score";
}

/// Teacher, distillation and samples along other paths; a checkpoint knows its own.
void TestImageObjectives::paths()
{
    QFETCH(QString, path);
    QFETCH(QString, target);
    RunRequest r = request(path.toStdString() + " teacher", RunKind::Teacher);
    r.training.path = path.toStdString();
    r.training.target = target.toStdString();
    const std::string teacher = played(r);
    QVERIFY(!teacher.empty());
    for (const char* kind : {"realuid", "dmd"}) {
        RunRequest d = request(path.toStdString() + " " + kind);
        d.teacher = teacher;
        d.loss.kind = kind;
        d.training.path = r.training.path;
        d.training.target = r.training.target;
        QVERIFY(!played(d).empty());
    }
    SampleRequest s;
    s.checkpoint = teacher;
    s.solver = "heun";
    s.steps = 2;
    s.device = "cpu";
    Observer nobody;
    const at::Tensor drawn = engine::CheckpointSampler(s, nobody).draw(1, 0, 2);
    QVERIFY(at::isfinite(drawn).all().item<bool>());
    // Weights that were brought into another file still know their path.
    const std::string converted = teacher + ".safetensors";
    engine::convertWeights(teacher, converted, {}, false, nobody);
    s.checkpoint = converted;
    QVERIFY(at::equal(engine::CheckpointSampler(s, nobody).draw(1, 0, 2), drawn));
}

void TestImageObjectives::teacherMustAgree()
{
    RunRequest r = request("other path");
    r.training.path = "trigonometric";
    const std::vector<Fault> faults = refusal(r);
    QVERIFY(faults.size() == 1 && faults[0].field == "path");
}

/// A folder of pictures as 48 x 48 images: training, sheets, samples.
void TestImageObjectives::largerImages()
{
    fs::create_directories(m_folder / "pictures");
    for (int i = 0; i < 4; ++i)
        engine::writePng(m_folder / "pictures" / (std::to_string(i) + ".png"), engine::sheetOf(at::rand({1, 3, 60, 60}) * 2 - 1, 0, "x"), false);
    RunRequest r = request("larger teacher", RunKind::Teacher);
    r.data = (m_folder / "pictures").string();
    r.training.side = 48;
    RunRequest d = request("larger");
    d.data = r.data;
    d.teacher = played(r);
    QVERIFY(!d.teacher.empty());
    std::vector<Fault> faults = refusal(d); // 32 is not the teacher's
    QVERIFY(faults.size() == 1 && faults[0].field == "side");
    d.training.side = 48;
    SampleRequest s;
    s.checkpoint = played(d);
    s.device = "cpu";
    Observer nobody;
    QCOMPARE(engine::CheckpointSampler(s, nobody).draw(1, 0, 2).size(3), 48);
    RunRequest wrong = request("wrong", RunKind::Teacher);
    wrong.training.side = 48; // the drawn set has 32
    QVERIFY_EXCEPTION_THROWN(engine::startRun(wrong, nobody), Error);
}

/// The generator from the distilled EMA, the fake model from the teacher.
void TestImageObjectives::fineTuning()
{
    const std::string distilled = played(request("distilled"));
    RunRequest r = request("tuned");
    std::vector<Fault> faults;
    const TrainingParameters small = r.training;
    applyRecipe("cifar10-finetune", r, faults);
    QVERIFY(faults.empty());
    QCOMPARE(r.initFake, "teacher");
    r.initGenerator = distilled + ":0.999";
    r.training = small;
    r.training.lr = 0; // nothing moves: what it began with is what it ends with
    const engine::CheckpointReader tuned(played(r)), from(distilled), teacher(m_teacher);
    const auto same = [](const engine::StateDict& a, const engine::StateDict& b) {
        return std::ranges::all_of(a.entries, [&](const auto& entry) { return at::equal(entry.second, *b.find(entry.first)); });
    };
    QVERIFY(same(tuned.read("gen"), from.read("0.999")));
    QVERIFY(same(tuned.read("u"), teacher.read("0.999")));
    QVERIFY(!same(from.read("0.999"), teacher.read("0.999")));
    QCOMPARE(readJson(fs::path(r.directory) / "run.json")["files"]["given"]["init_fake"], "teacher");
}

void TestImageObjectives::allRecipes()
{
    std::set<std::string_view> names;
    for (const Recipe& recipe : recipes()) {
        QVERIFY(names.insert(recipe.name).second);
        QVERIFY(!anyFault(check(recipe.request.training)) && !anyFault(check(recipe.request.loss)));
        RunRequest r;
        r.kind = recipe.request.kind;
        std::vector<Fault> faults;
        applyRecipe(recipe.name, r, faults);
        QVERIFY(faults.empty() && r.training == recipe.request.training && r.loss == recipe.request.loss);
    }
    RunRequest r;
    std::vector<Fault> faults;
    applyRecipe("cifar10-teacher", r, faults); // distil does not know it
    QVERIFY(faults.size() == 1 && faults[0].field == "recipe");
}

QTEST_GUILESS_MAIN(TestImageObjectives)
#include "tst_image_objectives.moc"

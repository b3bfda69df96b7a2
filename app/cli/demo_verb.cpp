// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/quantity.h"
#include "app/cli/child_process.h"
#include "app/cli/demo_page.h"
#include "app/cli/verb.h"
#include "core/api/philox.h"
#include "core/api/runner.h"
#include "core/io/atomic_file.h"
#include "core/io/engine_loader.h"
#include "core/io/scene_json.h"

#include <cmath>
#include <filesystem>

namespace realuid::cli
{
namespace
{
namespace fs = std::filesystem;

constexpr std::size_t kDots = 2000;
constexpr std::int64_t kShapes = 2000;

/// The real mixture of the 2-D preset and one broad Gaussian that starts beside it.
Scene demoScene()
{
    for (const ScenePreset& preset : scenePresets())
        if (preset.id == "mixtures-2d")
            return preset.scene;
    throw Error(ErrorKind::Other, {REALUID_TEXT("the demo's scene is not among the presets")});
}

/// Samples of a mixture of round Gaussians.
std::vector<std::vector<double>> samplesOf(const Distribution& mixture, std::size_t n)
{
    double total = 0;
    for (const Component& c : mixture.components)
        total += c.weight;
    std::vector<std::vector<double>> out;
    for (std::size_t i = 0; i < n; ++i) {
        const RandomStream stream{42, Purpose::Real, 0, i};
        double rest = uniform(stream.block(1)[0]) * total;
        const Component* chosen = &mixture.components.back();
        for (const Component& c : mixture.components) {
            rest -= c.weight;
            if (rest < 0) {
                chosen = &c;
                break;
            }
        }
        double z[2];
        fillNormal(stream, z, 2);
        out.push_back({chosen->mean[0] + std::sqrt(chosen->covariance[0]) * z[0],
                       chosen->mean[1] + std::sqrt(chosen->covariance[3]) * z[1]});
    }
    return out;
}

/// The learned fake model against the closed form for the generator's samples, each one a component of (almost) no
/// width: root mean square of the difference over that of the closed form.
double fieldError(const Scene& scene, const PlaneResult& plane)
{
    Scene empirical = scene;
    empirical.generated.components.clear();
    for (const std::vector<double>& x : plane.after)
        empirical.generated.components.push_back({1, x, {1e-8, 0, 0, 1e-8}});
    double wrong = 0, whole = 0;
    for (const FieldProbe& probe : plane.probes) {
        const std::vector<double> best = evaluate(empirical, Quantity::OptimalFake, Side::Generated, probe.t, probe.x);
        for (std::size_t i = 0; i < best.size(); ++i) {
            wrong += (probe.fake[i] - best[i]) * (probe.fake[i] - best[i]);
            whole += best[i] * best[i];
        }
    }
    return whole > 0 ? std::sqrt(wrong / whole) : 0;
}

class Demo
{
public:
    Demo(const Context& context, fs::path folder) : m_context(context), m_folder(std::move(folder)) {}

    DemoFindings make()
    {
        m_scene = demoScene();
        m_found.loss = m_scene.loss;
        say("the distance in closed form");
        const IntegratedDistance distance = distanceOver(m_scene, 0.02, 0.98, 1e-6);
        m_found.closedFormDistance = distance.value;
        m_found.closedFormError = distance.error;
        figures();
        if (const LoadedEngine& loaded = loadEngine(); loaded.engine) {
            plane(*loaded.engine);
            images(*loaded.engine);
        } else {
            m_found.missing.push_back("distillation: " + loaded.problem.english());
        }
        return std::move(m_found);
    }

private:
    void say(const std::string& text) const
    {
        if (!m_context.quiet)
            printRemark("demo: " + text);
    }

    void figures()
    {
        say("figures");
        writeScene(m_folder / "scene.json", m_scene, true);
        const struct {
            const char *file, *scene, *caption;
        } wanted[] = {
            {"explore-1d.svg", "two-gaussians", "Two Gaussians: densities, fields, distance surface (SVG)"},
            {"explore-2d.png", "scene.json", "Two mixtures in the plane (PNG)"},
            {"explore-1d.pdf", "two-gaussians", "The first figure for print (PDF)"},
            {"explore-1d.gif", "two-gaussians", "From noise to data (GIF)"},
        };
        for (const auto& figure : wanted) {
            const bool file = std::string_view(figure.scene).ends_with(".json");
            const std::string scene = file ? (m_folder / figure.scene).string() : figure.scene;
            const std::vector<std::string> arguments{scene, "--export", (m_folder / figure.file).string(), "--panel", "all", "--overwrite"};
            const ChildResult result = runBesideProgram("realuid-studio", arguments, {{"QT_QPA_PLATFORM", "offscreen"}});
            if (result.ok)
                m_found.figures.push_back({figure.file, figure.caption});
            else
                m_found.missing.push_back(std::string(figure.file) + ": " + result.problem);
        }
    }

    void plane(Engine& engine)
    {
        say("distilling a mixture in the plane");
        PlaneRequest request;
        request.real = m_scene.real;
        request.loss = m_scene.loss;
        request.samples = kDots;
        request.lr = 3e-3;
        ConsoleProgress progress(m_context.quiet);
        m_found.plane = engine.distilPlane(request, progress, [] { return false; });
        m_found.real = samplesOf(m_scene.real, kDots);
        m_found.fieldError = fieldError(m_scene, m_found.plane);
    }

    void images(Engine& engine)
    {
        const std::string data = (m_folder / "shapes.bin").string();
        engine.drawShapes(data, kShapes, 42, true);
        RunRequest teacher;
        teacher.kind = RunKind::Teacher;
        teacher.data = data;
        teacher.directory = (m_folder / "teacher").string();
        teacher.training = teacherDefaults();
        small(teacher.training, 1e-3, 100);
        const std::string teacherFile = play(engine, teacher, "training a small teacher on drawn shapes");

        RunRequest distil;
        distil.teacher = teacherFile + ":net_model";
        distil.data = data;
        distil.directory = (m_folder / "distilled").string();
        distil.initFake = "teacher";
        small(distil.training, 1e-4, 60);
        const std::string checkpoint = play(engine, distil, "distilling it with RealUID");
        m_found.checkpoint = fs::relative(checkpoint, m_folder).string();

        grid(engine, teacherFile + ":net_model", "teacher.png", "euler", "Teacher, 20 Euler steps");
        grid(engine, checkpoint + ":gen", "generator.png", "one-step", "Distilled generator, one step");
    }

    /// A network and a run that two cores finish in well under a minute.
    static void small(TrainingParameters& p, double rate, std::int64_t steps)
    {
        p.width = 32;
        p.multipliers = {1, 2};
        p.blocks = 1;
        p.headChannels = 32;
        p.batch = 12;
        p.lr = rate;
        p.warmup = 10;
        p.dropout = 0;
        p.steps = steps;
        p.sampleEvery = steps;
        p.samples = 36;
        p.emaDecays = {0.9};
    }

    std::string play(Engine& engine, const RunRequest& request, const char* what)
    {
        say(what);
        ConsoleProgress progress(m_context.quiet);
        const std::unique_ptr<Training> training = engine.start(request, progress);
        const Outcome outcome = Runner(*training, progress).run();
        if (outcome.kind != Outcome::Kind::Finished)
            throw Error(outcome.error, {outcome.reason}, request.directory);
        return training->save(progress);
    }

    void grid(Engine& engine, const std::string& checkpoint, const std::string& file, const char* solver, const char* caption)
    {
        SampleRequest request;
        request.checkpoint = checkpoint;
        request.n = 36;
        request.solver = solver;
        request.steps = 20;
        request.headChannels = 32;
        request.out = (m_folder / file).string();
        request.overwrite = true;
        ConsoleProgress progress(true);
        engine.sample(request, progress, [] { return false; });
        m_found.sheets.push_back({file, caption});
    }

    const Context& m_context;
    fs::path m_folder;
    Scene m_scene;
    DemoFindings m_found;
};

bool holdsDemo(const fs::path& folder)
{
    const fs::path page = folder / "index.html";
    return fs::is_regular_file(page) && readFile(page).find(kDemoTitle) != std::string::npos;
}

/// An empty folder of that name. With --overwrite an earlier demo's (known by its page) is emptied first; anything else
/// is left alone.
void prepare(const fs::path& folder, bool overwrite)
{
    std::error_code failed;
    if (fs::exists(folder) && !(fs::is_directory(folder) && fs::is_empty(folder))) {
        if (!overwrite || !holdsDemo(folder))
            throw Error(ErrorKind::Usage, {REALUID_TEXT("exists already")}, folder.string(),
                        {REALUID_TEXT("choose another name by --out, or pass --overwrite to replace an earlier demo")});
        fs::remove_all(folder, failed);
    }
    if (!failed)
        fs::create_directories(folder, failed);
    if (failed)
        throw Error(ErrorKind::File, {REALUID_TEXT("could not be made: %1"), {failed.message()}}, folder.string(),
                    {REALUID_TEXT("choose a place that you may write to")});
}

} // namespace

void addDemo(CLI::App& program, Context& context)
{
    CLI::App* verb = addVerb(program, "demo", "A guided demonstration, with its figures and a page, in a folder.", context);
    auto out = std::make_shared<std::string>("realuid-demo");
    verb->add_option("--out", *out, "Folder to write.")->capture_default_str();
    verb->callback([&context, out] {
        const fs::path folder = fs::absolute(*out);
        prepare(folder, context.overwrite);
        // The page marks the folder as a demo's from the start, so that one that was interrupted can be replaced.
        writeAtomically(folder / "index.html", true, std::string(kDemoTitle) + "<p>This demo was not finished.</p>\n");
        const DemoFindings findings = Demo(context, folder).make();
        writeAtomically(folder / "index.html", true, demoPage(findings));
        Json files = Json::array();
        for (const std::vector<DemoFigure>* list : {&findings.figures, &findings.sheets})
            for (const DemoFigure& figure : *list)
                files.push_back(figure.file);
        printResult(context, {{"page", (folder / "index.html").string()}, {"files", files}, {"checkpoint", findings.checkpoint},
                              {"distance_before", findings.plane.distanceBefore}, {"distance_after", findings.plane.distanceAfter},
                              {"field_error", findings.fieldError}, {"missing", findings.missing}});
    });
}

} // namespace realuid::cli

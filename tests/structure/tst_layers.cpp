// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/tree_rules.h"

#include <QtTest>

#include <filesystem>
#include <fstream>
#include <sstream>

using namespace realuid::structure;

namespace
{

using Rule = std::vector<std::string> (*)(const SourceTree&);

void reportAll(const std::vector<std::string>& violations)
{
    for (const std::string& line : violations)
        qWarning("%s", line.c_str());
    QVERIFY2(violations.empty(), "the lines above say which file breaks the rule");
}

std::string linesOf(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i)
        text += "\n";
    return text;
}

const char* const kLicence = "// SPDX-License-Identifier: GPL-3.0-or-later\n";

} // namespace

Q_DECLARE_METATYPE(Rule)

/// The repository keeps its order, and the rules that say so see what breaks it.
class TstLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRepositoryKeeps_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::newRow("the order of layers in includes") << Rule(includeViolations);
        QTest::newRow("licence lines") << Rule(licenceViolations);
        QTest::newRow("short files") << Rule(lengthViolations);
        QTest::newRow("its top level") << Rule(topLevelViolations);
        QTest::newRow("no machine's folders") << Rule(machinePathViolations);
    }

    void theRepositoryKeeps()
    {
        QFETCH(Rule, rule);
        static const SourceTree tree = readTree(REALUID_SOURCE_DIR);
        QVERIFY(tree.size() > 50);
        reportAll(rule(tree));
    }

    void targetsLinkWithinTheirLayers()
    {
        std::ifstream file(REALUID_BINARY_DIR "/tests/structure/links.txt");
        std::ostringstream text;
        text << file.rdbuf();
        const std::vector<TargetLinks> targets = readLinks(text.str());
        QVERIFY(targets.size() > 5);
        reportAll(linkViolations(targets));
    }

    void includes_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("include");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* path, const char* include, bool allowed) {
            QTest::addRow("%s %s", path, include) << path << include << allowed;
        };
        row("core/api/scene.h", "<vector>", true);
        row("core/api/scene.h", "\"core/api/loss.h\"", true);
        row("core/api/scene.h", "<nlohmann/json.hpp>", false);
        row("core/api/scene.h", "<unistd.h>", false);
        row("core/api/scene.cpp", "\"core/io/json.h\"", false);
        row("core/io/json.h", "<nlohmann/json.hpp>", true);
        row("core/io/json.h", "<QString>", false);
        row("core/io/json.cpp", "\"analytic/field.h\"", false);
        row("analytic/field.cpp", "<Eigen/Dense>", true);
        row("analytic/field.cpp", "\"core/io/json.h\"", false);
        row("analytic/field.cpp", "\"core/engine/unet.h\"", false);
        row("core/game/mlp.h", "<Eigen/Core>", true);
        row("core/game/mlp.h", "\"core/api/philox.h\"", true);
        row("core/game/mlp.h", "\"core/io/json.h\"", false);
        row("core/game/mlp.h", "\"core/engine/mlp.h\"", false);
        row("core/game/mlp.h", "<ATen/ATen.h>", false);
        row("core/engine/unet.h", "\"core/game/mlp.h\"", false);
        row("core/engine/unet.h", "<torch/torch.h>", true);
        row("core/engine/unet.h", "\"core/io/json.h\"", true);
        row("core/engine/unet.h", "\"analytic/field.h\"", false);
        row("core/engine/unet.h", "<QtGlobal>", false);
        row("widgets/curve_view.h", "<QWidget>", true);
        row("widgets/curve_view.h", "<qcustomplot.h>", true);
        row("widgets/curve_view.h", "\"analytic/field.h\"", false);
        row("widgets/curve_view.h", "\"core/engine/unet.h\"", false);
        row("widgets/curve_view.h", "\"core/io/scene_json.h\"", false);
        row("app/explore/page.h", "\"widgets/curve_view.h\"", true);
        row("app/explore/page.h", "\"analytic/field.h\"", true);
        row("app/explore/page.h", "\"core/engine/unet.h\"", false);
        row("app/explore/page.h", "\"app/cli/verb.h\"", false);
        row("app/explore/page.h", "<torch/torch.h>", false);
        row("app/cli/main.cpp", "<CLI/CLI.hpp>", true);
        row("app/cli/main.cpp", "\"core/io/engine_loader.h\"", true);
        row("app/cli/main.cpp", "\"core/engine/trainer.h\"", false);
        row("app/cli/main.cpp", "\"widgets/theme.h\"", false);
        row("app/cli/main.cpp", "<QString>", false);
        row("app/cli/main.cpp", "<ATen/ATen.h>", false);
        row("app/cli/main.cpp", "\"verb.h\"", false);
        row("tests/engine/tst_unet.cpp", "<torch/torch.h>", true);
        row("tests/engine/tst_unet.cpp", "\"analytic/field.h\"", true);
        row("tests/io/tst_json.cpp", "<QtTest>", true);
        row("tests/io/tst_json.cpp", "\"tst_json.moc\"", true);
        row("tests/io/tst_json.cpp", "<ATen/ATen.h>", false);
        row("tests/io/tst_json.cpp", "\"core/engine/unet.h\"", false);
    }

    void includes()
    {
        QFETCH(QString, path);
        QFETCH(QString, include);
        QFETCH(bool, allowed);
        const std::string text = std::string(kLicence) + "#pragma once\n  #  include " + include.toStdString() + "\n";
        QCOMPARE(includeViolations({{path.toStdString(), text}}).empty(), allowed);
    }

    void links_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("link");
        QTest::addColumn<bool>("allowed");
        const auto row = [](const char* folder, const char* link, bool allowed) {
            QTest::addRow("%s %s", folder, link) << folder << link << allowed;
        };
        row("core/api", "options", true);
        row("core/api", "nlohmann_json::nlohmann_json", false);
        row("core/io", "api", true);
        row("core/io", "analytic", false);
        row("analytic", "$<LINK_ONLY:Eigen3::Eigen>", true);
        row("analytic", "$<LINK_ONLY:engine>", false);
        row("analytic", "io", false);
        row("core/game", "api", true);
        row("core/game", "io", false);
        row("core/engine", "torch_cpu", true);
        row("core/engine", "Qt6::Core", false);
        row("widgets", "QCustomPlotQt6::QCustomPlotQt6", true);
        row("widgets", "analytic", false);
        row("app", "widgets", true);
        row("app", "engine", false);
        row("app/cli", "CLI11::CLI11", true);
        row("app/cli", "engine", false);
        row("app/cli", "Qt6::Core", false);
        row("tests/io", "Qt6::Test", true);
        row("tests/io", "engine", false);
        row("tests/engine", "engine", true);
    }

    void links()
    {
        QFETCH(QString, folder);
        QFETCH(QString, link);
        QFETCH(bool, allowed);
        std::vector<TargetLinks> targets =
            readLinks("\toptions\t\ncore/api\tapi\toptions\ncore/io\tio\tapi\nanalytic\tanalytic\tapi\n"
                      "core/engine\tengine\tapi;io;ZLIB::ZLIB\nwidgets\twidgets\tapi;Qt6::Widgets\n");
        QVERIFY(linkViolations(targets).empty());
        targets.push_back({folder.toStdString(), "probe", {link.toStdString()}});
        QCOMPARE(linkViolations(targets).empty(), allowed);
    }

    void otherRules_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("allowed");
        const QString licence = kLicence;
        const auto path = [](const char* first) { return QString(first) + "rk/somewhere/file"; };
        QTest::newRow("licence") << Rule(licenceViolations) << "app/a.h" << licence << true;
        QTest::newRow("licence after #!") << Rule(licenceViolations) << "realuid" << "#!/bin/sh\n" + licence << true;
        QTest::newRow("no licence") << Rule(licenceViolations) << "app/CMakeLists.txt" << "project(x)\n" << false;
        QTest::newRow("licence too late") << Rule(licenceViolations) << "app/a.cpp" << "\n\n" + licence << false;
        QTest::newRow("data needs none") << Rule(licenceViolations) << "resources/a.json" << "{}" << true;
        QTest::newRow("600 lines") << Rule(lengthViolations) << "app/a.h" << QString::fromStdString(linesOf(600)) << true;
        QTest::newRow("601 lines") << Rule(lengthViolations) << "app/a.h" << QString::fromStdString(linesOf(601)) << false;
        QTest::newRow("a path") << Rule(machinePathViolations) << "docs/a.md" << "see " + path("/wo") << false;
        QTest::newRow("first byte") << Rule(machinePathViolations) << "docs/a.md" << path("/wo") << false;
        QTest::newRow("a part of one") << Rule(machinePathViolations) << "docs/a.md" << "home" + path("/wo") << true;
    }

    void otherRules()
    {
        QFETCH(Rule, rule);
        QFETCH(QString, path);
        QFETCH(QString, text);
        QFETCH(bool, allowed);
        QCOMPARE(rule({{path.toStdString(), text.toStdString()}}).empty(), allowed);
    }

    void topLevel()
    {
        SourceTree tree = readTree(REALUID_SOURCE_DIR);
        const std::vector<std::string> before = topLevelViolations(tree);
        tree.push_back({"stray/file.txt", ""});
        QCOMPARE(topLevelViolations(tree).size(), before.size() + 1);
        std::erase_if(tree, [](const SourceFile& file) { return file.path == "LICENSE"; });
        QCOMPARE(topLevelViolations(tree).size(), before.size() + 2);
    }

    void violationsInATreeOnDiskAreFound()
    {
        const QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const std::filesystem::path root = folder.path().toStdString();
        std::filesystem::create_directories(root / "widgets");
        std::filesystem::create_directories(root / "build");
        std::ofstream(root / "widgets/view.h") << "#include <torch/torch.h>\n#include \"core/engine/unet.h\"\n";
        std::ofstream(root / "build/generated.h") << "#include <torch/torch.h>\n";
        const SourceTree tree = readTree(root.string());
        QCOMPARE(tree.size(), std::size_t(1));
        QCOMPARE(includeViolations(tree).size(), std::size_t(2));
        QCOMPARE(licenceViolations(tree).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TstLayers)
#include "tst_layers.moc"

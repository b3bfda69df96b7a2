// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/quantity.h"
#include "app/explore/panels/field_picture.h"
#include "app/explore/panels/path_picture.h"

#include <QTest>

#include <cmath>

using namespace realuid;
using namespace realuid::studio;

namespace
{

Scene preset(std::string_view id)
{
    for (const ScenePreset& each : scenePresets())
        if (each.id == id)
            return each.scene;
    return {};
}

FrameRequest requestOf(const Scene& scene, Detail detail = Detail::Draft) { return {scene, windowOf(scene), detail}; }

double farthest(const std::vector<QPolygonF>& a, const std::vector<QPolygonF>& b)
{
    double out = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
        for (qsizetype k = 0; k < std::max(a[i].size(), b[i].size()); ++k)
            out = std::max(out, k < a[i].size() && k < b[i].size() ? (a[i][k] - b[i][k]).manhattanLength() : INFINITY);
    return out;
}

} // namespace

class TestPathPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneStepIsTheMonotoneMapOfGaussians()
    {
        const Scene scene; // noise N(0, 1), generator N(-0.9, 0.6^2)
        const PathPicture picture = pathPicture(requestOf(scene), {.starts = {-2, 0, 1.5}});
        QCOMPARE(picture.oneStep.size(), 3u);
        for (const QPolygonF& thread : picture.oneStep) {
            QCOMPARE(thread.size(), 2);
            QVERIFY(std::abs(thread[1].y() - (-0.9 + 0.6 * thread[0].y())) < 1e-9);
        }
    }

    void teacherEndsInTheRealData_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<double>("within");
        QTest::newRow("exact") << static_cast<int>(Method::Exact) << 1e-12;
        QTest::newRow("rk45") << static_cast<int>(Method::Rk45) << 1e-6;
        QTest::newRow("heun") << static_cast<int>(Method::Heun) << 2e-2;
        QTest::newRow("euler") << static_cast<int>(Method::Euler) << 2e-1;
    }
    void teacherEndsInTheRealData()
    {
        QFETCH(int, method);
        QFETCH(double, within);
        const PathPicture picture = pathPicture(requestOf({}), {.method = static_cast<Method>(method), .steps = 20, .starts = {-1.2, 0.4}});
        QVERIFY(picture.exact);
        QVERIFY(picture.errorVsExact && *picture.errorVsExact <= within);
        QCOMPARE(picture.teacher->paths.size(), 2u);
        for (const QPolygonF& path : picture.teacher->paths) {
            QCOMPARE(path.size(), 21);
            QVERIFY(std::abs(path.last().y() - (1.6 + 0.35 * path.first().y())) <= within + 1e-12);
        }
        const QPointF at = picture.teacher->moments[0], on = picture.teacher->paths[0][14];
        QVERIFY((at - on).manhattanLength() < 1e-9); // t = 0.7
    }

    void withoutRealDataTheFakeModelFollowsTheGenerator_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::newRow("1-D") << "two-gaussians";
        QTest::newRow("2-D") << "mixtures-2d";
    }
    void withoutRealDataTheFakeModelFollowsTheGenerator()
    {
        QFETCH(QString, scene);
        Scene dataFree = preset(scene.toStdString());
        dataFree.loss.kind = "uid";
        for (const Method method : {Method::Euler, Method::Heun, Method::Rk4}) {
            const PathPicture picture = pathPicture(requestOf(dataFree), {.teacher = false, .generator = true, .fake = true, .method = method, .steps = 30});
            QVERIFY(!picture.teacher && picture.generator && picture.fake && !picture.fakeMissing);
            QVERIFY2(farthest(picture.generator->paths, picture.fake->paths) < 1e-6, qPrintable(QString::number(farthest(picture.generator->paths, picture.fake->paths))));
        }
    }

    void aFinishedGeneratorHasOneField()
    {
        Scene scene;
        scene.generated = scene.real;
        const PathPicture picture = pathPicture(requestOf(scene), {.teacher = true, .fake = true, .method = Method::Rk4});
        QVERIFY(farthest(picture.teacher->paths, picture.fake->paths) < 1e-9);
    }

    void whatThereIsNotIsSaid()
    {
        Scene scene = preset("mixtures-2d");
        QVERIFY(!pathPicture(requestOf(scene), {.method = Method::Exact}).exact);
        scene.target = "score";
        const PathPicture picture = pathPicture(requestOf(scene), {.fake = true});
        QVERIFY(picture.fakeMissing);
        QVERIFY(!picture.fake);
        std::stop_source stopped;
        stopped.request_stop();
        QVERIFY(!pathPicture(requestOf(scene), {}, stopped.get_token()).teacher);
    }

    void fieldsAreThoseOfTheClosedForms_data()
    {
        QTest::addColumn<QString>("scene");
        QTest::newRow("1-D") << "two-gaussians";
        QTest::newRow("2-D") << "mixtures-2d";
    }
    void fieldsAreThoseOfTheClosedForms()
    {
        QFETCH(QString, scene);
        Scene s = preset(scene.toStdString());
        s.view.t = 0.6;
        const FieldPicture picture = fieldPicture(requestOf(s), {ShownField::TeacherMinusGenerator, FieldStyle::Arrows});
        const widgets::Grid& grid = picture.values;
        const int row = grid.rows / 3, column = grid.columns / 2;
        const double x = grid.x0 + column * (grid.x1 - grid.x0) / (grid.columns - 1), y = grid.y0 + row * (grid.y1 - grid.y0) / (grid.rows - 1);
        const bool line = s.dimension() == 1;
        const std::vector<double> point = line ? std::vector{x} : std::vector{x, y};
        const double t = line ? y : 0.6;
        const std::vector<double> teacher = evaluate(s, Quantity::Velocity, Side::Teacher, t, point), own = evaluate(s, Quantity::Velocity, Side::Generated, t, point);
        const double want = line ? teacher[0] - own[0] : std::hypot(teacher[0] - own[0], teacher[1] - own[1]);
        QVERIFY(std::abs(grid.at(column, row) - want) < 1e-9 * (1 + std::abs(want)));
        QVERIFY(picture.most > 0);
        QCOMPARE(picture.arrows.vectors.empty(), line);
    }

    void linesFollowVelocitiesAlone()
    {
        Scene scene;
        QVERIFY(!fieldPicture(requestOf(scene), {ShownField::Teacher, FieldStyle::Streamlines}).lines.empty());
        QVERIFY(fieldPicture(requestOf(scene), {ShownField::TeacherMinusFake, FieldStyle::Streamlines}).lines.empty());
        QVERIFY(fieldPicture(requestOf(scene), {ShownField::Teacher, FieldStyle::Colours}).lines.empty());
        scene.target = "score";
        QVERIFY(fieldPicture(requestOf(scene), {ShownField::Teacher, FieldStyle::Streamlines}).lines.empty());
        QVERIFY(!fieldPicture(requestOf(preset("mixtures-2d")), {ShownField::TeacherMinusFake, FieldStyle::Streamlines}).lines.empty());
    }
};

QTEST_APPLESS_MAIN(TestPathPicture)
#include "tst_path_picture.moc"

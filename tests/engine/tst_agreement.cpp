// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytic/distances.h"
#include "analytic/inner_maximum.h"
#include "analytic/quantity.h"
#include "core/engine/mixture_field.h"
#include "core/engine/tensor_ops.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace realuid;
using namespace realuid::engine;

namespace
{
constexpr std::int64_t kSamples = 200000;
constexpr double kErrors = 5; ///< standard errors that chance is granted

Scene scene(const std::string& kind)
{
    Scene s; // the paper's pair on the line
    s.loss.kind = kind;
    s.loss.alpha = 0.8;
    s.loss.beta = 0.9;
    s.loss.gamma = 0.7;
    return s;
}

/// Points x_t with their targets x1 - x0, and all fields there.
struct Points {
    at::Tensor x, target, teacher, fake;
};

Points points(const Scene& s, const Distribution& of, Purpose purpose, double t)
{
    const at::Tensor x1 = MixtureField(of, at::kDouble).sample({1, purpose, 0, 0}, kSamples), x0 = at::empty_like(x1);
    engine::fillNormal({2, purpose, 0, 0}, x0);
    Points p{t * x1 + (1 - t) * x0, x1 - x0, at::empty_like(x1), at::empty_like(x1)};
    const MarginalPair pair(s, t);
    const InnerMaximum maximum(s.loss);
    for (std::int64_t i = 0; i < kSamples; ++i) {
        const FieldPair fields = pair.at({p.x.data_ptr<double>()[i], 0});
        const double optimal = maximum.optimalFake(fields)[0];
        p.teacher.data_ptr<double>()[i] = fields.teacher[0];
        // Of the normalized loss the optimum is known in direction only: any fake model that far to one side is one.
        p.fake.data_ptr<double>()[i] = maximum.normalized() ? fields.teacher[0] - optimal : optimal;
    }
    return p;
}

/// The mean, less `expected`, in standard errors.
double surprise(const at::Tensor& values, double expected)
{
    return std::abs(values.mean().item<double>() - expected) / (values.std().item<double>() / std::sqrt(double(kSamples)));
}
} // namespace

/// The closed forms of the lessons and the losses of the engine are about the same thing.
class TestAgreement : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void velocities();
    void optimalFake_data();
    void optimalFake();
    void divergence();

private:
    void compareValue(const Scene& s, LossForm form, const Points& g, const Points& r, double t);
};

void TestAgreement::velocities()
{
    Distribution d;
    d.components = {{1, {-1, 0.5}, {0.3, 0.1, 0.1, 0.2}}, {3, {1.5, -0.5}, {0.1, 0, 0, 0.4}}};
    const MixtureField field(d, at::kDouble);
    Scene scene;
    scene.real = d;
    const at::Tensor x = 2 * at::sin(at::arange(200, at::kDouble)).reshape({100, 2});
    for (const double t : {0.0, 0.2, 0.7, 0.99}) {
        const at::Tensor got = field.velocity(x, at::full({100}, t, at::kDouble));
        for (std::int64_t i = 0; i < 100; ++i) {
            const double* at = x.data_ptr<double>() + 2 * i;
            const std::vector<double> expected = evaluate(scene, Quantity::Velocity, Side::Real, t, {at, 2});
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY(std::abs(got.data_ptr<double>()[2 * i + static_cast<std::int64_t>(k)] - expected[k]) < 1e-9);
        }
    }
}

void TestAgreement::optimalFake_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* kind : {"uid", "realuid", "general", "normalized"})
        QTest::newRow(kind) << kind;
}

/// At the closed form of the optimal fake model the engine's fake loss is stationary: its cotangents are uncorrelated
/// with any function of x_t. (The normalized loss is flat there: on a line the unit direction has no derivative.)
void TestAgreement::optimalFake()
{
    QFETCH(QString, kind);
    const Scene s = scene(kind.toStdString());
    const LossForm form = lossForm(s.loss);
    for (const double t : {0.3, 0.6}) {
        const Points g = points(s, s.generated, Purpose::Latent, t), r = points(s, s.real, Purpose::Real, t);
        const at::Tensor byGenerated = fakeLossGenerated<at::Tensor>(form, g.teacher, g.fake, g.target, 1).byFake;
        const at::Tensor byReal = fakeLossReal<at::Tensor>(form, r.teacher, r.fake, r.target, 1).byFake;
        for (const double frequency : {0.0, 1.0, 3.0}) {
            const at::Tensor sum = byGenerated * at::cos(frequency * g.x) + byReal * at::cos(frequency * r.x);
            if (form.kind == LossForm::Kind::Normalized)
                QVERIFY(sum.abs().max().item<double>() < 1e-9);
            else
                QVERIFY2(surprise(sum, 0) < kErrors, qPrintable(QString::number(surprise(sum, 0))));
        }
        compareValue(s, form, g, r, t);
    }
}

/// Minus the fake loss at the optimum is the distance's integral over x. Its error is told by parts of the samples.
void TestAgreement::compareValue(const Scene& s, LossForm form, const Points& g, const Points& r, double t)
{
    constexpr std::int64_t kParts = 50;
    if (form.kind == LossForm::Kind::Distance)
        form.kind = LossForm::Kind::Explicit; // the same gradients, and the game's value
    std::vector<double> values;
    for (std::int64_t k = 0; k < kParts; ++k) {
        const auto part = [&](const at::Tensor& a) { return a.chunk(kParts)[static_cast<std::size_t>(k)]; };
        const double n = static_cast<double>(kSamples / kParts);
        const at::Tensor first = fakeLossGenerated<at::Tensor>(form, part(g.teacher), part(g.fake), part(g.target), n).value;
        const at::Tensor second = fakeLossReal<at::Tensor>(form, part(r.teacher), part(r.fake), part(r.target), n).value;
        values.push_back(-(first + second).item<double>());
    }
    const at::Tensor all = at::tensor(values, at::kDouble);
    const double error = all.std().item<double>() / std::sqrt(double(kParts));
    const double expected = distanceAt(s, t).value;
    QVERIFY2(std::abs(all.mean().item<double>() - expected) < kErrors * error,
             qPrintable(QString("%1, expected %2").arg(all.mean().item<double>()).arg(expected)));
}

/// dmd's generator, its fake model at the optimum, follows the derivative of KL(q || p*) by the generator's mean.
void TestAgreement::divergence()
{
    constexpr double t = 0.6, kStep = 1e-4;
    Scene s = scene("realuid"); // the same fake model, of velocities
    s.loss.beta = s.loss.alpha;
    const Points g = points(s, s.generated, Purpose::Latent, t);
    s.loss.kind = "dmd";
    const at::Tensor weights = at::full({kSamples}, divergenceWeight(t), at::kDouble);
    const auto term = divergenceTerm(lossForm(s.loss), g.teacher, g.fake, weights, 1);
    const auto moved = [&](double by) {
        Scene other = s;
        other.generated.components[0].mean[0] += by;
        return distanceAt(other, t).value;
    };
    const double expected = (moved(kStep) - moved(-kStep)) / (2 * kStep);
    QVERIFY2(surprise(t * term.byPoint, expected) < kErrors, qPrintable(QString::number(surprise(t * term.byPoint, expected))));
    QVERIFY(std::abs(expected) > 0.05);
}

QTEST_GUILESS_MAIN(TestAgreement)
#include "tst_agreement.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/mlp.h"

#include <ATen/ATen.h>
#include <QtTest>

using namespace realuid;
using namespace realuid::engine;

namespace
{

std::vector<ParameterSpec> specs()
{
    return {{"head.weight", {2, 2}, Start::one(), false}, {"a.weight", {3, 5}, Start::fanIn(5)}, {"a.bias", {5}, Start::normal()}};
}

} // namespace

class ParameterSetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePassReachesEveryParameter();
    void gradientsLandInOneBuffer();
    void loadsStrictly();
    void freezesAndCopies();
    void mlpMatchesItsFormula();
};

void ParameterSetTest::onePassReachesEveryParameter()
{
    ParameterSet set(specs(), at::kFloat, at::kCPU);
    set.initialise(3);
    QCOMPARE(set.parameterCount(), 24);
    const StateDict state = set.stateDict();
    QCOMPARE(state.entries[0].first, std::string("head.weight")); // the authors' order, trained or not
    const Tensor bias = state.find("a.bias")->clone();
    {
        const NoGrad noGrad;
        set.flat().mul_(2);
    }
    QVERIFY(set.get("a.bias").equal(bias * 2));
    QVERIFY(set.get("head.weight").eq(1).all().item<bool>()); // not trained
    QCOMPARE(set.flat().numel() % ParameterSet::kAlignment, 0);
    for (std::size_t i = 0; i < set.size(); ++i)
        QCOMPARE(reinterpret_cast<std::uintptr_t>(set.get(i).data_ptr()) % 64, std::uintptr_t{0});
}

void ParameterSetTest::gradientsLandInOneBuffer()
{
    ParameterSet set(specs(), at::kDouble, at::kCPU);
    set.initialise(3);
    for (int pass = 1; pass <= 2; ++pass) { // the second adds to the first
        set.get("a.weight").pow(2).sum().backward();
        QVERIFY(set.part(set.flatGrad(), set.index("a.weight")).allclose(pass * 2 * set.get("a.weight")));
        QVERIFY(set.part(set.flatGrad(), set.index("a.bias")).eq(0).all().item<bool>());
    }
    QCOMPARE(set.flatGrad().norm().item<double>(), set.get("a.weight").grad().norm().item<double>()); // gaps are zero
    set.zeroGrad();
    QVERIFY(set.get("a.weight").grad().eq(0).all().item<bool>());
}

void ParameterSetTest::loadsStrictly()
{
    ParameterSet set(specs(), at::kDouble, at::kCPU), source(specs(), at::kFloat, at::kCPU);
    source.initialise(4);
    set.load(source.stateDict(), "file");
    QVERIFY(set.get("a.weight").equal(source.get("a.weight").to(at::kDouble)));
    const Tensor before = set.everything().clone();
    StateDict wrong;
    wrong.add("a.weight", at::zeros({3, 4}));
    wrong.add("other", at::zeros({1}));
    try {
        set.load(wrong, "some.pt");
        QFAIL("a foreign state was taken");
    } catch (const Error& error) {
        QCOMPARE(error.kind(), ErrorKind::File);
        for (const char* part : {"some.pt", "head.weight", "a.bias", "other", "[3, 4]"})
            QVERIFY2(std::string(error.what()).find(part) != std::string::npos, part);
    }
    QVERIFY(set.everything().equal(before));
}

void ParameterSetTest::freezesAndCopies()
{
    ParameterSet set(specs(), at::kFloat, at::kCPU);
    set.initialise(5);
    const ParameterSet copy = set.clone();
    QVERIFY(copy.everything().equal(set.everything()));
    QVERIFY(copy.everything().data_ptr() != set.everything().data_ptr());
    set.freeze();
    QVERIFY(!set.get("a.weight").requires_grad() && !set.flatGrad().defined() && !set.clone().flatGrad().defined());
    set.requiresGrad(true);
    set.get("a.weight").sum().backward();
    QCOMPARE(set.flatGrad().sum().item<double>(), 15.0);
    QVERIFY(!set.get("head.weight").requires_grad());
}

void ParameterSetTest::mlpMatchesItsFormula()
{
    Mlp net(2, 8, 2, at::kDouble);
    net.initialise(6);
    QCOMPARE(net.parameters().specs().back().name, std::string("net.4.bias"));
    QCOMPARE(shapeText(net.parameters().get("net.0.weight").sizes()), std::string("[8, 3]"));
    const NoGrad noGrad;
    const Tensor x = at::randn({5, 2}, at::kDouble), t = at::rand({5}, at::kDouble);
    Tensor h = at::cat({x, t.view({5, 1})}, 1);
    for (const char* layer : {"net.0", "net.2", "net.4"}) {
        const std::string name = layer;
        h = h.mm(net.parameters().get(name + ".weight").t()) + net.parameters().get(name + ".bias");
        if (name != "net.4")
            h = h * at::sigmoid(h);
    }
    QVERIFY(net.forward(x, t).allclose(h, 1e-12, 1e-14));
    QVERIFY(net.clone().forward(x, t).equal(net.forward(x, t)));
}

QTEST_GUILESS_MAIN(ParameterSetTest)
#include "tst_parameter_set.moc"

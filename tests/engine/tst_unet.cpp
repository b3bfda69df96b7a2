// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/safetensors.h"
#include "core/engine/unet.h"
#include "tests/fixtures.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace realuid;
using namespace realuid::engine;
using Json = nlohmann::ordered_json;

namespace
{

/// Frequencies of the time embedding are float32 in float64 networks too, and PyTorch's exponential is not always the rounded one:
/// a last bit of one frequency moves results by about 1e-9.
constexpr double kSame64 = 1e-8;

Json readJson(const std::filesystem::path& path) { return Json::parse(std::ifstream(path)); }

double largestDifference(const Tensor& a, const Tensor& b)
{
    return (a.to(at::kDouble) - b.to(at::kDouble)).abs().max().item<double>();
}
double largest(const Tensor& a) { return a.to(at::kDouble).abs().max().item<double>(); }

/// One file of unet.json with the tensors beside it.
struct Golden {
    explicit Golden(const std::string& name)
        : about(readJson(fixture("unet.json"))["files"][name]), file(fixture(name)), reader(file),
          tensors(fixture(about["parity"].get<std::string>())),
          geometry(geometryOf(reader.shapes(state()), headChannels(about["settings"]), name))
    {
    }
    /// -1 where there are so many heads, however wide.
    static std::int64_t headChannels(const Json& settings)
    {
        const std::int64_t channels = settings["num_head_channels"], deepest = settings["num_channels"].get<std::int64_t>() * settings["channel_mult"].back().get<std::int64_t>();
        return channels > 0 ? channels : deepest / settings["num_heads"].get<std::int64_t>();
    }
    std::string state() const { return about["state_dict"]; }
    UNet network(const std::string& of, at::ScalarType dtype) const
    {
        UNet net(geometry, dtype);
        net.parameters().load(reader.read(of), file.string());
        return net;
    }
    Tensor input(const char* name, at::ScalarType dtype) const { return tensors.read(name).to(dtype); }
    Tensor classes() const { return tensors.has("y") ? tensors.read("y") : Tensor(); }

    Json about;
    std::filesystem::path file;
    CheckpointReader reader;
    SafetensorsReader tensors;
    UNetGeometry geometry;
};

UNetGeometry small()
{
    UNetGeometry g;
    g.width = 32;
    g.multipliers = {1, 2};
    g.blocks = 1;
    g.headChannels = 16;
    g.classes = 4;
    return g;
}

} // namespace

class UNetTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void outputsAndGradients_data();
    void outputsAndGradients();
    void otherStates_data() { files(); }
    void otherStates();
    void geometryAndNames_data() { files(); }
    void geometryAndNames();
    void fullSizeNames();
    void discriminatorHead_data() { files(); }
    void discriminatorHead();
    void freshWeights();
    void dropoutIsReproducible();
    void copiesAndSides();
    void channelsLast();
    void foreignTensorsAreRefused();

private:
    static void files();
};

void UNetTest::files()
{
    QTest::addColumn<QString>("name");
    if (fixture("unet.json").empty())
        QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds unet.json");
    const Json json = readJson(fixture("unet.json"));
    for (const auto& [name, about] : json["files"].items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void UNetTest::outputsAndGradients_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("real64");
    if (fixture("unet.json").empty())
        QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds unet.json");
    const Json json = readJson(fixture("unet.json"));
    for (const auto& [name, about] : json["files"].items())
        for (const bool real64 : {false, true})
            QTest::newRow((name + (real64 ? " float64" : " float32")).c_str()) << QString::fromStdString(name) << real64;
}

void UNetTest::outputsAndGradients()
{
    QFETCH(QString, name);
    QFETCH(bool, real64);
    const Golden golden(name.toStdString());
    const at::ScalarType dtype = real64 ? at::kDouble : at::kFloat;
    UNet net = golden.network(golden.state(), dtype);
    const Tensor x = golden.input("x", dtype).requires_grad_(true);
    const Tensor v = net.forward(x, golden.input("t", dtype), golden.classes());
    (v * golden.input("w", dtype)).sum().backward();

    const Tensor wantedV = golden.tensors.read("v_f64"), wantedGradient = golden.tensors.read("grad_x_f64");
    const double tolerance = real64 ? kSame64 : 1e-5;
    QVERIFY2(largestDifference(v, wantedV) <= tolerance * largest(wantedV), qPrintable(QString::number(largestDifference(v, wantedV))));
    QVERIFY2(largestDifference(x.grad(), wantedGradient) <= tolerance * largest(wantedGradient),
             qPrintable(QString::number(largestDifference(x.grad(), wantedGradient))));

    const Json& norms = golden.about["grad_norms_f64"];
    const ParameterSet& parameters = net.parameters();
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const ParameterSpec& spec = parameters.specs()[i];
        QCOMPARE(norms.at(spec.name).is_null(), !spec.trained);
        if (!spec.trained)
            continue;
        const double wanted = norms.at(spec.name), got = parameters.get(i).grad().norm().item<double>();
        QVERIFY2(wanted > 1e-6 ? std::abs(got - wanted) <= 1e-4 * wanted : got < 1e-3, spec.name.c_str());
    }
}

void UNetTest::otherStates()
{
    QFETCH(QString, name);
    const Golden golden(name.toStdString());
    int compared = 0;
    for (const auto& [key, shape] : golden.tensors.shapes()) {
        if (!key.starts_with("v_") || key.ends_with("_f64"))
            continue;
        std::string state = key.substr(2);
        if (state != "ema_model" && state.starts_with("ema_"))
            state = state.substr(4);
        const NoGrad noGrad;
        const Tensor wanted = golden.tensors.read(key);
        const Tensor v = golden.network(state, at::kFloat).forward(golden.input("x", at::kFloat), golden.input("t", at::kFloat), golden.classes());
        QVERIFY2(largestDifference(v, wanted) <= 1e-5 * largest(wanted), key.c_str());
        ++compared;
    }
    QVERIFY(compared > 0);
}

void UNetTest::geometryAndNames()
{
    QFETCH(QString, name);
    const Golden golden(name.toStdString());
    const Json& settings = golden.about["settings"];
    const UNetGeometry& g = golden.geometry;
    QCOMPARE(g.width, settings["num_channels"].get<std::int64_t>());
    QCOMPARE(g.multipliers, settings["channel_mult"].get<std::vector<std::int64_t>>());
    QCOMPARE(g.blocks, settings["num_res_blocks"].get<std::int64_t>());
    QCOMPARE(g.classes, settings["class_cond"].get<bool>() ? settings["num_classes"].get<std::int64_t>() : 0);
    QCOMPARE(g.criticWidth > 0, golden.about["head"].get<bool>());
    std::vector<std::int64_t> sides;
    for (const QString& side : QString::fromStdString(settings["attention_resolutions"].get<std::string>()).split(','))
        sides.push_back(side.toLongLong());
    QCOMPARE(g.attentionLevels, attentionLevels(sides, settings["dim"][1], g.multipliers.size()));
    const UNet net(g);
    QCOMPARE(net.parameters().parameterCount(), golden.about["parameters"].get<std::int64_t>());
    QCOMPARE(static_cast<std::int64_t>(net.parameters().size()), golden.about["tensors"].get<std::int64_t>());
    std::size_t i = 0;
    for (const auto& [key, shape] : golden.about["shapes"].items()) {
        QCOMPARE(net.parameters().specs()[i].name, key);
        QCOMPARE(net.parameters().specs()[i++].shape, shape.get<Shape>());
    }
}

void UNetTest::fullSizeNames()
{
    REALUID_FIXTURE(path, "unet_full_size.json");
    const Json json = readJson(path);
    for (const auto& [name, about] : json.items()) {
        if (!about.contains("shapes"))
            continue;
        Shapes wanted;
        for (const auto& [key, shape] : about["shapes"].items())
            wanted.emplace_back(key, shape.get<Shape>());
        const UNetGeometry g = geometryOf(wanted, 64, name);
        const std::vector<ParameterSpec> specs = UNet::specs(g);
        QCOMPARE(static_cast<std::int64_t>(specs.size()), about["tensors"].get<std::int64_t>());
        std::int64_t count = 0;
        for (std::size_t i = 0; i < specs.size(); ++i) {
            QCOMPARE(specs[i].name, wanted[i].first);
            QCOMPARE(specs[i].shape, wanted[i].second);
            count += c10::multiply_integers(specs[i].shape);
        }
        QCOMPARE(count, about["parameters"].get<std::int64_t>());
    }
    UNetGeometry plain; // no shapes are given for these two, only their numbers
    for (const auto& [name, classes] : {std::pair("cifar10_uncond", 0), std::pair("cifar10_cond", 10)}) {
        plain.classes = classes;
        std::int64_t count = 0;
        for (const ParameterSpec& spec : UNet::specs(plain))
            count += c10::multiply_integers(spec.shape);
        QCOMPARE(count, json[name]["parameters"].get<std::int64_t>());
        QCOMPARE(static_cast<std::int64_t>(UNet::specs(plain).size()), json[name]["tensors"].get<std::int64_t>());
    }
}

void UNetTest::discriminatorHead()
{
    QFETCH(QString, name);
    const Golden golden(name.toStdString());
    const NoGrad noGrad;
    for (const at::ScalarType dtype : {at::kFloat, at::kDouble}) {
        const UNet net = golden.network(golden.state(), dtype);
        const std::string suffix = dtype == at::kDouble ? "_f64" : "";
        const double tolerance = dtype == at::kDouble ? kSame64 : 1e-5;
        const Tensor middle = net.middle(golden.input("x", dtype), golden.input("t", dtype), golden.classes());
        if (golden.tensors.has("logits")) {
            const Tensor wanted = golden.tensors.read("logits" + suffix);
            QVERIFY(largestDifference(net.criticLogits(middle), wanted) <= tolerance * largest(wanted));
        } else {
            QVERIFY_THROWS_EXCEPTION(Error, net.criticLogits(middle));
        }
        if (golden.tensors.has("head_h")) {
            const Tensor wanted = golden.tensors.read("head_logits" + suffix);
            QVERIFY(largestDifference(net.criticLogits(golden.input("head_h", dtype)), wanted) <= tolerance * largest(wanted));
        }
    }
}

void UNetTest::freshWeights()
{
    UNet a(small()), b(small()), c(small());
    a.initialise(7);
    b.initialise(7);
    c.initialise(8);
    QVERIFY(a.parameters().everything().equal(b.parameters().everything()));
    QVERIFY(!a.parameters().everything().equal(c.parameters().everything()));
    const ParameterSet& p = a.parameters();
    const double bound = 1 / std::sqrt(32.0 * 9);
    const Tensor weight = p.get("input_blocks.1.0.in_layers.2.weight");
    QVERIFY(largest(weight) <= bound && largest(weight) > 0.98 * bound);
    QVERIFY(std::abs(weight.mean().item<double>()) < 0.05 * bound);
    QVERIFY(std::abs(p.get("label_emb.weight").std().item<double>() - 1) < 0.15);
    for (const char* zero : {"out.2.weight", "out.2.bias", "middle_block.1.proj_out.weight", "middle_block.0.out_layers.3.weight", "out.0.bias"})
        QCOMPARE(largest(p.get(zero)), 0.0);
    QVERIFY(p.get("out.0.weight").eq(1).all().item<bool>());
}

void UNetTest::dropoutIsReproducible()
{
    const Tensor x = at::ones({4, 8, 5, 5});
    DropoutSource whole(0.25, 3, 11, 100);
    const Tensor first = whole.apply(x), second = whole.apply(x);
    QVERIFY(!first.equal(second)); // the next layer's part of the streams
    const double kept = first.gt(0).to(at::kDouble).mean().item<double>();
    QVERIFY(std::abs(kept - 0.75) < 0.06);
    QCOMPARE(largest(first), static_cast<double>(1 / 0.75f));
    DropoutSource later(0.25, 3, 11, 102); // the second half as a batch of its own
    QVERIFY(later.apply(x.narrow(0, 2, 2)).equal(first.narrow(0, 2, 2)));
    QVERIFY(later.apply(x.narrow(0, 2, 2)).equal(second.narrow(0, 2, 2)));
    DropoutSource otherStep(0.25, 3, 12, 100);
    QVERIFY(!otherStep.apply(x).equal(first));
}

void UNetTest::copiesAndSides()
{
    const NoGrad noGrad;
    UNet net(small());
    net.initialise(1);
    net.parameters().flat().add_(0.01); // layers that start at zero must not hide a difference
    const Tensor x = at::randn({3, 3, 16, 24}), t = at::linspace(0, 1, 3), y = at::arange(3);
    const Tensor v = net.forward(x, t, y);
    QCOMPARE(shapeText(v.sizes()), shapeText(x.sizes()));
    QVERIFY(net.clone().forward(x, t, y).equal(v));
    const Tensor v64 = net.to(at::kDouble, at::kCPU).forward(x.to(at::kDouble), t.to(at::kDouble), y);
    QVERIFY(largestDifference(v64, v) < 1e-5 * largest(v));
    UNet copy = net.clone();
    copy.parameters().flat().zero_();
    QVERIFY(net.forward(x, t, y).equal(v));
    QVERIFY_THROWS_EXCEPTION(Error, net.forward(x, t)); // conditional, without classes
}

/// Pixel after pixel in memory, the results are those of plane after plane, but for the order of sums.
void UNetTest::channelsLast()
{
    UNet net(small()), other(small());
    for (UNet* one : {&net, &other}) {
        one->initialise(1);
        const NoGrad noGrad;
        one->parameters().everything().add_(0.01);
    }
    other.computes({at::kFloat, true, false});
    const Tensor t = at::linspace(0, 1, 3), y = at::arange(3);
    const Tensor x = at::randn({3, 3, 16, 24}).requires_grad_(true), same = x.detach().clone().requires_grad_(true);
    const Tensor v = net.forward(x, t, y), w = other.forward(same, t, y);
    QVERIFY(w.is_contiguous());
    QVERIFY(largestDifference(w, v) < 1e-5 * largest(v));
    v.square().sum().backward();
    w.square().sum().backward();
    QVERIFY(largestDifference(same.grad(), x.grad()) < 1e-4 * largest(x.grad()));
    for (std::size_t i = 0; i < net.parameters().size(); ++i) {
        if (!net.parameters().specs()[i].trained)
            continue;
        const Tensor wanted = net.parameters().get(i).grad(), got = other.parameters().get(i).grad();
        QVERIFY2(largestDifference(got, wanted) < 1e-3 * std::max(1.0, largest(wanted)), net.parameters().specs()[i].name.c_str());
    }
}

void UNetTest::foreignTensorsAreRefused()
{
    Shapes shapes;
    for (const ParameterSpec& spec : UNet::specs(small()))
        shapes.emplace_back(spec.name, spec.shape);
    QVERIFY(geometryOf(shapes, 16, "file") == small());
    Shapes missing(shapes.begin(), shapes.end() - 1), more = shapes, unlike = shapes, irregular = shapes;
    more.emplace_back("extra.weight", Shape{1});
    unlike.back().second = {4};
    for (auto& [key, shape] : irregular)
        if (key == "input_blocks.1.0.in_layers.2.weight")
            shape[0] = 48;
    for (const Shapes& wrong : {missing, more, unlike, irregular, Shapes{}})
        QVERIFY_THROWS_EXCEPTION(Error, geometryOf(wrong, 16, "file"));
    QVERIFY_THROWS_EXCEPTION(Error, geometryOf(shapes, 24, "file")); // 24 does not divide 64 channels
    QCOMPARE(geometryOf(shapes, 4096, "file").headChannels, 64);     // cut to the narrowest attention
    UNetGeometry wide = small(); // attention at 96 and 192 channels, which 64 does not divide
    wide.width = 96;
    wide.attentionLevels = {0};
    Shapes ofWide;
    for (const ParameterSpec& spec : UNet::specs(wide))
        ofWide.emplace_back(spec.name, spec.shape);
    QCOMPARE(geometryOf(ofWide, 0, "file").headChannels, 48);
}

QTEST_GUILESS_MAIN(UNetTest)
#include "tst_unet.moc"

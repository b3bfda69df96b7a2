// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/inspect_file.h"
#include "core/engine/safetensors.h"
#include "core/engine/zip_reader.h"
#include "core/io/atomic_file.h"
#include "tests/fixtures.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <fstream>

using namespace realuid;
using namespace realuid::engine;
using Json = nlohmann::ordered_json;

namespace
{

StateDict weights(double factor)
{
    StateDict out;
    out.add("a.weight", at::arange(12, at::kFloat).view({3, 4}) * factor);
    out.add("a.bias", at::full({3}, factor, at::kFloat));
    out.add("head.weight", at::arange(8, at::kFloat).view({2, 4}).t()); // not contiguous
    return out;
}

AdamState adam(double step)
{
    AdamState out;
    out.moments = {{0, step, at::rand({3, 4}), at::rand({3, 4})}, {1, step, at::rand({3}), at::rand({3})}};
    out.parameters = 3;
    out.lr = 1e-5;
    out.initialLr = 3e-5;
    out.maximize = true;
    return out;
}

CheckpointContent content()
{
    CheckpointContent out;
    out.networks = {{"gen", weights(1)}, {"u", weights(2)}};
    out.emas = {{"0.999", weights(3)}, {"0.9999", weights(4)}};
    out.optimisers = {{"optim_gen", adam(2)}, {"optim_u", adam(10)}};
    out.schedule = {3e-5, 1e-5, 12};
    out.step = 5000000000; // more than 32 bits
    out.studio.set("head_channels", 16);
    out.studio.set("word", "Grüße");
    out.studio.set("list", PickleList{PickleValue(true), PickleValue(), PickleValue(-7), PickleValue(0.1)});
    return out;
}

bool equal(const StateDict& a, const StateDict& b)
{
    bool out = a.entries.size() == b.entries.size();
    for (std::size_t i = 0; out && i < a.entries.size(); ++i)
        out = a.entries[i].first == b.entries[i].first && a.entries[i].second.equal(b.entries[i].second);
    return out;
}

} // namespace

class CheckpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheAuthorsFiles_data();
    void readsTheAuthorsFiles();
    void writtenFilesReadBack();
    void equalContentMakesEqualBytes();
    void dataAreAligned();
    void stateReferences();
    void choosesAState();
    void inspects();

private:
    std::filesystem::path temporary(const char* name) const { return std::filesystem::path(m_folder.path().toStdString()) / name; }
    QTemporaryDir m_folder;
};

void CheckpointTest::readsTheAuthorsFiles_data()
{
    QTest::addColumn<QString>("name");
    if (fixture("unet.json").empty())
        QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds unet.json");
    const Json json = Json::parse(std::ifstream(fixture("unet.json")));
    for (const auto& [name, about] : json["files"].items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

void CheckpointTest::readsTheAuthorsFiles()
{
    QFETCH(QString, name);
    const Json about = Json::parse(std::ifstream(fixture("unet.json")))["files"][name.toStdString()];
    const CheckpointReader reader(fixture(name.toStdString()));
    QVERIFY(reader.step() && *reader.step() >= 0);
    QVERIFY(reader.schedule().baseLr > 0);
    for (const std::string& state : reader.states()) {
        const StateDict tensors = reader.read(state);
        QCOMPARE(tensors.parameterCount(), about["parameters"].get<std::int64_t>());
        for (const auto& [key, shape] : about["shapes"].items()) {
            QVERIFY2(tensors.find(key) != nullptr, key.c_str()); // without "module."
            QCOMPARE(tensors.find(key)->sizes().vec(), shape.get<Shape>());
        }
    }
    const bool distilled = reader.kind() == CheckpointKind::Distilled;
    const std::vector<std::string> optimisers = distilled ? std::vector<std::string>{"optim_gen", "optim_u"} : std::vector<std::string>{"optim"};
    for (const std::string& key : optimisers) {
        const AdamState state = reader.optimiser(key);
        QVERIFY(state.beta2 == 0.999 && state.eps == 1e-8);
        std::vector<Shape> shapes;
        for (const auto& entry : about["shapes"].items())
            shapes.push_back(entry.value().get<Shape>());
        for (const AdamState::Moments& m : state.moments) {
            QCOMPARE(m.mean.sizes().vec(), shapes.at(static_cast<std::size_t>(m.index)));
            QVERIFY(m.step >= 1 && m.square.ge(0).all().item<bool>());
        }
    }
}

void CheckpointTest::writtenFilesReadBack()
{
    const CheckpointContent written = content();
    writeCheckpoint(temporary("a.pt"), written, false);
    const CheckpointReader reader(temporary("a.pt"));
    QCOMPARE(reader.kind(), CheckpointKind::Distilled);
    QCOMPARE(reader.states(), (std::vector<std::string>{"gen", "u", "0.999", "0.9999"}));
    QCOMPARE(reader.emas(), (std::vector<std::string>{"0.999", "0.9999"}));
    QCOMPARE(*reader.step(), written.step);
    for (const auto& [state, tensors] : written.networks)
        QVERIFY(equal(reader.read(state), tensors));
    for (const auto& [state, tensors] : written.emas)
        QVERIFY(equal(reader.read(state), tensors));
    for (const auto& [key, wanted] : written.optimisers) {
        const AdamState got = reader.optimiser(key);
        QCOMPARE(got.moments.size(), wanted.moments.size());
        for (std::size_t i = 0; i < got.moments.size(); ++i) {
            QVERIFY(got.moments[i].index == wanted.moments[i].index && got.moments[i].step == wanted.moments[i].step);
            QVERIFY(got.moments[i].mean.equal(wanted.moments[i].mean) && got.moments[i].square.equal(wanted.moments[i].square));
        }
        QVERIFY(got.lr == wanted.lr && got.initialLr == wanted.initialLr && got.beta1 == wanted.beta1 && got.beta2 == wanted.beta2);
        QVERIFY(got.maximize && got.parameters == wanted.parameters);
    }
    const ScheduleState schedule = reader.schedule();
    QVERIFY(schedule.baseLr == 3e-5 && schedule.lastLr == 1e-5 && schedule.lastEpoch == 12);
    QCOMPARE(*reader.studio()->find("head_channels")->integer(), 16);
    QCOMPARE(*reader.studio()->find("word")->text(), std::string("Grüße"));
    const PickleList& list = *reader.studio()->find("list")->list();
    QVERIFY(std::get<bool>(list[0].value) && list[1].isNone() && *list[2].integer() == -7 && *list[3].number() == 0.1);
    QVERIFY_THROWS_EXCEPTION(Error, writeCheckpoint(temporary("a.pt"), written, false)); // never replaced unasked
    writeCheckpoint(temporary("a.pt"), written, true);
}

void CheckpointTest::equalContentMakesEqualBytes()
{
    const CheckpointContent written = content();
    writeCheckpoint(temporary("one.pt"), written, false);
    writeCheckpoint(temporary("two.pt"), written, false);
    QVERIFY(readFile(temporary("one.pt")) == readFile(temporary("two.pt")));
}

void CheckpointTest::dataAreAligned()
{
    writeCheckpoint(temporary("aligned.pt"), content(), false);
    const ZipReader zip(temporary("aligned.pt"));
    QVERIFY(zip.entries().size() > 20);
    for (const ZipReader::Entry& entry : zip.entries()) {
        QCOMPARE(entry.offset % 64, std::uint64_t{0});
        zip.verify(entry);
    }
}

void CheckpointTest::stateReferences()
{
    const std::string colon = temporary("with:colon.pt").string(), plain = temporary("plain.pt").string();
    writeCheckpoint(colon, content(), false);
    writeCheckpoint(plain, content(), false);
    QCOMPARE(parseStateReference(colon).file.string(), colon);
    QVERIFY(parseStateReference(colon).state.empty());
    QCOMPARE(parseStateReference(colon + ":gen").file.string(), colon);
    QCOMPARE(parseStateReference(plain + ":0.999").state, std::string("0.999"));
    QCOMPARE(parseStateReference("not-there:gen").file.string(), std::string("not-there:gen"));

    const LoadedState chosen = loadState(plain), named = loadState(colon + ":u");
    QVERIFY(chosen.state == "0.999" && !chosen.named && chosen.headChannels == 16);
    QVERIFY(equal(chosen.tensors, weights(3)));
    QVERIFY(named.named && equal(named.tensors, weights(2)));
    try {
        loadState(plain + ":0.5");
        QFAIL("a state that is not there was found");
    } catch (const Error& error) {
        QVERIFY(error.kind() == ErrorKind::File && std::string(error.what()).find("gen, u, 0.999, 0.9999") != std::string::npos);
    }
}

void CheckpointTest::choosesAState()
{
    CheckpointContent some = content();
    some.emas = {{"0.9999", weights(1)}, {"0.99995", weights(1)}, {"0.99", weights(1)}};
    writeCheckpoint(temporary("emas.pt"), some, false);
    QCOMPARE(CheckpointReader(temporary("emas.pt")).defaultState(), std::string("gen"));
    some.emas = {{"0.9999", weights(1)}, {"0.999", weights(1)}};
    writeCheckpoint(temporary("ema999.pt"), some, false);
    QCOMPARE(CheckpointReader(temporary("ema999.pt")).defaultState(), std::string("0.999"));
    some.emas.clear();
    writeCheckpoint(temporary("no-emas.pt"), some, false);
    QCOMPARE(CheckpointReader(temporary("no-emas.pt")).defaultState(), std::string("gen"));
    some.networks = {{"net_model", weights(1)}};
    writeCheckpoint(temporary("teacher.pt"), some, false);
    QCOMPARE(CheckpointReader(temporary("teacher.pt")).defaultState(), std::string("net_model"));
    QCOMPARE(CheckpointReader(temporary("teacher.pt")).kind(), CheckpointKind::Teacher);
    writeSafetensors(temporary("w.safetensors"), weights(5), {}, false);
    QVERIFY(equal(loadState(temporary("w.safetensors").string()).tensors, weights(5)));
    REALUID_FIXTURE(path, "unet_prefix.pt");
    QCOMPARE(CheckpointReader(path).defaultState(), std::string("ema_model"));
    QCOMPARE(CheckpointReader(path).kind(), CheckpointKind::TorchCfm);
}

void CheckpointTest::inspects()
{
    REALUID_FIXTURE(path, "unet.json");
    const Json files = Json::parse(std::ifstream(path))["files"];
    for (const auto& [name, about] : files.items()) {
        const Inspection seen = inspectTensorFile(fixture(name));
        QCOMPARE(seen.parameters, about["parameters"].get<std::int64_t>());
        QCOMPARE(seen.tensors, about["tensors"].get<std::int64_t>());
        QVERIFY(seen.step.has_value());
        QVERIFY2(!seen.geometry.empty(), name.c_str());
        QCOMPARE(seen.geometry.front(), (std::pair<std::string, std::string>("width", std::to_string(about["settings"]["num_channels"].get<int>()))));
        QVERIFY(looksLikeTensorFile(fixture(name)));
    }
    writeCheckpoint(temporary("other.pt"), content(), false); // tensors, but of no U-Net
    const Inspection seen = inspectTensorFile(temporary("other.pt"));
    QVERIFY(seen.kind == "distilled" && seen.geometry.empty() && seen.problems.size() == 1);
}

QTEST_GUILESS_MAIN(CheckpointTest)
#include "tst_checkpoint.moc"

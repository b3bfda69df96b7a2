// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/pickle_reader.h"
#include "core/engine/safetensors.h"
#include "core/engine/zip_writer.h"
#include "core/io/atomic_file.h"
#include "tests/engine/peak_memory.h"
#include "tests/fixtures.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <sstream>

using namespace realuid;
using namespace realuid::engine;
using Json = nlohmann::ordered_json;

namespace
{

/// Everything in the file, or the error.
void readAll(const std::filesystem::path& file)
{
    const CheckpointReader reader(file);
    for (const std::string& state : reader.states())
        reader.read(state);
}

/// True where it reads, false where it is refused as a file; any other exception is a fault.
bool reads(const std::function<void()>& read)
{
    try {
        read();
        return true;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::File || std::string(error.what()).empty())
            throw;
        return false;
    }
}

bool pickleReads(const std::string& bytes)
{
    return reads([&] {
        readPickle("\x80\x02" + bytes, "test", [](const StorageView& view) { return PickleTensor{view.dtype, view.shape, {}}; });
    });
}

std::string zipOf(const std::vector<std::pair<std::string, std::string>>& entries)
{
    std::ostringstream out;
    ZipWriter zip(out);
    for (const auto& [name, data] : entries)
        zip.add(name, data);
    zip.finish();
    return out.str();
}

std::string text(const std::string& value) // BINUNICODE
{
    return std::string("X") + static_cast<char>(value.size()) + std::string(3, '\0') + value;
}

/// {"net_model": {"w": tensor of a storage of `count` floats with that place, shape and stride}} as a pickle; numbers as
/// opcodes.
std::string viewPickle(const std::string& count, const std::string& offset, const std::string& shape, const std::string& stride)
{
    return "\x80\x02}" + text("net_model") + "}" + text("w") + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
           "ctorch\nFloatStorage\n" + text("0") + text("cpu") + count + "tQ" + offset + "(" + shape + "t(" + stride +
           "t\x89" "ccollections\nOrderedDict\n)RtRss.";
}

std::string whole(std::int64_t value) // LONG1
{
    std::string out("\x8a\x08");
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>(static_cast<std::uint64_t>(value) >> (8 * i) & 0xff);
    return out;
}

} // namespace

class BadFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fixtures_data();
    void fixtures();
    void everyTruncation();
    void everyByte();
    void everyByteOfAPickle();
    void hostilePickles_data();
    void hostilePickles();
    void hostileViews_data();
    void hostileViews();
    void hostileArchives();
    void oddPaths();

private:
    std::filesystem::path write(const std::string& bytes, const char* name = "file.pt") const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / name;
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }
    std::string goodFile() const
    {
        CheckpointContent content;
        StateDict state;
        state.add("a.weight", at::arange(12, at::kFloat).view({3, 4}));
        content.networks = {{"net_model", state}};
        content.step = 3;
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / "good.pt";
        writeCheckpoint(path, content, true);
        return readFile(path);
    }
    QTemporaryDir m_folder;
};

void BadFilesTest::fixtures_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expect");
    if (fixture("bad_files.json").empty())
        QSKIP("golden data not found: set REALUID_FIXTURES to the folder that holds bad_files.json");
    const Json json = Json::parse(std::ifstream(fixture("bad_files.json")));
    for (const auto& [name, about] : json["files"].items())
        QTest::newRow(name.c_str()) << QString::fromStdString(name) << QString::fromStdString(about["expect"].get<std::string>());
}

void BadFilesTest::fixtures()
{
    QFETCH(QString, name);
    QFETCH(QString, expect);
    const std::filesystem::path file = fixture("bad") / name.toStdString();
    const std::string marker = Json::parse(std::ifstream(fixture("bad_files.json")))["executed_marker"];
    const long before = peakMemory();
    const bool good = reads([&] { readAll(file); });
    QVERIFY(peakMemory() - before < 64);
    QVERIFY(!std::filesystem::exists(marker) && !std::filesystem::exists(file.parent_path() / marker));
    if (expect != QLatin1String("either"))
        QCOMPARE(good, expect == QLatin1String("accept"));
    if (name == QLatin1String("good.pt")) {
        const CheckpointReader reader(file);
        QCOMPARE(*reader.step(), 3);
        QVERIFY(reader.read("net_model").find("a.weight")->equal(at::arange(12, at::kFloat).view({3, 4})));
    }
}

void BadFilesTest::everyTruncation()
{
    const std::string good = goodFile();
    QVERIFY(reads([&] { readAll(write(good)); }));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!reads([&] { readAll(write(good.substr(0, size))); }));
}

void BadFilesTest::everyByte()
{
    const std::string good = goodFile();
    const Tensor wanted = at::arange(12, at::kFloat).view({3, 4});
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ (1 << i % 8));
        const std::filesystem::path file = write(bad);
        // Bytes that mean nothing (padding, dates) may differ; weights may not.
        if (reads([&] { readAll(file); }) && CheckpointReader(file).kind() == CheckpointKind::Teacher)
            QVERIFY2(CheckpointReader(file).read("net_model").find("a.weight")->equal(wanted), std::to_string(i).c_str());
    }
}

void BadFilesTest::everyByteOfAPickle()
{
    const std::string good = viewPickle("K\x04", std::string("K\0", 2), "K\x02K\x02", "K\x02K\x01").substr(2);
    QVERIFY(pickleReads(good));
    int refused = 0;
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int value = 0; value < 256; value += 5) {
            std::string bad = good;
            bad[i] = static_cast<char>(value);
            refused += pickleReads(bad) ? 0 : 1; // anything but a crash or a foreign exception
        }
    QVERIFY(refused > 1000);
}

void BadFilesTest::hostilePickles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* name, const std::string& bytes) { QTest::newRow(name) << QByteArray::fromStdString(bytes); };
    row("nothing", "");
    row("no stop", "}");
    row("empty stack", ".");
    row("tuple without a mark", "t.");
    row("append to a dictionary", "}Na.");
    row("key without a value", "}(Nu.");
    row("value that is not there", std::string("h\x05.", 3));
    row("text longer than the file", "X\xff\xff\xff\x7fshort.");
    row("number longer than 64 bits", std::string("\x8a\x09", 2) + std::string(9, '\1') + ".");
    row("bare name", "ccollections\nOrderedDict\n.");
    row("call of a value", "N)R.");
    row("system", "cos\nsystem\n(" + text("true") + "tR.");
    row("builtin", "c__builtin__\neval\n.");
    row("instance", "(ios\nsystem\n.");
    row("state of a tuple", ")}b.");
    row("list in itself", std::string("]q\0h\0a.", 7));
    row("key twice", "}(" + text("a") + "N" + text("a") + "Nu.");
    row("key that is a list", "}(]Nu.");
    row("deep", std::string(100000, '(') + std::string(100000, 't') + ".");
    std::string laughs("](NNNNNNNNNNeq\0", 15); // each list holds the one before ten times
    for (char i = 1; i < 12; ++i) {
        laughs += "](";
        for (int k = 0; k < 10; ++k)
            laughs += std::string("h") + static_cast<char>(i - 1);
        laughs += std::string("eq") + i;
    }
    row("a billion laughs", laughs + ".");
    row("two million values", std::string(2000000, 'N') + ".");
}

void BadFilesTest::hostilePickles()
{
    QFETCH(QByteArray, bytes);
    const long before = peakMemory();
    QVERIFY(!pickleReads(bytes.toStdString()));
    QVERIFY2(peakMemory() - before < 400, std::to_string(peakMemory() - before).c_str());
}

void BadFilesTest::hostileViews_data()
{
    QTest::addColumn<QByteArray>("pickle");
    QTest::addColumn<bool>("good");
    const std::int64_t huge = std::numeric_limits<std::int64_t>::max();
    const auto row = [](const char* name, bool good, const std::string& count, const std::string& offset, const std::string& shape,
                        const std::string& stride) { QTest::newRow(name) << QByteArray::fromStdString(viewPickle(count, offset, shape, stride)) << good; };
    row("whole", true, whole(4), whole(0), whole(2) + whole(2), whole(2) + whole(1));
    row("transposed part", true, whole(4), whole(1), whole(1) + whole(2), whole(1) + whole(2));
    row("scalar", true, whole(4), whole(3), "", "");
    row("empty", true, whole(4), whole(0), whole(0), whole(1));
    row("past the end", false, whole(4), whole(1), whole(4), whole(1));
    row("before the start", false, whole(4), whole(-1), whole(2), whole(1));
    row("negative side", false, whole(4), whole(0), whole(-2) + whole(-2), whole(1) + whole(1));
    row("negative stride", false, whole(4), whole(3), whole(2), whole(-1));
    row("stride 0, huge", false, whole(4), whole(0), whole(huge), whole(0));
    row("sides overflow", false, whole(4), whole(0), whole(huge) + whole(2), whole(0) + whole(0));
    row("stride overflow", false, whole(4), whole(0), whole(2) + whole(2), whole(huge) + whole(huge));
    row("offset overflow", false, whole(4), whole(huge), whole(2), whole(1));
    row("sides without strides", false, whole(4), whole(0), whole(2), "");
    row("storage larger than its entry", false, whole(400), whole(0), whole(2), whole(1));
    row("storage of negative size", false, whole(-1), whole(0), whole(0), whole(1));
}

void BadFilesTest::hostileViews()
{
    QFETCH(QByteArray, pickle);
    QFETCH(bool, good);
    const std::string bytes = zipOf({{"x/data.pkl", pickle.toStdString()}, {"x/data/0", std::string(16, '\1')}, {"x/version", "3\n"}});
    const long before = peakMemory();
    QCOMPARE(reads([&] { readAll(write(bytes)); }), good);
    QVERIFY(peakMemory() - before < 64);
}

void BadFilesTest::hostileArchives()
{
    const std::string pickle = viewPickle(whole(4), whole(0), whole(4), whole(1)), data(16, '\1');
    QVERIFY(reads([&] { readAll(write(zipOf({{"x/data.pkl", pickle}, {"x/data/0", data}}))); }));
    const auto refused = [&](const std::vector<std::pair<std::string, std::string>>& entries) {
        return !reads([&] { readAll(write(zipOf(entries))); });
    };
    QVERIFY(refused({}));
    QVERIFY(refused({{"x/data.pkl", pickle}, {"x/data/0", data}, {"x/data/0", data}}));
    QVERIFY(refused({{"x/data.pkl", pickle}, {"y/data.pkl", pickle}, {"x/data/0", data}}));
    QVERIFY(refused({{"x/data.pkl", pickle}, {"x/constants.pkl", ""}, {"x/data/0", data}}));
    QVERIFY(refused({{"x/data.pkl", pickle}, {"x/byteorder", "big"}, {"x/data/0", data}}));
    QVERIFY(refused({{"x/data.pkl", pickle}, {"x/data/0", data + "more"}}));
    QVERIFY(refused({{"x/data.pkl", "\x80\x02}."}}));

    std::string overlapping = zipOf({{"x/data.pkl", pickle}, {"x/data/0", data}, {"x/data/1", data}});
    const std::size_t first = overlapping.find("x/data/0", overlapping.find("PK\x01\x02")), second = overlapping.find("x/data/1", first);
    overlapping.replace(second - 4, 4, overlapping.substr(first - 4, 4)); // both at the place of the first
    QVERIFY(!reads([&] { readAll(write(overlapping)); }));
}

void BadFilesTest::oddPaths()
{
    const std::filesystem::path folder = m_folder.path().toStdString();
    QVERIFY(!reads([&] { readAll(folder); }));
    QVERIFY(!reads([&] { readAll(folder / "missing.pt"); }));
    QVERIFY(!reads([&] { readAll(folder / "missing.safetensors"); }));
    QVERIFY(!reads([&] { readAll("/dev/zero"); }));
}

QTEST_GUILESS_MAIN(BadFilesTest)
#include "tst_bad_files.moc"

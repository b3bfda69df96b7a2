// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/safetensors.h"
#include "core/io/atomic_file.h"

#include <ATen/ATen.h>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace realuid;
using namespace realuid::engine;

namespace
{

std::string framed(const std::string& header, std::size_t dataSize)
{
    std::string out;
    for (int i = 0; i < 8; ++i)
        out += static_cast<char>(header.size() >> (8 * i) & 0xff);
    return out + header + std::string(dataSize, '\1');
}

} // namespace

class SafetensorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writtenFilesReadBack();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void everyTruncationAndByte();

private:
    bool reads(const std::string& bytes) const
    {
        const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / "file.safetensors";
        std::ofstream(path, std::ios::binary) << bytes;
        try {
            SafetensorsReader(path).readAll();
            return true;
        } catch (const Error& error) {
            if (error.kind() != ErrorKind::File)
                throw;
            return false;
        }
    }
    QTemporaryDir m_folder;
};

void SafetensorsTest::writtenFilesReadBack()
{
    StateDict state;
    state.add("a", at::rand({2, 3}));
    state.add("b", at::rand({3, 2}, at::kDouble).t());
    state.add("n", at::arange(5));
    state.add("empty", at::empty({0, 4}));
    state.add("scalar", at::scalar_tensor(2.5));
    const std::filesystem::path path = std::filesystem::path(m_folder.path().toStdString()) / "a.safetensors";
    writeSafetensors(path, state, {{"format", "pt"}}, false);
    const SafetensorsReader reader(path);
    QCOMPARE(reader.metadata().at("format"), std::string("pt"));
    QCOMPARE(reader.shapes().size(), state.entries.size());
    for (const auto& [name, tensor] : state.entries) {
        QVERIFY2(reader.read(name).equal(tensor), name.c_str());
        QCOMPARE(reader.dtype(name), tensor.scalar_type());
    }
    QVERIFY(!reader.has("other"));
    QVERIFY_THROWS_EXCEPTION(Error, reader.read("other"));
}

void SafetensorsTest::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("good");
    const auto row = [](const char* name, const char* header, bool good = false) { QTest::newRow(name) << QByteArray(header) << good; };
    row("good", R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", true);
    row("two", R"({"y":{"dtype":"U8","shape":[4],"data_offsets":[4,8]},"x":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})", true);
    row("not closed", R"({"x":{"dtype":"F32")");
    row("a list", "[]");
    row("name twice", R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})");
    row("type unknown", R"({"x":{"dtype":"F33","shape":[2],"data_offsets":[0,8]}})");
    row("no shape", R"({"x":{"dtype":"F32","data_offsets":[0,8]}})");
    row("negative side", R"({"x":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})");
    row("broken side", R"({"x":{"dtype":"F32","shape":[2.0],"data_offsets":[0,8]}})");
    row("overflow", R"({"x":{"dtype":"F32","shape":[4611686018427387903,8],"data_offsets":[0,8]}})");
    row("past the end", R"({"x":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}})");
    row("backwards", R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})");
    row("overlap", R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"y":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})");
    row("gap", R"({"x":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})");
    row("nothing for the data", "{}");
    row("three offsets", R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8,8]}})");
}

void SafetensorsTest::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, header);
    QFETCH(bool, good);
    QCOMPARE(reads(framed(header.toStdString(), 8)), good);
    QVERIFY(!reads(framed(header.toStdString(), 9))); // a byte that belongs to nothing
    QVERIFY(!reads(framed(std::string(100000, '['), 8)));
}

void SafetensorsTest::everyTruncationAndByte()
{
    const std::string good = framed(R"({"x":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8);
    QVERIFY(reads(good));
    for (std::size_t size = 0; size < good.size(); ++size)
        QVERIFY(!reads(good.substr(0, size)));
    int refused = 0;
    for (std::size_t i = 0; i < good.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            std::string bad = good;
            bad[i] = static_cast<char>(bad[i] ^ (1 << bit));
            refused += reads(bad) ? 0 : 1;
        }
    QVERIFY(refused > 200);
}

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "tst_safetensors.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/cifar_data.h"
#include "core/engine/image_sheet.h"
#include "core/engine/pixels.h"
#include "core/engine/shapes_data.h"
#include "core/engine/tar_archive.h"
#include "core/io/atomic_file.h"

#include <QImage>
#include <QtTest>

#include <cstring>

using namespace realuid;
using namespace realuid::engine;
namespace fs = std::filesystem;

/// 40 x 24, from red above to blue below.
const char* const kJpeg =
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgMCAgMDAwMEAwMEBQgFBQQEBQoHBwYIDAoMDAsKCwsNDhIQDQ4RDgsLEBYQERMUFRUVDA8XGB"
    "YUGBIUFRT/2wBDAQMEBAUEBQkFBQkUDQsNFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBT/wAARCAAY"
    "ACgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYI/8QAFhAAAwAAAAAAAAAAAAAAAAAAABVh/8QAFwEBAQEBAAAAAAAAAAAAAAAAAA"
    "gGCf/EABgRAAMBAQAAAAAAAAAAAAAAAAAVYhZh/9oADAMBAAIRAxEAPwDMTKmRzsnRh70MqM7Ie9DKjOyHvQyozsh70MqM7Ie9JRlSn87JOr3o"
    "ZUZ2Q96GVGdkPehlRnZD3oZUZ2Q96STKlPZ2Sdn1BlRnZD6gyozsh9QZUZ2Q+oMqM7IfUf/Z";

/// Archives and folders of images as data sets.
class TestDataSources : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void archive();
    void damagedArchives_data();
    void damagedArchives();
    void classesAndOrder();
    void deepPixels();
    void jpeg();
    void resizing();
    void damagedFolders_data();
    void damagedFolders();
    void importing();

private:
    fs::path path(const std::string& name = {}) const { return fs::path(m_folder->path().toStdString()) / name; }
    void png(const std::string& name, std::uint8_t level, int side = 32) const
    {
        fs::create_directories(path(name).parent_path());
        const auto n = static_cast<std::size_t>(side * side * 3);
        writePng(path(name), {0, {}, 1, 1, side, std::vector<std::uint8_t>(n, level)}, false);
    }
    /// batch 1 and 2 and the test batch under cifar/, and all of it as cifar.tar.gz.
    void makeArchive() const
    {
        fs::create_directory(path("cifar"));
        writeShapes(path("cifar/data_batch_2.bin"), 5, 2);
        writeShapes(path("cifar/data_batch_1.bin"), 7, 1);
        writeShapes(path("cifar/test_batch.bin"), 3, 3);
        tar("cifar.tar.gz", {"cifar/data_batch_2.bin", "cifar/data_batch_1.bin", "cifar/test_batch.bin"});
    }
    void tar(const char* name, const QStringList& files) const
    {
        QProcess process;
        process.setWorkingDirectory(m_folder->path());
        process.start("tar", QStringList{"czf", name} + files);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }
    void refused(const fs::path& data, const QString& says) const
    {
        try {
            CifarData::read(data);
            QFAIL("was read");
        } catch (const Error& error) {
            QCOMPARE(static_cast<int>(error.kind()), static_cast<int>(ErrorKind::File));
            QVERIFY2(QString(error.what()).contains(says), error.what());
            QVERIFY(QString::fromStdString(error.where()).startsWith(m_folder->path()));
        }
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDataSources::archive()
{
    makeArchive();
    const CifarData packed = CifarData::read(path("cifar.tar.gz")), plain = CifarData::read(path("cifar"));
    QCOMPARE(packed.size(), 12);
    QCOMPARE(packed.checksum(), plain.checksum());
    QCOMPARE(packed.kind(), "cifar-10-archive");
    QCOMPARE(CifarData::read(path("cifar/test_batch.bin")).size(), 3);
}

void TestDataSources::damagedArchives_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("says");
    QTest::newRow("cut short") << "cut" << "cut short";
    QTest::newRow("last bytes lost: the checksum") << "tail" << "cut short";
    QTest::newRow("a byte changed") << "byte" << "";
    QTest::newRow("empty") << "empty" << "cut short";
    QTest::newRow("no batches in it") << "other" << "no data_batch_*.bin";
    QTest::newRow("a label over 9") << "label" << "label 10";
    QTest::newRow("two of one name") << "twice" << "two files";
    QTest::newRow("no archive") << "text" << "no tar archive";
}

void TestDataSources::damagedArchives()
{
    QFETCH(QString, harm);
    QFETCH(QString, says);
    makeArchive();
    const fs::path file = path("cifar.tar.gz");
    std::string bytes = readFile(file);
    if (harm == "cut")
        bytes.resize(bytes.size() / 2);
    if (harm == "tail")
        bytes.resize(bytes.size() - 3);
    if (harm == "byte")
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
    if (harm == "empty")
        bytes.clear();
    if (harm == "text")
        bytes = std::string(2048, 'x');
    writeAtomically(file, true, bytes);
    if (harm == "other")
        tar("cifar.tar.gz", {"cifar/test_batch.bin"});
    if (harm == "label") {
        writeAtomically(path("cifar/data_batch_3.bin"), false, std::string(3073, 10));
        tar("cifar.tar.gz", {"cifar/data_batch_3.bin"});
    }
    if (harm == "twice") {
        fs::create_directory(path("other"));
        fs::copy_file(path("cifar/data_batch_1.bin"), path("other/data_batch_1.bin"));
        tar("cifar.tar.gz", {"cifar/data_batch_1.bin", "other/data_batch_1.bin"});
    }
    refused(file, says);
    QVERIFY_EXCEPTION_THROWN(readTar(file, 1000, [](std::string_view) { return true; }), Error);
}

/// Names decide the order, sub-folders the labels; what is no image, hidden or an empty sub-folder does not count.
void TestDataSources::classesAndOrder()
{
    png("set/dogs/b.png", 40);
    png("set/dogs/a.png", 30);
    png("set/cats/z.PNG", 20);
    png("set/cats/.hidden.png", 99);
    fs::create_directories(path("set/birds"));
    fs::create_directories(path("set/cats/folder.png"));
    writeAtomically(path("set/cats/notes.txt"), false, "no image");
    const CifarData data = CifarData::read(path("set"));
    QCOMPARE(data.kind(), "images");
    QCOMPARE(data.size(), 3);
    const std::array<std::array<int, 2>, 3> expected{{{0, 20}, {1, 30}, {1, 40}}};
    for (std::size_t i = 0; i < 3; ++i) {
        QCOMPARE(data.record(static_cast<std::int64_t>(i))[0], expected[i][0]);
        QCOMPARE(data.record(static_cast<std::int64_t>(i))[1000], expected[i][1]);
    }
    const DataFacts facts = data.facts();
    QCOMPARE(facts.classes.size(), 2u);
    QCOMPARE(facts.classes[1].name, "dogs");
    QCOMPARE(facts.classes[1].records, 2);
    QCOMPARE(CifarData::read(path("set/dogs")).largestLabel(), 0);
}

/// The same picture at 8 and 16 bits a channel.
void TestDataSources::deepPixels()
{
    QImage shallow(32, 32, QImage::Format_RGB888), deep(32, 32, QImage::Format_RGBX64);
    for (int y = 0; y < 32; ++y)
        for (int x = 0; x < 32; ++x) {
            shallow.setPixelColor(x, y, QColor(8 * x, 8 * y, 100));
            deep.setPixelColor(x, y, QColor::fromRgba64(static_cast<quint16>(8 * x * 257), static_cast<quint16>(8 * y * 257), 100 * 257));
        }
    for (const auto& [name, image] : {std::pair("shallow", &shallow), std::pair("deep", &deep)}) {
        fs::create_directories(path(name));
        QVERIFY(image->save(QString::fromStdString((path(name) / "a.png").string())));
    }
    QVERIFY(readFile(path("deep/a.png"))[24] == 16); // bits of a channel, as IHDR says
    QCOMPARE(CifarData::read(path("deep")).checksum(), CifarData::read(path("shallow")).checksum());
}

void TestDataSources::jpeg()
{
    const QByteArray file = QByteArray::fromBase64(kJpeg);
    const std::string_view bytes(file.constData(), static_cast<std::size_t>(file.size()));
    Pixels picture;
    try {
        picture = decodeImage(bytes, "a.jpg");
    } catch (const Error& error) {
        if (QString(error.what()).contains("reads no JPEG"))
            QSKIP("this build has no libjpeg");
        throw;
    }
    QCOMPARE(picture.width, 40);
    QCOMPARE(picture.height, 24);
    QVERIFY(picture.rgb[0] > 220 && picture.rgb[2] < 40);
    QVERIFY(picture.rgb[picture.rgb.size() - 3] < 40 && picture.rgb.back() > 220);
    QVERIFY_EXCEPTION_THROWN(decodeImage(bytes.substr(0, bytes.size() - 40), "a.jpg"), Error);
    QVERIFY_EXCEPTION_THROWN(decodeImage(bytes.substr(0, 30), "a.jpg"), Error);
}

/// A plain picture stays plain, a picture of the right size stays as it is, the finest stripes become grey.
void TestDataSources::resizing()
{
    for (const int side : {5, 32, 100, 257}) {
        const auto n = static_cast<std::size_t>(side * side * 3);
        QCOMPARE(squarePlanes({side, side, std::vector<std::uint8_t>(n, 77)}, 32), std::vector<std::uint8_t>(3072, 77));
    }
    Pixels same{32, 32, std::vector<std::uint8_t>(3072)}, stripes{256, 128, std::vector<std::uint8_t>(256 * 128 * 3)};
    for (std::size_t i = 0; i < same.rgb.size(); ++i)
        same.rgb[i] = static_cast<std::uint8_t>(i * 37 % 251);
    const std::vector<std::uint8_t> planes = squarePlanes(same, 32);
    for (std::size_t i = 0; i < 1024; ++i)
        for (std::size_t c = 0; c < 3; ++c)
            QCOMPARE(planes[c * 1024 + i], same.rgb[3 * i + c]);
    for (std::size_t i = 0; i < stripes.rgb.size(); ++i)
        stripes.rgb[i] = i / 3 % 2 == 0 ? 0 : 200;
    const std::vector<std::uint8_t> grey = squarePlanes(stripes, 32);
    for (std::size_t i = 0; i < grey.size(); ++i)
        if (i % 32 > 2 && i % 32 < 29)
            QVERIFY2(std::abs(grey[i] - 100) <= 2, std::to_string(grey[i]).c_str());
}

void TestDataSources::damagedFolders_data()
{
    QTest::addColumn<QString>("harm");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << "empty" << "no PNG or JPEG";
    QTest::newRow("the test batch alone") << "test" << "no data_batch_*.bin";
    QTest::newRow("PNG cut short") << "cut" << "damaged";
    QTest::newRow("PNG with a byte changed") << "byte" << "damaged";
    QTest::newRow("PNG that is text") << "text" << "neither PNG nor JPEG";
    QTest::newRow("enormous PNG") << "large" << "";
    QTest::newRow("images in both places") << "both" << "of its own";
}

void TestDataSources::damagedFolders()
{
    QFETCH(QString, harm);
    QFETCH(QString, says);
    fs::create_directory(path("set"));
    if (harm == "test")
        writeShapes(path("set/test_batch.bin"), 2, 1);
    else if (harm != "empty") {
        png("set/a.png", 10);
        std::string bytes = readFile(path("set/a.png"));
        if (harm == "cut")
            bytes.resize(bytes.size() - 20);
        if (harm == "byte")
            bytes[bytes.size() - 20] = static_cast<char>(bytes[bytes.size() - 20] ^ 0x55);
        if (harm == "text")
            bytes = "hello";
        if (harm == "large")
            std::memcpy(bytes.data() + 16, "\x7f\xff\xff\xff\x7f\xff\xff\xff", 8);
        writeAtomically(path("set/a.png"), true, bytes);
    }
    if (harm == "both")
        png("set/class/b.png", 10);
    refused(path("set"), says);
}

void TestDataSources::importing()
{
    for (int k = 0; k < 10; ++k)
        png("set/" + std::to_string(k) + "/a.png", static_cast<std::uint8_t>(10 + k), 48);
    const CifarData data = CifarData::read(path("set"));
    data.write(path("set.bin"), false);
    QCOMPARE(CifarData::read(path("set.bin")).checksum(), data.checksum());
    QVERIFY_EXCEPTION_THROWN(data.write(path("set.bin"), false), Error);
    png("set/more/a.png", 10);
    const CifarData eleven = CifarData::read(path("set"));
    QCOMPARE(eleven.largestLabel(), 10);
    QVERIFY_EXCEPTION_THROWN(eleven.write(path("eleven.bin"), false), Error);
}

QTEST_GUILESS_MAIN(TestDataSources)
#include "tst_data_sources.moc"

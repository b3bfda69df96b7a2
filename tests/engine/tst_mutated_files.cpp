// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/engine/checkpoint.h"
#include "core/engine/cifar_data.h"
#include "core/engine/safetensors.h"
#include "core/engine/shapes_data.h"
#include "core/engine/zip_reader.h"
#include "core/engine/zip_writer.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/json.h"
#include "core/io/metrics.h"
#include "core/io/npy.h"
#include "core/io/run_folder.h"
#include "core/io/run_json.h"
#include "core/io/scene_json.h"
#include "tests/engine/peak_memory.h"
#include "tests/engine/small_run.h"

#include <QImage>
#include <QtTest>

#include <random>
#include <sstream>

using namespace realuid;
namespace fs = std::filesystem;

namespace
{
/// One to four changes, as damage and malice make them: other bytes, numbers at their ends, spans lost, doubled or in
/// another place, an end that is missing.
std::string mutated(std::string bytes, std::mt19937& random)
{
    const auto below = [&](std::size_t n) { return n == 0 ? 0 : random() % n; };
    for (std::size_t changes = 1 + below(4); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = below(bytes.size()), length = std::min(1 + below(64), bytes.size() - at);
        switch (below(7)) {
        case 0: bytes[at] = static_cast<char>(random()); break;
        case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 2: bytes.replace(at, std::min<std::size_t>(length, 8), std::min<std::size_t>(length, 8), random() % 2 ? '\xff' : '\0'); break;
        case 3: bytes.erase(at, length); break;
        case 4: bytes.insert(at, bytes.substr(below(bytes.size()), length)); break;
        case 5: bytes.replace(at, length, bytes.substr(below(bytes.size()), length)); break;
        default: bytes.resize(at); break;
        }
    }
    return bytes;
}

void readCheckpoint(const fs::path& file)
{
    const engine::CheckpointReader reader(file);
    for (const std::string& state : reader.states())
        reader.read(state);
    for (const char* optimiser : {"optim", "optim_gen", "optim_u"})
        if (reader.has(optimiser))
            reader.optimiser(optimiser);
    if (reader.has("sched"))
        reader.schedule();
    engine::headChannelsOf(reader);
    engine::trainedOn(reader);
}

std::string picture(const char* format)
{
    QImage image(24, 20, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 10, y * 12, (x * y) % 256));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes.toStdString();
}

std::string gzipped(const std::string& bytes)
{
    QProcess gzip;
    gzip.start("gzip", {"-1", "-c"});
    gzip.write(bytes.data(), static_cast<qint64>(bytes.size()));
    gzip.closeWriteChannel();
    gzip.waitForFinished();
    return gzip.readAllStandardOutput().toStdString();
}

constexpr auto kMetrics = R"({"step": 1, "kind": "fake", "loss": 0.5, "grad_norm": 1.5, "lr": 1e-05, "images_per_s": 12.5}
{"kind": "changed", "step": 1, "parameters": {"lr": {"from": "1e-05", "to": "2e-05"}}}
{"step": 2, "kind": "generator", "loss": -3e-3, "grad_norm": 0.25, "lr": 2e-05, "images_per_s": 11}
)";

/// One kind of file. What is mutated is `good`; `packed` puts it into a file whose checksums are right.
struct Sort {
    std::string name, good;
    std::function<std::string(const std::string&)> packed;
    std::function<void(const fs::path&)> read;
    int oneIn = 1; ///< of the mutations, where reading is slow
};
} // namespace

/// Damaged at random, a file of each kind either reads or is refused with one Error: never a crash, a foreign exception, a
/// hang, or memory that the file has no right to. REALUID_MUTATIONS=10000 for more of them.
class MutatedFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneErrorOrNone_data();
    void oneErrorOrNone();

private:
    fs::path path(const std::string& name) const { return fs::path(m_folder.path().toStdString()) / name; }
    void makeFiles();
    void addCheckpoints();
    void addData();
    void addTexts();
    void resume(const std::string& run, const fs::path& file) const;

    QTemporaryDir m_folder;
    fs::path m_teacher, m_distilled; ///< checkpoints of runs in the folder
    std::vector<Sort> m_sorts;
};

void MutatedFilesTest::initTestCase()
{
    makeFiles();
    addCheckpoints();
    addData();
    addTexts();
}

void MutatedFilesTest::makeFiles()
{
    Observer nobody;
    const auto made = [&](const RunRequest& request) {
        const auto training = engine::startRun(request, nobody);
        training->advance(nobody);
        return fs::path(training->save(nobody));
    };
    engine::writeShapes(path("data_batch_1.bin"), 4, 1, true);
    RunRequest teacher = smallRun(m_folder.path().toStdString(), "teacher", 8);
    teacher.kind = RunKind::Teacher;
    m_teacher = made(teacher);
    RunRequest distilled = smallRun(m_folder.path().toStdString(), "distilled", 8);
    distilled.kind = RunKind::Distil;
    distilled.teacher = m_teacher.string();
    m_distilled = made(distilled);
    engine::writeSafetensors(path("good.safetensors"), engine::CheckpointReader(m_teacher).read("net_model"), {{"made", "by a test"}}, true);
    writeNpy(path("good.npy"), std::vector<double>(12, 0.5), std::vector<std::size_t>{3, 4}, true);
    QProcess tar;
    tar.setWorkingDirectory(m_folder.path());
    tar.start("tar", {"cf", "good.tar", "data_batch_1.bin"});
    QVERIFY(tar.waitForFinished() && tar.exitCode() == 0);
}

/// The run in the folder goes on from `file` in the place of its checkpoint.
void MutatedFilesTest::resume(const std::string& run, const fs::path& file) const
{
    const fs::path folder = path("damaged run");
    fs::remove_all(folder);
    fs::copy(path(run), folder, fs::copy_options::recursive);
    fs::copy_file(file, folder / "checkpoints" / "step-000001.pt", fs::copy_options::overwrite_existing);
    Observer nobody;
    engine::resumeRun(folder.string(), {}, nobody);
}

void MutatedFilesTest::addCheckpoints()
{
    /// The pickle of a checkpoint, in an archive with the same tensors.
    const auto pickleOf = [](const fs::path& file) {
        const engine::ZipReader zip(file);
        for (const engine::ZipReader::Entry& entry : zip.entries())
            if (entry.name.ends_with("/data.pkl"))
                return zip.file().text(entry.offset, entry.size);
        return std::string();
    };
    const auto withPickle = [](const fs::path& file) {
        return [file](const std::string& pickle) {
            const engine::ZipReader zip(file);
            std::ostringstream out;
            engine::ZipWriter writer(out);
            for (const engine::ZipReader::Entry& entry : zip.entries())
                writer.add(entry.name, entry.name.ends_with("/data.pkl") ? pickle : zip.file().text(entry.offset, entry.size));
            writer.finish();
            return out.str();
        };
    };
    m_sorts.push_back({"teacher.pt", readFile(m_teacher), {}, readCheckpoint});
    m_sorts.push_back({"pickle of a teacher", pickleOf(m_teacher), withPickle(m_teacher), readCheckpoint});
    m_sorts.push_back({"pickle of a distilled run", pickleOf(m_distilled), withPickle(m_distilled), readCheckpoint});
    m_sorts.push_back({"pickle that a teacher's run goes on from", pickleOf(m_teacher), withPickle(m_teacher),
                       [this](const fs::path& file) { resume("teacher", file); }, 4});
    m_sorts.push_back({"pickle that a distillation goes on from", pickleOf(m_distilled), withPickle(m_distilled),
                       [this](const fs::path& file) { resume("distilled", file); }, 4});
    const std::string whole = readFile(path("good.safetensors"));
    const std::size_t header = 8 + static_cast<std::uint8_t>(whole[0]) + 256 * static_cast<std::uint8_t>(whole[1]);
    m_sorts.push_back({"header of a .safetensors", whole.substr(0, header),
                       [data = whole.substr(header)](const std::string& head) { return head + data; },
                       [](const fs::path& file) { engine::SafetensorsReader(file).readAll(); }});
}

void MutatedFilesTest::addData()
{
    const auto data = [](const fs::path& file) { engine::CifarData::read(file).batch(1, 0, 2, true); };
    const auto folder = [this](const fs::path& file) {
        const fs::path images = path("images");
        fs::remove_all(images);
        fs::create_directory(images);
        fs::copy_file(file, images / file.filename());
        engine::CifarData::read(images, 16);
    };
    m_sorts.push_back({"records.bin", readFile(path("data_batch_1.bin")), {}, data});
    m_sorts.push_back({"archive.tar.gz", readFile(path("good.tar")), gzipped, data, 2});
    m_sorts.push_back({"zipped.tar.gz", gzipped(readFile(path("good.tar"))), {}, data});
    m_sorts.push_back({"picture.png", picture("PNG"), {}, folder});
    m_sorts.push_back({"picture.jpg", picture("JPG"), {}, folder});
}

void MutatedFilesTest::addTexts()
{
    const Scene scene = readScene("mixtures-2d");
    writeScene(path("good.json"), scene, true);
    const RunFolder run(path("distilled"));
    m_sorts.push_back({"array.npy", readFile(path("good.npy")), {}, [](const fs::path& file) { readNpy(file); }});
    m_sorts.push_back({"points.csv", "x,y,t\n1,2,0.5\n-3e-2,0.25,1\n", {}, [](const fs::path& file) { readCsv(file); }});
    m_sorts.push_back({"scene.json", readFile(path("good.json")), {}, [](const fs::path& file) { readScene(file.string()); }});
    m_sorts.push_back({"link", toLink(scene), {}, [](const fs::path& file) { sceneFromLink(readFile(file)); }});
    m_sorts.push_back({"run.json", readFile(run.runJson()), {}, [](const fs::path& file) { runRequestFromJson(readJson(file), file.string()); }});
    m_sorts.push_back({"metrics.jsonl", kMetrics, {}, [](const fs::path& file) { readMetrics(file); }});
    m_sorts.push_back({"latest.json", readFile(run.root() / "checkpoints" / "latest.json"), {}, [this](const fs::path& file) {
                           fs::copy_file(file, path("teacher") / "checkpoints" / "latest.json", fs::copy_options::overwrite_existing);
                           const std::string found = RunFolder(path("teacher")).latestCheckpoint();
                       }});
}

void MutatedFilesTest::oneErrorOrNone_data()
{
    QTest::addColumn<int>("sort");
    for (std::size_t i = 0; i < m_sorts.size(); ++i)
        QTest::newRow(m_sorts[i].name.c_str()) << static_cast<int>(i);
}

void MutatedFilesTest::oneErrorOrNone()
{
    QFETCH(int, sort);
    const Sort& s = m_sorts[static_cast<std::size_t>(sort)];
    const auto packed = [&](const std::string& content) { return s.packed ? s.packed(content) : content; };
    const fs::path file = path(s.name);
    writeAtomically(file, true, packed(s.good));
    s.read(file);

    const int mutations = qEnvironmentVariable("REALUID_MUTATIONS", "200").toInt() / s.oneIn;
    std::mt19937 random(static_cast<unsigned>(sort) + 1);
    int refused = 0;
    const long before = peakMemory();
    for (int i = 0; i < mutations; ++i) {
        const std::string content = mutated(s.good, random);
        writeAtomically(file, true, packed(content));
        const auto begun = std::chrono::steady_clock::now();
        try {
            s.read(file);
        } catch (const Error& error) {
            ++refused;
            QVERIFY2(error.kind() == ErrorKind::File && *error.what() != '\0', error.what());
        } catch (const std::exception& foreign) {
            writeAtomically(fs::temp_directory_path() / ("refused-wrongly-" + file.filename().string()), true, packed(content));
            QFAIL(qPrintable(QStringLiteral("mutation %1: %2").arg(i).arg(foreign.what())));
        }
        QVERIFY2(std::chrono::steady_clock::now() - begun < std::chrono::seconds(5), std::to_string(i).c_str());
    }
    QVERIFY2(refused > mutations / 20, std::to_string(refused).c_str());
    QVERIFY2(peakMemory() - before < 200, std::to_string(peakMemory() - before).c_str());
}

QTEST_GUILESS_MAIN(MutatedFilesTest)
#include "tst_mutated_files.moc"

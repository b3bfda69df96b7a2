// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/atomic_file.h"
#include "core/io/event_writer.h"

#include <QtTest>

#include <map>

using namespace realuid;

namespace
{
/// A reader that shares nothing with the writer: bytes to fields, by the wire format's description.
using Fields = std::multimap<int, QByteArray>; ///< numbers as their little-endian bytes

quint64 varint(const QByteArray& b, qsizetype& at)
{
    quint64 value = 0;
    for (int shift = 0;; shift += 7) {
        const auto byte = static_cast<quint8>(b.at(at++));
        value |= quint64{byte & 0x7Fu} << shift;
        if (byte < 0x80)
            return value;
    }
}

Fields fields(const QByteArray& b)
{
    Fields out;
    for (qsizetype at = 0; at < b.size();) {
        const quint64 key = varint(b, at);
        const int field = static_cast<int>(key >> 3);
        if ((key & 7) == 0) {
            const quint64 value = qToLittleEndian(varint(b, at));
            out.emplace(field, QByteArray(reinterpret_cast<const char*>(&value), 8));
            continue;
        }
        const qsizetype length = (key & 7) == 1 ? 8 : (key & 7) == 5 ? 4 : static_cast<qsizetype>(varint(b, at));
        out.emplace(field, b.mid(at, length));
        at += length;
    }
    return out;
}

QByteArray one(const Fields& all, int field)
{
    const auto found = all.find(field);
    return found == all.end() ? QByteArray() : found->second;
}

template <class T>
T number(const QByteArray& bytes)
{
    T value{};
    if (bytes.size() >= static_cast<qsizetype>(sizeof value))
        std::memcpy(&value, bytes.constData(), sizeof value);
    return value;
}

/// Bit by bit, from the polynomial.
quint32 slowCrc(const QByteArray& bytes)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes)
        for (int bit = 0; bit < 8; ++bit) {
            const bool odd = (crc ^ (static_cast<quint8>(byte) >> bit)) & 1;
            crc = (crc >> 1) ^ (odd ? 0x82F63B78 : 0);
        }
    return ~crc;
}

quint32 unmasked(quint32 masked)
{
    const quint32 rotated = masked - 0xA282EAD8u;
    return (rotated >> 17) | (rotated << 15);
}

/// The events of a file whose frames are all sound.
std::vector<Fields> events(const QString& file)
{
    QFile f(file);
    if (!f.open(QIODevice::ReadOnly))
        return {};
    const QByteArray all = f.readAll();
    std::vector<Fields> out;
    for (qsizetype at = 0; at < all.size();) {
        const auto length = static_cast<qsizetype>(number<quint64>(all.mid(at, 8)));
        const QByteArray data = all.mid(at + 12, length);
        if (data.size() != length || unmasked(number<quint32>(all.mid(at + 8, 4))) != slowCrc(all.mid(at, 8)) ||
            unmasked(number<quint32>(all.mid(at + 12 + length, 4))) != slowCrc(data))
            return {};
        out.push_back(fields(data));
        at += 16 + length;
    }
    return out;
}

std::map<QByteArray, Fields> values(const Fields& event)
{
    std::map<QByteArray, Fields> out;
    const Fields summary = fields(one(event, 5));
    for (auto [at, end] = summary.equal_range(1); at != end; ++at) {
        const Fields value = fields(at->second);
        out[one(value, 1)] = value;
    }
    return out;
}
} // namespace

class TestEventWriter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    RunFolder run(const char* name) const
    {
        const RunFolder folder = RunFolder::create(m_folder.filePath(QString::fromLatin1(name)).toStdString());
        writeAtomically(folder.runJson(), false, R"({"parameters": {"alpha": 0.94, "kind": "realuid", "flips": true, "ema_decays": [0.9]}})");
        return folder;
    }
    static QStringList files(const RunFolder& folder)
    {
        QStringList out;
        const QDir root(QString::fromStdString(folder.root().string()));
        for (const QString& name : root.entryList({"events.out.tfevents.*"}, QDir::Files, QDir::Name))
            out << root.filePath(name);
        return out;
    }

    Observer nobody;

private Q_SLOTS:
    void scalarsAndPictures()
    {
        const RunFolder folder = run("scalars");
        const std::string png = "\x89PNG, any bytes";
        {
            EventWriter writer(folder, 0, nobody);
            writer.updated({1, Player::Fake, 0.5, 2.5, 1e-3, 640});
            writer.updated({2, Player::Generator, std::numeric_limits<double>::infinity(), 1, 1e-3, 320});
            writeAtomically(folder.sample(2, "ema0.9"), false, png);
            writer.sampled({2, "ema0.9", 3, 2, 32, {}});
            writer.finished({Outcome::Kind::Finished, 2, {}, ErrorKind::Other});
        }
        QCOMPARE(files(folder).size(), 1);
        const auto all = events(files(folder)[0]);
        QCOMPARE(all.size(), std::size_t{6});
        QCOMPARE(one(all[0], 3), QByteArray("brain.Event:2"));
        QVERIFY(number<double>(one(all[0], 1)) > 1.7e9);
        QCOMPARE(number<qint64>(one(all[2], 2)), 1);
        auto first = values(all[2]);
        QCOMPARE(number<float>(one(first["loss/fake"], 2)), 0.5f);
        QCOMPARE(number<float>(one(first["grad_norm/fake"], 2)), 2.5f);
        QCOMPARE(number<float>(one(first["lr/fake"], 2)), 1e-3f);
        QCOMPARE(number<float>(one(first["images_per_s"], 2)), 640.f);
        QVERIFY(std::isinf(number<float>(one(values(all[3])["loss/generator"], 2))));
        const Fields picture = fields(one(values(all[4])["samples/ema0.9"], 4));
        QCOMPARE(number<qint64>(one(picture, 1)), 64);
        QCOMPARE(number<qint64>(one(picture, 2)), 96);
        QCOMPARE(one(picture, 4), QByteArray::fromStdString(png));
    }

    /// A picture that somebody took away ends nothing, and is told.
    void aPictureThatIsGone()
    {
        struct Notes : Observer {
            std::string last;
            void noted(const Text& text) override { last = text.english(); }
        } notes;
        const RunFolder folder = run("gone");
        EventWriter writer(folder, 0, notes);
        writer.sampled({2, "ema0.9", 3, 2, 32, {}});
        QVERIFY2(notes.last.find("step-000002-ema0.9.png") != std::string::npos, notes.last.c_str());
        writer.tracked({3, "ema0.9", 0.25, true});
        writer.finished({Outcome::Kind::Stopped, 3, {}, ErrorKind::Other});
        const auto all = events(files(folder)[0]);
        QCOMPARE(number<float>(one(values(all.back())["proxy_fid/ema0.9"], 2)), 0.25f);
    }

    void hyperParameters()
    {
        const RunFolder folder = run("hparams");
        EventWriter(folder, 0, nobody).finished({Outcome::Kind::Diverged, 3, {}, ErrorKind::Diverged});
        const auto all = events(files(folder)[0]);
        QCOMPARE(all.size(), std::size_t{3});
        const auto content = [](const Fields& value, int part) {
            const Fields plugin = fields(one(fields(one(value, 9)), 1));
            return one(plugin, 1) == "hparams" ? fields(one(fields(one(plugin, 2)), part)) : Fields();
        };
        auto told = values(all[1]);
        const Fields experiment = content(told["_hparams_/experiment"], 2), session = content(told["_hparams_/session_start_info"], 3);
        QCOMPARE(experiment.count(4), std::size_t{4}); // hparam_infos
        QCOMPARE(experiment.count(5), std::size_t{3}); // metric_infos
        std::map<QByteArray, Fields> parameters;
        for (auto [at, end] = session.equal_range(1); at != end; ++at)
            parameters[one(fields(at->second), 1)] = fields(one(fields(at->second), 2));
        QCOMPARE(number<double>(one(parameters["alpha"], 2)), 0.94);
        QCOMPARE(one(parameters["kind"], 3), QByteArray("realuid"));
        QCOMPARE(number<qint64>(one(parameters["flips"], 4)), 1);
        QCOMPARE(one(parameters["ema_decays"], 3), QByteArray("[0.9]"));
        const Fields end = content(values(all[2])["_hparams_/session_end_info"], 4);
        QCOMPARE(number<qint64>(one(end, 1)), 2); // failure
    }

    /// Each session has a file of its own, later by name; it tells from which step on earlier ones are void.
    void goingOn()
    {
        const RunFolder folder = run("resumed");
        EventWriter(folder, 0, nobody).updated({1, Player::Teacher, 1, 1, 1, 1});
        EventWriter(folder, 7, nobody).updated({8, Player::Teacher, 1, 1, 1, 1});
        EventWriter(folder, 9, nobody).updated({10, Player::Teacher, 1, 1, 1, 1});
        QCOMPARE(files(folder).size(), 3);
        const auto all = events(files(folder)[1]);
        QCOMPARE(all.size(), std::size_t{3});
        QCOMPARE(number<qint64>(one(all[1], 2)), 8);
        QCOMPARE(number<qint64>(one(fields(one(all[1], 7)), 1)), 1); // START
        QCOMPARE(number<qint64>(one(events(files(folder)[2])[2], 2)), 10);
    }

    /// So is all of a run that was killed before its first checkpoint and begins again.
    void beginningAgain()
    {
        const RunFolder folder = run("killed");
        EventWriter(folder, 0, nobody).updated({1, Player::Teacher, 1, 1, 1, 1});
        EventWriter(folder, 0, nobody).updated({1, Player::Teacher, 2, 1, 1, 1});
        const auto all = events(files(folder)[1]);
        QCOMPARE(all.size(), std::size_t{4}); // version, START, parameters, the update
        QCOMPARE(number<qint64>(one(all[1], 2)), 1);
        QCOMPARE(number<qint64>(one(fields(one(all[1], 7)), 1)), 1); // START
        QVERIFY(values(all[2]).contains("_hparams_/session_start_info"));
    }
};

QTEST_APPLESS_MAIN(TestEventWriter)
#include "tst_event_writer.moc"

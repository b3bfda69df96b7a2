// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/base64.h"

#include <QtTest>

#include <csignal>
#include <sys/resource.h>

using namespace realuid;

class TestAtomicFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAndReplacesOnlyWhenAsked()
    {
        const std::filesystem::path file = path("a.txt");
        writeAtomically(file, false, "one");
        QVERIFY_EXCEPTION_THROWN(writeAtomically(file, false, "two"), Error);
        QCOMPARE(readFile(file), std::string("one"));
        writeAtomically(file, true, "two");
        QCOMPARE(readFile(file), std::string("two"));
    }

    void aThrowingWriterLeavesNothing()
    {
        const std::filesystem::path file = path("b.txt");
        QVERIFY_EXCEPTION_THROWN(writeAtomically(file, false,
                                                 [](std::ostream& out) {
                                                     out << "half";
                                                     throw std::runtime_error("stop");
                                                 }),
                                 std::runtime_error);
        QVERIFY(!std::filesystem::exists(file));
        QCOMPARE(entries(), m_entries);
    }

    /// A limit on file sizes refuses like a full disk does.
    void aFullDiskIsToldAndLeavesTheOldFile()
    {
        const std::filesystem::path file = path("c.bin");
        writeAtomically(file, false, "old");
        m_entries = entries();
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit before{};
        getrlimit(RLIMIT_FSIZE, &before);
        rlimit small = before;
        small.rlim_cur = 4096;
        setrlimit(RLIMIT_FSIZE, &small);
        bool told = false;
        try {
            writeAtomically(file, true, std::string(1 << 20, 'x'));
        } catch (const Error& error) {
            told = error.kind() == ErrorKind::File && !error.remedy().empty();
        }
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(told);
        QCOMPARE(readFile(file), std::string("old"));
        QCOMPARE(entries(), m_entries);
    }

    void devicesStayDevices()
    {
        writeAtomically("/dev/null", false, "x");
        QVERIFY(std::filesystem::is_character_file("/dev/null"));
        QVERIFY_EXCEPTION_THROWN(writeAtomically("/dev/full", true, "x"), Error);
        QVERIFY(std::filesystem::is_character_file("/dev/full"));
    }

    void readingTellsWhatIsWrong()
    {
        QVERIFY_EXCEPTION_THROWN(readFile(path("missing")), Error);
        QVERIFY_EXCEPTION_THROWN(readFile(m_folder.path().toStdString()), Error);
        writeAtomically(path("d.txt"), false, "12345");
        QVERIFY_EXCEPTION_THROWN(readFile(path("d.txt"), 4), Error);
    }

    void base64()
    {
        for (const std::string& bytes : {std::string(), std::string("f"), std::string("fo"), std::string("foo"),
                                         std::string("\0\xff\x7f\x80", 4)}) {
            std::string back;
            QVERIFY(fromBase64Url(toBase64Url(bytes), back));
            QCOMPARE(back, bytes);
        }
        QCOMPARE(toBase64Url("foob"), std::string("Zm9vYg"));
        std::string out;
        QVERIFY(!fromBase64Url("Zm9v=", out));
        QVERIFY(!fromBase64Url("Z", out));
    }

private:
    std::filesystem::path path(const char* name) const
    {
        return std::filesystem::path(m_folder.path().toStdString()) / name;
    }
    long entries() const
    {
        return std::distance(std::filesystem::directory_iterator(m_folder.path().toStdString()), {});
    }

    QTemporaryDir m_folder;
    long m_entries = 1;
};

QTEST_APPLESS_MAIN(TestAtomicFile)
#include "tst_atomic_file.moc"

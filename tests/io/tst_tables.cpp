// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/error.h"
#include "core/io/atomic_file.h"
#include "core/io/csv.h"
#include "core/io/npy.h"

#include <QtTest>

#include <cstring>
#include <limits>

using namespace realuid;

class TestTables : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const { return m_folder.filePath(name).toStdString(); }

private Q_SLOTS:
    void csvRoundTrip()
    {
        const CsvTable table{{"x", "distance"}, {0.1, 1e-300, -3, 1.0 / 3}};
        writeCsv(file("a.csv"), table, false);
        QCOMPARE(readFile(file("a.csv")), std::string("x,distance\n0.1,1e-300\n-3,0.3333333333333333\n"));
        const CsvTable read = readCsv(file("a.csv"));
        QCOMPARE(read.header, table.header);
        QCOMPARE(read.values, table.values);
        QVERIFY_THROWS_EXCEPTION(Error, writeCsv(file("a.csv"), table, false));
    }

    void csvAsOthersWriteIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("carriage returns, spaces, blank lines") << QByteArray("x, y\r\n 1 ,2\r\n\r\n3,-4e-1\r\n");
        QTest::newRow("no last line end") << QByteArray("x,y\n1,2\n3,-0.4");
        QTest::newRow("no header") << QByteArray("1,2\n3,-.4\n");
    }
    void csvAsOthersWriteIt()
    {
        QFETCH(QByteArray, text);
        writeAtomically(file("b.csv"), true, text.toStdString());
        const CsvTable table = readCsv(file("b.csv"));
        QCOMPARE(table.rows(), std::size_t(2));
        QCOMPARE(table.values, (std::vector<double>{1, 2, 3, -0.4}));
    }

    void badCsv_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("place");
        QTest::newRow("empty") << QByteArray("") << "c.csv";
        QTest::newRow("header alone") << QByteArray("x,y\n") << "c.csv";
        QTest::newRow("word") << QByteArray("x,y\n1,2\n1,two\n") << "c.csv:3";
        QTest::newRow("not finite") << QByteArray("x\ninf\n") << "c.csv:2";
        QTest::newRow("short line") << QByteArray("x,y\n1\n") << "c.csv:2";
        QTest::newRow("empty last cell") << QByteArray("x,y\n1,\n") << "c.csv:2";
        QTest::newRow("decimal comma") << QByteArray("x\n0,5\n") << "c.csv:2";
        QTest::newRow("binary") << QByteArray("\x80\x02\x00\xff\n\x00\x01", 7) << "c.csv:2";
    }
    void badCsv()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, place);
        writeAtomically(file("c.csv"), true, text.toStdString());
        try {
            readCsv(file("c.csv"));
            QFAIL("was read");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::File);
            QVERIFY2(QString::fromStdString(error.where()).endsWith(place), error.what());
        }
    }

    void npy_data()
    {
        QTest::addColumn<int>("dimensions");
        QTest::newRow("list") << 1;
        QTest::newRow("matrix") << 2;
    }
    void npy()
    {
        QFETCH(int, dimensions);
        const std::vector<double> values{1, 2.5, -3, 1e-300, std::numeric_limits<double>::infinity(), 6};
        const std::vector<std::size_t> shape = dimensions == 1 ? std::vector<std::size_t>{6} : std::vector<std::size_t>{2, 3};
        writeNpy(file("d.npy"), values, shape, true);
        const std::string bytes = readFile(file("d.npy"));
        QVERIFY(bytes.starts_with(std::string("\x93NUMPY\x01\x00", 8)));
        const std::size_t header = 10 + static_cast<unsigned char>(bytes[8]) + 256 * static_cast<unsigned char>(bytes[9]);
        QCOMPARE(header % 64, std::size_t(0));
        QCOMPARE(bytes[header - 1], '\n');
        QVERIFY(bytes.find(dimensions == 1 ? "'shape': (6,)" : "'shape': (2,3,)") < header);
        QCOMPARE(bytes.size(), header + values.size() * sizeof(double));
        QCOMPARE(std::memcmp(bytes.data() + header, values.data(), values.size() * sizeof(double)), 0);
        const NpyArray back = readNpy(file("d.npy"));
        QCOMPARE(back.shape, shape);
        QCOMPARE(back.values, values);
    }

    void npyOfOtherKinds()
    {
        const std::vector<float> values{1, 2, 3, 4, 5, 6};
        writeNpy(file("f.npy"), values, std::vector<std::size_t>{2, 3}, true);
        QCOMPARE(readNpy(file("f.npy")).values, (std::vector<double>{1, 2, 3, 4, 5, 6}));
        std::string bytes = readFile(file("f.npy"));
        const std::size_t order = bytes.find("False");
        bytes.replace(order, 5, "True ");
        writeAtomically(file("c.npy"), true, bytes);
        QCOMPARE(readNpy(file("c.npy")).values, (std::vector<double>{1, 3, 5, 2, 4, 6}));
    }

    void damagedNpyIsRefused_data()
    {
        const std::vector<double> values{1, 2, 3};
        writeNpy(file("good.npy"), values, std::vector<std::size_t>{3}, true);
        const std::string good = readFile(file("good.npy"));
        const auto with = [&](const char* old, const char* next) {
            std::string out = good;
            return out.replace(out.find(old), std::strlen(old), next);
        };
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no array") << QByteArray("\x93NUMPX\x01\x00 and some more text", 30);
        QTest::newRow("cut header") << QByteArray(good.data(), 40);
        QTest::newRow("cut numbers") << QByteArray(good.data(), static_cast<qsizetype>(good.size() - 3));
        QTest::newRow("too many numbers") << QByteArray::fromStdString(good + "more");
        QTest::newRow("objects") << QByteArray::fromStdString(with("'<f8'", "'|O' "));
        QTest::newRow("shape") << QByteArray::fromStdString(with("(3,)", "(-3)"));
        QTest::newRow("huge shape") << QByteArray::fromStdString(with("(3,), }        ", "(99999999999),}"));
    }
    void damagedNpyIsRefused()
    {
        QFETCH(QByteArray, bytes);
        writeAtomically(file("bad.npy"), true, bytes.toStdString());
        try {
            readNpy(file("bad.npy"));
            QFAIL("read");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::File);
            QVERIFY(!error.remedy().empty());
        }
    }

    void npyRecords()
    {
        const std::vector<std::string> names{"x", "density_real"};
        const std::vector<double> values{1, 2.5, -3, 1e-300, 5, 6};
        writeNpyRecords(file("r.npy"), names, values, true);
        const std::string bytes = readFile(file("r.npy"));
        const std::size_t header = 10 + static_cast<unsigned char>(bytes[8]) + 256 * static_cast<unsigned char>(bytes[9]);
        QCOMPARE(header % 64, std::size_t(0));
        QVERIFY(bytes.find("[('x', '<f8'), ('density_real', '<f8'), ]") < header);
        QVERIFY(bytes.find("'shape': (3,)") < header);
        QCOMPARE(bytes.size(), header + values.size() * sizeof(double));
        QCOMPARE(std::memcmp(bytes.data() + header, values.data(), values.size() * sizeof(double)), 0);
    }
};

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"

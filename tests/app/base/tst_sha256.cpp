// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/base/sha256.h"

using namespace dateline;

class tst_sha256 : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // The examples of FIPS 180-2, and no bytes.
    void sumsOfKnownBytes_data();
    void sumsOfKnownBytes();
    void everyByteCounts();
};

void tst_sha256::sumsOfKnownBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("sum");
    QTest::newRow("nothing") << QByteArray()
                             << QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991"
                                           "b7852b855");
    QTest::newRow("abc") << QByteArray("abc")
                         << QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20"
                                       "015ad");
    QTest::newRow("two blocks")
        << QByteArray("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        << QByteArray("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    QTest::newRow("a million") << QByteArray(1'000'000, 'a')
                               << QByteArray("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d3"
                                             "9ccc7112cd0");
}

void tst_sha256::sumsOfKnownBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, sum);
    QCOMPARE(QByteArray::fromStdString(sha256Hex(bytes.toStdString())), sum);
}

void tst_sha256::everyByteCounts()
{
    QVERIFY(sha256Hex(std::string_view("a\0b", 3)) != sha256Hex(std::string_view("a\0c", 3)));
    QVERIFY(sha256Hex("a") != sha256Hex(std::string_view("a\0", 2)));
}

QTEST_GUILESS_MAIN(tst_sha256)
#include "tst_sha256.moc"

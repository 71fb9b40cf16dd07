// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"
#include "tests/support/sample_file.h"

using namespace dateline;

class tst_source_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sourcesComeBackAsTheyWere();
    void textAndBytesComeBackByteForByte();
    void putLeavesTextBytesHashAndLengthAlone();
    void sourcesAreFoundByWhatNamesThem();
    void removingTakesTheDocument();
};

void tst_source_store::sourcesComeBackAsTheyWere()
{
    OpenStores file;
    SourceStore &sources = file.stores.sources;
    const ActorId outlet = file.actor();
    for (const char *text : kAwkwardTexts) {
        Source source;
        source.externalId = source.title = source.author = source.address = text;
        source.language = source.handling = source.mediaType = source.sha256 = text;
        source.published = edtf("2025-03-21~");
        source.length = 12;
        source.id = sources.add(source, text, text);
        QCOMPARE(sources.find(source.id), std::optional(source));
        source.title += " changed";
        source.outlet = outlet;
        source.updated = edtf("2025-04");
        source.retrieved = edtf("2025-05-01T12:00Z");
        source.supersedes = source.id;
        sources.put(source);
        QCOMPARE(sources.find(source.id), std::optional(source));
    }
    QCOMPARE(sources.all().size(), kAwkwardTexts.size());
    QVERIFY(!sources.find(SourceId{99}));
}

void tst_source_store::textAndBytesComeBackByteForByte()
{
    OpenStores file;
    SourceStore &sources = file.stores.sources;
    std::string bytes;
    for (int byte = 0; byte < 256; ++byte)
        bytes += char(byte);
    for (const char *text : kAwkwardTexts) {
        const SourceId id = sources.add({}, text, bytes);
        QCOMPARE(sources.text(id), std::string(text));
        QCOMPARE(sources.bytes(id), bytes);
    }
    const SourceId empty = sources.add({}, "", "");
    QCOMPARE(sources.text(empty), std::string());
    QCOMPARE(sources.bytes(empty), std::string());
    QCOMPARE(sources.text({99}), std::string());
    QCOMPARE(sources.bytes({99}), std::string());
}

void tst_source_store::putLeavesTextBytesHashAndLengthAlone()
{
    OpenStores file;
    SourceStore &sources = file.stores.sources;
    Source source;
    source.sha256 = "abc";
    source.length = 4;
    source.id = sources.add(source, "text", "bytes");
    Source changed = source;
    changed.title = "changed";
    changed.sha256 = "def";
    changed.length = 99;
    sources.put(changed);
    source.title = "changed";
    QCOMPARE(sources.find(source.id), std::optional(source));
    QCOMPARE(sources.text(source.id), std::string("text"));
    QCOMPARE(sources.bytes(source.id), std::string("bytes"));
}

void tst_source_store::sourcesAreFoundByWhatNamesThem()
{
    OpenStores file;
    SourceStore &sources = file.stores.sources;
    const ActorId outlet = file.actor();
    Source source;
    const SourceId byHand = sources.add(source, "", "");
    source.externalId = "기사-1";
    source.sha256 = "abc";
    source.outlet = outlet;
    source.supersedes = byHand;
    const SourceId imported = sources.add(source, "", "");
    QCOMPARE(sources.findExternal("기사-1"), imported);
    QVERIFY(sources.findExternal("").isNull());
    QCOMPARE(sources.findSha256("abc"), imported);
    QVERIFY(sources.findSha256("abcd").isNull());
    QCOMPARE(sources.ofOutlet(outlet), std::vector{imported});
    QCOMPARE(sources.superseding(byHand), std::vector{imported});
    QVERIFY(sources.superseding(imported).empty());
}

void tst_source_store::removingTakesTheDocument()
{
    OpenStores file;
    SourceStore &sources = file.stores.sources;
    const SourceId kept = sources.add({}, "kept", "kept");
    const SourceId gone = sources.add({}, "gone", "gone");
    sources.remove(gone);
    sources.remove(gone);  // not an error
    QCOMPARE(sources.all(), std::vector{kept});
    QCOMPARE(sources.text(gone), std::string());
    QCOMPARE(sources.text(kept), std::string("kept"));
}

QTEST_GUILESS_MAIN(tst_source_store)
#include "tst_source_store.moc"

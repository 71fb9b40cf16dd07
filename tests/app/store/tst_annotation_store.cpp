// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/support/open_stores.h"

using namespace dateline;

class tst_annotation_store : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void annotationsComeBackAsTheyWere();
    void annotationsOfASourceComeByPosition();
    void annotationsAreFoundByExternalId();
    void removingIsForOneRow();
};

void tst_annotation_store::annotationsComeBackAsTheyWere()
{
    OpenStores file;
    AnnotationStore &annotations = file.stores.annotations;
    const SourceId source = file.source();
    for (const char *text : kAwkwardTexts) {
        Annotation row{{}, text, source, 3, 1'000'000'000'000, text, text, text, text, text, text};
        row.id = annotations.put(row);
        QCOMPARE(annotations.find(row.id), std::optional(row));
        row.begin = 0;
        row.note += " changed";
        QCOMPARE(annotations.put(row), row.id);
        QCOMPARE(annotations.find(row.id), std::optional(row));
    }
    QCOMPARE(annotations.all().size(), kAwkwardTexts.size());
    QVERIFY(!annotations.find(AnnotationId{99}));
}

void tst_annotation_store::annotationsOfASourceComeByPosition()
{
    OpenStores file;
    AnnotationStore &annotations = file.stores.annotations;
    const SourceId source = file.source();
    const SourceId other = file.source();
    const AnnotationId last = annotations.put({{}, {}, source, 9, 12});
    const AnnotationId first = annotations.put({{}, {}, source, 0, 9});
    const AnnotationId inner = annotations.put({{}, {}, source, 0, 4});
    annotations.put({{}, {}, other, 0, 4});
    QCOMPARE(annotations.ofSource(source), (std::vector{inner, first, last}));
}

void tst_annotation_store::annotationsAreFoundByExternalId()
{
    OpenStores file;
    AnnotationStore &annotations = file.stores.annotations;
    const SourceId source = file.source();
    annotations.put({{}, "", source, 0, 1});
    const AnnotationId imported = annotations.put({{}, "n'1", source, 0, 1});
    QCOMPARE(annotations.findExternal("n'1"), imported);
    QVERIFY(annotations.findExternal("").isNull());
}

void tst_annotation_store::removingIsForOneRow()
{
    OpenStores file;
    AnnotationStore &annotations = file.stores.annotations;
    const SourceId source = file.source();
    const AnnotationId kept = annotations.put({{}, {}, source, 0, 1});
    const AnnotationId gone = annotations.put({{}, {}, source, 0, 1});
    annotations.remove(gone);
    annotations.remove(gone);  // not an error
    QCOMPARE(annotations.all(), std::vector{kept});
}

QTEST_GUILESS_MAIN(tst_annotation_store)
#include "tst_annotation_store.moc"

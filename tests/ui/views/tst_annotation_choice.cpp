// SPDX-License-Identifier: GPL-3.0-or-later
// Choosing which annotations of a source are shown: by tag, kind and author.
#include <QTest>
#include <QTreeWidget>

#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/annotation_choice_button.h"
#include "ui/views/source_view.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    SourceView view{sample.context};

    Shown()
    {
        view.resize(380, 500);
        view.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&view));
        view.showSource(sample.file.report);
    }
    AnnotationId annotate(std::int64_t begin, const char *madeBy, const char *tag = nullptr)
    {
        Annotation annotation;
        annotation.source = sample.file.report;
        annotation.begin = begin;
        annotation.end = begin + 3;
        annotation.note = "a note";
        annotation.madeBy = madeBy;
        const auto made = sample.intents.annotate(annotation, {});
        DL_CHECK(made.has_value());
        if (tag) {
            const std::vector<std::string> tags{tag};
            DL_CHECK(sample.intents.setTags(made->annotation, tags));
        }
        return made->annotation;
    }
    std::vector<AnnotationId> marked()
    {
        std::vector<AnnotationId> ids;
        for (const TextMark &mark : view.text()->marks().all())
            ids.push_back(mark.id);
        std::sort(ids.begin(), ids.end());
        return ids;
    }
    // The row of the list with this text.
    QTreeWidgetItem *row(const QString &text)
    {
        const auto found =
            view.annotationChoice()->list()->findItems(text, Qt::MatchExactly | Qt::MatchRecursive);
        return found.isEmpty() ? nullptr : found.front();
    }
};

}  // namespace

class tst_annotation_choice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTagTakesAllBelowIt();
    void kindsAreThoseOfWhatIsSupported();
    void authorsAndTagsMustBothHold();
    void showAllTakesItBack();
};

void tst_annotation_choice::aTagTakesAllBelowIt()
{
    Shown shown;
    const AnnotationId shells = shown.annotate(0, "Ann", "arms/shells");
    shown.annotate(5, "Ann", "armistice");
    const std::size_t all = shown.marked().size();
    QVERIFY(all >= 3);
    QVERIFY(shown.row(u"arms"_qs));
    QCOMPARE(shown.row(u"arms"_qs)->text(1), u"1"_qs);
    shown.row(u"arms"_qs)->setCheckState(0, Qt::Checked);
    QCOMPARE(shown.marked(), std::vector{shells});
    QCOMPARE(shown.view.annotationChoice()->text(), u"1 of %1"_qs.arg(all));
    // It is a way of looking: nothing was written but the annotations.
    shown.row(u"arms"_qs)->setCheckState(0, Qt::Unchecked);
    QCOMPARE(shown.marked().size(), all);
}

void tst_annotation_choice::kindsAreThoseOfWhatIsSupported()
{
    Shown shown;
    AnnotationChoice choice;
    choice.kinds = {ItemKind::Event};
    shown.view.annotationChoice()->setChoice(choice);
    QCOMPARE(shown.marked(), std::vector{shown.sample.file.sentence});
    choice.kinds = {ItemKind::None};  // a note that nothing rests on
    shown.view.annotationChoice()->setChoice(choice);
    QCOMPARE(shown.marked(), std::vector{shown.sample.file.remark});
}

void tst_annotation_choice::authorsAndTagsMustBothHold()
{
    Shown shown;
    const AnnotationId one = shown.annotate(0, "Ann", "arms");
    shown.annotate(5, "Ben", "arms");
    const AnnotationId other = shown.annotate(9, "Ann");
    AnnotationChoice choice;
    choice.authors = {"Ann"};
    shown.view.annotationChoice()->setChoice(choice);
    QCOMPARE(shown.marked(), (std::vector{one, other}));
    choice.tags = {"arms"};
    shown.view.annotationChoice()->setChoice(choice);
    QCOMPARE(shown.marked(), std::vector{one});
    // What is made while it holds follows it too.
    const AnnotationId later = shown.annotate(13, "Ann", "arms");
    QCOMPARE(shown.marked(), (std::vector{one, later}));
}

void tst_annotation_choice::showAllTakesItBack()
{
    Shown shown;
    const std::size_t all = shown.marked().size();
    AnnotationChoice choice;
    choice.authors = {"nobody at all"};
    shown.view.annotationChoice()->setChoice(choice);
    QVERIFY(shown.marked().empty());
    QVERIFY(shown.view.annotationChoice()->isVisible());
    shown.view.annotationChoice()->setChoice({});
    QCOMPARE(shown.marked().size(), all);
}

QTEST_MAIN(tst_annotation_choice)
#include "tst_annotation_choice.moc"

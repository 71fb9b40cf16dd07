// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/window/tool_bar.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    QAction undo;
    QAction redo;
    ToolBar bar{sample.context, &undo, &redo, nullptr};

    template <typename Widget>
    Widget *named(const QString &name)
    {
        for (Widget *widget : bar.findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    void enter(QLineEdit *field, const QString &text)
    {
        field->setText(text);
        field->setModified(true);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

}  // namespace

class tst_tool_bar final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDateFilters();
    void whatIsNoDateFiltersNothing();
    void theFieldsFollowTheFilter();
    void asOfIsTheEndOfWhatIsWritten();
    void groupAndColourAreChosen();
};

void tst_tool_bar::aDateFilters()
{
    Shown shown;
    shown.enter(shown.bar.whenField(), u"2024"_qs);
    QCOMPARE(shown.sample.filter.shown().count(), 2u);
    QCOMPARE(shown.sample.filter.filter().rangeText, std::string("2024"));
    shown.enter(shown.bar.whenField(), QString());
    QCOMPARE(shown.sample.filter.shown().count(), 4u);
}

void tst_tool_bar::whatIsNoDateFiltersNothing()
{
    Shown shown;
    shown.enter(shown.bar.whenField(), u"2024-13-99"_qs);
    QCOMPARE(shown.sample.filter.shown().count(), 4u);
    QVERIFY(!shown.bar.whenField()->toolTip().isEmpty());
    QCOMPARE(shown.bar.whenField()->text(), u"2024-13-99"_qs);  // to be mended, not lost
}

void tst_tool_bar::theFieldsFollowTheFilter()
{
    Shown shown;
    shown.sample.filter.setRange(edtf("2025-03").when().bounds.whole(), u"2025-03"_qs);
    QCOMPARE(shown.bar.whenField()->text(), u"2025-03"_qs);
    shown.sample.filter.clear();
    QCOMPARE(shown.bar.whenField()->text(), QString());
}

void tst_tool_bar::asOfIsTheEndOfWhatIsWritten()
{
    Shown shown;
    shown.enter(shown.named<QLineEdit>(u"As of"_qs), u"2024"_qs);
    QVERIFY(shown.sample.filter.asOf().has_value());
    QCOMPARE(shown.sample.filter.asOf()->seconds, edtf("2024").when().bounds.latestEnd.seconds - 1);
}

void tst_tool_bar::groupAndColourAreChosen()
{
    Shown shown;
    auto *group = shown.named<QComboBox>(u"Group by"_qs);
    QVERIFY(group);
    group->setCurrentIndex(group->findText(u"Place"_qs));
    Q_EMIT group->activated(group->currentIndex());
    QCOMPARE(shown.sample.filter.grouping(), Grouping::Place);
    shown.sample.filter.setGrouping(Grouping::Kind);
    QCOMPARE(group->currentText(), u"Kind"_qs);
}

QTEST_MAIN(tst_tool_bar)
#include "tst_tool_bar.moc"

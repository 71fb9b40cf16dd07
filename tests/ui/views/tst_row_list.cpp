// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QAbstractTableModel>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

#include "ui/views/row_list.h"

using namespace dateline::ui;

namespace {

// So many rows of three columns, which counts how often it is asked where one is.
class Rows final : public QAbstractTableModel {
public:
    explicit Rows(int count) : m_count(count) {}

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_count;
    }
    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : 3;
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QString::number(index.row())) : QVariant();
    }
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override
    {
        ++asked;
        return QAbstractTableModel::index(row, column, parent);
    }
    void reset(int count)
    {
        beginResetModel();
        m_count = count;
        endResetModel();
    }
    mutable int asked = 0;

private:
    int m_count;
};

struct Shown {
    explicit Shown(int count) : rows(count)
    {
        list.setModel(&rows);
        list.resize(300, 600);
        list.show();
        if (!QTest::qWaitForWindowExposed(&list))
            qFatal("no window");
    }
    Rows rows;
    RowList list;
};

}  // namespace

class tst_row_list final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onlyRowsInViewAreAskedFor();
    void theFirstColumnHasTheWholeWidth();
    void keysLeadThroughRows();
    void aLargerFontMakesHigherRows();
    void moreAndFewerRowsStandWhereTheyShould();
};

void tst_row_list::onlyRowsInViewAreAskedFor()
{
    Shown shown(200'000);
    shown.rows.asked = 0;
    shown.rows.reset(200'001);
    shown.list.doItemsLayout();
    shown.list.grab();
    QVERIFY2(shown.rows.asked < 2'000, qPrintable(QString::number(shown.rows.asked)));
    shown.list.scrollTo(shown.rows.index(150'000, 0));
    QVERIFY(shown.list.indexAt(shown.list.viewport()->rect().center()).row() > 149'000);
    QVERIFY(shown.rows.asked < 4'000);
}

void tst_row_list::theFirstColumnHasTheWholeWidth()
{
    Shown shown(10);
    QCOMPARE(shown.list.columnWidth(0), shown.list.viewport()->width());
    shown.rows.reset(20);
    QCOMPARE(shown.list.columnWidth(0), shown.list.viewport()->width());
    QVERIFY(shown.list.isColumnHidden(1) && shown.list.isColumnHidden(2));
}

void tst_row_list::keysLeadThroughRows()
{
    Shown shown(500);
    shown.list.setFocus();
    shown.list.setCurrentIndex(shown.rows.index(3, 0));
    QTest::keyClick(&shown.list, Qt::Key_End);
    QCOMPARE(shown.list.currentIndex().row(), 499);
    QTest::keyClick(&shown.list, Qt::Key_Left);
    QCOMPARE(shown.list.currentIndex(), shown.rows.index(499, 0));
    QTest::keyClick(&shown.list, Qt::Key_Home);
    QCOMPARE(shown.list.currentIndex().row(), 0);
    QTest::keyClick(&shown.list, Qt::Key_Down);
    QCOMPARE(shown.list.currentIndex(), shown.rows.index(1, 0));
    QCOMPARE(shown.list.selectionModel()->selectedRows().size(), 1);
}

void tst_row_list::aLargerFontMakesHigherRows()
{
    Shown shown(10);
    const int before = shown.list.rowHeight(0);
    QFont font = shown.list.font();
    font.setPointSizeF(font.pointSizeF() * 2);
    shown.list.setFont(font);
    QVERIFY(shown.list.rowHeight(0) > before * 3 / 2);
}

void tst_row_list::moreAndFewerRowsStandWhereTheyShould()
{
    Shown shown(500);
    const int height = shown.list.rowHeight(0);
    for (const int count : {800, 20, 0, 300}) {
        shown.rows.reset(count);
        QCOMPARE(shown.list.verticalHeader()->count(), count);
        QCOMPARE(shown.list.verticalHeader()->length(), count * height);
        for (const int row : {0, count / 2, count - 1}) {
            if (row < 0 || row >= count)
                continue;
            QCOMPARE(shown.list.verticalHeader()->sectionPosition(row), row * height);
            QCOMPARE(shown.list.rowHeight(row), height);
        }
        shown.list.doItemsLayout();
        shown.list.scrollToBottom();
        const int bottom = shown.list.verticalScrollBar()->maximum();
        QCOMPARE(bottom, std::max(0, count * height - shown.list.viewport()->height()));
    }
}

QTEST_MAIN(tst_row_list)
#include "tst_row_list.moc"

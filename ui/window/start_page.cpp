// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/start_page.h"

#include <QCommandLinkButton>
#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include "ui/paint/icons.h"

namespace dateline::ui {

namespace {

QLabel *heading(const QString &text, double scale)
{
    auto *label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

QCommandLinkButton *link(const QString &text, const QString &description, const QString &iconName)
{
    auto *button = new QCommandLinkButton(text, description);
    button->setIcon(icon(iconName));
    button->setAccessibleName(text);
    button->setAccessibleDescription(description);
    return button;
}

}  // namespace

StartPage::StartPage(QWidget *parent) : QWidget(parent), m_recent(new QVBoxLayout)
{
    setAccessibleName(tr("Start page"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *first = new QVBoxLayout;
    first->addWidget(heading(tr("Begin"), 1.15));
    auto *make =
        link(tr("New project"), tr("An empty file on this computer"), QStringLiteral("new"));
    auto *open = link(tr("Open…"), tr("A Dateline file that you have"), QStringLiteral("open"));
    auto *sample =
        link(tr("Open the sample"),
             tr("Russia and North Korea, 2018 to 2025: a copy of your own to try things on"),
             QStringLiteral("timeline"));
    auto *tour = link(tr("Two-minute tour"), tr("What the window shows and how it answers"),
                      QStringLiteral("help"));
    for (QCommandLinkButton *button : {make, open, sample, tour})
        first->addWidget(button);
    first->addStretch();
    connect(make, &QCommandLinkButton::clicked, this, &StartPage::newRequested);
    connect(open, &QCommandLinkButton::clicked, this, &StartPage::openRequested);
    connect(sample, &QCommandLinkButton::clicked, this, &StartPage::sampleRequested);
    connect(tour, &QCommandLinkButton::clicked, this, &StartPage::tourRequested);

    auto *columns = new QHBoxLayout;
    columns->setSpacing(fontMetrics().height() * 3);
    columns->addLayout(first, 1);
    columns->addLayout(m_recent, 1);

    auto *box = new QWidget;
    box->setMaximumWidth(fontMetrics().averageCharWidth() * 130);
    auto *inner = new QVBoxLayout(box);
    inner->addWidget(heading(tr("Dateline"), 2.2));
    auto *subtitle = new QLabel(
        tr("Who did what when, who says so, and how sure that is: on one timeline and one graph."));
    subtitle->setProperty("faint", true);
    subtitle->setWordWrap(true);
    inner->addWidget(subtitle);
    inner->addSpacing(fontMetrics().height() * 2);
    inner->addLayout(columns);

    auto *page = new QHBoxLayout(this);
    page->addStretch(1);
    auto *middle = new QVBoxLayout;
    middle->addStretch(2);
    middle->addWidget(box);
    middle->addStretch(3);
    page->addLayout(middle, 6);
    page->addStretch(1);
    setRecentFiles({});
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    while (QLayoutItem *item = m_recent->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();  // it may be the one that was clicked
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_recent->addWidget(heading(tr("Recent files"), 1.15));
    for (const QString &path : paths) {
        const QFileInfo file(path);
        const QString changed = QLocale().toString(file.lastModified(), QLocale::ShortFormat);
        auto *button =
            link(file.completeBaseName(), tr("%1 · changed %2").arg(file.absolutePath(), changed),
                 QStringLiteral("open"));
        connect(button, &QCommandLinkButton::clicked, this,
                [this, path] { Q_EMIT recentRequested(path); });
        m_recent->addWidget(button);
    }
    if (paths.isEmpty()) {
        auto *none = new QLabel(tr("Files that you open will be listed here."));
        none->setProperty("faint", true);
        m_recent->addWidget(none);
    }
    m_recent->addStretch();
}

}  // namespace dateline::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/help_window.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

namespace dateline::ui {

HelpWindow::HelpWindow(QWidget *parent) : QDialog(parent), m_browser(new QTextBrowser)
{
    setWindowTitle(tr("Dateline Help"));
    m_browser->setAccessibleName(tr("Help text"));
    m_browser->setOpenExternalLinks(false);
    m_browser->document()->setDocumentMargin(fontMetrics().height());
    auto *contents = new QPushButton(tr("Contents"));
    auto *back = new QPushButton(tr("Back"));
    auto *close = new QPushButton(tr("Close"));
    auto *row = new QHBoxLayout;
    row->addWidget(contents);
    row->addWidget(back);
    row->addStretch();
    row->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_browser);
    column->addLayout(row);
    connect(contents, &QPushButton::clicked, this, [this] { showPage(QStringLiteral("index")); });
    connect(back, &QPushButton::clicked, m_browser, &QTextBrowser::backward);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    const int unit = fontMetrics().height();
    resize(unit * 46, unit * 40);
}

void HelpWindow::showPage(const QString &name)
{
    m_browser->setSource(QUrl(QStringLiteral("qrc:/help/%1.html").arg(name)));
    show();
    raise();
    activateWindow();
}

}  // namespace dateline::ui

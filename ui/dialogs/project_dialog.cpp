// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/project_dialog.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "ui/bridge/date_setting.h"
#include "ui/bridge/date_text.h"
#include "ui/bridge/text.h"

namespace dateline::ui {

namespace {

class ProjectDialog final : public QDialog {
    Q_DECLARE_TR_FUNCTIONS(ProjectDialog)

public:
    ProjectDialog(const ViewContext &context, QWidget *parent)
        : QDialog(parent), m_context(context), m_title(new QLineEdit), m_hemisphere(new QComboBox),
          m_approximate(new QDoubleSpinBox), m_uncertain(new QDoubleSpinBox), m_example(new QLabel)
    {
        setWindowTitle(tr("Project settings"));
        m_title->setAccessibleName(tr("Title of the project"));
        m_title->setText(context.hub.projectTitle());
        m_hemisphere->setAccessibleName(tr("Hemisphere of the seasons"));
        m_hemisphere->addItem(tr("northern: autumn is September to November"));
        m_hemisphere->addItem(tr("southern: autumn is March to May"));
        m_hemisphere->setCurrentIndex(dateSettingOf(context.hub).isSouthern ? 1 : 0);
        const DateWidths widths = dateWidthsOf(context.hub);
        setUp(m_approximate, tr("Width of about, in units of the date"), widths.approximate);
        setUp(m_uncertain, tr("Width of perhaps, in units of the date"), widths.uncertain);
        m_example->setProperty("faint", true);
        m_example->setWordWrap(true);

        auto *form = new QFormLayout;
        form->addRow(tr("Title"), m_title);
        form->addRow(tr("Seasons"), m_hemisphere);
        form->addRow(tr("“About” (~) reaches"), m_approximate);
        form->addRow(tr("“Perhaps” (?) reaches"), m_uncertain);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
        connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
        connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
        auto *column = new QVBoxLayout(this);
        column->addLayout(form);
        column->addWidget(m_example);
        column->addWidget(buttons);
        showExample();
        setMinimumWidth(fontMetrics().averageCharWidth() * 62);
    }

    // Only what differs is written, each as an edit of its own.
    bool keep()
    {
        bool isChanged = false;
        const auto change = [&](const QString &name, const QString &value, bool differs) {
            if (differs)
                isChanged = m_context.intents.changeSetting(name, value) || isChanged;
        };
        const QString title = m_title->text().trimmed();
        change(QStringLiteral("title"), title, title != m_context.hub.projectTitle());
        const bool isSouthern = m_hemisphere->currentIndex() == 1;
        change(QString::fromUtf16(kHemisphereSetting),
               isSouthern ? QStringLiteral("south") : QStringLiteral("north"),
               isSouthern != dateSettingOf(m_context.hub).isSouthern);
        const DateWidths before = dateWidthsOf(m_context.hub);
        change(QString::fromUtf16(kApproximateSetting), QString::number(m_approximate->value()),
               m_approximate->value() != before.approximate);
        change(QString::fromUtf16(kUncertainSetting), QString::number(m_uncertain->value()),
               m_uncertain->value() != before.uncertain);
        return isChanged;
    }

private:
    void setUp(QDoubleSpinBox *box, const QString &name, double value)
    {
        box->setAccessibleName(name);
        box->setRange(0, 100);
        box->setDecimals(1);
        box->setSingleStep(0.5);
        box->setSuffix(tr(" units of the date, each way"));
        box->setValue(value);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] { showExample(); });
    }

    void showExample()
    {
        const auto text = [this](const char *edtf) {
            const Result<Edtf> date = Edtf::parse(edtf);
            const DateBounds bounds =
                widened(date->when(), {m_approximate->value(), m_uncertain->value()});
            return boundsText(bounds.whole());
        };
        m_example->setText(tr("“About June 2024” takes in %1, “perhaps June 2024” %2. Dates "
                              "themselves, sorting and exports stay as they are written.")
                               .arg(text("2024-06~"), text("2024-06?")));
    }

    ViewContext m_context;
    QLineEdit *m_title;
    QComboBox *m_hemisphere;
    QDoubleSpinBox *m_approximate;
    QDoubleSpinBox *m_uncertain;
    QLabel *m_example;
};

}  // namespace

bool changeProjectDialog(const ViewContext &context, QWidget *parent)
{
    ProjectDialog dialog(context, parent);
    return dialog.exec() == QDialog::Accepted && dialog.keep();
}

}  // namespace dateline::ui

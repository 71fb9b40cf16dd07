// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/ask_panel.h"

#include <algorithm>

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/bridge/date_setting.h"
#include "ui/bridge/post.h"
#include "ui/views/actor_field.h"
#include "ui/views/ask_texts.h"
#include "ui/views/date_field.h"

namespace dateline::ui {

namespace {

constexpr int kMostSteps = 9;

bool isAboutTwo(QuestionKind kind)
{
    return kind == QuestionKind::ShortestPaths || kind == QuestionKind::AdvancingPaths ||
           kind == QuestionKind::CommonNeighbours;
}

}  // namespace

AskPanel::AskPanel(const ViewContext &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_form(new QFormLayout), m_kind(new QComboBox),
      m_from(new ActorField(context, tr("From"), FieldLook::Framed)),
      m_to(new ActorField(context, tr("To"), FieldLook::Framed)), m_steps(new QSpinBox),
      m_before(new DateField(tr("Before"), FieldLook::Framed)),
      m_after(new DateField(tr("After"), FieldLook::Framed)), m_scope(new QComboBox),
      m_summary(new QLabel), m_stop(new QPushButton(tr("Stop"))), m_list(new QTreeWidget)
{
    setAccessibleName(tr("Ask the graph"));
    for (const QuestionKind choice :
         {QuestionKind::ShortestPaths, QuestionKind::AdvancingPaths, QuestionKind::CommonNeighbours,
          QuestionKind::Neighbourhood, QuestionKind::Bridges, QuestionKind::Changes})
        m_kind->addItem(questionText(choice), static_cast<int>(choice));
    m_kind->setAccessibleName(tr("Question"));
    m_steps->setRange(1, kMostSteps);
    m_steps->setAccessibleName(tr("Steps"));
    m_scope->addItem(tr("As of these dates"));
    m_scope->addItem(tr("Within these spans"));
    m_scope->setAccessibleName(tr("What counts"));
    m_summary->setWordWrap(true);
    m_summary->setProperty("faint", true);
    m_summary->setAccessibleName(tr("Answer"));
    m_list->setAccessibleName(tr("What the answer lists"));
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(2);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    const int unit = fontMetrics().height();
    m_form->setContentsMargins(unit / 2, unit / 3, unit / 2, unit / 3);
    m_form->setVerticalSpacing(unit / 4);
    m_form->setHorizontalSpacing(unit / 2);
    m_kind->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_form->addRow(m_kind);
    m_form->addRow(tr("From"), m_from);
    m_form->addRow(tr("To"), m_to);
    m_form->addRow(tr("Steps"), m_steps);
    m_form->addRow(tr("Before"), m_before);
    m_form->addRow(tr("After"), m_after);
    m_form->addRow(tr("Count"), m_scope);
    auto *said = new QHBoxLayout;
    said->setContentsMargins(unit / 2, 0, unit / 2, unit / 3);
    said->addWidget(m_summary, 1);
    said->addWidget(m_stop);
    m_stop->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_form);
    column->addLayout(said);
    column->addWidget(m_list, 1);

    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        followKind();
        find();
    });
    for (ActorField *field : {m_from, m_to})
        connect(field, &TextField::committed, this, &AskPanel::find);
    connect(m_steps, &QSpinBox::valueChanged, this, &AskPanel::find);
    connect(m_before, &DateField::committed, this, &AskPanel::find);
    connect(m_after, &DateField::committed, this, &AskPanel::find);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &AskPanel::find);
    connect(m_stop, &QPushButton::clicked, this, &AskPanel::stop);
    connect(m_list, &QTreeWidget::itemExpanded, this, &AskPanel::fillRow);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AskPanel::pick);
    connect(m_list, &QTreeWidget::itemClicked, this, &AskPanel::pick);
    const auto later = [this] {
        m_isStale = true;
        if (isVisible())
            find();
    };
    connect(&context.hub, &SessionHub::opened, this, [this] {
        m_from->setActor({});
        m_to->setActor({});
        m_before->setValue({});
        m_after->setValue({});
    });
    connect(&context.hub, &SessionHub::snapshotChanged, this, later);
    connect(&context.filter, &ViewFilter::changed, this, later);
    connect(&context.filter, &ViewFilter::asOfChanged, this, [this, later] {
        if (kind() != QuestionKind::Changes)
            later();
    });
    followKind();
}

AskPanel::~AskPanel()
{
    m_job.cancel();
}

void AskPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        find();
}

QuestionKind AskPanel::kind() const
{
    return static_cast<QuestionKind>(m_kind->currentData().toInt());
}

void AskPanel::followKind()
{
    const auto show = [this](QWidget *field, bool isShown) {
        field->setVisible(isShown);
        m_form->labelForField(field)->setVisible(isShown);
    };
    show(m_from, isAboutTwo(kind()) || kind() == QuestionKind::Neighbourhood);
    show(m_to, isAboutTwo(kind()));
    show(m_steps, kind() == QuestionKind::Neighbourhood);
    show(m_before, kind() == QuestionKind::Changes);
    show(m_after, kind() == QuestionKind::Changes);
    show(m_scope, kind() == QuestionKind::Changes);
    const DateSetting setting = dateSettingOf(m_context.hub);
    m_before->setSetting(setting, dateWidthsOf(m_context.hub));
    m_after->setSetting(setting, dateWidthsOf(m_context.hub));
}

void AskPanel::ask(QuestionKind wanted, ActorId from, ActorId to)
{
    std::vector<ActorId> picked = m_context.selection.actors(*m_context.hub.snapshot());
    std::erase_if(picked, [&](ActorId actor) { return actor == from || actor == to; });
    const auto next = [&picked] {
        if (picked.empty())
            return ActorId();
        const ActorId actor = picked.front();
        picked.erase(picked.begin());
        return actor;
    };
    if (!from && !to)
        from = next();
    if (!to && isAboutTwo(wanted))
        to = next();
    if (from)
        m_from->setActor(from);
    if (to)
        m_to->setActor(to);
    {
        const QSignalBlocker block(m_kind);
        m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(wanted)));
    }
    followKind();
    // What is missing can be typed at once.
    for (ActorField *field : {m_from, m_to}) {
        if (!field->isHidden() && field->value().isEmpty()) {
            field->setFocus();
            break;
        }
    }
    if (wanted == QuestionKind::Changes && !m_before->value().isDated())
        m_before->edit()->setFocus();
    find();
}

void AskPanel::setDates(const Edtf &before, const Edtf &after)
{
    m_before->setValue(before);
    m_after->setValue(after);
    find();
}

void AskPanel::setSteps(int steps)
{
    m_steps->setValue(steps);
}

void AskPanel::stop()
{
    if (!m_isBusy)
        return;
    ++m_run;
    m_job.cancel();
    m_isBusy = false;
    m_stop->hide();
    m_summary->setText(tr("Stopped."));
    Q_EMIT answered();
}

QString AskPanel::summary() const
{
    return m_summary->text();
}

std::optional<NetworkQuestion> AskPanel::question(QString &problem) const
{
    NetworkQuestion question;
    question.kind = kind();
    question.from = m_from->actor();
    question.to = m_to->actor();
    question.steps = static_cast<std::uint32_t>(m_steps->value());
    if (isAboutTwo(question.kind) &&
        (!question.from || !question.to || question.from == question.to))
        problem = tr("Name two actors, or select them and ask again.");
    else if (question.kind == QuestionKind::Neighbourhood && !question.from)
        problem = tr("Name an actor, or select one and ask again.");
    if (question.kind == QuestionKind::Changes) {
        const Edtf before = m_before->value();
        const Edtf after = m_after->value();
        if (!before.isDated() || !after.isDated()) {
            problem = tr("Name two dates, such as 2024 and 2025-03.");
        } else if (m_scope->currentIndex() == 1) {
            question.beforeSpan = before.when().bounds.whole();
            question.afterSpan = after.when().bounds.whole();
        } else {
            // "As of 2024" is the end of it, as in the tool bar.
            const auto endOf = [](const Edtf &date) {
                const Instant end = date.when().bounds.latestEnd;
                return end.isDistant() ? end : Instant{end.seconds - 1};
            };
            question.before = endOf(before);
            question.after = endOf(after);
        }
    }
    return problem.isEmpty() ? std::optional(question) : std::nullopt;
}

void AskPanel::find()
{
    m_isStale = !isVisible();
    ++m_run;
    m_job.cancel();
    m_isBusy = false;
    m_stop->hide();
    QString problem;
    std::optional<NetworkQuestion> asked = question(problem);
    if (!m_context.hub.isOpen())
        asked.reset();
    if (!asked) {
        m_answer = {};
        m_asked = m_context.hub.snapshot();
        showAnswer();
        m_summary->setText(problem);
        Q_EMIT answered();
        return;
    }
    m_isBusy = true;
    m_stop->show();
    m_summary->setText(tr("Looking…"));
    m_asked = m_context.hub.snapshot();
    auto events = m_context.filter.filter().isEmpty() ? nullptr : m_context.filter.sharedShown();
    NetworkQuery query;
    query.events = events.get();
    query.asOf = m_context.filter.asOf();
    query.range = m_context.filter.filter().range;
    query.actors = actorsShown(m_context.filter.filter(), m_context.filter.shown(), *m_asked);
    m_job.start([this, run = m_run, snapshot = m_asked, query = std::move(query),
                 events = std::move(events), asked = *asked](std::stop_token stop) {
        NetworkAnswer found = dateline::answer(*snapshot, query, asked, stop);
        post(this, [this, run, found = std::move(found)] { take(run, found); });
    });
}

void AskPanel::take(std::uint64_t run, NetworkAnswer answer)
{
    if (run != m_run)
        return;
    m_isBusy = false;
    m_stop->hide();
    m_answer = std::move(answer);
    showAnswer();
    m_summary->setText(summaryOf());
    Q_EMIT answered();
}

}  // namespace dateline::ui

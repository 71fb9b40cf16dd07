// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QTimer>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/bridge/text.h"
#include "ui/views/action_link.h"
#include "ui/views/claim_card.h"
#include "ui/views/details_panel.h"
#include "ui/views/link_button.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

struct Shown {
    OpenSample sample;
    DetailsPanel panel{sample.context};

    Shown()
    {
        panel.resize(360, 700);
        panel.show();
        DL_CHECK(QTest::qWaitForWindowExposed(&panel));
        panel.activateWindow();
    }

    // The visible widget that a reader of the screen calls so.
    template <typename Widget = QLineEdit>
    Widget *named(const QString &name)
    {
        for (Widget *widget : panel.findChildren<Widget *>()) {
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        }
        return nullptr;
    }
    template <typename Widget>
    std::vector<Widget *> visible()
    {
        std::vector<Widget *> widgets;
        for (Widget *widget : panel.findChildren<Widget *>()) {
            if (widget->isVisible())
                widgets.push_back(widget);
        }
        return widgets;
    }
    void replace(QLineEdit *field, const QString &text)
    {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
    }
    std::string titleOf(EventId event) { return sample.hub.event(event)->title; }
};

}  // namespace

class tst_details_panel final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void withNothingSelectedTheFileIsCounted();
    void anEventShowsItsFieldsPeopleAndClaims();
    void theDisputedClaimsComeFirst();
    void aTitleIsEditedInPlaceAndUndone();
    void whatIsTypedGoesToTheItemItWasTypedFor();
    void amountsAreEditedInWords();
    void namesLeadToTheirActors();
    void aClickOnAClaimKeepsThePage();
    void goingBackAndForthShowsEachOnesOwn();
    void severalItemsAreCounted();
    void aGradeIsWithdrawnAndItsHistoryStays();
    void aPreferredClaimIsWhatTheEventShows();
    void aContestedClaimIsPreferredFromItsCard();
};

void tst_details_panel::withNothingSelectedTheFileIsCounted()
{
    Shown shown;
    const auto isSaid = [&shown](const QString &words) {
        const auto labels = shown.visible<QLabel>();
        return std::any_of(labels.begin(), labels.end(),
                           [&words](const QLabel *label) { return label->text().contains(words); });
    };
    QVERIFY(isSaid(u"4 events, "_qs));
    for (const EventId event :
         {shown.sample.file.treaty, shown.sample.file.visit, shown.sample.file.rumour})
        QVERIFY(shown.sample.intents.remove(std::vector<ItemRef>{event}));
    QVERIFY(isSaid(u"1 event, "_qs));
}

void tst_details_panel::anEventShowsItsFieldsPeopleAndClaims()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    QCOMPARE(shown.named(u"Title"_qs)->text(), u"Shoigu visits Pyongyang"_qs);
    QVERIFY(shown.named<LinkButton>(u"Sergei Shoigu"_qs));
    QVERIFY(shown.named<LinkButton>(u"North Korea"_qs));
    QCOMPARE(shown.visible<ClaimCard>().size(), std::size_t{2});
    // The treaty has less of each: nothing of the visit may be left over.
    shown.sample.selection.select(shown.sample.file.treaty);
    QCOMPARE(shown.visible<ClaimCard>().size(), std::size_t{1});
    QVERIFY(!shown.named<LinkButton>(u"Sergei Shoigu"_qs));
}

void tst_details_panel::aGradeIsWithdrawnAndItsHistoryStays()
{
    Shown shown;
    const ActorId interfax = shown.sample.file.interfax;
    shown.sample.selection.select(interfax);
    const auto historySays = [&](const QString &words) {
        for (const QLabel *label : shown.visible<QLabel>()) {
            if (label->text().contains(words))
                return true;
        }
        return false;
    };
    QVERIFY(shown.sample.hub.snapshot()->reliabilityOf(interfax) != '\0');
    auto *grade = shown.named<QComboBox>(u"New reliability"_qs);
    QVERIFY(grade);
    const int withdraw = grade->findData(u"-"_qs);
    QVERIFY(withdraw > 0);
    // Not without a reason.
    FailureSpy failures(shown.sample.hub);
    grade->setCurrentIndex(withdraw);
    Q_EMIT grade->activated(withdraw);
    QVERIFY(failures.isOnly(ErrorCode::Refused));
    shown.replace(shown.named(u"Reason for the grade"_qs), u"Another owner"_qs);
    grade->setCurrentIndex(withdraw);
    Q_EMIT grade->activated(withdraw);
    QCOMPARE(shown.sample.hub.snapshot()->reliabilityOf(interfax), '\0');
    QVERIFY(historySays(u"Withdrawn"_qs));
    QVERIFY(historySays(u"Another owner"_qs));
    QVERIFY(historySays(u"\nB"_qs));  // the grade that it had
    shown.sample.hub.undo();
    QVERIFY(shown.sample.hub.snapshot()->reliabilityOf(interfax) != '\0');
}

void tst_details_panel::aPreferredClaimIsWhatTheEventShows()
{
    Shown shown;
    const EventId visit = shown.sample.file.visit;
    Claim april = *shown.sample.hub.claim(shown.sample.file.visitInApril);
    april.stance = Stance::Supports;
    QVERIFY(shown.sample.intents.changeClaim(april));
    shown.sample.selection.select(visit);
    QVERIFY(shown.sample.intents.preferClaim({visit, "date", april.id, "It was corrected"}));
    QCOMPARE(shown.sample.hub.event(visit)->when.text(), april.value);
    const std::vector<ClaimCard *> cards = shown.visible<ClaimCard>();
    QVERIFY(std::any_of(cards.begin(), cards.end(), [](const ClaimCard *card) {
        return card->accessibleName().contains(u"Preferred: It was corrected");
    }));
    QVERIFY(shown.sample.intents.withdrawPreference(visit, "date"));
    QVERIFY(shown.sample.hub.event(visit)->when.text() != april.value);
}

void tst_details_panel::aContestedClaimIsPreferredFromItsCard()
{
    Shown shown;
    const EventId visit = shown.sample.file.visit;
    shown.sample.selection.select(shown.sample.file.treaty);
    QCOMPARE(shown.visible<ActionLink>().size(), std::size_t{1});  // it has a preferred claim
    shown.sample.selection.select(visit);
    const std::vector<ActionLink *> links = shown.visible<ActionLink>();
    QCOMPARE(links.size(), std::size_t{2});
    for (const ActionLink *link : links) {
        QVERIFY(link->accessibleName().startsWith(u"Prefer the claim Date, "));
        QVERIFY(link->focusPolicy() == Qt::StrongFocus);
        const auto *card = qobject_cast<const ClaimCard *>(link->parentWidget());
        QVERIFY(card && card->rect().contains(link->geometry()));
    }
    QTimer::singleShot(0, &shown.panel, [&shown] {
        auto *asked = shown.panel.findChild<QInputDialog *>();
        QVERIFY(asked);
        asked->setTextValue(u"It was there first"_qs);
        asked->accept();
    });
    links.front()->setFocus();
    QTest::keyClick(links.front(), Qt::Key_Return);
    const auto &decisions = *shown.sample.hub.snapshot()->decisions;
    const auto isAboutTheVisit = [visit](const Decision &decision) {
        return decision.about == ItemRef(visit) && decision.reason == "It was there first";
    };
    QVERIFY(std::any_of(decisions.begin(), decisions.end(), isAboutTheVisit));
    const auto withdraw = [&shown]() -> ActionLink * {
        for (ActionLink *link : shown.visible<ActionLink>()) {
            if (link->accessibleName().startsWith(u"Withdraw"))
                return link;
        }
        return nullptr;
    };
    QVERIFY(withdraw());
    withdraw()->click();
    const auto &after = *shown.sample.hub.snapshot()->decisions;
    QVERIFY(std::none_of(after.begin(), after.end(), isAboutTheVisit));
}

void tst_details_panel::theDisputedClaimsComeFirst()
{
    Shown shown;
    Claim place;
    place.source = shown.sample.file.report;
    place.about = shown.sample.file.visit;
    place.field = "place";
    place.value = "Pyongyang";
    QVERIFY(shown.sample.intents.addClaim(place));
    shown.sample.selection.select(shown.sample.file.visit);
    const std::vector<ClaimCard *> cards = shown.visible<ClaimCard>();
    QCOMPARE(cards.size(), std::size_t{3});
    const auto highest =
        *std::min_element(cards.begin(), cards.end(),
                          [](const ClaimCard *a, const ClaimCard *b) { return a->y() < b->y(); });
    QVERIFY(highest->accessibleName().contains(u"2025"_qs));
    const auto lowest =
        *std::max_element(cards.begin(), cards.end(),
                          [](const ClaimCard *a, const ClaimCard *b) { return a->y() < b->y(); });
    QVERIFY(lowest->accessibleName().contains(u"Pyongyang"_qs));
}

void tst_details_panel::aTitleIsEditedInPlaceAndUndone()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    QLineEdit *title = shown.named(u"Title"_qs);
    shown.replace(title, u"A visit"_qs);
    QTest::keyClick(title, Qt::Key_Return);
    QCOMPARE(shown.titleOf(shown.sample.file.visit), std::string("A visit"));
    shown.sample.hub.undo();
    QCOMPARE(title->text(), u"Shoigu visits Pyongyang"_qs);
}

// The fields are the same widgets for every event.
void tst_details_panel::whatIsTypedGoesToTheItemItWasTypedFor()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    shown.replace(shown.named(u"Title"_qs), u"Half typed"_qs);
    shown.sample.selection.select(shown.sample.file.treaty);
    QCOMPARE(shown.titleOf(shown.sample.file.visit), std::string("Half typed"));
    QCOMPARE(shown.titleOf(shown.sample.file.treaty), std::string("Treaty signed in Pyongyang"));
    QCOMPARE(shown.named(u"Title"_qs)->text(), u"Treaty signed in Pyongyang"_qs);
}

void tst_details_panel::amountsAreEditedInWords()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.deployment);
    QLineEdit *amount = shown.named(u"How many"_qs);
    QVERIFY(amount);
    shown.replace(amount, u"at least 40 people"_qs);
    QTest::keyClick(amount, Qt::Key_Return);
    const Quantity *troops =
        shown.sample.hub.snapshot()->quantities->find(shown.sample.file.troops);
    QVERIFY(troops);
    QCOMPARE(troops->low, std::optional<double>(40));
    QVERIFY(!troops->high);
    QCOMPARE(troops->qualifier, std::string("at least"));
    QCOMPARE(troops->what, std::string("troops"));
}

void tst_details_panel::namesLeadToTheirActors()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    QTest::mouseClick(shown.named<LinkButton>(u"Sergei Shoigu"_qs), Qt::LeftButton);
    QCOMPARE(shown.sample.selection.current(), ItemRef(shown.sample.file.shoigu));
    QCOMPARE(shown.named(u"Name"_qs)->text(), u"Sergei Shoigu"_qs);
}

void tst_details_panel::aClickOnAClaimKeepsThePage()
{
    Shown shown;
    shown.sample.selection.select(shown.sample.file.visit);
    ClaimCard *card = shown.visible<ClaimCard>().front();
    QTest::mouseClick(card, Qt::LeftButton);
    QCOMPARE(shown.sample.selection.items().size(), std::size_t{2});
    QCOMPARE(shown.sample.selection.items().back().kind, ItemKind::Claim);
    QCOMPARE(shown.named(u"Title"_qs)->text(), u"Shoigu visits Pyongyang"_qs);
}

void tst_details_panel::goingBackAndForthShowsEachOnesOwn()
{
    Shown shown;
    for (int i = 0; i < 3; ++i) {
        shown.sample.selection.select(shown.sample.file.shoigu);
        QCOMPARE(shown.named(u"Name"_qs)->text(), u"Sergei Shoigu"_qs);
        QVERIFY(!shown.named(u"Title"_qs));
        shown.sample.selection.select(shown.sample.file.rumour);
        QCOMPARE(shown.named(u"Title"_qs)->text(), u"A rumour"_qs);
        QVERIFY(shown.visible<ClaimCard>().empty());
        shown.sample.selection.select(shown.sample.file.alliance);
        QVERIFY(!shown.named(u"Title"_qs));
    }
}

void tst_details_panel::severalItemsAreCounted()
{
    Shown shown;
    shown.sample.selection.setItems({shown.sample.file.visit, shown.sample.file.treaty});
    QVERIFY(!shown.named(u"Title"_qs));
    const QString all = [&] {
        QString text;
        for (const QLabel *label : shown.visible<QLabel>())
            text += label->text();
        return text;
    }();
    QVERIFY(all.startsWith(u"2 items"_qs));
}

QTEST_MAIN(tst_details_panel)
#include "tst_details_panel.moc"

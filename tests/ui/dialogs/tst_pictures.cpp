// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QImage>
#include <QTest>

#include "app/edit/session.h"
#include "tests/support/open_sample.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/paint/picture_writer.h"

using namespace dateline;
using namespace dateline::ui;

namespace {

PictureView viewOf(PictureSubject subject, const OpenSample &sample)
{
    PictureView view;
    view.subject = subject;
    view.visible = sample.hub.snapshot()->events->extent();
    return view;
}

PictureOptions options()
{
    PictureOptions options;
    options.size = QSizeF(800, 500);
    options.font = QApplication::font();
    return options;
}

}  // namespace

class tst_pictures final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachSubjectIsAPictureInEachFormat_data();
    void eachSubjectIsAPictureInEachFormat();
    void theCaptionTellsTheFilterAndTheSources();
    void onlyWhatIsSelected();
};

void tst_pictures::eachSubjectIsAPictureInEachFormat_data()
{
    QTest::addColumn<int>("subject");
    QTest::newRow("timeline") << static_cast<int>(PictureSubject::Timeline);
    QTest::newRow("graph") << static_cast<int>(PictureSubject::Graph);
    QTest::newRow("events per period") << static_cast<int>(PictureSubject::EventsPerPeriod);
    QTest::newRow("activity per actor") << static_cast<int>(PictureSubject::ActivityPerActor);
    QTest::newRow("quantities") << static_cast<int>(PictureSubject::Quantities);
}

void tst_pictures::eachSubjectIsAPictureInEachFormat()
{
    QFETCH(int, subject);
    const OpenSample sample;
    const Picture picture = makePicture(
        sample.context, viewOf(static_cast<PictureSubject>(subject), sample), PictureExtent::Whole);
    const QByteArray png = pictureBytes(picture, PictureFormat::Png, options());
    const QImage image = QImage::fromData(png);
    QCOMPARE(image.size(), QSize(800, 500));
    // Something other than the ground is there.
    int marked = 0;
    for (int x = 0; x < image.width(); x += 2) {
        for (int y = 0; y < image.height(); y += 2)
            marked += image.pixel(x, y) != image.pixel(0, 0) ? 1 : 0;
    }
    QVERIFY(marked > 200);
    QVERIFY(pictureBytes(picture, PictureFormat::Svg, options()).contains("<svg"));
    QVERIFY(pictureBytes(picture, PictureFormat::Pdf, options()).startsWith("%PDF"));
    // The same input gives the same bytes.
    QCOMPARE(pictureBytes(picture, PictureFormat::Png, options()), png);
}

void tst_pictures::theCaptionTellsTheFilterAndTheSources()
{
    OpenSample sample;
    Filter filter;
    filter.kinds = {"visit"};
    sample.filter.setFilter(filter);
    const Picture picture =
        makePicture(sample.context, viewOf(PictureSubject::Timeline, sample), PictureExtent::Whole);
    const QString caption = picture.caption.join(u'|');
    QVERIFY2(caption.contains(u"visit"_qs), qPrintable(caption));
    QVERIFY2(caption.contains(u"A visit is announced"_qs), qPrintable(caption));
}

void tst_pictures::onlyWhatIsSelected()
{
    OpenSample sample;
    sample.selection.select(sample.file.rumour);
    const PictureView view = viewOf(PictureSubject::EventsPerPeriod, sample);
    const QByteArray whole = pictureBytes(makePicture(sample.context, view, PictureExtent::Whole),
                                          PictureFormat::Svg, options());
    sample.selection.select(sample.file.treaty);
    const QByteArray one = pictureBytes(makePicture(sample.context, view, PictureExtent::Selected),
                                        PictureFormat::Svg, options());
    QVERIFY(whole != one);
}

QTEST_MAIN(tst_pictures)
#include "tst_pictures.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "app/network/occupied_room.h"

using namespace dateline;

class tst_occupied_room : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsTakenIsNotFree()
    {
        OccupiedRoom room(400, 300);
        room.add({100, 100, 300, 120});
        QVERIFY(!room.isFree({290, 110, 310, 130}));
        QVERIFY(room.isFree({301, 100, 320, 120}));
    }
    void anOwnerIsNotInItsOwnWay()
    {
        OccupiedRoom room(400, 300);
        room.add({10, 10, 30, 30}, 4);
        QVERIFY(room.isFree({20, 20, 40, 40}, 4));
        QVERIFY(!room.isFree({20, 20, 40, 40}, 5));
        QVERIFY(!room.isFree({20, 20, 40, 40}));
    }
    void boxesOutsideThePictureCountToo()
    {
        OccupiedRoom room(400, 300);
        room.add({-80, -80, -10, -10});
        QVERIFY(!room.isFree({-20, -20, 5, 5}));
        QVERIFY(room.isFree({500, 500, 600, 600}));
    }
};

QTEST_GUILESS_MAIN(tst_occupied_room)
#include "tst_occupied_room.moc"

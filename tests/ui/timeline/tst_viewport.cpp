#include <QSignalSpy>
#include <QTest>

#include "ui/timeline/viewport.h"

using namespace turnwise::timeline;

class TestViewport : public QObject {
    Q_OBJECT

  private slots:
    void aNewRunIsSeenAsAWhole();
    void zoomingKeepsTheFixedPointInPlace();
    void zoomingEndsAtTheLimits();
    void panningStopsAtTheEnds();
    void revealingMovesNoFurtherThanNeeded();
    void theWholeRunStaysInViewWhileItGrows();
    void theEndIsFollowedWhileARunGrows();
    void whoLooksElsewhereIsLeftInPeace();
    void aRunWithoutLengthHasARange();
    void aChangeIsToldOnce();
};

void TestViewport::aNewRunIsSeenAsAWhole() {
    Viewport viewport;
    viewport.reset(1000, 10);
    QVERIFY(viewport.isFitted());
    QVERIFY(viewport.range().from < 0);
    QVERIFY(viewport.range().to > 1000);
}

void TestViewport::zoomingKeepsTheFixedPointInPlace() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.show({200, 600});
    viewport.zoom(0.5, 300);
    QCOMPARE(viewport.range(), (Range{250, 450}));
}

void TestViewport::zoomingEndsAtTheLimits() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.show({200, 600});
    viewport.zoom(1e-9, 300);
    QCOMPARE(viewport.range(), (Range{297.5, 307.5}));
    const Range closest = viewport.range();
    viewport.zoom(0.5, 305);
    QCOMPARE(viewport.range(), closest);
    viewport.zoom(1e9, 300);
    QVERIFY(viewport.isFitted());
}

void TestViewport::panningStopsAtTheEnds() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.show({200, 600});
    viewport.pan(50);
    QCOMPARE(viewport.range(), (Range{250, 650}));
    viewport.pan(1e6);
    QCOMPARE(viewport.range().to, viewport.limits().to);
    QCOMPARE(viewport.range().length(), 400.0);
    viewport.pan(-1e6);
    QCOMPARE(viewport.range().from, viewport.limits().from);
}

void TestViewport::revealingMovesNoFurtherThanNeeded() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.show({200, 600});
    viewport.reveal(400);
    QCOMPARE(viewport.range(), (Range{200, 600}));
    viewport.reveal(700);
    QCOMPARE(viewport.range(), (Range{340, 740}));
    viewport.reveal(100);
    QCOMPARE(viewport.range(), (Range{60, 460}));
}

void TestViewport::theWholeRunStaysInViewWhileItGrows() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.grow(4000);
    QVERIFY(viewport.isFitted());
    QVERIFY(viewport.range().contains(4000));
}

void TestViewport::theEndIsFollowedWhileARunGrows() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.zoom(0.25, viewport.limits().to);
    const double length = viewport.range().length();
    viewport.grow(4000);
    QCOMPARE(viewport.range().to, viewport.limits().to);
    QVERIFY(std::abs(viewport.range().length() - length) < 1e-9);
}

void TestViewport::whoLooksElsewhereIsLeftInPeace() {
    Viewport viewport;
    viewport.reset(1000, 10);
    viewport.show({200, 600});
    viewport.grow(4000);
    QCOMPARE(viewport.range(), (Range{200, 600}));
}

void TestViewport::aRunWithoutLengthHasARange() {
    Viewport viewport;
    viewport.reset(0, 10);
    QVERIFY(viewport.range().length() >= 10);
    viewport.zoom(0.1, 0);
    QVERIFY(viewport.range().length() >= 10);
}

void TestViewport::aChangeIsToldOnce() {
    Viewport viewport;
    viewport.reset(1000, 10);
    const QSignalSpy spy(&viewport, &Viewport::rangeChanged);
    viewport.show({200, 600});
    viewport.show({200, 600});
    QCOMPARE(spy.count(), 1);
}

QTEST_GUILESS_MAIN(TestViewport)
#include "tst_viewport.moc"

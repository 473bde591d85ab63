// The dialog of exports: what it shows is what it writes, and it can be stopped.
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "core/trace/stream.h"
#include "tests/support/sample_traces.h"
#include "tests/ui/shell/isolated_home.h"
#include "ui/look/language.h"
#include "ui/session/session.h"
#include "ui/shell/actions.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/export_form.h"
#include "ui/shell/export_preview.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

namespace {
constexpr int patience = 60'000;  // milliseconds; the machine may be busy
}

class TestExportDialog final : public QObject {
    Q_OBJECT

  public:
    static void initMain() { isolatedHome(); }

  private slots:
    void init() {
        Settings().clear();
        setLanguage(QStringLiteral("en"));
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        open(support::sample_semaphore_trace());
        m_window->actions()[Command::export_run]->trigger();
        m_dialog = m_window->findChild<ExportDialog*>();
        QVERIFY(m_dialog && m_dialog->isVisible());
    }
    void cleanup() { m_window.reset(); }

    void theWindowStaysUsableBesideIt() {
        QVERIFY(!m_dialog->isModal());
        const QImage before = m_dialog->preview().image();
        m_window->actions()[Command::axis_steps]->trigger();
        m_dialog->refresh();
        QVERIFY(!m_dialog->preview().image().isNull());
        QVERIFY(m_dialog->preview().image() != before);
    }

    void everyContentHasAPreviewAndIsWritten() {
        for (const Content content : all_contents) {
            m_dialog->form().setContent(content);
            m_dialog->refresh();
            const QByteArray word = wordOf(content).toLatin1();
            QVERIFY2(
                !m_dialog->preview().image().isNull() || m_dialog->preview().text().size() > 100,
                word.constData());
            const QString path = isolatedHome().path(QStringLiteral("%1.%2").arg(
                QString::fromLatin1(word), suffixesOf(content).front()));
            QSignalSpy exported(m_dialog, &ExportDialog::exported);
            m_dialog->exportTo(path);
            QVERIFY2(exported.count() > 0 || exported.wait(patience), word.constData());
            QVERIFY2(QFile::exists(path), word.constData());
            QVERIFY(m_dialog->message().contains(QDir::toNativeSeparators(path)));
        }
    }

    void onlyWhatMattersIsShown() {
        ExportForm& form = m_dialog->form();
        const auto isShown = [&](const char* name) {
            return form.findChild<QComboBox*>(QLatin1String(name))->isVisible();
        };
        form.setContent(Content::timeline);
        QVERIFY(isShown("style") && isShown("paper") && isShown("part"));
        form.setContent(Content::transcript);
        QVERIFY(!isShown("style") && !isShown("paper") && isShown("part") && isShown("language"));
        form.setContent(Content::statistics);
        QVERIFY(!isShown("part") && !isShown("language"));
    }

    void everyFieldHasANameAndAKey() {
        for (const QString& language : languages()) {
            setLanguage(language);
            QCoreApplication::processEvents();
            for (const QComboBox* box : m_dialog->form().findChildren<QComboBox*>())
                QVERIFY2(!box->accessibleName().isEmpty(), qPrintable(box->objectName()));
            for (const QLabel* label : m_dialog->form().findChildren<QLabel*>())
                if (label->buddy() && label->buddy()->objectName() == QLatin1String("style"))
                    QVERIFY(label->text().contains(QLatin1Char('&')));
        }
    }

    void aLongExportIsStoppedAndLeavesNothing() {
        m_dialog->form().setContent(Content::steps);
        const QString folder = isolatedHome().path(QStringLiteral("stopped"));
        QVERIFY(QDir().mkpath(folder));
        m_dialog->exportTo(folder + QStringLiteral("/steps.pdf"));
        QVERIFY(m_dialog->isExporting());
        const auto buttons = m_dialog->findChildren<QPushButton*>();
        const auto stop = std::ranges::find_if(buttons, [](const QPushButton* button) {
            return button->text() == QLatin1String("&Stop");
        });
        QVERIFY(stop != buttons.end() && (*stop)->isVisible());
        (*stop)->click();
        QVERIFY(!m_dialog->isExporting());
        QVERIFY(m_dialog->message().contains(QStringLiteral("stopped")));
        QVERIFY(QDir(folder).isEmpty());
    }

    // The job reads the run: it must not outlive it.
    void anotherRunEndsAnExport() {
        m_dialog->form().setContent(Content::steps);
        const QString path = isolatedHome().path(QStringLiteral("ended.pdf"));
        m_dialog->exportTo(path);
        QVERIFY(m_dialog->isExporting());
        open(support::sample_deadlock_trace());
        QVERIFY(!m_dialog->isExporting());
        QVERIFY(!QFile::exists(path));
    }

    void whatCannotBeWrittenIsTold() {
        QSignalSpy exported(m_dialog, &ExportDialog::exported);
        m_dialog->exportTo(QStringLiteral("/no/such/folder/x.png"));
        QTRY_VERIFY_WITH_TIMEOUT(!m_dialog->isExporting(), patience);
        QVERIFY(m_dialog->message().contains(QStringLiteral("/no/such/folder/x.png")));
        QCOMPARE(exported.count(), 0);
    }

    void anExportSpeaksItsOwnLanguageAndTheWindowKeepsIts() {
        ExportForm& form = m_dialog->form();
        form.setContent(Content::transcript);
        auto* box = form.findChild<QComboBox*>(QStringLiteral("language"));
        box->setCurrentIndex(box->findData(QStringLiteral("zh_CN")));
        const QString title = m_dialog->windowTitle();
        const QString path = isolatedHome().path(QStringLiteral("chinese.txt"));
        QSignalSpy exported(m_dialog, &ExportDialog::exported);
        m_dialog->exportTo(path);
        QVERIFY(exported.count() > 0 || exported.wait(patience));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(QString::fromUtf8(file.readAll()).contains(QStringLiteral("线程")));
        QCoreApplication::processEvents();
        QCOMPARE(m_dialog->windowTitle(), title);
        QCOMPARE(currentLanguage(), QStringLiteral("en"));
        QCOMPARE(m_window->actions()[Command::run]->text(), QStringLiteral("&Run"));
    }

    void choicesAreRemembered() {
        auto* style = m_dialog->form().findChild<QComboBox*>(QStringLiteral("style"));
        style->setCurrentIndex(style->findData(QStringLiteral("black-and-white")));
        m_dialog->close();
        m_window.reset();
        m_window = std::make_unique<MainWindow>();
        m_window->show();
        open(support::sample_semaphore_trace());
        m_window->actions()[Command::export_run]->trigger();
        m_dialog = m_window->findChild<ExportDialog*>();
        style = m_dialog->form().findChild<QComboBox*>(QStringLiteral("style"));
        QCOMPARE(style->currentData().toString(), QStringLiteral("black-and-white"));
    }

    void aSharpPictureGoesToTheClipboard() {
        const auto buttons = m_dialog->findChildren<QPushButton*>();
        const auto copy = std::ranges::find_if(buttons, [](const QPushButton* button) {
            return button->text() == QLatin1String("&Copy picture");
        });
        QVERIFY(copy != buttons.end());
        QApplication::clipboard()->clear();
        (*copy)->click();
        QCOMPARE(QApplication::clipboard()->image().width(), 3200);
    }

  private:
    void open(const trace::Trace& trace) {
        const QString path = isolatedHome().path(QStringLiteral("run.trace"));
        trace::write_trace_file(path.toStdString(), trace);
        m_window->openPath(path);
        QVERIFY(m_window->session().stepCount() > 0);
    }

    std::unique_ptr<MainWindow> m_window;
    ExportDialog* m_dialog = nullptr;
};

}  // namespace turnwise::ui

QTEST_MAIN(turnwise::ui::TestExportDialog)
#include "tst_export_dialog.moc"

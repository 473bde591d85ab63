#include "ui/shell/shots/photographer.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>
#include <stdexcept>

#include "ui/look/scale.h"
#include "ui/session/session.h"
#include "ui/shell/recovery.h"
#include "ui/shell/workspace.h"

namespace turnwise::ui {

namespace {
constexpr QSize window_size(1440, 900);
constexpr QSize large_window_size(1920, 1200);  // of a projector
constexpr std::chrono::seconds longest_run{60};
constexpr std::chrono::milliseconds settling{250};  // charts and layouts follow a little later
}  // namespace

Photographer::Photographer(const QDir& folder, const QString& suffix)
    : m_folder(folder), m_suffix(suffix) {
    m_window.resize(interfaceScale() > 1 ? large_window_size : window_size);
    m_window.show();
}

QString Photographer::fileFor(const char* name, const char* ending) const {
    return m_folder.filePath(
        QStringLiteral("%1-%2.%3").arg(QLatin1String(name), m_suffix, QLatin1String(ending)));
}

void Photographer::take(const char* view, QWidget& widget) {
    letPass(settling);
    const QString file = fileFor(view, "png");
    if (!widget.grab().save(file)) throw std::runtime_error("cannot write " + file.toStdString());
}

void Photographer::takeAndClose(const char* view, QWidget& dialog) {
    take(view, dialog);
    dialog.close();
}

void Photographer::raise(std::initializer_list<const char*> panels) {
    for (const char* panel : panels)
        m_window.workspace().raisePanel(QLatin1String(panel));
}

void Photographer::open(const char* example) {
    QDir(Recovery::defaultFolder()).removeRecursively();
    m_window.openExample(QLatin1String(example));
}

void Photographer::runAt(const char* example, double part) {
    open(example);
    runAgain(Command::run);
    Session& session = m_window.session();
    if (session.isRunning() || session.stepCount() == 0)
        throw std::runtime_error(std::string(example) + ": " + session.outcome().message);
    do_(Command::axis_time);
    do_(Command::fit);
    session.setStep(static_cast<std::size_t>(static_cast<double>(session.stepCount()) * part));
}

void Photographer::runAgain(Command command) {
    QEventLoop loop;
    QObject::connect(&m_window.session(), &Session::runFinished, &loop, &QEventLoop::quit);
    QTimer::singleShot(longest_run, &loop, &QEventLoop::quit);
    do_(command);
    loop.exec();
}

void Photographer::letPass(const std::function<bool()>& is_so) {
    const QDeadlineTimer deadline(longest_run);
    while (!is_so()) {
        if (deadline.hasExpired()) throw std::runtime_error("nothing happens any more");
        letPass(std::chrono::milliseconds(20));
    }
}

void Photographer::letPass(std::chrono::milliseconds time) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

}  // namespace turnwise::ui

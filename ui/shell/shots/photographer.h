// A window that is brought to where something can be seen, and its pictures in a folder.
#pragma once

#include <QDir>
#include <chrono>
#include <functional>

#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"

namespace turnwise::ui {

class Photographer {
  public:
    // Language and theme are those of the application at this moment; `suffix` is of every picture.
    Photographer(const QDir& folder, const QString& suffix);

    MainWindow& window() { return m_window; }
    // A file in the folder, "NAME-SUFFIX.ENDING".
    QString fileFor(const char* name, const char* ending) const;

    // Pictures of the window, or of a part of it. Throws std::runtime_error if one cannot be
    // written.
    void take(const char* view) { take(view, m_window); }
    void take(const char* view, QWidget& widget);
    void takeAndClose(const char* view, QWidget& dialog);

    void do_(Command command) { m_window.actions()[command]->trigger(); }
    void raise(std::initializer_list<const char*> panels);
    // Opens an example, as if nothing had been kept of the last time.
    void open(const char* example);
    // Runs an example to its end and goes to a part of its steps.
    void runAt(const char* example, double part);
    // Gives a command that begins a run, and waits for its end.
    void runAgain(Command command);

    // Until `is_so`, or for as long as a run may take; then it throws.
    static void letPass(const std::function<bool()>& is_so);
    static void letPass(std::chrono::milliseconds time);

  private:
    QDir m_folder;
    QString m_suffix;
    MainWindow m_window;
};

}  // namespace turnwise::ui

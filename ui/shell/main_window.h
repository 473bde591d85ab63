// The window: start page and workspace, one above the other, and the parts that make them work.
//
// The window itself decides nothing but which page is seen and whether it may close. Commands live
// in FileCommands, EditCommands, RunCommands and ViewCommands; what is shown in Presenter.
#pragma once

#include <QMainWindow>
#include <memory>

class QStackedWidget;

namespace turnwise::ui {

class Actions;
class MessageLine;
class ExerciseCommands;
class LearningCommands;
class Notebook;
class OpenProgram;
class PredictMode;
class RunBar;
class ScenarioCommands;
class Session;
class StartPage;
class Workspace;

class MainWindow final : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    // A Python program, a scenario or a trace. What goes wrong is said in the window.
    void openPath(const QString& path);
    void openExample(const QString& name);

    Actions& actions();
    Session& session();
    Workspace& workspace();
    OpenProgram& program();
    Notebook& notebook();
    ScenarioCommands& scenarios();
    RunBar& runBar();
    StartPage& startPage();
    MessageLine& messages();
    PredictMode& predict();
    LearningCommands& learning();
    ExerciseCommands& exercises();
    bool isStartPageShown() const;
    void showWorkspace();

  protected:
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool forwards) override;

  private:
    struct Parts;

    void layOut();
    void addToolBar();
    void connectParts();
    void showPage(QWidget& page);
    void showTitle();
    void retranslate();

    std::unique_ptr<Parts> m_parts;
};

}  // namespace turnwise::ui

// The first thing that a person sees: the examples by section, recent files, and a way to begin.
#pragma once

#include <QScrollArea>
#include <QStringList>

namespace turnwise::ui {

class Actions;
class Tile;
struct Example;

class StartPage final : public QScrollArea {
    Q_OBJECT
  public:
    explicit StartPage(const Actions& actions, QWidget* parent = nullptr);

    void setRecentFiles(const QStringList& paths);

  signals:
    void exampleChosen(const QString& name);
    void exerciseChosen(const QString& name);
    void fileChosen(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build();
    QWidget* header();
    QWidget* gallery();
    Tile* tileOf(const Example& example, QWidget* parent);
    QWidget* beginning();

    const Actions& m_actions;
    QStringList m_recent;
};

}  // namespace turnwise::ui

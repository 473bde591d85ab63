// The lessons in the window: an index with a search, and the page that is read.
#pragma once

#include <QWidget>

class QLineEdit;
class QStackedWidget;
class QToolButton;
class QTreeWidget;

namespace turnwise::ui {

class LessonBrowser;

class LearnPanel final : public QWidget {
    Q_OBJECT
  public:
    explicit LearnPanel(QWidget* parent = nullptr);

    void showPage(const QString& id);
    void showIndex();
    // The page about the first of the words that has one; else the index, searched for the last.
    // False then.
    bool showFirstAbout(const QStringList& words);

    bool isIndexShown() const;
    QString page() const;
    LessonBrowser& browser() { return *m_browser; }
    QLineEdit& search() { return *m_search; }
    QTreeWidget& index() { return *m_index; }

  signals:
    void exampleWanted(const QString& name);
    void snippetWanted(const QString& name);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void fill();
    void openCurrent();
    void retranslate();

    QToolButton* m_contents;
    QToolButton* m_back;
    QLineEdit* m_search;
    QStackedWidget* m_pages;
    QTreeWidget* m_index;
    LessonBrowser* m_browser;
};

}  // namespace turnwise::ui

// One page of the lessons, with its links: to other pages, and to programs that open in the editor.
#pragma once

#include <QTextBlock>
#include <QTextBrowser>

namespace turnwise::ui {

class LessonBrowser final : public QTextBrowser {
    Q_OBJECT
  public:
    explicit LessonBrowser(QWidget* parent = nullptr);

    // Adds to the history, through which backward() and forward() go.
    void showPage(const QString& id);
    QString page() const { return source().path(); }

    QVariant loadResource(int type, const QUrl& name) override;

  signals:
    void exampleWanted(const QString& name);
    void snippetWanted(const QString& name);

  protected:
    void doSetSource(const QUrl& name, QTextDocument::ResourceType type) override;
    void changeEvent(QEvent* event) override;

  private:
    void dress();
    void dressCode(const QTextBlock& block, bool is_code);
};

}  // namespace turnwise::ui

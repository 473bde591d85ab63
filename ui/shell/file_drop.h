// Files that are dropped on the window, wherever in it: programs, traces and scenarios are opened.
#pragma once

#include <QObject>
#include <QString>

class QMimeData;
class QWidget;

namespace turnwise::ui {

class FileDrop final : public QObject {
    Q_OBJECT
  public:
    // Watches `window` and every widget in it that takes drops itself, such as the editor, in which
    // the name of a file would else be inserted as a text.
    explicit FileDrop(QWidget& window, QObject* parent = nullptr);

    // A widget that takes drops and was made later than this object.
    void watch(QWidget& widget);

    // The first file among what is dragged that Turnwise opens; "" if there is none.
    static QString fileIn(const QMimeData& data);

  signals:
    void dropped(const QString& path);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace turnwise::ui

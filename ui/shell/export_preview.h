// What an export will look like: a picture, or the first lines of a text.
#pragma once

#include <QImage>
#include <QStackedWidget>

#include "ui/export/request.h"

class QLabel;
class QPlainTextEdit;

namespace turnwise::ui {

class ExportPreview final : public QStackedWidget {
    Q_OBJECT
  public:
    explicit ExportPreview(QWidget* parent = nullptr);

    // `step` is the one whose page is shown of many. The words are those of the present language.
    void show(const ExportRequest& request, const analysis::Intervals& intervals,
              const analysis::Steps& steps, std::size_t step);
    // Why there is nothing to see.
    void showNothing(const QString& why);

    const QImage& image() const { return m_image; }
    QString text() const;

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void showPicture(const ExportRequest& request, const analysis::Intervals& intervals,
                     const analysis::Steps& steps, std::size_t step);
    void showText(ExportRequest request, const analysis::Intervals& intervals,
                  const analysis::Steps& steps);
    void fitPicture();
    void retranslate();

    QLabel* m_picture;
    QPlainTextEdit* m_text;
    QLabel* m_nothing;
    QImage m_image;
};

}  // namespace turnwise::ui

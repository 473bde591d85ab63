// A story as a list of cards, numbered.
#pragma once

#include <QAbstractListModel>
#include <QPalette>

#include "ui/explore/story.h"

namespace turnwise::ui {

class StoryModel final : public QAbstractListModel {
    Q_OBJECT

  public:
    using QAbstractListModel::QAbstractListModel;

    // `steps` counts the step that each line stands at; it is asked now.
    void setStory(Story story, const analysis::Steps& steps);
    void clear();
    const StoryLine& lineAt(int row) const { return m_story.lines[static_cast<std::size_t>(row)]; }
    int leftOut() const { return m_story.leftOut; }
    // The last line that has happened by then; -1 before the first.
    int rowAt(EventIndex cursor) const;
    void setPalette(const QPalette& palette, qreal pixelRatio);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

  private:
    Story m_story;
    std::vector<std::size_t> m_steps;
    QPalette m_palette;
    qreal m_pixelRatio = 1;
};

}  // namespace turnwise::ui

#include "ui/explore/story_model.h"

#include <algorithm>

#include "ui/explain/named.h"
#include "ui/explore/card_delegate.h"
#include "ui/look/scale.h"
#include "ui/look/thread_sign.h"

namespace turnwise::ui {

namespace {
constexpr QSize sign_size(20, 16);
}

void StoryModel::setStory(Story story, const analysis::Steps& steps) {
    beginResetModel();
    m_story = std::move(story);
    m_steps.clear();
    for (const StoryLine& line : m_story.lines)
        m_steps.push_back(steps.step_at(line.event + 1));
    endResetModel();
}

void StoryModel::clear() {
    beginResetModel();
    m_story = {};
    m_steps.clear();
    endResetModel();
}

int StoryModel::rowAt(EventIndex cursor) const {
    const auto after = std::ranges::lower_bound(m_story.lines, cursor, {}, &StoryLine::event);
    return static_cast<int>(after - m_story.lines.begin()) - 1;
}

void StoryModel::setPalette(const QPalette& palette, qreal pixelRatio) {
    m_palette = palette;
    m_pixelRatio = pixelRatio;
    if (rowCount() > 0) emit dataChanged(index(0), index(rowCount() - 1));
}

int StoryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_story.lines.size());
}

QVariant StoryModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const StoryLine& line = lineAt(index.row());
    const QString step = QString::number(m_steps[static_cast<std::size_t>(index.row())]);
    const QString number = QString::number(m_story.leftOut + index.row() + 1);
    const QString title =
        line.isDecisive ? named(tr("{number}. Here it is decided (step {step})"),
                                {{"number", number}, {"step", step}})
                        : named(tr("{number}. Step {step}"), {{"number", number}, {"step", step}});
    switch (role) {
        case Qt::DecorationRole:
            return line.thread == no_thread
                       ? QVariant()
                       : threadSign(line.thread, scaled(sign_size), m_palette, m_pixelRatio);
        case CardTitleRole:
            return title;
        case CardSentenceRole:
            return line.sentence;
        case Qt::DisplayRole:
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1\n%2").arg(title, line.sentence);
        default:
            return {};
    }
}

}  // namespace turnwise::ui

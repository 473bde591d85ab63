#include "ui/charts/model_chart.h"

#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChartView>
#include <QCoreApplication>
#include <QLabel>
#include <QLegend>
#include <QLocale>
#include <QVBoxLayout>
#include <QValueAxis>
#include <algorithm>

#include "ui/charts/chart_look.h"
#include "ui/explain/named.h"
#include "ui/timeline/time_text.h"

namespace turnwise::charts {

namespace {
constexpr double room_above = 1.15;  // of the higher bar, for its label
constexpr QSize least_size(250, 260);
constexpr int lines_of_sentence = 5;
struct Verdict {
    Q_DECLARE_TR_FUNCTIONS(turnwise::charts::Verdict)
};

constexpr double noticeable = 1.1;  // times as fast

}  // namespace

QString verdict(const ui::ModelTimes& times) {
    using timeline::durationText;
    if (!times.isMeasured)
        return Verdict::tr("It cannot be compared, because it does not finish: %1")
            .arg(times.failure);
    const QString cores = QString::number(times.cores);
    if (times.speedUp() >= noticeable)
        return ui::named(
            Verdict::tr(
                "On {cores} cores it takes {time} instead of {gil_time}: {factor} times as fast. "
                "Under the GIL its threads took turns; together they have waited {waited} for it."),
            {{"cores", cores},
             {"time", durationText(times.onCores)},
             {"gil_time", durationText(times.withGil)},
             {"factor", QLocale().toString(times.speedUp(), 'f', 1)},
             {"waited", durationText(times.waitedForGil)}});
    return ui::named(Verdict::tr("On {cores} cores it takes {time}, and {gil_time} with the GIL: "
                                 "no faster. A thread that waits has given the GIL away; together "
                                 "its threads have waited only {waited} for it."),
                     {{"cores", cores},
                      {"time", durationText(times.onCores)},
                      {"gil_time", durationText(times.withGil)},
                      {"waited", durationText(times.waitedForGil)}});
}

ModelChart::ModelChart(QWidget* parent)
    : QWidget(parent), m_view(new QChartView(this)), m_sentence(new QLabel(this)) {
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumSize(least_size);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    // Charts that stand side by side are as high as each other.
    m_sentence->setMinimumHeight(lines_of_sentence * m_sentence->fontMetrics().lineSpacing());
    m_sentence->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    column->addWidget(m_sentence);
}

void ModelChart::show(const ui::ModelTimes& times, const timeline::Palette& palette) {
    const auto milliseconds = [](Tick tick) { return static_cast<double>(tick) / millisecond; };
    QChart& chart = *m_view->chart();
    chart.removeAllSeries();
    for (QAbstractAxis* axis : chart.axes()) {
        chart.removeAxis(axis);
        delete axis;
    }
    m_sentence->setText(verdict(times));
    m_view->setAccessibleName(times.name);
    m_view->setAccessibleDescription(m_sentence->text());
    chart.setTitle(times.name);
    chart.legend()->hide();
    auto* set = new QBarSet(QString());
    *set << milliseconds(times.withGil) << milliseconds(times.onCores);
    const timeline::Style& style = palette[timeline::paintOf(analysis::ThreadState::running)];
    set->setBrush(style.brush());
    set->setPen(QPen(style.edge, 1));
    set->setLabelColor(palette.text);
    auto* series = new QBarSeries;
    series->append(set);
    series->setBarWidth(0.6);
    series->setLabelsVisible(true);
    series->setLabelsPosition(QAbstractBarSeries::LabelsOutsideEnd);
    series->setLabelsPrecision(4);
    chart.addSeries(series);
    auto* models = new QBarCategoryAxis;
    models->append({tr("GIL"), tr("%1 cores").arg(times.cores)});
    auto* time = new QValueAxis;
    const double highest =
        std::max({milliseconds(times.withGil), milliseconds(times.onCores), 0.001});
    time->setRange(0, highest * room_above);
    time->applyNiceNumbers();
    time->setLabelFormat(QStringLiteral("%g"));
    time->setTitleText(tr("virtual time in ms"));
    chart.addAxis(models, Qt::AlignBottom);
    chart.addAxis(time, Qt::AlignLeft);
    series->attachAxis(models);
    series->attachAxis(time);
    applyLook(chart, palette);
    m_view->setBackgroundBrush(palette.background);
}

QString ModelChart::text() const {
    return m_sentence->text();
}

}  // namespace turnwise::charts

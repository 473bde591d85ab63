#include "ui/shell/export_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/export/caption.h"
#include "ui/export/paper.h"
#include "ui/look/language.h"
#include "ui/shell/settings.h"

namespace turnwise::ui {

using timeline::Theme;

namespace {

const QString whole = QStringLiteral("whole");
const QString visible = QStringLiteral("visible");
const QString selected = QStringLiteral("selected");
const QString by_steps = QStringLiteral("steps");

struct StyleName {
    const char* word;
    Theme theme;
};
constexpr StyleName styles[] = {{"colour", Theme::light},
                                {"colour-blind", Theme::colour_blind},
                                {"black-and-white", Theme::print},
                                {"dark", Theme::dark}};

void choose(QComboBox& box, const QString& data) {
    if (const int row = box.findData(data); row >= 0) box.setCurrentIndex(row);
}

QString chosen(const QComboBox& box) {
    return box.currentData().toString();
}

}  // namespace

ExportForm::ExportForm(QWidget* parent)
    : QWidget(parent),
      m_rows(new QFormLayout(this)),
      m_content(choice("content")),
      m_format(choice("format")),
      m_part(choice("part")),
      m_range(new QWidget(this)),
      m_from(new QSpinBox(m_range)),
      m_to(new QSpinBox(m_range)),
      m_dash(new QLabel(QStringLiteral("–"), m_range)),
      m_style(choice("style")),
      m_axis(choice("axis")),
      m_paper(choice("paper")),
      m_scale(new QSpinBox(this)),
      m_resolution(new QSpinBox(this)),
      m_title(new QLineEdit(this)),
      m_legend(new QCheckBox(this)),
      m_language(choice("language")) {
    setFocusProxy(m_content);
    build();
    retranslate();
    followContent();
    followPart();
}

QComboBox* ExportForm::choice(const char* name) {
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

void ExportForm::build() {
    for (const Content content : all_contents)
        m_content->addItem(QString(), wordOf(content));
    for (const QString& word : {whole, visible, selected, by_steps})
        m_part->addItem(QString(), word);
    for (const StyleName& style : styles)
        m_style->addItem(QString(), QLatin1String(style.word));
    for (const char* axis : {"time", "steps"})
        m_axis->addItem(QString(), QLatin1String(axis));
    m_paper->addItem(QString(), QString());
    for (const Paper& paper : papers())
        m_paper->addItem(QString(), QLatin1String(paper.id));
    for (const QString& language : languages())
        m_language->addItem(nameOfLanguage(language), language);
    choose(*m_language, currentLanguage());
    m_scale->setRange(50, 400);
    m_scale->setSingleStep(10);
    m_scale->setValue(100);
    m_resolution->setRange(48, 1200);
    m_resolution->setSingleStep(24);
    m_resolution->setValue(192);
    for (QSpinBox* box : {m_from, m_to})
        box->setRange(1, 1);
    m_legend->setChecked(true);
    auto* range = new QHBoxLayout(m_range);
    range->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : {static_cast<QWidget*>(m_from), static_cast<QWidget*>(m_dash),
                          static_cast<QWidget*>(m_to)})
        range->addWidget(part);
    range->addStretch(1);
    m_rows->setContentsMargins(0, 0, 0, 0);
    for (QWidget* field : {static_cast<QWidget*>(m_content), static_cast<QWidget*>(m_format),
                           static_cast<QWidget*>(m_part), m_range, static_cast<QWidget*>(m_style),
                           static_cast<QWidget*>(m_axis), static_cast<QWidget*>(m_paper),
                           static_cast<QWidget*>(m_scale), static_cast<QWidget*>(m_resolution),
                           static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_legend),
                           static_cast<QWidget*>(m_language)})
        m_rows->addRow(new QLabel(this), field);
    connect(m_content, &QComboBox::currentIndexChanged, this, &ExportForm::followContent);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportForm::followPart);
    connect(m_part, &QComboBox::currentIndexChanged, this, &ExportForm::followPart);
    for (QComboBox* box : {m_content, m_format, m_part, m_style, m_axis, m_paper, m_language})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
    for (QSpinBox* box : {m_from, m_to, m_scale, m_resolution})
        connect(box, &QSpinBox::valueChanged, this, &ExportForm::changed);
    connect(m_title, &QLineEdit::textChanged, this, &ExportForm::changed);
    connect(m_legend, &QCheckBox::toggled, this, &ExportForm::changed);
}

void ExportForm::setScene(const ExportScene& scene) {
    const bool isOtherRun = scene.steps != m_scene.steps || scene.name != m_scene.name;
    const bool isOtherAxis = scene.axis != m_scene.axis;
    m_scene = scene;
    const int last = std::max(1, static_cast<int>(scene.steps));
    for (QSpinBox* box : {m_from, m_to})
        box->setMaximum(last);
    if (isOtherRun) {
        m_from->setValue(1);
        m_to->setValue(last);
    }
    if (isOtherAxis)
        choose(*m_axis, scene.axis == timeline::Axis::steps ? QStringLiteral("steps")
                                                            : QStringLiteral("time"));
    m_title->setPlaceholderText(scene.name);
    emit changed();
}

Content ExportForm::content() const {
    return contentFrom(chosen(*m_content)).value_or(Content::timeline);
}

void ExportForm::setContent(Content content) {
    choose(*m_content, wordOf(content));
}

QString ExportForm::suffix() const {
    return chosen(*m_format);
}

QString ExportForm::language() const {
    return hasLanguage(content()) ? chosen(*m_language) : currentLanguage();
}

ExportRequest ExportForm::request(const analysis::Steps& steps) const {
    ExportRequest request;
    request.content = content();
    timeline::ExportOptions& options = request.options;
    options.display = m_scene.display;
    options.notes = m_scene.notes;
    if (m_scene.run) {
        const LanguageScope language(this->language());
        options.decidedBy = decidedBy(*m_scene.run);
    }
    options.title = m_title->text().isEmpty() ? m_scene.name : m_title->text();
    const QString part = hasPart(request.content) ? chosen(*m_part) : whole;
    const auto& stretch = part == visible ? m_scene.visible : m_scene.selected;
    if ((part == visible || part == selected) && stretch) {
        options.from = stretch->from;
        options.to = stretch->to;
    } else if (part == by_steps) {
        const auto [first, last] = std::minmax(m_from->value(), m_to->value());
        options.from = steps.events_at(std::min<std::size_t>(first, steps.count()));
        options.to = steps.events_at(std::min<std::size_t>(last, steps.count()));
    }
    if (!hasPicture(request.content)) return request;
    options.axis =
        chosen(*m_axis) == QLatin1String("steps") ? timeline::Axis::steps : timeline::Axis::time;
    for (const StyleName& style : styles)
        if (chosen(*m_style) == QLatin1String(style.word)) options.theme = style.theme;
    if (const Paper* paper = paperNamed(chosen(*m_paper)))
        options.size = paper->size;
    else if (request.content == Content::steps)
        options.size = paperNamed(QStringLiteral("slide-16-9"))->size;
    options.scale = m_scale->value() / 100.0;
    options.resolution = m_resolution->value();
    options.showLegend = m_legend->isChecked();
    return request;
}

void ExportForm::followContent() {
    const QString before = chosen(*m_format);
    m_format->clear();
    for (const QString& suffix : suffixesOf(content()))
        m_format->addItem(suffix.toUpper(), suffix);
    choose(*m_format, before);
    const bool isPicture = hasPicture(content());
    for (QWidget* field : {static_cast<QWidget*>(m_style), static_cast<QWidget*>(m_axis),
                           static_cast<QWidget*>(m_paper), static_cast<QWidget*>(m_scale),
                           static_cast<QWidget*>(m_legend)})
        m_rows->setRowVisible(field, isPicture);
    m_rows->setRowVisible(m_format, m_format->count() > 1);
    m_rows->setRowVisible(m_title, hasLanguage(content()));
    m_rows->setRowVisible(m_language, hasLanguage(content()));
    followPart();
}

void ExportForm::followPart() {
    m_rows->setRowVisible(m_part, hasPart(content()));
    m_rows->setRowVisible(m_range, hasPart(content()) && chosen(*m_part) == by_steps);
    m_rows->setRowVisible(m_resolution, hasPicture(content()) && suffix() == QLatin1String("png"));
}

namespace {

const QString settings_prefix = QStringLiteral("export/");

}  // namespace

void ExportForm::remember(Settings& settings) const {
    for (const QComboBox* box : {m_content, m_format, m_style, m_paper})
        settings.setWord(settings_prefix + box->objectName(), chosen(*box));
    settings.setWord(settings_prefix + QStringLiteral("scale"), QString::number(m_scale->value()));
    settings.setWord(settings_prefix + QStringLiteral("resolution"),
                     QString::number(m_resolution->value()));
    settings.setFlag(settings_prefix + QStringLiteral("legend"), m_legend->isChecked());
}

void ExportForm::recall(const Settings& settings) {
    for (QComboBox* box : {m_content, m_format, m_style, m_paper})
        choose(*box, settings.word(settings_prefix + box->objectName(), chosen(*box)));
    const auto number = [&](QSpinBox& box, const char* name) {
        box.setValue(
            settings.word(settings_prefix + QLatin1String(name), QString::number(box.value()))
                .toInt());
    };
    number(*m_scale, "scale");
    number(*m_resolution, "resolution");
    m_legend->setChecked(settings.flag(settings_prefix + QStringLiteral("legend"), true));
}

void ExportForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    choose(*m_language, currentLanguage());
    retranslate();
}

void ExportForm::retranslate() {
    const QString contents[] = {tr("The timeline as a picture"),  tr("Every step as a page"),
                                tr("A web page to step through"), tr("A table of all events"),
                                tr("A table of statistics"),      tr("Every step in words"),
                                tr("A trace for Perfetto")};
    for (int i = 0; i < m_content->count(); ++i)
        m_content->setItemText(i, contents[i]);
    const QString parts[] = {tr("The whole run"), tr("What is seen of the timeline"),
                             tr("What is selected in the timeline"), tr("From step to step")};
    for (int i = 0; i < m_part->count(); ++i)
        m_part->setItemText(i, parts[i]);
    const QString style_names[] = {tr("Colour"), tr("Colour, with more hatches"),
                                   tr("Black and white, with hatches"), tr("Dark")};
    for (int i = 0; i < m_style->count(); ++i)
        m_style->setItemText(i, style_names[i]);
    m_axis->setItemText(0, tr("Time"));
    m_axis->setItemText(1, tr("Steps, equally wide"));
    m_paper->setItemText(0, tr("As large as needed"));
    for (int i = 1; i < m_paper->count(); ++i)
        m_paper->setItemText(i, paperTitle(*paperNamed(m_paper->itemData(i).toString())));
    m_scale->setSuffix(tr(" %"));
    m_resolution->setSuffix(tr(" pixels an inch"));
    m_legend->setText(tr("Show what the colours and marks mean"));
    m_from->setAccessibleName(tr("First step"));
    m_to->setAccessibleName(tr("Last step"));
    const std::pair<QWidget*, QString> labels[] = {{m_content, tr("&What:")},
                                                   {m_format, tr("&Format:")},
                                                   {m_part, tr("&Part:")},
                                                   {m_range, tr("Steps:")},
                                                   {m_style, tr("St&yle:")},
                                                   {m_axis, tr("&Axis:")},
                                                   {m_paper, tr("Pap&er:")},
                                                   {m_scale, tr("Size of te&xt:")},
                                                   {m_resolution, tr("&Resolution:")},
                                                   {m_title, tr("&Title:")},
                                                   {m_legend, tr("Legend:")},
                                                   {m_language, tr("&Language:")}};
    for (const auto& [field, text] : labels) {
        auto* label = qobject_cast<QLabel*>(m_rows->labelForField(field));
        label->setText(text);
        label->setBuddy(field == m_range ? m_from : field);
        QString name = text;
        name.remove(QLatin1Char('&'));
        if (field != m_range && field != m_legend) field->setAccessibleName(name);
    }
}

}  // namespace turnwise::ui

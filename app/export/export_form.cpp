// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_form.h"

#include "app/export/gif_writer.h"
#include "app/export/video_writer.h"
#include "widgets/plot_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace realuid::studio
{
namespace
{

struct Preset {
    const char* name;
    double width, height, font;
};

// Columns and pages of journals; a slide of 10 inches. Heights are for one panel, see presetHeight().
constexpr std::array<Preset, 3> kPresets{{
    {QT_TRANSLATE_NOOP("realuid::studio::ExportForm", "Column, 85 mm"), 85, 64, 8},
    {QT_TRANSLATE_NOOP("realuid::studio::ExportForm", "Page width, 170 mm"), 170, 100, 8},
    {QT_TRANSLATE_NOOP("realuid::studio::ExportForm", "Slide, 16 : 9"), 254, 142.9, 14},
}};
constexpr double kFilmDpi = 100, kPrintDpi = 300;
constexpr int kMostListed = 6; ///< panels to be seen without scrolling

/// A column has its panels one below the other, a page two in a row; a slide keeps its shape.
double presetHeight(std::size_t preset, int panels)
{
    constexpr double kRow = 80, kPage = 230;
    if (panels < 2 || preset > 1)
        return kPresets[preset].height;
    return std::min(kPage, preset == 0 ? panels * kPresets[0].height : (panels + 1) / 2 * kRow);
}

QDoubleSpinBox* number(double least, double most, double value, const QString& unit, int decimals = 1)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setValue(value);
    if (!unit.isEmpty())
        box->setSuffix(QLatin1Char(' ') + unit);
    box->setLocale(QLocale::c());
    return box;
}

QWidget* inRow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return row;
}

} // namespace

ExportForm::ExportForm(const FigureSource& source, const QString& path, QWidget* parent) : QWidget(parent), m_rows(new QFormLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    buildPanels(source);
    buildSize();
    buildAnimation(source.axes());
    buildFormats();
    buildLook();
    buildFile(path);
    int chosen = 0;
    for (const FigurePanel& panel : source.panels())
        chosen += panel.chosen;
    m_preset->setCurrentIndex(chosen > 1 ? 1 : 0);
    applyPreset();
    refresh();
    connectAll();
}

void ExportForm::buildPanels(const FigureSource& source)
{
    m_panels = new QListWidget;
    m_panels->setObjectName(QStringLiteral("panels"));
    m_panels->setAccessibleName(tr("Panels"));
    for (const FigurePanel& panel : source.panels()) {
        auto* item = new QListWidgetItem(panel.view->title(), m_panels);
        item->setData(Qt::UserRole, panel.id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(panel.chosen ? Qt::Checked : Qt::Unchecked);
    }
    const int count = m_panels->count();
    m_panels->setFixedHeight(std::min(count, kMostListed) * std::max(m_panels->fontMetrics().height() + 6, m_panels->sizeHintForRow(0)) + 2 * m_panels->frameWidth() + 2);
    if (count > 1) {
        m_rows->addRow(tr("&Panels"), m_panels);
    } else {
        m_panels->setParent(this);
        m_panels->hide();
    }
}

void ExportForm::buildSize()
{
    m_preset = new QComboBox;
    m_preset->setObjectName(QStringLiteral("preset"));
    for (const Preset& preset : kPresets)
        m_preset->addItem(tr(preset.name));
    m_preset->addItem(tr("Other size"));
    m_width = number(20, 1000, 85, tr("mm"));
    m_width->setObjectName(QStringLiteral("width"));
    m_width->setAccessibleName(tr("Width"));
    m_height = number(20, 1000, 64, tr("mm"));
    m_height->setObjectName(QStringLiteral("height"));
    m_height->setAccessibleName(tr("Height"));
    m_font = number(4, 48, 8, tr("pt"));
    m_rows->addRow(tr("&Size"), m_preset);
    m_rows->addRow(QString(), inRow({m_width, new QLabel(QStringLiteral("×")), m_height}));
    m_rows->addRow(tr("T&ype size"), m_font);
}

void ExportForm::buildAnimation(const QStringList& axes)
{
    m_motion = new QComboBox;
    m_motion->setObjectName(QStringLiteral("motion"));
    m_motion->addItem(tr("A picture"));
    for (const QString& axis : axes)
        m_motion->addItem(axis == QStringLiteral("t") ? tr("Time t runs") : axis == QStringLiteral("alpha") ? tr("α runs") : tr("β runs"), axis);
    m_from = number(-10, 10, 0, {}, 2);
    m_from->setAccessibleName(tr("First value"));
    m_to = number(-10, 10, 1, {}, 2);
    m_to->setAccessibleName(tr("Last value"));
    m_frames = new QSpinBox;
    m_frames->setObjectName(QStringLiteral("frames"));
    m_frames->setRange(2, 2000);
    m_frames->setValue(AnimationRange{}.frames);
    m_frames->setSuffix(tr(" frames"));
    m_range = inRow({m_from, new QLabel(tr("to")), m_to, m_frames});
    if (axes.isEmpty()) {
        m_motion->setParent(this);
        m_motion->hide();
        m_range->setParent(this);
    } else {
        m_rows->addRow(tr("&Kind"), m_motion);
        m_rows->addRow(QString(), m_range);
    }
}

void ExportForm::buildFormats()
{
    m_formatRow = new QWidget;
    auto* row = new QHBoxLayout(m_formatRow);
    row->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char* suffix, const QString& words, bool moving) {
        auto* box = new QCheckBox(words);
        box->setObjectName(QStringLiteral("format-") + QLatin1String(suffix) + (moving ? QStringLiteral("-moving") : QString()));
        row->addWidget(box);
        m_formats.push_back({QLatin1String(suffix), moving, box});
        return box;
    };
    add("pdf", tr("PDF"), false);
    add("svg", tr("SVG"), false);
    add("png", tr("PNG"), false);
    QCheckBox* gif = add("gif", tr("GIF"), true);
    gif->setEnabled(hasGif());
    gif->setChecked(hasGif());
    QCheckBox* pictures = add("png", tr("PNG sequence"), true);
    pictures->setChecked(!hasGif());
    pictures->setToolTip(tr("A folder of numbered pictures"));
    const bool films = !ffmpegProgram().isEmpty();
    for (QCheckBox* film : {add("mp4", tr("MP4"), true), add("webm", tr("WebM"), true)}) {
        film->setEnabled(films);
        film->setToolTip(films ? QString() : tr("Needs the program ffmpeg on the PATH"));
    }
    row->addStretch();
    m_rows->addRow(tr("Formats"), m_formatRow);
}

void ExportForm::buildLook()
{
    m_dpi = number(36, 1200, kPrintDpi, tr("dpi"), 0);
    m_outlines = new QCheckBox(tr("Letters as outlines (SVG)"));
    m_outlines->setToolTip(tr("Looks the same where the font is missing; words can no longer be searched or edited"));
    m_theme = new QComboBox;
    m_theme->addItems({tr("Light, for print"), tr("Dark"), tr("Projector")});
    m_transparent = new QCheckBox(tr("No background"));
    m_data = new QComboBox;
    m_data->setObjectName(QStringLiteral("data"));
    m_data->addItems({tr("None"), tr("CSV tables"), tr("NPY records")});
    m_rows->addRow(tr("&Resolution"), m_dpi);
    m_rows->addRow(QString(), m_outlines);
    m_rows->addRow(tr("&Theme"), m_theme);
    m_rows->addRow(QString(), m_transparent);
    m_rows->addRow(tr("Plotted &data"), m_data);
}

void ExportForm::buildFile(const QString& path)
{
    const QString ending = suffixOf(path);
    bool known = false;
    for (const Format& format : m_formats)
        if (!format.moving && format.suffix == ending) {
            format.box->setChecked(true);
            known = true;
        }
    if (!known)
        m_formats.front().box->setChecked(true);
    m_path = new QLineEdit(path);
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setMinimumWidth(220);
    auto* browseButton = new QPushButton(tr("Browse …"));
    browseButton->setAutoDefault(false); // Return exports
    connect(browseButton, &QPushButton::clicked, this, &ExportForm::browse);
    auto* row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browseButton);
    auto* label = new QLabel(tr("Fi&le"));
    label->setBuddy(m_path);
    m_rows->addRow(label, row);
    m_path->setText(base());
}

void ExportForm::connectAll()
{
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        applyPreset();
        refresh();
    });
    for (QDoubleSpinBox* box : {m_width, m_height, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            const QSignalBlocker quiet(m_preset);
            m_preset->setCurrentIndex(static_cast<int>(kPresets.size()));
            refresh();
        });
    connect(m_motion, &QComboBox::currentIndexChanged, this, [this] {
        applyAxis();
        refresh();
    });
    for (QDoubleSpinBox* box : {m_from, m_to, m_dpi})
        connect(box, &QDoubleSpinBox::valueChanged, this, &ExportForm::refresh);
    connect(m_frames, &QSpinBox::valueChanged, this, &ExportForm::refresh);
    for (QComboBox* box : {m_theme, m_data})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::refresh);
    for (const Format& format : m_formats)
        connect(format.box, &QCheckBox::toggled, this, &ExportForm::refresh);
    for (QCheckBox* box : {m_outlines, m_transparent})
        connect(box, &QCheckBox::toggled, this, &ExportForm::refresh);
    connect(m_panels, &QListWidget::itemChanged, this, [this] {
        applyPreset();
        refresh();
    });
    connect(m_path, &QLineEdit::textChanged, this, &ExportForm::refresh);
}

void ExportForm::applyPreset()
{
    const int index = m_preset->currentIndex();
    if (index >= static_cast<int>(kPresets.size()))
        return;
    const Preset& preset = kPresets[static_cast<std::size_t>(index)];
    const double height = presetHeight(static_cast<std::size_t>(index), static_cast<int>(request().panels.size()));
    for (const auto& [box, value] : {std::pair(m_width, preset.width), {m_height, height}, {m_font, preset.font}}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
}

void ExportForm::applyAxis()
{
    const AnimationRange range = parseAnimation(m_motion->currentData().toString()).value_or(AnimationRange{});
    for (const auto& [box, value] : {std::pair(m_from, range.from), {m_to, range.to}, {m_dpi, animated() ? kFilmDpi : kPrintDpi}}) {
        const QSignalBlocker quiet(box);
        box->setValue(value);
    }
}

void ExportForm::refresh()
{
    const bool moving = animated();
    bool pixels = moving, svg = false;
    for (const Format& format : m_formats) {
        format.box->setVisible(format.moving == moving);
        const bool on = format.moving == moving && format.box->isChecked();
        pixels = pixels || (on && format.suffix == QStringLiteral("png"));
        svg = svg || (on && format.suffix == QStringLiteral("svg"));
    }
    m_range->setVisible(moving);
    m_dpi->setEnabled(pixels);
    m_outlines->setEnabled(svg);
    m_transparent->setEnabled(!moving);
    Q_EMIT changed();
}

bool ExportForm::animated() const { return m_motion->currentIndex() > 0; }

QString ExportForm::base() const
{
    const QString path = m_path->text();
    const auto ours = [&](const Format& format) { return format.suffix == suffixOf(path); };
    return std::any_of(m_formats.begin(), m_formats.end(), ours) ? path.left(path.lastIndexOf(u'.')) : path;
}

FigureRequest ExportForm::request() const
{
    FigureRequest request;
    for (const Format& format : m_formats)
        if (format.moving == animated() && format.box->isChecked() && format.box->isEnabled())
            request.paths << base() + u'.' + format.suffix;
    for (int i = 0; i < m_panels->count(); ++i)
        if (m_panels->item(i)->checkState() == Qt::Checked)
            request.panels << m_panels->item(i)->data(Qt::UserRole).toString();
    widgets::FigureOptions& options = request.options;
    options.widthMm = m_width->value();
    options.heightMm = m_height->value();
    options.dpi = m_dpi->value();
    options.fontPt = m_font->value();
    options.theme = static_cast<widgets::Theme>(m_theme->currentIndex());
    options.transparent = m_transparent->isChecked() && !animated();
    options.outlines = m_outlines->isChecked();
    request.data = static_cast<DataFormat>(m_data->currentIndex());
    if (animated())
        request.animation = AnimationRange{m_motion->currentData().toString(), m_from->value(), m_to->value(), m_frames->value()};
    return request;
}

void ExportForm::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export figure"), base(), {}, nullptr, QFileDialog::DontConfirmOverwrite);
    if (chosen.isEmpty())
        return;
    m_path->setText(chosen);
    m_path->setText(base());
}

} // namespace realuid::studio

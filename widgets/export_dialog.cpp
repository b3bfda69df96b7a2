// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/export_dialog.h"

#include "core/api/error.h"
#include "widgets/parameter_editor.h"
#include "widgets/plot_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

#include <array>

namespace realuid::widgets
{
namespace
{

struct Preset {
    const char* name;
    double width, height, font;
};

// Columns and pages of journals; a slide of 10 inches.
constexpr std::array<Preset, 3> kPresets{{
    {QT_TRANSLATE_NOOP("realuid::widgets::ExportDialog", "Column, 85 mm"), 85, 64, 8},
    {QT_TRANSLATE_NOOP("realuid::widgets::ExportDialog", "Page width, 170 mm"), 170, 100, 8},
    {QT_TRANSLATE_NOOP("realuid::widgets::ExportDialog", "Slide, 16 : 9"), 254, 142.9, 14},
}};
constexpr std::array<const char*, 3> kEndings{"png", "svg", "pdf"};
constexpr int kPreviewSide = 380;

QDoubleSpinBox* number(double least, double most, double value, const QString& unit, int decimals = 1)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setValue(value);
    box->setSuffix(QLatin1Char(' ') + unit);
    box->setLocale(QLocale::c());
    return box;
}

} // namespace

ExportDialog::ExportDialog(std::vector<PlotView*> views, const FigureNote& note, const QString& path, QWidget* parent)
    : QDialog(parent), m_views(std::move(views)), m_note(note), m_path(new QLineEdit(path)), m_preview(new QLabel), m_fault(new QLabel)
{
    setWindowTitle(tr("Export figure"));
    buildForm();
    const QString ending = QFileInfo(path).suffix().toLower();
    for (std::size_t i = 0; i < kEndings.size(); ++i)
        if (ending == QLatin1String(kEndings[i]))
            m_format->setCurrentIndex(static_cast<int>(i));
    m_preset->setCurrentIndex(m_views.size() > 1 ? 1 : 0);
    applyPreset();
    formatChanged();
}

void ExportDialog::buildForm()
{
    m_preset = new QComboBox;
    for (const Preset& preset : kPresets)
        m_preset->addItem(tr(preset.name));
    m_preset->addItem(tr("Other size"));
    m_format = new QComboBox;
    m_format->addItems({tr("PNG (pixels)"), tr("SVG (drawing)"), tr("PDF (drawing)")});
    m_format->setCurrentIndex(static_cast<int>(FigureFormat::Pdf));
    m_theme = new QComboBox;
    m_theme->addItems({tr("Light, for print"), tr("Dark"), tr("Projector")});
    m_width = number(20, 1000, 85, tr("mm"));
    m_height = number(20, 1000, 64, tr("mm"));
    m_dpi = number(36, 1200, 300, tr("dpi"), 0);
    m_font = number(4, 48, 8, tr("pt"));
    m_transparent = new QCheckBox(tr("No background"));
    auto* browseButton = new QPushButton(tr("Browse …"));
    browseButton->setAutoDefault(false); // Return exports
    auto* file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browseButton);
    m_fault->setWordWrap(true);
    m_fault->hide();

    auto* form = new QFormLayout;
    form->addRow(tr("&Size"), m_preset);
    form->addRow(tr("&Width"), m_width);
    form->addRow(tr("&Height"), m_height);
    form->addRow(tr("T&ype size"), m_font);
    form->addRow(tr("&Format"), m_format);
    form->addRow(tr("&Resolution"), m_dpi);
    form->addRow(tr("&Theme"), m_theme);
    form->addRow(QString(), m_transparent);
    auto* fileLabel = new QLabel(tr("Fi&le"));
    fileLabel->setBuddy(m_path);
    form->addRow(fileLabel, file);
    form->addRow(m_fault);
    m_path->setMinimumWidth(220);
    m_preview->setMinimumSize(kPreviewSide, kPreviewSide);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    auto* columns = new QHBoxLayout;
    columns->addLayout(form);
    columns->addSpacing(kBetween);
    columns->addWidget(m_preview, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton* exportButton = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    exportButton->setDefault(true); // only now does the button know its dialog

    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportDialog::applyPreset);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    connect(m_theme, &QComboBox::currentIndexChanged, this, &ExportDialog::refreshPreview);
    connect(m_transparent, &QCheckBox::toggled, this, &ExportDialog::refreshPreview);
    for (QDoubleSpinBox* box : {m_width, m_height, m_font})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            const QSignalBlocker quiet(m_preset);
            m_preset->setCurrentIndex(static_cast<int>(kPresets.size()));
            refreshPreview();
        });
}

FigureOptions ExportDialog::options() const
{
    FigureOptions options;
    options.widthMm = m_width->value();
    options.heightMm = m_height->value();
    options.dpi = m_dpi->value();
    options.fontPt = m_font->value();
    options.theme = static_cast<Theme>(m_theme->currentIndex());
    options.transparent = m_transparent->isChecked();
    options.columns = m_views.size() > 1 ? 2 : 1;
    options.format = static_cast<FigureFormat>(m_format->currentIndex());
    return options;
}

QString ExportDialog::path() const { return m_path->text(); }

void ExportDialog::applyPreset()
{
    const int index = m_preset->currentIndex();
    if (index < static_cast<int>(kPresets.size())) {
        const Preset& preset = kPresets[static_cast<std::size_t>(index)];
        for (const auto& [box, value] : {std::pair(m_width, preset.width), {m_height, preset.height}, {m_font, preset.font}}) {
            const QSignalBlocker quiet(box);
            box->setValue(value);
        }
    }
    refreshPreview();
}

void ExportDialog::formatChanged()
{
    const int format = m_format->currentIndex();
    m_dpi->setEnabled(format == static_cast<int>(FigureFormat::Png));
    const QFileInfo info(path());
    m_path->setText(info.path() + QLatin1Char('/') + info.completeBaseName() + QLatin1Char('.') + QLatin1String(kEndings[static_cast<std::size_t>(format)]));
}

void ExportDialog::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export figure"), path(), {}, nullptr, QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty())
        m_path->setText(chosen);
}

void ExportDialog::refreshPreview()
{
    FigureOptions shown = options();
    const double ratio = devicePixelRatioF();
    const QSizeF fitted = QSizeF(shown.widthMm, shown.heightMm).scaled(m_preview->size(), Qt::KeepAspectRatio);
    shown.dpi = fitted.width() * ratio / shown.widthMm * 25.4;
    QPixmap pixmap = QPixmap::fromImage(figureImage(m_views, shown));
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    refreshPreview();
}

void ExportDialog::accept()
{
    if (QFileInfo::exists(path())) {
        QMessageBox box(QMessageBox::Warning, windowTitle(), tr("%1 is there already.").arg(QFileInfo(path()).fileName()), QMessageBox::NoButton, this);
        QPushButton* overwrite = box.addButton(tr("Overwrite"), QMessageBox::AcceptRole);
        box.addButton(tr("Choose another name"), QMessageBox::RejectRole);
        box.exec();
        if (box.clickedButton() != overwrite)
            return;
    }
    try {
        exportFigure(path(), m_views, options(), m_note);
        QDialog::accept();
    } catch (const Error& error) {
        QPalette colors = m_fault->palette();
        colors.setColor(QPalette::WindowText, surfaces(appliedTheme()).fault);
        m_fault->setPalette(colors);
        m_fault->setText(translated(error.text()) + QLatin1Char('\n') + translated(error.remedy()));
        m_fault->show();
    }
}

} // namespace realuid::widgets

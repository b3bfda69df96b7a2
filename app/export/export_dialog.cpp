// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/export_dialog.h"

#include "app/export/figure_job.h"
#include "app/export/frame_files.h"
#include "app/shell/texts.h"
#include "widgets/plot_view.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace realuid::studio
{
namespace
{
constexpr int kPreviewSide = 400;
constexpr int kPreviewDelayMs = 30;
constexpr int kTile = 8; ///< of the chequered ground behind what is transparent
constexpr double kMmAnInch = 25.4;

QPixmap onChequers(const QImage& image)
{
    QPixmap pixmap(image.size());
    QPainter painter(&pixmap);
    painter.fillRect(pixmap.rect(), Qt::white);
    for (int y = 0; y < image.height(); y += kTile)
        for (int x = y / kTile % 2 * kTile; x < image.width(); x += 2 * kTile)
            painter.fillRect(x, y, kTile, kTile, QColor(0xE0, 0xE3, 0xE8));
    painter.drawImage(0, 0, image);
    return pixmap;
}

} // namespace

ExportDialog::ExportDialog(FigureSource& source, const QString& path, QWidget* parent)
    : QDialog(parent), m_source(source), m_form(new ExportForm(source, path))
{
    setWindowTitle(tr("Export figure"));
    build();
    m_later.setSingleShot(true);
    m_later.setInterval(kPreviewDelayMs);
    connect(&m_later, &QTimer::timeout, this, &ExportDialog::refreshPreview);
    connect(m_form, &ExportForm::changed, this, &ExportDialog::formChanged);
    formChanged();
}

void ExportDialog::build()
{
    m_preview = new QLabel;
    m_preview->setObjectName(QStringLiteral("preview"));
    m_preview->setMinimumSize(kPreviewSide, kPreviewSide);
    m_preview->setAlignment(Qt::AlignCenter);
    m_preview->setAccessibleName(tr("Preview"));
    m_caption = new QLabel;
    m_caption->setObjectName(QStringLiteral("caption"));
    m_caption->setAlignment(Qt::AlignCenter);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("message"));
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_message->hide();
    m_progress = new QProgressBar;
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();

    auto* right = new QVBoxLayout;
    right->addWidget(m_preview, 1);
    right->addWidget(m_caption);
    auto* columns = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->addWidget(m_form);
    left->addStretch();
    columns->addLayout(left);
    columns->addSpacing(widgets::kBetween);
    columns->addLayout(right, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    m_copy->setToolTip(tr("Put the figure on the clipboard, as a picture and as SVG"));
    m_copy->setAutoDefault(false);
    m_export = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    auto* rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(m_message);
    rows->addWidget(m_progress);
    rows->addWidget(buttons);
    m_export->setDefault(true); // only now does the button know its dialog
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportDialog::reject);
    connect(m_copy, &QPushButton::clicked, this, &ExportDialog::copy);
}

std::vector<widgets::PlotView*> ExportDialog::views() const
{
    const QStringList names = m_form->request().panels;
    std::vector<widgets::PlotView*> views;
    for (const FigurePanel& panel : m_source.panels())
        if (names.contains(panel.id))
            views.push_back(panel.view);
    return views;
}

void ExportDialog::formChanged()
{
    const FigureRequest request = m_form->request();
    QStringList names;
    for (const QString& path : request.paths)
        names << (runs(path, request) && suffixOf(path) == QStringLiteral("png") ? QFileInfo(frameFolder(path)).fileName() + u'/' : QFileInfo(path).fileName());
    const auto pixels = [&](double mm) { return QString::number(qRound(mm / kMmAnInch * request.options.dpi)); };
    const auto mm = [](double value) { return toQString(numberText(std::round(value * 10) / 10)); };
    m_caption->setText(tr("%1 × %2 mm, %3 × %4 pixels").arg(mm(request.options.widthMm), mm(request.options.heightMm),
                                                           pixels(request.options.widthMm), pixels(request.options.heightMm)) +
                       (names.isEmpty() ? QString() : u'\n' + names.join(QStringLiteral(", "))));
    m_export->setEnabled(!request.paths.isEmpty() && !request.panels.isEmpty());
    m_copy->setEnabled(!request.panels.isEmpty());
    say(request.panels.isEmpty() ? tr("Choose a panel.") : request.paths.isEmpty() ? tr("Choose a format.") : QString());
    m_later.start();
}

void ExportDialog::refreshPreview()
{
    const std::vector<widgets::PlotView*> shownViews = views();
    if (m_writing || shownViews.empty())
        return;
    widgets::FigureOptions shown = m_form->request().options;
    const double ratio = devicePixelRatioF();
    const QSizeF fitted = QSizeF(shown.widthMm, shown.heightMm).scaled(m_preview->size(), Qt::KeepAspectRatio);
    shown.dpi = fitted.width() * ratio / shown.widthMm * kMmAnInch;
    const QImage image = widgets::figureImage(shownViews, shown);
    QPixmap pixmap = shown.transparent ? onChequers(image) : QPixmap::fromImage(image);
    pixmap.setDevicePixelRatio(ratio);
    m_preview->setPixmap(pixmap);
}

void ExportDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    m_later.start();
}

void ExportDialog::say(const QString& text)
{
    QPalette colors = m_message->palette();
    colors.setColor(QPalette::WindowText, widgets::surfaces(widgets::appliedTheme()).fault);
    m_message->setPalette(colors);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

bool ExportDialog::mayReplace(const QStringList& files)
{
    QStringList there;
    for (const QString& file : files)
        if (QFileInfo::exists(file))
            there << QFileInfo(file).fileName();
    if (there.isEmpty())
        return true;
    QMessageBox box(QMessageBox::Warning, windowTitle(), tr("%1: there already.").arg(there.join(QStringLiteral(", "))), QMessageBox::NoButton, this);
    QPushButton* overwrite = box.addButton(tr("Overwrite"), QMessageBox::AcceptRole);
    box.addButton(tr("Choose another name"), QMessageBox::RejectRole);
    box.exec();
    return box.clickedButton() == overwrite;
}

bool ExportDialog::told(int done, int total)
{
    m_progress->setMaximum(total);
    m_progress->setValue(done);
    if (done > 0) {
        const double left = static_cast<double>(m_since.elapsed()) / 1000 / done * (total - done);
        m_progress->setFormat(tr("%1 of %2 pictures, %3 left").arg(done).arg(total).arg(shownDuration(left)));
    }
    QApplication::processEvents();
    return !m_stop;
}

void ExportDialog::accept()
{
    if (m_writing || !m_export->isEnabled())
        return;
    FigureRequest request = m_form->request();
    try {
        if (!mayReplace(figureFiles(m_source, request)))
            return;
        request.overwrite = true;
        m_writing = true;
        m_stop = false;
        m_since.start();
        m_progress->setValue(0);
        m_progress->setVisible(m_form->animated());
        for (QWidget* widget : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_copy)})
            widget->setEnabled(false);
        writeFigure(m_source, request, [this](int done, int total) { return told(done, total); });
        m_writing = false;
        QDialog::accept();
        return;
    } catch (const Error& error) {
        say(errorText(error));
    }
    m_writing = false;
    m_progress->hide();
    for (QWidget* widget : {static_cast<QWidget*>(m_form), static_cast<QWidget*>(m_export), static_cast<QWidget*>(m_copy)})
        widget->setEnabled(true);
    m_later.start();
}

void ExportDialog::reject()
{
    if (m_writing)
        m_stop = true;
    else
        QDialog::reject();
}

void ExportDialog::copy()
{
    widgets::FigureOptions options = m_form->request().options;
    auto* copied = new QMimeData;
    copied->setImageData(widgets::figureImage(views(), options));
    options.format = widgets::FigureFormat::Svg;
    copied->setData(QStringLiteral("image/svg+xml"), widgets::figureBytes(views(), options, m_source.note()));
    QApplication::clipboard()->setMimeData(copied);
}

} // namespace realuid::studio

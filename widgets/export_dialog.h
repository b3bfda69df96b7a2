// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/figure_export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;

namespace realuid::widgets
{

/// Asks for size, resolution, type, theme and file of a figure, with a live preview, and writes it. A file that is
/// there already is overwritten only after it was asked for.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    ExportDialog(std::vector<PlotView*> views, const FigureNote& note, const QString& path, QWidget* parent = nullptr);

    FigureOptions options() const;
    QString path() const;

public Q_SLOTS:
    void accept() override; ///< writes; stays open with the reason where that fails

private:
    void buildForm();
    void applyPreset();
    void browse();
    void formatChanged();
    void refreshPreview();
    void resizeEvent(QResizeEvent* event) override;

    std::vector<PlotView*> m_views;
    FigureNote m_note;
    QComboBox* m_preset = nullptr;
    QComboBox* m_format = nullptr;
    QComboBox* m_theme = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_dpi = nullptr;
    QDoubleSpinBox* m_font = nullptr;
    QCheckBox* m_transparent = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_fault = nullptr;
};

} // namespace realuid::widgets

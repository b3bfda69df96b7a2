// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/figure_request.h"
#include "app/export/figure_source.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QSpinBox;

namespace realuid::studio
{

/// What one sets of a figure: panels, size, type, formats, theme, data and file; for sources that can run, an animation.
class ExportForm : public QWidget
{
    Q_OBJECT
public:
    /// `path` is proposed; its ending chooses the format.
    ExportForm(const FigureSource& source, const QString& path, QWidget* parent = nullptr);

    FigureRequest request() const;
    /// True where a picture that runs is asked for.
    bool animated() const;

Q_SIGNALS:
    void changed();

private:
    struct Format {
        QString suffix;
        bool moving = false;
        QCheckBox* box = nullptr;
    };
    void buildPanels(const FigureSource& source);
    void buildSize();
    void buildAnimation(const QStringList& axes);
    void buildFormats();
    void buildLook();
    void buildFile(const QString& path);
    void connectAll();
    void applyPreset();
    void applyAxis();
    void refresh();
    void browse();
    QString base() const;

    QFormLayout* m_rows = nullptr;
    QListWidget* m_panels = nullptr;
    QComboBox* m_preset = nullptr;
    QDoubleSpinBox* m_width = nullptr;
    QDoubleSpinBox* m_height = nullptr;
    QDoubleSpinBox* m_font = nullptr;
    QComboBox* m_motion = nullptr; ///< "Picture", then an entry an axis
    QWidget* m_range = nullptr;
    QDoubleSpinBox* m_from = nullptr;
    QDoubleSpinBox* m_to = nullptr;
    QSpinBox* m_frames = nullptr;
    QWidget* m_formatRow = nullptr;
    std::vector<Format> m_formats;
    QDoubleSpinBox* m_dpi = nullptr;
    QCheckBox* m_outlines = nullptr;
    QComboBox* m_theme = nullptr;
    QCheckBox* m_transparent = nullptr;
    QComboBox* m_data = nullptr;
    QLineEdit* m_path = nullptr;
};

} // namespace realuid::studio

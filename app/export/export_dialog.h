// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/export/export_form.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QTimer>

class QLabel;
class QProgressBar;
class QPushButton;

namespace realuid::studio
{

/// Asks what a figure is to be, with a live preview; writes it, or puts it on the clipboard as picture and as SVG. What is
/// there already is overwritten only after it was asked for; an animation shows its progress and can be stopped.
class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    /// `source` must outlive the dialog; `path` is proposed.
    ExportDialog(FigureSource& source, const QString& path, QWidget* parent = nullptr);

    ExportForm& form() { return *m_form; }

public Q_SLOTS:
    void accept() override; ///< writes; stays open with the reason where that fails
    void reject() override; ///< while it writes: stops that
    void copy();

private:
    void build();
    void formChanged();
    void refreshPreview();
    bool mayReplace(const QStringList& files);
    bool told(int done, int total);
    void say(const QString& text);
    std::vector<widgets::PlotView*> views() const;
    void resizeEvent(QResizeEvent* event) override;

    FigureSource& m_source;
    ExportForm* m_form = nullptr;
    QLabel* m_preview = nullptr;
    QLabel* m_caption = nullptr;
    QLabel* m_message = nullptr;
    QProgressBar* m_progress = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_copy = nullptr;
    QTimer m_later; ///< joins changes that come together
    QElapsedTimer m_since;
    bool m_writing = false;
    bool m_stop = false;
};

} // namespace realuid::studio

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QAction;
class QScrollArea;
class QUndoStack;
class QVBoxLayout;

namespace realuid::studio
{

/// What every page has in common: at the left what one sets, in the middle what one sees, at the right what it
/// means, at the bottom time; and its part of the top bar and the menus. Derived pages fill the four places.
class Page : public QWidget
{
    Q_OBJECT
public:
    // At the usual size of type; all three grow with it.
    static constexpr int kSettingsWidth = 284;
    static constexpr int kMeaningWidth = 256;
    static constexpr int kFoldBelow = 1160; ///< a narrower page folds the right column away

    explicit Page(QWidget* parent = nullptr);

    virtual QString documentName() const = 0; ///< as the top bar shows it
    virtual QUndoStack* undoStack() { return nullptr; }
    const QList<QAction*>& barActions() const { return m_barActions; } ///< buttons of the top bar
    QAction* primaryAction() const { return m_primary; }               ///< the page's one primary button
    virtual void entered() {}                                          ///< became the current page
    /// False keeps the window open, for now; a page that can close later emits closeReady().
    virtual bool mayClose() { return true; }

    /// Folded by hand; else the width decides.
    void setMeaningShown(bool shown);
    bool meaningShown() const;

    /// A small heading in a column.
    static QWidget* heading(const QString& text);

Q_SIGNALS:
    void documentNameChanged();
    void meaningShownChanged(bool shown);
    void closeReady();

protected:
    void setCards(QWidget* cards);
    void setBottom(QWidget* bottom);
    QVBoxLayout* settingsLayout() const { return m_settings; }
    QVBoxLayout* meaningLayout() const { return m_meaning; }
    QAction* addBarAction(const QString& text, const QString& toolTip = {});
    void setPrimaryAction(QAction* action) { m_primary = action; }
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void applyType();
    void applyFold();

    QScrollArea* m_settingsArea = nullptr;
    QScrollArea* m_meaningArea = nullptr;
    QVBoxLayout* m_settings = nullptr;
    QVBoxLayout* m_meaning = nullptr;
    QVBoxLayout* m_middle = nullptr;
    QVBoxLayout* m_rows = nullptr;
    QList<QAction*> m_barActions;
    QAction* m_primary = nullptr;
    enum class Fold { ByWidth, Shown, Hidden } m_fold = Fold::ByWidth;
};

} // namespace realuid::studio

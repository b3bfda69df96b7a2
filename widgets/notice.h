// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace realuid::widgets
{

/// What something means, or what is wrong and what to do: a bold heading, a sentence, perhaps one action. The kind
/// shows as a coloured edge and as a word for screen readers.
class Notice : public QFrame
{
    Q_OBJECT
public:
    enum class Kind { Meaning, Good, Warning, Fault };

    explicit Notice(QWidget* parent = nullptr);
    void setNotice(Kind kind, const QString& heading, const QString& text);
    /// A button with a verb below the text; empty removes it.
    void setAction(const QString& verb);
    Kind kind() const { return m_kind; }
    QString text() const; ///< heading and text, plain

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Meaning;
    QLabel* m_label = nullptr;
    QPushButton* m_action = nullptr;
};

} // namespace realuid::widgets
